using System.ComponentModel.DataAnnotations;

namespace Search.Retrieval.Embeddings;

/// <summary>The embedding model that may help to find passages. Without an endpoint there is none, and nothing is ever sent.</summary>
public sealed class EmbeddingModelOptions : IValidatableObject
{
    /// <summary>Section of the configuration: <c>Embedding:Endpoint</c>, <c>Embedding:Model</c>, …</summary>
    public const string SectionName = "Embedding";

    /// <summary>Base address of a server that speaks OpenAI's protocol, as <c>http://127.0.0.1:11434/v1</c>; empty means no model. Default empty.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Name of the model, as the server knows it; needed with an endpoint. The index must have been built with the same.</summary>
    public string Model { get; set; } = "";

    /// <summary>Key sent as a bearer token; empty sends none. Default empty.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Longest wait for the vector of a query, seconds, 0.1 to 60; searches go on by words alone then. Default 3.</summary>
    [Range(0.1, 60)]
    public double TimeoutSeconds { get; set; } = 3;

    /// <summary>After a failure, how long queries are not sent, seconds, 0 to 3,600. Default 30.</summary>
    [Range(0, 3600)]
    public double PauseSeconds { get; set; } = 30;

    /// <summary>Passages sent at once while indexing, 1 to 1,000. Default 32.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 32;

    /// <summary>Cosine below which a passage is no candidate, 0 to 1; what is right depends on the model. Default 0.</summary>
    [Range(0, 1)]
    public double LeastSimilarity { get; set; }

    /// <summary>Whether a model is configured.</summary>
    public bool IsConfigured => Endpoint.Length > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => ModelEndpoint.Problems(SectionName, Endpoint, Model);
}
