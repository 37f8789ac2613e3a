using System.Text.RegularExpressions;

namespace Search.Text.Parsing;

/// <summary>Finds the line that gives the page's own address, in every layout of the dumps.</summary>
/// <remarks>
/// <c>Source URL: &lt;…&gt;</c>, the label on one line and the address on the next that is not blank, the label in bold after a rule of dashes,
/// with or without angle brackets. Other addresses of the page are text: only a label at the start of a line counts, and the last one,
/// since dumps put it at the end and a page may quote another.
/// </remarks>
internal static partial class SourceAddress
{
    /// <summary>Longest line that can hold a label and an address: browsers and servers stop near 2,000 characters, percent-encoding triples them.</summary>
    private const int MaxLineLength = 6000;

    /// <summary>Takes the address and its lines out of the page.</summary>
    /// <param name="lines">Lines of the page; the label, the address and a rule of dashes right before them are removed.</param>
    /// <returns>The address as it stands; <see langword="null"/> where the page gives none that leads to a web page.</returns>
    public static string? Take(List<string> lines)
    {
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            if (lines[index].Length > MaxLineLength || Label().Match(lines[index]) is not { Success: true } label)
            {
                continue;
            }

            var last = index;
            var rest = label.Groups["rest"].Value;
            if (rest.Length == 0)
            {
                last = NextWithText(lines, index + 1);
                rest = last < lines.Count && lines[last].Length <= MaxLineLength ? lines[last] : "";
            }

            var url = Address(rest);
            if (url is null && label.Groups["rest"].Length > 0)
            {
                continue; // a sentence that begins with the word
            }

            lines.RemoveRange(index, (url is null ? index : last) - index + 1);
            RemoveRuleBefore(lines, index);
            return url;
        }

        return null;
    }

    private static int NextWithText(List<string> lines, int from)
    {
        while (from < lines.Count && string.IsNullOrWhiteSpace(lines[from]))
        {
            from++;
        }

        return from;
    }

    private static void RemoveRuleBefore(List<string> lines, int index)
    {
        var before = index - 1;
        while (before >= 0 && string.IsNullOrWhiteSpace(lines[before]))
        {
            before--;
        }

        if (before >= 0 && lines[before].Trim() is ['-' or '*' or '_', ..] rule && rule.Length >= 3 && rule.All(mark => mark == rule[0]))
        {
            lines.RemoveRange(before, index - before);
        }
    }

    private static string? Address(string text)
    {
        var match = WebAddress().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var url = match.Groups["url"].Value;
        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.Host.Length > 0 ? url : null;
    }

    [GeneratedRegex(@"^\s*(?:[*_]{1,3}|>\s*)?\s*(?:source\s+url|source|page\s+url|url)\s*(?:[*_]{1,3})?\s*:\s*(?:[*_]{1,3})?\s*(?<rest>.*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:<\s*(?<url>https?://[^\s<>""]+)\s*>|\[[^\]]*\]\(\s*<?(?<url>https?://[^\s<>""]+?)>?\s*\)|(?<url>https?://[^\s<>""]+))\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();
}
