namespace Search.Text.Analysis;

/// <summary>Takes a text apart into paragraphs, headings, list items and table rows by its lines.</summary>
internal static class TextBlocks
{
    /// <summary>A line at least this long that stops without a mark was broken by its editor and goes on below; a shorter one is a heading.</summary>
    private const int MinWrappedLength = 60;

    /// <summary>Blocks in the order of the text, without list bullets and the white space around; none empty.</summary>
    public static IEnumerable<TextSpan> Split(string text)
    {
        var block = default(TextSpan);
        foreach (var line in Lines(text))
        {
            if (block.Length > 0 && Continues(text, block, line))
            {
                block = TextSpan.FromBounds(block.Start, line.End);
                continue;
            }

            if (block.Length > 0)
            {
                yield return WithoutBullet(text, block);
            }

            block = line;
        }

        if (block.Length > 0)
        {
            yield return WithoutBullet(text, block);
        }
    }

    /// <summary>Lines without the white space around them, blank ones too.</summary>
    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end;
            var (first, last) = (start, end);
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            yield return TextSpan.FromBounds(first, last);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    private static bool Continues(string text, TextSpan block, TextSpan line)
    {
        if (line.Length == 0 || IsMarked(text, line) || text[block.Start] is '|' or '#')
        {
            return false;
        }

        var last = text[block.End - 1];
        if (last is '.' or '!' or '?' or '…' or ';' or ':')
        {
            return char.IsLower(text[line.Start]) && last == '.';
        }

        if (char.IsLower(text[line.Start]) || last is ',' or '-' or '–' or '—')
        {
            return true;
        }

        var lineStart = text.LastIndexOf('\n', block.End - 1) + 1;
        return block.End - Math.Max(lineStart, block.Start) >= MinWrappedLength;
    }

    /// <summary>Whether a line begins as a heading, table row or list item does.</summary>
    private static bool IsMarked(string text, TextSpan line) =>
        text[line.Start] is '|' or '#' || BulletLength(text, line) > 0 || NumberingLength(text, line) > 0;

    /// <summary>Length of a bullet and its space; 0 where there is none.</summary>
    private static int BulletLength(string text, TextSpan line) =>
        line.Length > 2 && text[line.Start] is '-' or '*' or '•' or '–' or '—' or '▪' or '·' or '+' && text[line.Start + 1] is ' ' or '\t' or '\u00A0' ? 2 : 0;

    /// <summary>Length of <c>1.</c>, <c>2.3)</c> or <c>а)</c> with a space behind.</summary>
    private static int NumberingLength(string text, TextSpan line)
    {
        var at = line.Start;
        while (at < line.End && at - line.Start < 8 && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at > line.Start)))
        {
            at++;
        }

        var digits = at - line.Start;
        at += digits == 0 && char.IsLetter(text[at]) ? 1 : 0;
        var closes = at < line.End && text[at] == ')';
        var isNumber = closes ? at > line.Start : digits > 1 && text[at - 1] == '.';
        at += closes ? 1 : 0;
        return isNumber && at < line.End && char.IsWhiteSpace(text[at]) ? at - line.Start : 0;
    }

    private static TextSpan WithoutBullet(string text, TextSpan block) => TextSpan.FromBounds(block.Start + BulletLength(text, block), block.End);
}
