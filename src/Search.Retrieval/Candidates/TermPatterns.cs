namespace Search.Retrieval.Candidates;

/// <summary>What prefix, wildcard and fuzzy queries mean, by the letter.</summary>
internal static class TermPatterns
{
    /// <summary>Whether a term matches a pattern of <c>*</c>, <c>?</c> and <c>\</c>-escapes.</summary>
    public static bool Matches(ReadOnlySpan<char> term, ReadOnlySpan<char> pattern)
    {
        if (pattern.IsEmpty)
        {
            return term.IsEmpty;
        }

        switch (pattern[0])
        {
            case '*':
                for (var skipped = 0; skipped <= term.Length; skipped++)
                {
                    if (Matches(term[skipped..], pattern[1..]))
                    {
                        return true;
                    }
                }

                return false;
            case '?':
                return !term.IsEmpty && Matches(term[1..], pattern[1..]);
            case '\\' when pattern.Length > 1:
                return !term.IsEmpty && term[0] == pattern[1] && Matches(term[1..], pattern[2..]);
            default:
                return !term.IsEmpty && term[0] == pattern[0] && Matches(term[1..], pattern[1..]);
        }
    }

    /// <summary>Edits between two terms, adjacent transpositions counting one; more than <paramref name="limit"/> may be returned as any larger number.</summary>
    /// <remarks>Optimal string alignment, as Lucene's Levenshtein automata with transpositions.</remarks>
    public static int Edits(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
