using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Answering.Generation;

/// <summary>A sentence that a model wrote, as plain text, with the passages it says it rests on.</summary>
/// <param name="Text">The sentence without markers and without marks of Markdown; empty where it is nothing to send.</param>
/// <param name="Numbers">Numbers of passages, each once, in order of mention.</param>
internal sealed partial record ModelSentence(string Text, IReadOnlyList<int> Numbers)
{
    /// <summary>Longest sentence that is sent, in UTF-16 code units.</summary>
    private const int MaxLength = 600;

    /// <summary>Reads a sentence as it came.</summary>
    public static ModelSentence Of(string written)
    {
        var numbers = Marker().Matches(written)
            .SelectMany(marker => Number().Matches(marker.Value))
            .Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture))
            .Distinct()
            .ToList();
        var text = Marker().Replace(written, " ");
        text = Mark().Replace(text, "");
        text = Space().Replace(text, " ").Trim();
        text = SpaceBeforeStop().Replace(text, "$1");
        return new ModelSentence(text.Length > MaxLength || Foreign().IsMatch(text) || !text.Any(char.IsLetterOrDigit) ? "" : text, numbers);
    }

    /// <summary>The parts in quotation marks.</summary>
    public IEnumerable<string> Quotes => Quote().Matches(Text).Select(quote => quote.Groups.Values.Skip(1).First(group => group.Success).Value);

    // [1], [1, 2], 【1】
    [GeneratedRegex(@"[\[【]\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*[\]】]")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\d{1,3}")]
    private static partial Regex Number();

    // Stress, code, headings, items and quotations of Markdown.
    [GeneratedRegex(@"\*\*|__|`+|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|^\s*(?:#{1,6}\s|[-*•]\s|>\s|\d{1,2}[.)]\s(?=\p{Lu}))")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@" ([.,;:!?…])")]
    private static partial Regex SpaceBeforeStop();

    // Markup, links, addresses and signs that nobody sees: none of it was in the passages.
    [GeneratedRegex(@"<[a-zA-Z/!?]|\]\(|\bhttps?:|\bwww\.|\bjavascript:|\bdata:\w|[\p{Cf}\p{Co}\p{Cn}\p{Cc}\uDB40]|\[|\]|NO_ANSWER", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    [GeneratedRegex("«([^»]+)»|“([^”]+)”|„([^“”]+)[“”]|\"([^\"]+)\"")]
    private static partial Regex Quote();
}
