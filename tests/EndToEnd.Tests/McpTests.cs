using System.Text;
using System.Text.Json;
using EndToEnd.Tests.Service;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace EndToEnd.Tests;

/// <summary>The tools over real HTTP and over standard input and output, driven by the protocol's official client.</summary>
[Collection(ListeningSeeds.Name)]
public sealed class McpTests(ListeningService service) : IAsyncLifetime
{
    private McpClient? _client;

    private McpClient Client => _client ?? throw new InvalidOperationException("The client connects before a test begins.");

    public async Task InitializeAsync() => _client = await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(service.Address, "mcp"), TransportMode = HttpTransportMode.StreamableHttp }));

    public async Task DisposeAsync() => await Client.DisposeAsync();

    [Fact]
    public async Task The_three_tools_are_listed_as_reading_only()
    {
        var tools = await Client.ListToolsAsync();

        Assert.Equal(["ask", "fetch", "search"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint));
        Assert.All(tools, tool => Assert.NotEmpty(tool.Description));
    }

    [Fact]
    public async Task Search_and_fetch_answer_in_the_shape_of_connectors()
    {
        var found = await Call("search", new { query = "digital coalition" });
        var first = found.GetProperty("results")[0];
        var page = await Call("fetch", new { id = first.Text("id") });

        Assert.Equal("https://www.mpt.gov.by/news/21-09-2021-7488", first.Text("url"));
        Assert.NotEmpty(first.Text("title")!);
        Assert.NotEmpty(first.Text("text")!);
        Assert.Equal(["id", "title", "text", "url", "metadata"], page.EnumerateObject().Select(field => field.Name));
        Assert.Equal(first.Text("url"), page.Text("url"));
    }

    [Fact]
    public async Task A_long_page_comes_in_parts_that_join_without_a_gap()
    {
        var id = (await Call("search", new { query = "digital coalition" })).GetProperty("results")[0].Text("id");
        var whole = (await Call("fetch", new { id, max_chars = 20_000 })).Text("text");
        var (joined, offset) = (new StringBuilder(), (int?)0);
        while (offset is not null)
        {
            var part = await Call("fetch", new { id, max_chars = 500, offset });
            Assert.True(part.Text("text")!.Length <= 500);
            joined.Append(part.Text("text"));
            var metadata = part.GetProperty("metadata");
            offset = metadata.GetProperty("truncated").GetBoolean() ? metadata.GetProperty("next_offset").GetInt32() : null;
        }

        Assert.Equal(whole, joined.ToString());
    }

    [Fact]
    public async Task Results_go_on_at_the_next_offset()
    {
        var both = await Call("search", new { query = "электронное правительство", count = 2 });
        var first = await Call("search", new { query = "электронное правительство", count = 1 });
        var second = await Call("search", new { query = "электронное правительство", count = 1, offset = first.GetProperty("next_offset").GetInt32() });

        Assert.Equal(
            both.GetProperty("results").EnumerateArray().Select(result => result.Text("id")),
            [first.GetProperty("results")[0].Text("id"), second.GetProperty("results")[0].Text("id")]);
    }

    [Fact]
    public async Task Ask_answers_with_a_quote_or_declines()
    {
        var answered = await Call("ask", new { question = "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?" });
        var declined = await Call("ask", new { question = "Сколько стоит билет в метро?" });

        Assert.Contains("40", answered.GetProperty("citations")[0].Text("quote"), StringComparison.Ordinal);
        Assert.Equal("no_answer", declined.Text("status"));
    }

    [Fact]
    public async Task Ask_completes_a_follow_up_by_the_turns_before_it()
    {
        var answered = await Call("ask", new { question = "а в 2020 году?", earlier = new[] { new { question = "Какое место заняла Беларусь в рейтинге электронного правительства в 2018 году?", answer = "38-е" } } });

        Assert.Contains("40", answered.Text("short_answer"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "{\"question\":\"а в 2020?\",\"earlier\":[{\"question\":\"\"}]}", "Each turn of earlier must have a question.")]
    [InlineData("ask", "{\"question\":\"а в 2020?\",\"earlier\":[null]}", "Each turn of earlier must have a question.")]
    [InlineData("ask", "{\"question\":\"a\",\"earlier\":[{\"question\":\"a\"},{\"question\":\"a\"},{\"question\":\"a\"},{\"question\":\"a\"},{\"question\":\"a\"},{\"question\":\"a\"},{\"question\":\"a\"},{\"question\":\"a\"},{\"question\":\"a\"}]}", "earlier must hold at most 8 turns")]
    [InlineData("search", "{\"query\":\"\"}", "query must not be empty.")]
    [InlineData("search", "{\"query\":\"a\",\"count\":21}", "count must be from 1 to 20.")]
    [InlineData("search", "{\"query\":\"a\",\"from\":\"2020-13\"}", "from must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD.")]
    [InlineData("search", "{\"query\":\"a\",\"language\":\"de\"}", "language must be be, ru or en.")]
    [InlineData("fetch", "{\"id\":\"nobody\"}", "The archive holds no page with this id. Ids come from the tool search.")]
    public async Task A_bad_argument_is_an_error_that_the_model_can_read(string tool, string arguments, string message)
    {
        var result = await Client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));

        Assert.True(result.IsError);
        Assert.Contains(message, ((TextContentBlock)result.Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_tools_answer_over_standard_input_and_output()
    {
        var index = Directory.CreateTempSubdirectory("archive-index-");
        try
        {
            await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
            {
                Name = "archive",
                Command = "dotnet",
                Arguments = [Path.Combine(AppContext.BaseDirectory, "SearchApi.dll"), "--mcp-stdio", "--Archive:Index", index.FullName],
            }));

            var result = await client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "digital coalition" });

            Assert.Contains("21-09-2021-7488", ((TextContentBlock)result.Content[0]).Text, StringComparison.Ordinal);
        }
        finally
        {
            index.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Plain_requests_need_no_session_and_a_notification_has_no_answer()
    {
        using var client = new HttpClient { BaseAddress = service.Address };

        var list = await client.PostJson("/mcp", """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");
        var notification = await client.PostJson("/mcp", """{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        var get = await client.GetAsync("/mcp");
        var broken = await client.PostJson("/mcp", "{\"jsonrpc\":");

        Assert.Contains("\"search\"", await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(202, (int)notification.StatusCode);
        Assert.Equal(405, (int)get.StatusCode);
        Assert.Equal(400, (int)broken.StatusCode);
    }

    private async Task<JsonElement> Call(string tool, object arguments)
    {
        var result = await Client.CallToolAsync(tool, JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(field => field.Name, field => (object?)field.Value));
        var text = ((TextContentBlock)Assert.Single(result.Content)).Text;
        Assert.False(result.IsError == true, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
