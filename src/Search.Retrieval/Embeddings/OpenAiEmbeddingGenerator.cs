using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Search.Retrieval.Embeddings;

/// <summary>An embedding model behind any server that speaks OpenAI's protocol (<c>POST ENDPOINT/embeddings</c>).</summary>
/// <param name="options">The server and its model.</param>
internal sealed class OpenAiEmbeddingGenerator(EmbeddingModelOptions options) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int MaxBytesOfVector = 1 << 18;

    private readonly ModelEndpoint _endpoint = new(options.Endpoint, "embeddings", options.ApiKey);
    private readonly string _model = options.Model;

    /// <inheritdoc/>
    /// <exception cref="ModelException">The server refused or spoke another protocol.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        using var response = await _endpoint.PostAsync(new { model = _model, input = texts, encoding_format = "float" }, cancellationToken);
        await using var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), (long)MaxBytesOfVector * (texts.Count + 1));
        using var json = await JsonDocument.ParseAsync(body, default, cancellationToken);
        var vectors = new Embedding<float>?[texts.Count];
        try
        {
            foreach (var (item, place) in json.RootElement.GetProperty("data").EnumerateArray().Select((item, place) => (item, place)))
            {
                var index = item.TryGetProperty("index", out var number) ? number.GetInt32() : place;
                vectors[index] = new Embedding<float>(item.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle()).ToArray());
            }
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new ModelException($"{_endpoint.Host} sent no list of vectors.", wrong);
        }

        return vectors.All(vector => vector is { Vector.Length: > 0 }) && vectors.DistinctBy(vector => vector!.Vector.Length).Count() <= 1
            ? [.. vectors.Select(vector => vector!)]
            : throw new ModelException($"{_endpoint.Host} sent fewer vectors than texts, or vectors of several lengths.");
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => _endpoint.Dispose();
}
