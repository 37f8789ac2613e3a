using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Search.Text.Parsing;

/// <summary>Clears away what the dump left of pictures and links; everything else stays verbatim.</summary>
/// <remarks>
/// Text is data: tags, scripts and comments that stand in a text page are part of what the page says and stay as text;
/// nothing downstream runs them. Tables and lists keep their marks, so that a row or item can be quoted whole.
/// </remarks>
internal static partial class Leftovers
{
    /// <summary>Lines that only announce a picture which the dump does not hold: Russian, Belarusian, English, singular and plural.</summary>
    private static readonly FrozenSet<string> PictureLines = new[]
    {
        "изображение", "изображения", "фото", "выява", "выявы", "здымак", "image", "images", "photo",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The lines as one text: no pictures, no empty links, no trailing blanks, at most one blank line in a row, none at either end.</summary>
    public static string Clear(IEnumerable<string> lines)
    {
        var kept = new List<string>();
        foreach (var line in lines)
        {
            var cleared = ClearLine(line);
            var isBlank = cleared.Length == 0;
            if (IsPicture(cleared) || (isBlank && (kept.Count == 0 || kept[^1].Length == 0)))
            {
                continue;
            }

            kept.Add(cleared);
        }

        while (kept.Count > 0 && kept[^1].Length == 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return string.Join('\n', kept).Trim();
    }

    /// <summary>Whether a line holds nothing but the name of a missing picture.</summary>
    public static bool IsPicture(string line) => line.Length is > 0 and <= 40 && PictureLines.Contains(line.Trim().Trim('*', '_', '[', ']', ':', '.').Trim());

    /// <summary>A line without pictures, links that lead nowhere and trailing blanks; a link keeps its words.</summary>
    private static string ClearLine(string line)
    {
        var trimmed = line.TrimEnd();
        if (!trimmed.Contains("](", StringComparison.Ordinal))
        {
            return trimmed;
        }

        trimmed = Picture().Replace(trimmed, "");
        return Link().Replace(trimmed, "${words}").TrimEnd();
    }

    // Bounds keep the time linear on a line of nothing but brackets.
    [GeneratedRegex(@"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,3000}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]{0,500})\]\((?:[^()\s]|\([^()\s]*\)){0,3000}(?:\s+""[^""\n]{0,300}"")?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
