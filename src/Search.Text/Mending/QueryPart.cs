namespace Search.Text.Mending;

/// <summary>A stretch of a query: a word that may be mended, or what stays as it is.</summary>
/// <param name="Text">As written.</param>
/// <param name="IsWord">Letters that may be changed; false for blanks, signs, numbers, addresses and everything in quotation marks.</param>
/// <param name="IsQuotedWord">Letters in quotation marks that might be changed without them.</param>
internal readonly record struct QueryPart(string Text, bool IsWord, bool IsQuotedWord)
{
    /// <summary>Cuts a query into words and what is between them.</summary>
    public static IReadOnlyList<QueryPart> Words(string query) => Cut(query, unit => char.IsLetter(unit) || unit is '\'' or '’' or 'ʼ' or '-');

    /// <summary>Cuts a query at its blanks: with a wrong layout on, signs are letters.</summary>
    public static IReadOnlyList<QueryPart> Strokes(string query) => Cut(query, unit => !char.IsWhiteSpace(unit) && unit is not ('?' or '!'));

    private static List<QueryPart> Cut(string query, Func<char, bool> belongs)
    {
        var parts = new List<QueryPart>();
        var isQuoted = false;
        for (var start = 0; start < query.Length;)
        {
            var end = start + 1;
            if (IsQuote(query, start))
            {
                isQuoted = !isQuoted;
            }
            else if (belongs(query[start]))
            {
                while (end < query.Length && belongs(query[end]) && !IsQuote(query, end))
                {
                    end++;
                }
            }

            var text = query[start..end];
            var isWord = belongs(query[start]) && !IsQuote(query, start) && MayChange(query, start, end);
            parts.Add(new QueryPart(text, isWord && !isQuoted, isWord && isQuoted));
            start = end;
        }

        return parts;
    }

    // A mark that stands before or after a word; within or alone it is the key of э.
    private static bool IsQuote(string query, int at) =>
        query[at] is '«' or '»' or '“' or '”' or '„'
        || (query[at] == '"' && query.Count(unit => unit == '"') % 2 == 0);

    private static bool MayChange(string query, int start, int end)
    {
        var text = query.AsSpan(start, end - start);
        var isBesideDigit = (start > 0 && char.IsDigit(query[start - 1])) || (end < query.Length && char.IsDigit(query[end]));
        return !isBesideDigit && !text.ContainsAnyInRange('0', '9') && !text.ContainsAny('@', '/', '*')
            && !text.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && text.ContainsAnyExcept('\'', '-');
    }
}
