using Search.Answering.Reading;

namespace Search.Answering.Claims;

/// <summary>The units of <c>Rules/units.tsv</c>: one name for all spellings.</summary>
internal static class Units
{
    /// <summary>The unit of a place in an order.</summary>
    public const string Place = "place";

    /// <summary>The unit that people are counted in.</summary>
    public const string Person = "person";

    // "13 places up" is a difference, no rank.
    private static readonly HashSet<string> SeveralPlaces = new(["мест", "позиций", "строчек", "строк", "месцаў", "пазіцый", "радкоў", "places", "positions", "spots"], StringComparer.Ordinal);

    private static readonly (string Unit, string[] Starts)[] All = [.. EmbeddedText.Lines("Rules.units.tsv").Select(line => line.Split('\t')).Select(columns => (columns[0], columns[1].Split(' ')))];

    /// <summary>Whether the word counts places instead of naming one.</summary>
    /// <param name="word">Lower case.</param>
    public static bool IsSeveralPlaces(string word) => SeveralPlaces.Contains(word);

    /// <summary>The unit that a word names; empty where it names none.</summary>
    /// <param name="word">Lower case.</param>
    public static string Of(string word)
    {
        foreach (var (unit, starts) in All)
        {
            if (WordStarts.Match(word, starts))
            {
                return unit;
            }
        }

        return "";
    }
}
