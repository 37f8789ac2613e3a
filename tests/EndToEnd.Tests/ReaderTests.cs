using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using EndToEnd.Tests.Service;

namespace EndToEnd.Tests;

/// <summary>What the answer and the reader's view mark and link.</summary>
[Collection(Seeds.Name)]
public sealed class ReaderTests(SeedsService service)
{
    private const string CardQuestion = "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?";

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task The_page_behind_an_answer_marks_exactly_the_quoted_sentence()
    {
        var citation = (await _client.Ask(CardQuestion)).GetProperty("citations")[0];

        var page = await Reader($"/documents/{citation.Text("id")}?q={Uri.EscapeDataString(CardQuestion)}&start={citation.GetProperty("start").GetInt32()}&length={citation.GetProperty("length").GetInt32()}");

        Assert.Equal(citation.Text("quote"), string.Concat(page.QuerySelectorAll("mark.quote").Select(mark => mark.TextContent)));
        Assert.Single(page.QuerySelectorAll("#quote"));
    }

    [Theory]
    [InlineData("электронное правительство", "электронного правительства", "other forms of the words")]
    [InlineData("e-government", "электронного правительства", "a phrase that stands for a word of another language")]
    [InlineData("электронны ўрад", "электронного правительства", "a phrase for a phrase")]
    public async Task Words_of_the_query_are_marked_in_the_whole_page_in_any_form_and_language(string query, string expected, string why)
    {
        var id = (await _client.GetJson("/v1/search?q=электронное правительство")).GetProperty("results")[0].Text("id");

        var page = await Reader($"/documents/{id}?q={Uri.EscapeDataString(query)}");

        var text = page.QuerySelector(".text")!;
        var places = Regex.Count(text.TextContent, expected);
        Assert.True(places > 2);
        var marked = Regex.Count(Regex.Replace(text.InnerHtml.Replace("</mark> <mark>", " ", StringComparison.Ordinal), "<mark>(.*?)</mark>", "[$1]"), Regex.Escape($"[{expected}]"));
        Assert.True(places == marked, $"{marked} of {places}: {why}");
    }

    [Fact]
    public async Task A_cited_page_that_has_other_versions_links_them_in_the_answer()
    {
        await using var versions = new VersionsService();

        var answer = await versions.CreateClient().GetStringAsync("/?ui=en&q=" + Uri.EscapeDataString("Сколько стендов на выставке почтовых марок «Птицы Полесья»?"));

        var card = new HtmlParser().ParseDocument(answer).QuerySelector(".answer .citations")!;
        Assert.Contains("37", card.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(card.QuerySelectorAll(".versions a"));
        Assert.All(card.QuerySelectorAll(".versions a"), link => Assert.Contains(link.TextContent, new[] { "English", "Russian" }));
        Assert.StartsWith("/documents/", card.QuerySelector(".versions a")?.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Слова «щщщыыы» в архиве нет.")]
    [InlineData("be", "Слова «щщщыыы» у архіве няма.")]
    [InlineData("en", "The archive does not hold “щщщыыы”.")]
    public async Task Where_nothing_is_found_the_page_says_which_word_is_unknown_in_its_own_language(string ui, string expected)
    {
        var page = WebUtility.HtmlDecode(await _client.GetStringAsync($"/?q=щщщыыы&verbatim=true&ui={ui}"));

        Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_filters_leave_nothing_the_page_links_the_search_without_them()
    {
        var page = await Reader("/?q=digital coalition&to=2001&ui=en");

        var link = Assert.Single(page.QuerySelectorAll(".none li a"), link => link.TextContent == "At any time");
        Assert.Equal("/?q=digital%20coalition&ui=en", link.GetAttribute("href"));
        Assert.Contains("5 pages", link.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_known_word_is_not_mended_into_another_word()
    {
        var reply = await _client.GetJson("/v1/search?q=Колькі каштуе білет у метро?");

        Assert.Null(reply.GetProperty("query").Text("interpretedAs"));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Reader(string address) => new HtmlParser().ParseDocument(await _client.GetStringAsync(address));
}
