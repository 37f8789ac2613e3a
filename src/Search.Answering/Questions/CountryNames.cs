using Search.Answering.Reading;

namespace Search.Answering.Questions;

/// <summary>Names of countries: of the one that the whole archive is about, and of any.</summary>
internal static class CountryNames
{
    private static readonly HashSet<string> Words = [.. EmbeddedText.Lines("Rules.country.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(word => ReadingTokenizer.Lower(word))];

    // Endings of Russian and Belarusian case have no more letters than this.
    private const int LongestEnding = 3;

    // The first kind of Kinds/kinds.tsv is the country; its members in English, and in the other two languages without the ending of the nominative.
    private static readonly HashSet<string> English = [.. Members(3)];
    private static readonly string[] Cyrillic = [.. Members(4).Concat(Members(5)).Select(name => name.TrimEnd('а', 'я', 'ь', 'ы')).Concat(["федерац", "республик", "рэспублік", "королевств", "каралеўств"]).Distinct()];

    /// <summary>Whether a word names the archive's country, with "republic" for it.</summary>
    /// <param name="word">Lower case.</param>
    public static bool Contains(string word) => Words.Contains(word);

    /// <summary>Whether a word names a country, in any case: «Латвии», or is the last of such a name's common words: «Федерации».</summary>
    /// <param name="word">Lower case.</param>
    public static bool IsAny(string word) =>
        Contains(word) || English.Contains(word) || Array.Exists(Cyrillic, start => word.Length <= start.Length + LongestEnding && word.StartsWith(start, StringComparison.Ordinal));

    private static IEnumerable<string> Members(int column) =>
        EmbeddedText.Lines("Kinds.kinds.tsv").First().Split('\t')[column].Split(';').Select(name => ReadingTokenizer.Lower(name.Trim())).Where(name => !name.Contains(' ', StringComparison.Ordinal));
}
