using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EndToEnd.Tests.Service;

namespace EndToEnd.Tests;

/// <summary>Pages, titles, addresses, queries and answers that hold markup reach every door's caller as text.</summary>
public sealed class MarkupTests(HostileService service) : IClassFixture<HostileService>
{
    // All that our own templates are made of.
    private static readonly HashSet<string> OwnElements = new(
        ("html head meta title link script body a header span nav main div form label input button p details summary section h1 h2 h3 ul ol li article time mark blockquote em strong code pre "
        + "br dl dt dd footer svg rect").Split(' '),
        StringComparer.Ordinal);

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task No_query_becomes_markup_on_the_search_page()
    {
        // Every third one: both lists' lengths share no factor with three, so each way out meets many ways in.
        foreach (var payload in Payloads.All.Where((_, number) => number % 3 == 0))
        {
            CheckPage(await _client.GetAsync("/?q=" + Uri.EscapeDataString(payload)), payload);
        }
    }

    [Fact]
    public async Task No_stored_page_becomes_markup_in_its_reader_view_its_list_or_its_twin()
    {
        foreach (var id in await Ids())
        {
            CheckPage(await _client.GetAsync($"/documents/{id}?q=ярмарка&start=10&length=60&ui=en"), id);
            var twin = await _client.GetAsync($"/documents/{id}.md");
            Assert.Equal("text/markdown", twin.Content.Headers.ContentType?.MediaType);
            Assert.Equal(["nosniff"], twin.Headers.GetValues("X-Content-Type-Options"));
        }

        CheckPage(await _client.GetAsync("/?q=ярмарка&size=100"), "a list of all");
    }

    [Fact]
    public async Task Json_holds_no_sign_that_HTML_reads_as_markup()
    {
        foreach (var payload in Payloads.All.Where((_, number) => number % 7 == 0))
        {
            var query = Uri.EscapeDataString(payload.Replace("\0", "", StringComparison.Ordinal)); // A path holds no NUL.
            foreach (var address in new[] { $"/v1/search?q={query}", $"/v1/suggest?q={query}", $"/v1/search?q=ярмарка&{query}=1", $"/v1/search?q=a&sort={query}", $"/v1/documents/{query}", $"/v1/models/{query}", $"/v1/export?q=ярмарка {query}&format=json" })
            {
                await CheckJson(await _client.GetAsync(address), address);
            }

            await CheckJson(await _client.PostJson("/v1/ask", JsonSerializer.Serialize(new { question = payload })), payload);
            await CheckJson(await _client.PostJson("/v1/chat/completions", JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = payload } } })), payload);
        }

        foreach (var id in await Ids())
        {
            await CheckJson(await _client.GetAsync($"/v1/documents/{id}"), id);
        }

        await CheckJson(await _client.GetAsync("/openapi/v1.json"), "openapi");
    }

    [Fact]
    public async Task Streams_and_tools_hold_no_markup_either()
    {
        foreach (var payload in Payloads.All.Where((_, number) => number % 25 == 0))
        {
            using var ask = new HttpRequestMessage(HttpMethod.Post, "/v1/ask") { Content = new StringContent(JsonSerializer.Serialize(new { question = payload + " ярмарка?" }), Encoding.UTF8, "application/json") };
            ask.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            CheckText(await (await _client.SendAsync(ask)).Content.ReadAsStringAsync(), payload);
            var call = JsonSerializer.Serialize(new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name = "search", arguments = new { query = payload + " ярмарка" } } });
            CheckText(await (await _client.PostJson("/mcp", call)).Content.ReadAsStringAsync(), payload);
            var chat = JsonSerializer.Serialize(new { stream = true, messages = new[] { new { role = "user", content = payload + " ярмарка?" } } });
            CheckText(await (await _client.PostJson("/v1/chat/completions", chat)).Content.ReadAsStringAsync(), payload);
        }
    }

    [Fact]
    public async Task Feeds_are_whole_XML_whose_links_lead_to_the_web()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        foreach (var query in Payloads.All.Where((_, number) => number % 25 == 0).Append("ярмарка"))
        {
            var feed = XDocument.Parse(await _client.GetStringAsync("/feed.atom?size=100&q=" + Uri.EscapeDataString(query)));

            Assert.All(feed.Descendants(), element => Assert.Equal(atom, element.Name.Namespace));
            Assert.All(feed.Descendants(atom + "link"), link => Assert.StartsWith("http", link.Attribute("href")!.Value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("bibtex")]
    [InlineData("ris")]
    [InlineData("csl")]
    [InlineData("gost")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task Exports_are_files_that_no_browser_shows_as_a_page(string format)
    {
        var response = await _client.GetAsync($"/v1/export?q=ярмарка&size=100&format={format}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.DoesNotContain("html", response.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    private async Task<List<string>> Ids()
    {
        var ids = (await _client.GetJson("/v1/search?q=ярмарка&size=100")).GetProperty("results").EnumerateArray().Select(result => result.Text("id")!).ToList();
        Assert.True(ids.Count > 20, $"{ids.Count} hostile pages found");
        return ids;
    }

    private static void CheckPage(HttpResponseMessage response, string why)
    {
        Assert.True((int)response.StatusCode < 500, why);
        var page = new HtmlParser().ParseDocument(response.Content.ReadAsStringAsync().Result);
        foreach (var element in page.All)
        {
            Assert.True(OwnElements.Contains(element.LocalName), $"<{element.LocalName}> from {why}");
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc", $"{attribute.Name} from {why}");
                if (attribute.Name is "href" or "src" or "action")
                {
                    Assert.Matches("^(/|#|https?://)", attribute.Value);
                }
            }

            if (element.LocalName == "script")
            {
                Assert.StartsWith("/site.js?v=", element.GetAttribute("src"), StringComparison.Ordinal);
                Assert.Equal("", element.TextContent);
            }
        }
    }

    private static async Task CheckJson(HttpResponseMessage response, string why)
    {
        Assert.True((int)response.StatusCode < 500, why);
        Assert.Matches("json$", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        CheckText(await response.Content.ReadAsStringAsync(), why);
    }

    private static void CheckText(string text, string why) => Assert.True(text.AsSpan().IndexOfAny('<', '>') < 0, $"{why}: {text}");
}
