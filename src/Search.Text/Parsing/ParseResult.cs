namespace Search.Text.Parsing;

/// <summary>What became of a file: a document, or the reason why there is none.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    /// <summary>The file holds a page.</summary>
    /// <param name="Document">The page.</param>
    public sealed record Parsed(ArchiveDocument Document) : ParseResult;

    /// <summary>The file holds no page that could be read; the run goes on.</summary>
    /// <param name="Reason">What was found, in English, for the report.</param>
    public sealed record Unreadable(string Reason) : ParseResult;
}
