using Search.Text.Analysis;

namespace Search.Text.Translation;

/// <summary>One place of a query with the readings the analyser gave it.</summary>
/// <param name="Readings">Tokens at one position: a form and the stems of the languages it may be in, or a hyphenated word and its parts.</param>
/// <param name="Written">As it stands in the query.</param>
/// <param name="IsFirst">Whether a sentence begins with it, so that its capital says nothing.</param>
internal sealed record QueryWord(IReadOnlyList<AnalyzedToken> Readings, string Written, bool IsFirst)
{
    public AnalyzedToken Main => Readings[0];

    public TextSpan Span => Main.Span;

    public bool IsFunction { get; } = Readings.All(reading => reading.Kind is TokenKind.Word && FunctionWords.Contains(reading.Language, reading.Exact));

    public bool IsCapitalized => Written.Length > 1 && char.IsUpper(Written[0]);

    public bool IsLatin => Main.Exact.Length > 0 && char.IsAsciiLetter(Main.Exact[0]);

    /// <summary>The places of a query in order.</summary>
    /// <param name="tokens">Tokens by position; a hyphenated word stands before its parts.</param>
    /// <param name="text">The query.</param>
    /// <param name="isKnown">Whether a token is a word of its own: a hyphenated one then stands for its parts, otherwise they for it.</param>
    public static List<QueryWord> Of(IReadOnlyList<AnalyzedToken> tokens, string text, Func<AnalyzedToken, bool> isKnown)
    {
        var words = new List<QueryWord>();
        var end = 0;
        for (var i = 0; i < tokens.Count;)
        {
            var atPosition = new List<AnalyzedToken>();
            for (var position = tokens[i].Position; i < tokens.Count && tokens[i].Position == position; i++)
            {
                atPosition.Add(tokens[i]);
            }

            if (atPosition[0].Span.End <= end && words.Count > 0)
            {
                continue;
            }

            var whole = atPosition.FindAll(token => token.Span == atPosition[0].Span);
            var readings = whole.Count == atPosition.Count || whole.Exists(token => isKnown(token)) ? whole : atPosition.FindAll(token => token.Span != whole[0].Span);
            var span = readings[0].Span;
            var between = text.AsSpan(Math.Min(end, span.Start), Math.Max(0, span.Start - end));
            words.Add(new QueryWord(readings, span.Of(text), words.Count == 0 || between.IndexOfAny(".!?:") >= 0));
            end = span.End;
        }

        return words;
    }
}
