using EndToEnd.Tests.Service;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SearchApi.Archive;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class SearchTests(SeedsService service)
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("разумны горад", "27-08-2020-6697", "the Belarusian page is about the platforms of smart cities")]
    [InlineData("digital coalition", "21-09-2021-7488", "the English page names the coalition")]
    [InlineData("ПРООН 1992", "proon", "the page about the meeting with UNDP")]
    public async Task The_right_seed_page_comes_first(string query, string partOfAddress, string why)
    {
        var reply = await _client.GetJson($"/v1/search?q={Uri.EscapeDataString(query)}");

        var first = reply.GetProperty("results")[0];
        Assert.True(first.Text("url")!.Contains(partOfAddress, StringComparison.OrdinalIgnoreCase), $"{first.Text("url")}: {why}");
        Assert.Equal(1, first.GetProperty("rank").GetInt32());
    }

    [Fact]
    public async Task A_reply_has_every_field_of_the_contract()
    {
        var reply = await _client.GetJson("/v1/search?q=электронное правительство");

        Assert.Equal(["query", "total", "page", "size", "tookMs", "results", "facets"], reply.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["text", "language", "interpretedAs", "notices", "noticeDetails"], reply.GetProperty("query").EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["rank", "id", "url", "title", "titleHighlights", "language", "published", "publishedPrecision", "score", "match", "snippet", "link", "versions", "explanation"],
            reply.GetProperty("results")[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["language", "year"], reply.GetProperty("facets").EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Highlights_are_offsets_of_forms_of_the_words_asked_for()
    {
        var reply = await _client.GetJson("/v1/search?q=электронное правительство&size=1");

        var snippet = reply.GetProperty("results")[0].GetProperty("snippet");
        var marked = snippet.GetProperty("highlights").EnumerateArray()
            .Select(span => snippet.Text("text")!.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32()))
            .ToList();
        Assert.NotEmpty(marked);
        Assert.All(marked, word => Assert.Matches("^(?i)(электронн|правительств)", word));
    }

    [Fact]
    public async Task Newest_first_and_oldest_first_are_each_others_mirror()
    {
        var newest = await Dates("newest");
        var oldest = await Dates("oldest");

        Assert.True(newest.Count > 1);
        Assert.Equal(newest.OrderDescending(StringComparer.Ordinal), newest);
        Assert.Equal(newest.AsEnumerable().Reverse(), oldest);

        async Task<List<string>> Dates(string sort) =>
            [.. (await _client.GetJson($"/v1/search?q=электронное правительство&sort={sort}")).GetProperty("results").EnumerateArray().Select(result => result.Text("published")!)];
    }

    [Fact]
    public async Task Pages_of_results_continue_each_other()
    {
        var whole = await Ids("size=3");
        var parts = (await Ids("size=1&page=1")).Concat(await Ids("size=1&page=2")).Concat(await Ids("size=1&page=3"));

        Assert.Equal(3, whole.Count);
        Assert.Equal(whole, parts);

        async Task<List<string>> Ids(string paging) =>
            [.. (await _client.GetJson($"/v1/search?q=электронное правительство&{paging}")).GetProperty("results").EnumerateArray().Select(result => result.Text("id")!)];
    }

    [Fact]
    public async Task A_language_filter_narrows_the_results_but_not_its_own_counts()
    {
        var everything = await _client.GetJson("/v1/search?q=digital&crossLanguage=on");
        var english = await _client.GetJson("/v1/search?q=digital&language=en");

        Assert.All(english.GetProperty("results").EnumerateArray(), result => Assert.Equal("en", result.Text("language")));
        Assert.Equal(everything.GetProperty("facets").GetProperty("language").ToString(), english.GetProperty("facets").GetProperty("language").ToString());
    }

    [Fact]
    public async Task A_date_filter_keeps_only_its_year()
    {
        var reply = await _client.GetJson("/v1/search?q=электронное правительство&from=2020&to=2020");

        Assert.NotEqual(0, reply.GetProperty("total").GetInt32());
        Assert.All(reply.GetProperty("results").EnumerateArray(), result => Assert.StartsWith("2020", result.Text("published"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_that_matches_nothing_is_an_empty_reply_and_no_error()
    {
        var reply = await _client.GetJson("/v1/search?q=щщщыыы&verbatim=true");

        Assert.Equal(0, reply.GetProperty("total").GetInt32());
        Assert.Equal(0, reply.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Where_a_filter_leaves_nothing_the_reply_says_which_and_how_much_there_is_without_it()
    {
        var reply = await _client.GetJson("/v1/search?q=digital coalition&crossLanguage=off&language=ru&to=2001");

        var remedies = reply.GetProperty("query").GetProperty("noticeDetails").EnumerateArray().Where(notice => notice.GetProperty("drop").ValueKind == System.Text.Json.JsonValueKind.Array).ToList();
        var both = Assert.Single(remedies);
        Assert.Equal(["language", "to", "crossLanguage"], both.GetProperty("drop").Texts());
        Assert.Equal(5, both.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Where_a_word_is_not_in_the_archive_the_reply_names_it_and_the_query_without_it()
    {
        var reply = await _client.GetJson("/v1/search?q=%2Bщщщыыы %2Bсвязь&verbatim=true");

        var notice = reply.GetProperty("query").GetProperty("noticeDetails")[0];
        Assert.Equal(("zero-results", "щщщыыы"), (notice.Text("kind"), notice.Text("subject")));
        Assert.DoesNotContain("щщщыыы", notice.Text("query"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_complete_a_title()
    {
        var reply = await _client.GetJson("/v1/suggest?q=онлайн конф&size=3");

        Assert.StartsWith("Онлайн конференция", reply.GetProperty("suggestions")[0].Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_given_as_stored_and_its_passages_stand_where_they_say()
    {
        var id = (await _client.GetJson("/v1/search?q=digital coalition")).GetProperty("results")[0].Text("id");

        var document = await _client.GetJson($"/v1/documents/{id}");

        Assert.Equal("en", document.Text("language"));
        Assert.Matches("^[0-9a-f]{64}$", document.Text("sha256"));
        Assert.All(document.GetProperty("passages").EnumerateArray(), passage => Assert.Equal(
            passage.Text("text"),
            document.Text("text")!.Substring(passage.GetProperty("start").GetInt32(), passage.GetProperty("length").GetInt32())));
    }

    [Fact]
    public async Task A_document_says_when_it_was_first_indexed_and_last_seen_and_so_does_its_page()
    {
        var client = service.CreateClient();
        var id = (await client.GetJson("/v1/search?q=digital coalition")).GetProperty("results")[0].Text("id");

        var document = await client.GetJson($"/v1/documents/{id}");

        var first = document.GetProperty("firstSeen").GetDateTimeOffset();
        Assert.Equal(TimeSpan.Zero, first.Offset);
        Assert.Equal(first, document.GetProperty("lastSeen").GetDateTimeOffset());
        var page = await client.GetStringAsync($"/documents/{id}?ui=en");
        Assert.Contains($"<dt>First indexed</dt><dd><time datetime=\"{first:yyyy-MM-ddTHH:mm:ssZ}\">", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Last seen in the source</dt>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_for_mending_are_read_in_the_background_and_the_service_is_ready_meanwhile()
    {
        await using var prepared = service.WithWebHostBuilder(builder => builder.UseSetting("Archive:Prepare", "true"));
        var client = prepared.CreateClient();

        Assert.Equal("ready", (await client.GetJson("/health/ready")).Text("status"));
        var preparer = prepared.Services.GetRequiredService<ArchivePreparer>();
        for (var wait = 0; wait < 600 && preparer.Prepared == 0; wait++)
        {
            await Task.Delay(100);
        }

        Assert.NotEqual(0, preparer.Prepared);
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_says_its_state(string address, string state) => Assert.Equal(state, (await _client.GetJson(address)).Text("status"));
}
