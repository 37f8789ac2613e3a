namespace SearchApi.Embedding;

/// <summary>Who may use the doors from pages of other origins.</summary>
internal sealed class EmbeddingOptions
{
    /// <summary>Section of the configuration: <c>Embedding:Origins:0</c>, <c>Embedding:Keys:NAME</c>.</summary>
    public const string SectionName = "Embedding";

    /// <summary>Origins whose scripts may read replies and whose pages may frame ours, as <c>https://example.by</c>. Empty: any may read, none may frame.</summary>
    public IList<string> Origins { get; set; } = [];

    /// <summary>
    /// Public keys, each with the only origin it works from. Once there is one, a page of another origin must send its key. A key is
    /// no secret: it stands in that page, and the browser's <c>Origin</c> header binds it.
    /// </summary>
    public IDictionary<string, string> Keys { get; set; } = new Dictionary<string, string>();
}
