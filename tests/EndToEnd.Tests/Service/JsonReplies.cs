using System.Net;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests.Service;

/// <summary>Short forms for talking JSON with the service.</summary>
internal static class JsonReplies
{
    /// <summary>GETs an address that must answer 200.</summary>
    public static async Task<JsonElement> GetJson(this HttpClient client, string address) => await Read(await client.GetAsync(address), HttpStatusCode.OK);

    /// <summary>GETs an address that must answer <paramref name="status"/> as a problem.</summary>
    public static async Task<JsonElement> GetProblem(this HttpClient client, string address, HttpStatusCode status)
    {
        var response = await client.GetAsync(address);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await Read(response, status);
    }

    /// <summary>Asks a question that must be taken.</summary>
    public static async Task<JsonElement> Ask(this HttpClient client, string question) =>
        await Read(await client.PostJson("/v1/ask", JsonSerializer.Serialize(new { question })), HttpStatusCode.OK);

    /// <summary>POSTs an object that must be taken.</summary>
    public static async Task<JsonElement> Post(this HttpClient client, string address, object body) =>
        await Read(await client.PostJson(address, JsonSerializer.Serialize(body)), HttpStatusCode.OK);

    /// <summary>POSTs a body as it stands.</summary>
    public static Task<HttpResponseMessage> PostJson(this HttpClient client, string address, string body) =>
        client.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>The body of a reply with this status.</summary>
    public static async Task<JsonElement> Read(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The texts of an array.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString() ?? "")];

    /// <summary>A text by its path of property names.</summary>
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();
}
