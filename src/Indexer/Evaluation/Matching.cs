using System.Text;
using System.Text.RegularExpressions;

namespace Indexer.Evaluation;

/// <summary>When an answer counts as right: equal after normalisation, or holding an accepted variant on token boundaries.</summary>
internal static partial class Matching
{
    public static string Url(string url)
    {
        var decoded = Uri.UnescapeDataString(url).Trim().Split('#')[0];
        return Scheme().Replace(decoded, "https://").TrimEnd('/');
    }

    public static string Text(string? text)
    {
        var letters = new StringBuilder();
        foreach (var unit in (text ?? "").Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            letters.Append(unit switch
            {
                'ё' => 'е',
                '\u00a0' or '\u202f' or '\u2009' => ' ',
                '–' or '—' or '−' or '‑' => '-',
                '’' or 'ʼ' or '`' => '\'',
                '«' or '»' or '“' or '”' or '„' => '"',
                _ => unit,
            });
        }

        var folded = Thousands().Replace(letters.ToString(), "");
        folded = DecimalComma().Replace(folded, ".");
        folded = Percent().Replace(folded, "%");
        folded = Marks().Replace(folded, "");
        return Blanks().Replace(folded, " ").Trim();
    }

    public static bool Contains(string text, string wanted)
    {
        var variant = Text(wanted);
        return variant.Length > 0 && Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(variant)}(?!\w|\.\d)");
    }

    /// <summary>Whether a reply holds an accepted answer; of a list, every item must be there.</summary>
    public static bool IsRight(EvaluationRow row, string reply)
    {
        var text = Text(reply);
        if (row.Type == "list")
        {
            return row.Answers.All(item => item.Split(" | ").Any(variant => Contains(text, variant)));
        }

        return row.Answers.Any(answer => Contains(text, answer))
            || (row.Hardness == "multi-fact" && row.Answers.Any(answer => Parts().Split(answer) is { Length: > 1 } parts && parts.Where(part => part.Trim().Length > 0).All(part => Contains(text, part))));
    }

    [GeneratedRegex(@"^https?://(www\.)?")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<=\d)[ ,](?=\d{3}(\D|$))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"\s*(%|процент\w*|працэнт\w*|per ?cent)")]
    private static partial Regex Percent();

    [GeneratedRegex(@"[""*_]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[,;]| и | і | ды | and ")]
    private static partial Regex Parts();
}
