using System.Net;
using System.Text;
using EndToEnd.Tests.Service;
using Microsoft.AspNetCore.Hosting;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class BadInputTests(SeedsService service)
{
    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData("/v1/search", "q", "Must not be empty.")]
    [InlineData("/v1/search?q=", "q", "Must not be empty.")]
    [InlineData("/v1/search?q=%20%09", "q", "Must not be empty.")]
    [InlineData("/v1/search?q=a&q=b", "q", "Given more than once.")]
    [InlineData("/v1/search?q=a&page=0", "page", "Must be a whole number from 1 to 100.")]
    [InlineData("/v1/search?q=a&page=99999999999", "page", "Must be a whole number from 1 to 100.")]
    [InlineData("/v1/search?q=a&size=10000", "size", "Must be a whole number from 1 to 100.")]
    [InlineData("/v1/search?q=a&size=1.5", "size", "Must be a whole number from 1 to 100.")]
    [InlineData("/v1/search?q=a&from=2020-13-45", "from", "Must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD.")]
    [InlineData("/v1/search?q=a&to=2021-02-29", "to", "Must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD.")]
    [InlineData("/v1/search?q=a&from=2021&to=2020", "from", "Must not be later than `to`.")]
    [InlineData("/v1/search?q=a&language=de", "language", "Must be one of: be, ru, en.")]
    [InlineData("/v1/search?q=a&sort=best", "sort", "Must be one of: relevance, newest, oldest.")]
    [InlineData("/v1/search?q=a&crossLanguage=maybe", "crossLanguage", "Must be on or off.")]
    [InlineData("/v1/search?q=a&lang=ru", "lang", "Unknown parameter. Allowed: q, page, size, language, from, to, sort, crossLanguage, verbatim, explain.")]
    [InlineData("/v1/suggest?q=a&size=21", "size", "Must be a whole number from 1 to 20.")]
    [InlineData("/v1/timeline", "q", "Must not be empty.")]
    [InlineData("/v1/timeline?q=a&from=2021&to=2020", "from", "Must not be later than `to`.")]
    [InlineData("/v1/timeline?q=a&size=5", "size", "Unknown parameter. Allowed: q, from, to.")]
    [InlineData("/v1/documents/none?x=1", "x", "Unknown parameter. Allowed: .")]
    public async Task A_bad_parameter_is_named_with_what_is_allowed(string address, string field, string message)
    {
        var problem = await _client.GetProblem(address, HttpStatusCode.BadRequest);

        Assert.Equal([message], problem.GetProperty("errors").GetProperty(field).Texts());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var problem = await _client.GetProblem("/v1/search?q=&page=0&from=never&colour=red", HttpStatusCode.BadRequest);

        Assert.Equal(["colour", "from", "page", "q"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_query_of_5000_characters_is_told_the_limit()
    {
        var problem = await _client.GetProblem("/v1/search?q=" + new string('a', 5000), HttpStatusCode.BadRequest);

        Assert.Equal(["Is 5000 characters long; at most 1000 are allowed."], problem.GetProperty("errors").GetProperty("q").Texts());
    }

    [Theory]
    [InlineData("{\"question\": ", "body", "Is not JSON: line 1, byte 14.")]
    [InlineData("", "body", "Is not JSON: line 1, byte 1.")]
    [InlineData("[]", "body", "Must be a JSON object with the field question.")]
    [InlineData("{\"question\": \"\\ud800?\"}", "body", "A text holds half of a surrogate pair or bytes that are not UTF-8.")]
    [InlineData("{}", "question", "Must not be empty.")]
    [InlineData("{\"question\": 5}", "question", "Must be a text.")]
    [InlineData("{\"question\": \"a\", \"language\": \"de\"}", "language", "Must be one of: be, ru, en.")]
    [InlineData("{\"question\": \"a\", \"from\": \"2020-13\"}", "from", "Must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD.")]
    [InlineData("{\"question\": \"a\", \"query\": \"b\"}", "query", "Unknown field. Allowed: question, language, from, to, earlier.")]
    [InlineData("{\"question\": \"a\", \"earlier\": \"b\"}", "earlier", "Must be an array of objects with the text question and, where there was one, the text answer.")]
    [InlineData("{\"question\": \"a\", \"earlier\": [{\"answer\": \"b\"}]}", "earlier", "Must be an array of objects with the text question and, where there was one, the text answer.")]
    public async Task A_bad_body_is_the_callers_error(string body, string field, string message)
    {
        var problem = await JsonReplies.Read(await _client.PostJson("/v1/ask", body), HttpStatusCode.BadRequest);

        Assert.Equal([message], problem.GetProperty("errors").GetProperty(field).Texts());
    }

    [Theory]
    [InlineData("{}", "text", "Must not be empty.")]
    [InlineData("{\"text\": \" \"}", "text", "Must not be empty.")]
    [InlineData("{\"text\": 5}", "text", "Must be a text.")]
    [InlineData("{\"text\": \"a\", \"language\": \"en\"}", "language", "Unknown field. Allowed: text.")]
    [InlineData("[]", "body", "Must be a JSON object with the field text.")]
    public async Task A_bad_text_to_verify_is_the_callers_error(string body, string field, string message)
    {
        var problem = await JsonReplies.Read(await _client.PostJson("/v1/verify", body), HttpStatusCode.BadRequest);

        Assert.Equal([message], problem.GetProperty("errors").GetProperty(field).Texts());
    }

    [Fact]
    public async Task A_text_to_verify_has_a_limit_that_is_told()
    {
        var tooLong = await JsonReplies.Read(await _client.PostJson("/v1/verify", $"{{\"text\": \"{new string('a', 10_001)}\"}}"), HttpStatusCode.BadRequest);
        var tooMany = await JsonReplies.Read(await _client.PostJson("/v1/verify", $"{{\"text\": \"{string.Concat(Enumerable.Repeat("Yes, it is so. ", 101))}\"}}"), HttpStatusCode.BadRequest);

        Assert.Equal(["Is 10001 characters long; at most 10000 are allowed."], tooLong.GetProperty("errors").GetProperty("text").Texts());
        Assert.Equal(["Has 101 sentences; at most 100 are allowed."], tooMany.GetProperty("errors").GetProperty("text").Texts());
    }

    [Fact]
    public async Task A_broken_body_is_a_400_in_development_too()
    {
        await using var development = service.WithWebHostBuilder(builder => builder.UseEnvironment("Development"));

        await JsonReplies.Read(await development.CreateClient().PostJson("/v1/ask", "{"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_by_its_type_is_a_415()
    {
        var response = await _client.PostAsync("/v1/ask", new StringContent("question=a", Encoding.UTF8, "application/x-www-form-urlencoded"));

        await JsonReplies.Read(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_of_two_megabytes_is_a_413()
    {
        var response = await _client.PostJson("/v1/ask", $"{{\"question\": \"{new string('a', 2 << 20)}\"}}");

        await JsonReplies.Read(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task An_unknown_document_is_a_404() => await _client.GetProblem("/v1/documents/nobody", HttpStatusCode.NotFound);

    [Fact]
    public async Task An_unknown_address_is_a_404_that_says_where_the_doors_are_listed() =>
        Assert.Contains("/openapi/v1.json", (await _client.GetProblem("/v2/search", HttpStatusCode.NotFound)).Text("detail"), StringComparison.Ordinal);

    [Fact]
    public async Task The_wrong_method_is_a_405()
    {
        var response = await _client.GetAsync("/v1/ask");

        await JsonReplies.Read(response, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Without_pages_and_without_an_index_every_door_is_a_503_that_says_what_to_do()
    {
        await using var empty = service.WithWebHostBuilder(builder => builder
            .UseSetting("Archive:Source", "no/such/folder")
            .UseSetting("Archive:Index", Path.Combine(Path.GetTempPath(), "no-such-index")));
        var client = empty.CreateClient();

        Assert.Equal("live", (await client.GetJson("/health/live")).Text("status"));
        foreach (var address in new[] { "/health/ready", "/v1/search?q=a", "/v1/documents/a", "/v1/suggest?q=a" })
        {
            Assert.Contains("Archive:Source", (await client.GetProblem(address, HttpStatusCode.ServiceUnavailable)).Text("detail"), StringComparison.Ordinal);
        }

        await JsonReplies.Read(await client.PostJson("/v1/ask", "{\"question\": \"a\"}"), HttpStatusCode.ServiceUnavailable);
    }
}
