using System.Net;
using System.Security.Cryptography;
using EndToEnd.Tests.Service;
using Microsoft.AspNetCore.Hosting;
using SearchApi.Pages;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class EmbeddingTests(SeedsService service)
{
    private const string Friend = "https://friend.example";

    [Fact]
    public async Task Without_a_list_any_origin_may_read_and_none_may_frame()
    {
        var response = await Get(service.CreateClient(), Friend);

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.EndsWith("frame-ancestors 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_list_only_its_origins_may_read_and_frame()
    {
        await using var closed = service.WithWebHostBuilder(builder => builder.UseSetting("Embedding:Origins:0", Friend));

        var friend = await Get(closed.CreateClient(), Friend);
        var stranger = await Get(closed.CreateClient(), "https://stranger.example");

        Assert.Equal(HttpStatusCode.OK, friend.StatusCode);
        Assert.Equal([Friend], friend.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.EndsWith($"frame-ancestors 'self' {Friend}", friend.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData(Friend, "pk-friend", HttpStatusCode.OK, "its own key")]
    [InlineData(Friend, "", HttpStatusCode.Forbidden, "no key")]
    [InlineData(Friend, "pk-guess", HttpStatusCode.Forbidden, "an unknown key")]
    [InlineData("https://thief.example", "pk-friend", HttpStatusCode.Forbidden, "a key taken from another page")]
    [InlineData("http://localhost", "", HttpStatusCode.OK, "our own pages need none")]
    public async Task A_key_works_only_from_its_origin(string origin, string key, HttpStatusCode status, string why)
    {
        await using var closed = service.WithWebHostBuilder(builder => builder.UseSetting("Embedding:Keys:pk-friend", Friend));

        var response = await Get(closed.CreateClient(), origin, key);

        Assert.True(status == response.StatusCode, why);
    }

    [Fact]
    public void The_widget_stays_under_15_KB_compressed() => Assert.InRange(StaticFiles.Named("widget.js").Gzip.Length, 1, 15 * 1024);

    [Fact]
    public async Task The_widget_is_sent_as_its_integrity_says()
    {
        var response = await service.CreateClient().GetAsync("/widget.js");

        Assert.Equal(StaticFiles.Named("widget.js").Integrity, "sha384-" + Convert.ToBase64String(SHA384.HashData(await response.Content.ReadAsByteArrayAsync())));
        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    private static async Task<HttpResponseMessage> Get(HttpClient client, string origin, string key = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/search?q=digital");
        request.Headers.Add("Origin", origin);
        if (key.Length > 0)
        {
            request.Headers.Add("X-Archive-Key", key);
        }

        return await client.SendAsync(request);
    }
}
