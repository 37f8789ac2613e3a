using System.Text;
using Search.Text.Languages.Inflection;

namespace Search.Text.Mending;

/// <summary>
/// Writes Latin words in Cyrillic letters. One spelling can stand for several: <c>h</c> is г or х, <c>y</c> is ы or й, so a word has
/// several readings, the most usual first. The schemes met in queries are mixed freely, so their rules are one table for each language.
/// </summary>
internal sealed class Transliteration
{
    // Enough for a word with six doubtful letters; the right reading is mostly among the first ten.
    private const int MaxReadings = 48;

    private static readonly Lazy<Transliteration> LazyRussian = new(() => new Transliteration("russian"));
    private static readonly Lazy<Transliteration> LazyBelarusian = new(() => new Transliteration("belarusian"));

    private readonly Dictionary<string, string[]> rules;
    private readonly int longest;

    private Transliteration(string language)
    {
        rules = RuleTable.Rows(Read(language), language, 3).ToDictionary(row => row[0], row => RuleTable.Words(row[1]), StringComparer.Ordinal);
        longest = rules.Keys.Max(spelling => spelling.Length);
    }

    /// <summary>The rules of a language, Russian or Belarusian.</summary>
    public static Transliteration For(Language language) => language == Language.Belarusian ? LazyBelarusian.Value : LazyRussian.Value;

    /// <summary>Whether a word has a letter of the Belarusian Latin script that ASCII transliteration does not have.</summary>
    public static bool IsLacinka(string word) => word.ToLowerInvariant().AsSpan().ContainsAny("ŭčšžłśźćńĺ");

    /// <summary>The Cyrillic readings of a word in lower case, the most usual first; none where a letter has no rule.</summary>
    public IReadOnlyList<string> Readings(string word)
    {
        var spelled = word.ToLowerInvariant().Normalize(NormalizationForm.FormC);
        var readings = new List<(string Text, int Doubt)> { ("", 0) };
        for (var i = 0; i < spelled.Length;)
        {
            if (Rule(spelled, i, out var length) is not { } choices)
            {
                return [];
            }

            readings = Extend(readings, choices);
            i += length;
        }

        // A soft sign at the end is seldom written: podpis, svyaz.
        return [.. readings
            .Concat(readings.Where(reading => reading.Text.Length > 2 && Letters.IsConsonant(reading.Text[^1])).Select(reading => (Text: reading.Text + "ь", Doubt: reading.Doubt + 1)))
            .OrderBy(reading => reading.Doubt)
            .Select(reading => reading.Text)
            .Where(text => text.Length > 0)
            .Distinct()];
    }

    private static List<(string Text, int Doubt)> Extend(List<(string Text, int Doubt)> readings, string[] choices)
    {
        var extended = new List<(string Text, int Doubt)>(readings.Count * choices.Length);
        foreach (var (text, doubt) in readings)
        {
            for (var rank = 0; rank < choices.Length; rank++)
            {
                extended.Add((choices[rank] == "0" ? text : text + choices[rank], doubt + rank));
            }
        }

        return extended.Count <= MaxReadings ? extended : [.. extended.OrderBy(reading => reading.Doubt).Take(MaxReadings)];
    }

    private string[]? Rule(string spelled, int start, out int length)
    {
        for (length = Math.Min(longest, spelled.Length - start); length > 0; length--)
        {
            if (rules.TryGetValue(spelled.Substring(start, length), out var choices))
            {
                return choices;
            }
        }

        return null;
    }

    private static string Read(string language)
    {
        var resource = $"Search.Text.Mending.Rules.{language}.tsv";
        using var stream = typeof(Transliteration).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
