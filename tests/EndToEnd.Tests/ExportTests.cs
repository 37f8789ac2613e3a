using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using EndToEnd.Tests.Service;
using Search.Text;
using SearchApi.Exports;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class ExportTests(SeedsService service)
{
    private static readonly DateOnly Accessed = new(2026, 3, 9);

    private static readonly CitedWork Work = new("a-1", "50% «умных» {городов}", "https://mpt.gov.by/a_b", Language.Russian, new PartialDate(2020, 10, 23), "");

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public void BibTex_escapes_what_TeX_would_read_as_a_command() => Assert.Equal(
        """
        @misc{a-1,
          title = {{50\% «умных» \{городов\}}},
          author = {{Министерство связи и информатизации Республики Беларусь}},
          year = {2020},
          date = {2020-10-23},
          url = {https://mpt.gov.by/a_b},
          urldate = {2026-03-09},
          langid = {russian},
        }


        """,
        BibTex.Write([Work], Accessed));

    [Fact]
    public void Ris_ends_its_lines_as_its_specification_says() => Assert.Equal(
        "TY  - ELEC\r\nID  - a-1\r\nTI  - 50% «умных» {городов}\r\nAU  - Министерство связи и информатизации Республики Беларусь\r\nPB  - Министерство связи и информатизации Республики Беларусь\r\n"
        + "PY  - 2020\r\nDA  - 2020/10/23/\r\nUR  - https://mpt.gov.by/a_b\r\nY2  - 2026/03/09/\r\nLA  - ru\r\nER  - \r\n\r\n",
        Ris.Write([Work], Accessed));

    [Theory]
    [InlineData(Language.Russian, "Заголовок. – Текст : электронный // Министерство связи и информатизации Республики Беларусь : [сайт]. – 2020. – 23 октября. – URL: https://mpt.gov.by/a (дата обращения: 09.03.2026).")]
    [InlineData(Language.Belarusian, "Заголовок. – Тэкст : электронны // Міністэрства сувязі і інфарматызацыі Рэспублікі Беларусь : [сайт]. – 2020. – 23 кастрычніка. – URL: https://mpt.gov.by/a (дата звароту: 09.03.2026).")]
    public void Gost_is_written_in_the_language_of_the_page(Language language, string expected) =>
        Assert.Equal(expected + "\n", Gost.Write([new CitedWork("a", "Заголовок.", "https://mpt.gov.by/a", language, new PartialDate(2020, 10, 23), "")], Accessed));

    [Fact]
    public void Csl_gives_a_date_as_exactly_as_it_is_known()
    {
        var item = JsonDocument.Parse(CslJson.Write([Work with { Published = new PartialDate(2020, 10) }], Accessed)).RootElement[0];

        Assert.Equal("[[2020,10]]", item.GetProperty("issued").GetProperty("date-parts").ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal("webpage", item.Text("type"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("plain", "plain")]
    public void Csv_quotes_and_disarms_formulas(string title, string cell)
    {
        var row = Csv.Write([new CitedWork("a", title, "", Language.English, null, "")], Accessed).Split("\r\n")[1];

        Assert.Equal($"a,{cell},,en,,", row);
    }

    [Theory]
    [InlineData("bibtex", "@misc{")]
    [InlineData("ris", "TY  - ELEC")]
    [InlineData("csl", "\"type\": \"webpage\"")]
    [InlineData("gost", "Текст : электронный")]
    [InlineData("csv", "id,title,url")]
    [InlineData("json", "\"published\"")]
    public async Task A_list_a_page_and_an_answer_are_saved_in_every_format(string format, string part)
    {
        var id = (await _client.GetJson("/v1/search?q=электронное правительство&size=1")).GetProperty("results")[0].Text("id");

        Assert.Contains(part, await _client.GetStringAsync($"/v1/export?q=электронное правительство&format={format}"), StringComparison.Ordinal);
        Assert.Contains(part, await _client.GetStringAsync($"/v1/documents/{id}/export?format={format}"), StringComparison.Ordinal);
        Assert.Contains(part, await _client.GetStringAsync($"/v1/export/answer?question=Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?&format={format}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_format_is_told_the_known_ones()
    {
        var problem = await _client.GetProblem("/v1/export?q=a&format=docx", HttpStatusCode.BadRequest);

        Assert.Equal(["Must be one of: bibtex, ris, csl, gost, csv, json."], problem.GetProperty("errors").GetProperty("format").Texts());
    }

    [Fact]
    public async Task A_feed_of_a_query_is_Atom_newest_first()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";

        var feed = XDocument.Parse(await _client.GetStringAsync("/feed.atom?q=электронное правительство")).Root!;

        var dates = feed.Elements(atom + "entry").Select(entry => entry.Element(atom + "updated")!.Value).ToList();
        Assert.Equal(feed.Element(atom + "updated")!.Value, dates[0]);
        Assert.True(dates.Count > 1);
        Assert.Equal(dates.OrderDescending(StringComparer.Ordinal), dates);
    }

    [Fact]
    public async Task A_pages_twin_in_Markdown_holds_its_text_verbatim()
    {
        var result = (await _client.GetJson("/v1/search?q=digital coalition")).GetProperty("results")[0];
        var text = (await _client.GetJson($"/v1/documents/{result.Text("id")}")).Text("text")!;

        var twin = await _client.GetStringAsync($"/documents/{result.Text("id")}.md");

        Assert.StartsWith("---\ntitle: \"Minister Took Part in the Partner2Connect Meeting\"\nurl: \"https://www.mpt.gov.by/news/21-09-2021-7488\"\nlanguage: en\npublished: 2021-09-21\n---\n", twin, StringComparison.Ordinal);
        Assert.EndsWith(text + "\n", twin, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/llms.txt", "/mcp")]
    [InlineData("/opensearch.xml", "{searchTerms}")]
    [InlineData("/robots.txt", "Disallow: /v1/")]
    public async Task What_machines_look_for_is_there(string address, string part) =>
        Assert.Contains(part, await _client.GetStringAsync(address), StringComparison.Ordinal);
}
