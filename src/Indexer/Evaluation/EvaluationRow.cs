using System.Text.Json;
using System.Text.Json.Serialization;

namespace Indexer.Evaluation;

/// <summary>One line of a file of queries or questions; which members stand in it depends on the file.</summary>
internal sealed record EvaluationRow
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString };

    [JsonConverter(typeof(AnyText))]
    public string Id { get; init; } = "";

    public string? Query { get; init; }

    public string? Question { get; init; }

    public string? Lang { get; init; }

    public string? Kind { get; init; }

    public string? Type { get; init; }

    public string? Hardness { get; init; }

    public bool Answerable { get; init; } = true;

    public bool CrossLanguage { get; init; }

    public IReadOnlyDictionary<string, int> Relevant { get; init; } = new Dictionary<string, int>();

    public IReadOnlyList<string> GoldUrls { get; init; } = [];

    public IReadOnlyList<string> Answers { get; init; } = [];

    public EvaluationFilters? Filters { get; init; }

    /// <summary>The rows of a file; empty lines are left out.</summary>
    /// <exception cref="JsonException">A line is not a row.</exception>
    public static IReadOnlyList<EvaluationRow> Read(string path) =>
        File.ReadLines(path)
            .Where(line => line.Trim().Length > 0)
            .Select(line => JsonSerializer.Deserialize<EvaluationRow>(line, Options) ?? throw new JsonException($"{path}: an empty row."))
            .ToList();

    private sealed class AnyText : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : JsonDocument.ParseValue(ref reader).RootElement.GetRawText();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>Filters of a query.</summary>
internal sealed record EvaluationFilters
{
    public string? Lang { get; init; }

    public int? Year { get; init; }

    public int? YearFrom { get; init; }

    public int? YearTo { get; init; }
}
