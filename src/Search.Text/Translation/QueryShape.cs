using Search.Text.Analysis;

namespace Search.Text.Translation;

/// <summary>What a query looks like, and so what its passage looks like.</summary>
public enum QueryShape : byte
{
    /// <summary>A few words: their passage is about them, of any length.</summary>
    Words,

    /// <summary>A question: its passage holds the words of the question beside the answer.</summary>
    Question,

    /// <summary>A whole sentence: its passage says the same, and so is about as long and shares its function words.</summary>
    Statement,
}

/// <summary>Tells the shape of a query.</summary>
public static class QueryShapes
{
    /// <summary>Fewest words of a sentence without a full stop: titles of news are mostly shorter.</summary>
    private const int MinStatementWords = 6;

    /// <summary>Fewest words of a sentence with one.</summary>
    private const int MinClosedStatementWords = 3;

    /// <summary>The shape of a query.</summary>
    /// <param name="text">The query as typed.</param>
    /// <param name="tokens">Its tokens.</param>
    public static QueryShape Of(string text, IReadOnlyList<AnalyzedToken> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        if (text.Contains('?', StringComparison.Ordinal) || (tokens.Count > 0 && FunctionWords.IsInterrogative(tokens[0].Exact)))
        {
            return QueryShape.Question;
        }

        var words = tokens.Count == 0 ? 0 : tokens[^1].Position + 1;
        var isClosed = text.AsSpan().TrimEnd(" \"»”'").EndsWith(".") || text.AsSpan().TrimEnd(" \"»”'").EndsWith("!");
        return words >= (isClosed ? MinClosedStatementWords : MinStatementWords) ? QueryShape.Statement : QueryShape.Words;
    }
}
