using System.Text.RegularExpressions;

namespace Search.Text.Parsing;

/// <summary>Finds the title among the first lines: a heading, a line in bold, or a plain line short enough to be one.</summary>
internal static partial class PageTitle
{
    /// <summary>A plain first line longer than this is text: official titles of the archive reach 170 characters, paragraphs start near 220.</summary>
    private const int MaxPlainLength = 200;

    /// <summary>A marked title may be long, a whole page in one marked line is not a title.</summary>
    private const int MaxMarkedLength = 1000;

    /// <summary>Takes the title out of the page.</summary>
    /// <param name="lines">Lines of the page. The title's line is removed unless it is all that the page says: a page must keep a text to be found by.</param>
    /// <returns>The title without marks; empty where the page has none.</returns>
    public static string Take(List<string> lines)
    {
        var first = NextWithText(lines, 0);
        if (first < lines.Count && IsDateLine(lines[first]))
        {
            first = NextWithText(lines, first + 1); // a date above the title
        }

        if (first == lines.Count)
        {
            return "";
        }

        var line = lines[first].Trim();
        var next = NextWithText(lines, first + 1);
        var isLast = next == lines.Count;
        var marked = line.Length <= MaxMarkedLength ? Marked(line) : null;
        if (marked is null && first + 1 == next && !isLast && lines[next].Trim() is ['=', '=', '=', ..] underline && underline.All(mark => mark == '='))
        {
            lines.RemoveAt(next);
            (marked, isLast) = (line, NextWithText(lines, first + 1) == lines.Count);
        }

        if (marked is null && (isLast || line.Length > MaxPlainLength || IsPartOfBody(line, lines, first, next)))
        {
            return "";
        }

        if (isLast)
        {
            lines[first] = marked!;
        }
        else
        {
            lines.RemoveAt(first);
        }

        return marked ?? WithoutMarks(line);
    }

    /// <summary>Whether a line holds a date and nothing else.</summary>
    private static bool IsDateLine(string line) =>
        line.Trim() is { Length: > 5 and < 40 } trimmed && Languages.DateReader.Find(trimmed, Language.Unknown) is [{ Day: not null } date]
        && date.Span.Length >= trimmed.TrimEnd('.').Length - 2;

    /// <summary>A list, a table, a quotation, or a paragraph broken into lines: its second line goes on in lower case.</summary>
    private static bool IsPartOfBody(string line, List<string> lines, int first, int next) =>
        line is ['|' or '>' or '<' or '-' or '*' or '•', ..] || (next == first + 1 && lines[next].TrimStart() is [var letter, ..] && char.IsLower(letter));

    private static string? Marked(string line)
    {
        var heading = Heading().Match(line);
        var inner = heading.Success ? heading.Groups["title"].Value : line;
        var bold = Bold().Match(inner);
        return bold.Success ? bold.Groups["title"].Value.Trim() : heading.Success ? WithoutMarks(inner) : null;
    }

    private static string WithoutMarks(string title) => title.Trim().Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Trim();

    private static int NextWithText(List<string> lines, int from)
    {
        while (from < lines.Count && (string.IsNullOrWhiteSpace(lines[from]) || Leftovers.IsPicture(lines[from])))
        {
            from++;
        }

        return from;
    }

    [GeneratedRegex(@"^#{1,6}\s+(?<title>.*?)\s*#*$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<mark>\*\*\*?|__)(?<title>[^*_]+(?:[*_][^*_]+)*)\k<mark>$", RegexOptions.CultureInvariant)]
    private static partial Regex Bold();
}
