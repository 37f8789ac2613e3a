using System.Net;
using EndToEnd.Tests.Service;

namespace EndToEnd.Tests;

/// <summary>HEAD and OPTIONS, over a real connection: the server itself leaves out the body of a reply to HEAD.</summary>
[Collection(ListeningSeeds.Name)]
public sealed class MethodTests(ListeningService service) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = service.Address };

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/?q=digital", HttpStatusCode.OK)]
    [InlineData("/help", HttpStatusCode.OK)]
    [InlineData("/widget.js", HttpStatusCode.OK)]
    [InlineData("/site.css", HttpStatusCode.OK)]
    [InlineData("/v1/search?q=digital", HttpStatusCode.OK)]
    [InlineData("/v1/suggest?q=digital", HttpStatusCode.OK)]
    [InlineData("/v1/export?q=digital&format=csv", HttpStatusCode.OK)]
    [InlineData("/feed.atom?q=digital", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/metrics", HttpStatusCode.OK)]
    [InlineData("/llms.txt", HttpStatusCode.OK)]
    [InlineData("/v1/search", HttpStatusCode.BadRequest)]
    [InlineData("/documents/nobody", HttpStatusCode.NotFound)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    public async Task HEAD_answers_as_GET_does_without_a_body(string address, HttpStatusCode status)
    {
        var get = await _client.GetAsync(address);

        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        var head = await _client.SendAsync(request);

        Assert.Equal(status, head.StatusCode);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/v1/search", "GET, HEAD, OPTIONS")]
    [InlineData("/", "GET, HEAD, OPTIONS")]
    [InlineData("/v1/ask", "POST, OPTIONS")]
    public async Task OPTIONS_names_the_methods_of_an_address(string address, string allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, address);

        var reply = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        Assert.Equal(allowed, string.Join(", ", reply.Content.Headers.Allow));
        Assert.Empty(await reply.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_preflight_is_answered_with_what_a_foreign_page_may_send()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v1/ask");
        request.Headers.Add("Origin", "https://friend.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type");

        var reply = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        Assert.Contains("POST", string.Join(',', reply.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Equal(["*"], reply.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_wrong_method_is_told_the_right_ones()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/v1/search");

        var reply = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], reply.Content.Headers.Allow);
    }
}
