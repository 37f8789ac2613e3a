using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public class TextPageParserTests
{
    private const string Address = "https://mpt.example/news/1";

    [Theory]
    [InlineData("Source URL: <https://mpt.example/news/1>", "one line")]
    [InlineData("Source URL:\n\n<https://mpt.example/news/1>", "the line after a blank")]
    [InlineData("Source URL:\n<https://mpt.example/news/1>\n", "the next line")]
    [InlineData("---\n\n**Source URL:** <https://mpt.example/news/1>", "bold after a rule")]
    [InlineData("---\n\n**Source URL**: <https://mpt.example/news/1>", "colon behind the bold")]
    [InlineData("Source URL: https://mpt.example/news/1", "without brackets")]
    [InlineData("**Source URL:**\n\nhttps://mpt.example/news/1   ", "without brackets on its own line, trailing blanks")]
    [InlineData("source url : <https://mpt.example/news/1>", "small letters, blank before the colon")]
    [InlineData("Source URL: [page](https://mpt.example/news/1)", "a link")]
    [InlineData("Source URL: <https://mpt.example/news/1>\n\nИзображение\n\n\n", "leftovers behind it")]
    public void The_address_is_found_in_every_layout_and_leaves_no_trace(string layout, string why)
    {
        var page = new TextPageParser().Parse($"\n\n# Title\n\nText of the page.\n\n{layout}");

        Assert.True(page.Url == Address, why);
        Assert.Equal("Text of the page.", page.Text);
    }

    [Fact]
    public void The_address_may_stand_above_the_title()
    {
        var page = new TextPageParser().Parse("Source URL: <https://mpt.example/news/1>\n\n# Title\n\nText.");

        Assert.Equal((Address, "Title", "Text."), (page.Url, page.Title, page.Text));
    }

    [Theory]
    [InlineData("<https://www.itu.int/page.aspx>", "an address without a label is text")]
    [InlineData("See the source URL: <https://mpt.example/news/1> in the text.", "a label inside a sentence")]
    [InlineData("Source: the ministry's report of 2020.", "a sentence that begins with the word")]
    [InlineData("Source URL: javascript:alert(1)", "an address that a browser would run")]
    [InlineData("Source URL: <ftp://mpt.example/a>", "not a web page")]
    [InlineData("Source URL: news/1", "no absolute address")]
    public void What_is_not_the_page_s_address_stays_text(string line, string why)
    {
        var page = new TextPageParser().Parse($"# Title\n\nText.\n\n{line}");

        Assert.True(page.Url is null, why);
        Assert.EndsWith(line, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_address_is_the_page_s_own()
    {
        var page = new TextPageParser().Parse("# Title\n\nThey print:\n\nSource URL: <https://phish.invalid/>\n\nText.\n\nSource URL: <https://mpt.example/news/1>");

        Assert.Equal(Address, page.Url);
        Assert.Contains("<https://phish.invalid/>", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## **Заголовок «в кавычках»**\n\nТекст.", "Заголовок «в кавычках»", "Текст.", "heading and bold")]
    [InlineData("# Title\nText.", "Title", "Text.", "heading without a blank line")]
    [InlineData("### Title ###\n\nText.", "Title", "Text.", "closed heading")]
    [InlineData("**Bold title**\n\nText.", "Bold title", "Text.", "bold")]
    [InlineData("## **Bold** and plain\n\nText.", "Bold and plain", "Text.", "partly bold")]
    [InlineData("Plain title\n\nText.", "Plain title", "Text.", "plain")]
    [InlineData("Plain title\nText of the page.", "Plain title", "Text of the page.", "plain, no blank line")]
    [InlineData("Title\n=====\n\nText.", "Title", "Text.", "underlined")]
    [InlineData("\n\n \nИзображение\n\nPlain title\n\nText.", "Plain title", "Text.", "a picture above it")]
    [InlineData("12 мая 2021 г.\n\nPlain title\n\nText.", "Plain title", "12 мая 2021 г.\n\nText.", "a date above it")]
    [InlineData("A first line that goes on\nin the next line.\n\nMore.", "", "A first line that goes on\nin the next line.\n\nMore.", "a paragraph in lines")]
    [InlineData("- first item\n- second item", "", "- first item\n- second item", "a list")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "", "| a | b |\n|---|---|\n| 1 | 2 |", "a table")]
    [InlineData("All that the page says.", "", "All that the page says.", "a lone line is text")]
    [InlineData("# All that the page says", "All that the page says", "All that the page says", "a lone heading is both")]
    [InlineData("#hashtag of the day\n\nText.", "#hashtag of the day", "Text.", "no heading without a blank")]
    public void A_title_is_told_from_text(string source, string title, string text, string why)
    {
        var page = new TextPageParser().Parse(source);

        Assert.True((title, text) == (page.Title, page.Text), $"{why}: {page}");
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_plain_first_line_is_a_title_up_to_200_characters(int length, bool isTitle)
    {
        var line = new string('a', length);

        Assert.Equal(isTitle ? line : "", new TextPageParser().Parse($"{line}\n\nText.").Title);
    }

    [Fact]
    public void A_long_line_is_a_title_when_it_is_marked() =>
        Assert.Equal(240, new TextPageParser().Parse($"## **{new string('a', 240)}**\n\nText.").Title.Length);

    [Theory]
    [InlineData("One.\n\nИзображение\n\n\n\nВыява\n\nImage\n\nTwo.", "One.\n\nTwo.", "pictures and the blanks around them")]
    [InlineData("One.  \nTwo.\t", "One.\nTwo.", "trailing blanks")]
    [InlineData("Изображение герба утверждено.", "Изображение герба утверждено.", "the word in a sentence")]
    [InlineData("They [spoke of it](#) and [left]().", "They spoke of it and left.", "links that lead nowhere keep their words")]
    [InlineData("Read [the decree](https://pravo.example/1?a=(b)).", "Read the decree.", "links keep their words")]
    [InlineData("One ![photo](a.jpg) two.", "One  two.", "pictures in the text")]
    [InlineData("See [1] (and 2) and a[0](x y).", "See [1] (and 2) and a[0](x y).", "brackets that are no links")]
    [InlineData("<script>alert(1)</script>\n<!-- note -->\n<img src=x>", "<script>alert(1)</script>\n<!-- note -->\n<img src=x>", "tags are text")]
    public void Leftovers_go_and_the_rest_stays_verbatim(string body, string expected, string why)
    {
        var text = new TextPageParser().Parse($"# Title\n\n{body}\n\nEnd.").Text;

        Assert.True(text == expected + "\n\nEnd.", $"{why}: {text}");
    }
}
