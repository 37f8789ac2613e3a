namespace Search.Text.Analysis;

/// <summary>
/// Finds the sentences of a text. Headings, list items and table rows are sentences of their own; a full stop behind an abbreviation,
/// an initial or a number ends one only where what follows says so.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>A quotation or bracket up to this length stays in one piece, whatever stops it holds: titles, remarks.</summary>
    private const int MaxUnbrokenLength = 160;

    /// <summary>All sentences in the order of the text, without the white space, list bullets and marks of stress around them.</summary>
    /// <param name="text">Any text; a blank line, and a line break between lines that do not continue each other, ends a sentence.</param>
    /// <param name="language">The text's language; the abbreviations of all three are known in each, since texts are mixed.</param>
    /// <returns>Spans into <paramref name="text"/>, ascending, apart, none empty; each holds a letter or digit.</returns>
    public static IReadOnlyList<TextSpan> Split(string text, Language language)
    {
        var sentences = new List<TextSpan>();
        foreach (var block in TextBlocks.Split(text))
        {
            SplitBlock(text, block, language, sentences);
        }

        return sentences;
    }

    private static void SplitBlock(string text, TextSpan block, Language language, List<TextSpan> sentences)
    {
        if (text[block.Start] == '|')
        {
            Add(text, block.Start, block.End, sentences);
            return;
        }

        var from = block.Start;
        var closing = -1; // end of the short quotation or bracket that is open here
        for (var at = block.Start; at < block.End; at++)
        {
            if (at > closing && ClosingOf(text[at]) is char close)
            {
                var end = text.AsSpan(at, Math.Min(MaxUnbrokenLength, block.End - at)).IndexOf(close);
                closing = end < 0 ? closing : at + end;
            }
            else if (IsTerminator(text[at]))
            {
                var next = BehindTerminators(text, at, block.End);
                if (next > closing && Boundary.IsBetween(text, from, at, next, block.End, language))
                {
                    Add(text, from, next, sentences);
                    from = next;
                }

                at = next - 1;
            }
        }

        Add(text, from, block.End, sentences);
    }

    private static char? ClosingOf(char open) => open switch
    {
        '«' => '»',
        '“' => '”',
        '„' => '“',
        '(' => ')',
        '[' => ']',
        _ => null,
    };

    private static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…';

    /// <summary>Behind the stops that begin at <paramref name="at"/> and the quotes, brackets and marks that close with them.</summary>
    private static int BehindTerminators(string text, int at, int end)
    {
        var next = at + 1;
        while (next < end && (IsTerminator(text[next]) || text[next] is '»' or '”' or '"' or ')' or ']' or '*' or '_' || (text[next] == '\'' && next + 1 < end && text[next + 1] == ' ')))
        {
            next++;
        }

        return next;
    }

    private static void Add(string text, int start, int end, List<TextSpan> sentences)
    {
        var span = Trimmed(text, start, end);
        if (text.AsSpan(span.Start, span.Length).ContainsLetterOrDigit())
        {
            sentences.Add(span);
        }
    }

    /// <summary>Without white space around it, and without marks of stress that close a pair begun elsewhere or wrap the whole.</summary>
    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '*' or '_' or '#'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '*' or '_'))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    private static bool ContainsLetterOrDigit(this ReadOnlySpan<char> span)
    {
        foreach (var c in span)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }
}
