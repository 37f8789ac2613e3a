using System.ComponentModel.DataAnnotations;
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

    /// <summary>What is wrong with the configuration of a model: an address that is none, or one of address and model without the other.</summary>
    /// <param name="section">Section of the configuration, whose keys are <c>Endpoint</c> and <c>Model</c>.</param>
    /// <param name="endpoint">Base address of the server; empty means no model.</param>
    /// <param name="model">Name of the model.</param>
    public static IEnumerable<ValidationResult> Problems(string section, string endpoint, string model)
    {
        var isConfigured = endpoint.Length > 0;
        if (isConfigured && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return new ValidationResult($"{section}:Endpoint must be an absolute http or https address, as http://127.0.0.1:11434/v1.", ["Endpoint"]);
        }

        if (isConfigured && string.IsNullOrWhiteSpace(model))
        {
            yield return new ValidationResult($"{section}:Model must name a model of the server at {section}:Endpoint.", ["Model"]);
        }

        if (!isConfigured && model.Length > 0)
        {
            yield return new ValidationResult($"{section}:Model is set but {section}:Endpoint is not.", ["Endpoint"]);
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
