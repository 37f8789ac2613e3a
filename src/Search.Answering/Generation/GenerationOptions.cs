using System.ComponentModel.DataAnnotations;
using Search.Retrieval.Embeddings;

namespace Search.Answering.Generation;

/// <summary>The language model that may word answers, and what it may cost. Without an endpoint there is none, and nothing is ever sent.</summary>
public sealed class GenerationOptions : IValidatableObject
{
    /// <summary>Section of the configuration: <c>Answering:Endpoint</c>, <c>Answering:Model</c>, …</summary>
    public const string SectionName = "Answering";

    /// <summary>Base address of a server that speaks OpenAI's protocol, as <c>http://127.0.0.1:11434/v1</c>; empty means no model. Default empty.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Name of the model, as the server knows it; needed with an endpoint.</summary>
    public string Model { get; set; } = "";

    /// <summary>Key sent as a bearer token; empty sends none. Default empty.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Longest wait for a whole reply, seconds, 1 to 600. Default 30.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Passages handed to the model, 1 to 8. Default 6.</summary>
    [Range(1, 8)]
    public int Passages { get; set; } = 6;

    /// <summary>Most tokens of a prompt as estimated, 500 to 100,000; passages that do not fit are left out, the first always stays. Default 6,000.</summary>
    [Range(500, 100_000)]
    public int MaxPromptTokens { get; set; } = 6000;

    /// <summary>Most tokens of a reply, 16 to 8,192; what comes beyond is not read. Default 500.</summary>
    [Range(16, 8192)]
    public int MaxOutputTokens { get; set; } = 500;

    /// <summary>Most tokens, prompts and replies together, that one caller may use a day (UTC); 0 means no limit. Default 200,000.</summary>
    [Range(0, 1_000_000_000)]
    public long TokensPerCallerAndDay { get; set; } = 200_000;

    /// <summary>Most tokens that all callers may use a day; 0 means no limit. Default 2,000,000.</summary>
    [Range(0, 1_000_000_000_000)]
    public long TokensPerDay { get; set; } = 2_000_000;

    /// <summary>Price of a million prompt tokens in any currency, 0 to 10,000. Default 0.</summary>
    [Range(0, 10_000)]
    public double PromptPrice { get; set; }

    /// <summary>Price of a million reply tokens in the same currency, 0 to 10,000. Default 0.</summary>
    [Range(0, 10_000)]
    public double OutputPrice { get; set; }

    /// <summary>Most that one caller may cost a day, in that currency; 0 means no limit. Default 0.</summary>
    [Range(0, 1_000_000)]
    public double CostPerCallerAndDay { get; set; }

    /// <summary>Most that all callers may cost a day; 0 means no limit. Default 0.</summary>
    [Range(0, 1_000_000)]
    public double CostPerDay { get; set; }

    /// <summary>Whether a model is configured.</summary>
    public bool IsConfigured => Endpoint.Length > 0;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var problem in ModelEndpoint.Problems(SectionName, Endpoint, Model))
        {
            yield return problem;
        }

        if ((CostPerDay > 0 || CostPerCallerAndDay > 0) && PromptPrice <= 0 && OutputPrice <= 0)
        {
            yield return new ValidationResult($"{SectionName}:{nameof(CostPerDay)} and {nameof(CostPerCallerAndDay)} need {SectionName}:{nameof(PromptPrice)} or {nameof(OutputPrice)}.", [nameof(PromptPrice)]);
        }
    }
}
