using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Search.Retrieval.Embeddings;

/// <summary>
/// One address of a server that speaks OpenAI's protocol. It never retries and never follows a redirect: what is sent goes to the configured
/// address or nowhere.
/// </summary>
internal sealed class ModelEndpoint : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Uri _address;

    /// <summary>Prepares; nothing is sent yet.</summary>
    /// <param name="endpoint">Base address of the server.</param>
    /// <param name="path">Path below it.</param>
    /// <param name="apiKey">Bearer token; empty for none.</param>
    public ModelEndpoint(string endpoint, string path, string apiKey)
    {
        _address = new Uri($"{endpoint.TrimEnd('/')}/{path}");
        if (apiKey.Length > 0)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        }
    }

    /// <summary>Name of the server.</summary>
    public string Host => _address.Authority;

    /// <summary>Posts a body and hands out the reply as it comes.</summary>
    /// <exception cref="ModelException">The server answered with another status than success.</exception>
    /// <exception cref="HttpRequestException">It cannot be reached.</exception>
    public async Task<HttpResponseMessage> PostAsync<T>(T body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = JsonContent.Create(body) };

        // With its length told: small servers read no chunked requests.
        await request.Content.LoadIntoBufferAsync(cancellation);
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            response.Dispose();
            throw new ModelException($"{Host} answered {(int)response.StatusCode}.");
        }

        return response;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
