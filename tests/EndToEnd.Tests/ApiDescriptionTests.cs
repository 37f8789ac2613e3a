using System.Text.Json;
using EndToEnd.Tests.Service;
using SearchApi.Pages;
using Search.Text;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class ApiDescriptionTests(SeedsService service)
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task Every_door_is_described_with_a_summary_and_its_errors()
    {
        var paths = (await _client.GetJson("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal(
            ["/feed.atom", "/health/live", "/health/ready", "/metrics", "/v1/answers/{hash}", "/v1/ask", "/v1/chat/completions", "/v1/documents/{id}", "/v1/documents/{id}/export", "/v1/export", "/v1/export/answer", "/v1/models", "/v1/models/{id}", "/v1/search", "/v1/suggest", "/v1/timeline", "/v1/verify"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            Assert.NotEmpty(operation.Value.Text("summary")!);
            Assert.NotEmpty(operation.Value.Text("operationId")!);
        }

        Assert.True(paths.GetProperty("/v1/search").GetProperty("get").GetProperty("responses").TryGetProperty("400", out _));
    }

    [Fact]
    public async Task Every_parameter_of_the_search_has_a_meaning_and_an_example_that_works()
    {
        var parameters = (await _client.GetJson("/openapi/v1.json")).GetProperty("paths").GetProperty("/v1/search").GetProperty("get").GetProperty("parameters").EnumerateArray().ToList();

        Assert.Equal(["q", "page", "size", "language", "from", "to", "sort", "crossLanguage", "verbatim", "explain"], parameters.Select(parameter => parameter.Text("name")));
        Assert.All(parameters, parameter => Assert.NotEmpty(parameter.Text("description")!));
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Text("name")}={Uri.EscapeDataString(Example(parameter.GetProperty("example")))}"));
        await _client.GetJson("/v1/search?" + query);
    }

    [Fact]
    public async Task Bodies_are_described_with_an_example_that_works()
    {
        var description = await _client.GetJson("/openapi/v1.json");
        foreach (var path in new[] { "/v1/ask", "/v1/chat/completions" })
        {
            var example = description.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");

            Assert.True((await _client.PostJson(path, example.ToString())).IsSuccessStatusCode, example.ToString());
        }
    }

    [Fact]
    public void The_three_interface_languages_say_the_same_things()
    {
        var russian = InterfaceTexts.In(Language.Russian).Keys.Order(StringComparer.Ordinal).ToList();

        Assert.Equal(russian, InterfaceTexts.In(Language.Belarusian).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(russian, InterfaceTexts.In(Language.English).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Language.Russian, 1, "1 страница")]
    [InlineData(Language.Russian, 3, "3 страницы")]
    [InlineData(Language.Russian, 12, "12 страниц")]
    [InlineData(Language.Russian, 21, "21 страница")]
    [InlineData(Language.Belarusian, 4, "4 старонкі")]
    [InlineData(Language.Belarusian, 111, "111 старонак")]
    [InlineData(Language.English, 1, "1 page")]
    [InlineData(Language.English, 0, "0 pages")]
    public void Counts_take_the_right_form(Language language, int count, string expected) =>
        Assert.Equal(expected, InterfaceTexts.In(language).Count("results.count", count));

    private static string Example(JsonElement example) => example.ValueKind switch
    {
        JsonValueKind.Array => Example(example[0]),
        JsonValueKind.String => example.GetString()!,
        _ => example.ToString(),
    };
}
