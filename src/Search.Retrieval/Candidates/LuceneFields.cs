namespace Search.Retrieval.Candidates;

/// <summary>What the Lucene index holds beside the fields of a passage.</summary>
internal static class LuceneFields
{
    /// <summary>Keyword: <see cref="Passage"/>, <see cref="Page"/>, <see cref="Versions"/>, <see cref="Seen"/> or <see cref="Suggestions"/>.</summary>
    public const string Kind = "kind";

    /// <summary>A document that is a passage.</summary>
    public const string Passage = "passage";

    /// <summary>A document that keeps a page.</summary>
    public const string Page = "page";

    /// <summary>The one document that keeps which pages are versions of one another.</summary>
    public const string Versions = "versions";

    /// <summary>The one document that keeps when each page was seen.</summary>
    public const string Seen = "seen";

    /// <summary>The one document that keeps what the archive may suggest.</summary>
    public const string Suggestions = "suggestions";

    /// <summary>Stored bytes: the page, the versions, what was seen, or what may be suggested.</summary>
    public const string Source = "source";

    /// <summary>Sorted doc value of a page: its <see cref="PageEntry"/>.</summary>
    public const string Entry = "entry";

    /// <summary>Binary doc value of a passage: number of body terms, then all terms, as 32-bit little-endian numbers.</summary>
    public const string Forward = "forward";

    /// <summary>Commit data: version of the schema.</summary>
    public const string SchemaVersion = "schema";

    /// <summary>Commit data: fingerprint of the analysis.</summary>
    public const string Analysis = "analysis";
}
