using Search.Text;
using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public class HtmlPageParserTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="ru"><head>
          <title>Новости | Сайт</title>
          <link rel="canonical" href="https://mpt.example/news/7">
          <meta property="article:published_time" content="2024-05-24T10:00:00+03:00">
          <script>document.title = 'no'</script><style>p { color: red }</style>
        </head><body>
          <header><a href="/">На главную</a></header>
          <nav><ul><li>Меню</li></ul></nav>
          <main>
            <h1>Заголовок <em>страницы</em></h1>
            <p>Первый   абзац
               с <a href="#">ссылкой</a> и&nbsp;неразрывным пробелом.</p>
            <p>Вторая<br>строка.</p>
            <h2>Раздел</h2>
            <ul><li>первый пункт</li><li><p>второй пункт</p></li></ul>
            <ol><li>шаг</li><li>ещё шаг</li></ol>
            <table><tr><th>Год</th><th>Место</th></tr><tr><td>2020</td><td><b>40</b> | да</td></tr></table>
            <script>alert(1)</script><!-- note --><aside>Реклама</aside>
          </main>
          <footer>Подвал</footer>
        </body></html>
        """;

    [Fact]
    public void A_page_becomes_lightly_marked_text()
    {
        var page = new HtmlPageParser().Parse(Page);

        Assert.Equal("Заголовок страницы", page.Title);
        Assert.Equal("https://mpt.example/news/7", page.Url);
        Assert.Equal(new PartialDate(2024, 5, 24), page.Published);
        Assert.Equal(
            "Первый абзац с ссылкой и\u00A0неразрывным пробелом.\n\nВторая\nстрока.\n\n## Раздел\n\n- первый пункт\n- второй пункт\n\n1. шаг\n2. ещё шаг\n\n"
            + "| Год | Место |\n|---|---|\n| 2020 | 40 / да |",
            page.Text);
    }

    [Fact]
    public void A_saved_dump_keeps_its_source_line_and_its_title_from_the_head()
    {
        var page = new HtmlPageParser().Parse("<title> A page </title><p>Text.</p><p>Image</p><hr><p><b>Source URL:</b> &lt;https://mpt.example/a&gt;</p>");

        Assert.Equal(("A page", "Text.", "https://mpt.example/a"), (page.Title, page.Text, page.Url));
    }

    [Fact]
    public void An_address_that_a_browser_would_run_is_no_address() =>
        Assert.Null(new HtmlPageParser().Parse("<link rel=canonical href='javascript:alert(1)'><h1>T</h1><p>Text.").Url);

    [Fact]
    public void Broken_markup_is_read_as_far_as_it_goes()
    {
        var page = new HtmlPageParser().Parse("<h1>T</h1><p>One <b>two<p>three</i></div><table><tr><td>x");

        Assert.Equal("T", page.Title);
        Assert.Equal("One two\n\nthree\n\n| x |\n|---|", page.Text);
    }

    [Theory]
    [InlineData("a.txt", "  <!DOCTYPE html><h1>T</h1><p>Text of it.</p>", "T", "markup in a text file")]
    [InlineData("a.HTML", "<h1>T</h1><p>Text of it.</p>", "T", "extension in capitals")]
    [InlineData("a.txt", "T\n\n<p>Text of it.</p>", "T", "a tag in a text page is text")]
    public void The_format_is_told_by_name_and_beginning(string name, string source, string title, string why)
    {
        var result = PassageReader.Read(new ArchiveFile(name, name, System.Text.Encoding.UTF8.GetBytes(source)));

        var document = Assert.IsType<ParseResult.Parsed>(result).Document;
        Assert.True(title == document.Title, why);
        Assert.Equal(why.StartsWith("a tag", StringComparison.Ordinal) ? "<p>Text of it.</p>" : "Text of it.", document.Text);
    }

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var source = "<html>" + string.Concat(Enumerable.Repeat("<div>", 20_000));

        var result = PassageReader.Read(new ArchiveFile("a.html", "a.html", System.Text.Encoding.UTF8.GetBytes(source)));

        Assert.Equal("HTML elements nested too deep", Assert.IsType<ParseResult.Unreadable>(result).Reason);
    }
}
