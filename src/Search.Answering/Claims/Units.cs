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

    private static readonly (string Unit, string Start, bool IsWhole)[] Starts = [.. EmbeddedText.Lines("Rules.units.tsv")
        .Select(line => line.Split('\t'))
        .SelectMany(columns => columns[1].Split(' ').Select(start => (columns[0], start.TrimStart('='), start.StartsWith('='))))];

    /// <summary>Whether the word counts places instead of naming one.</summary>
    /// <param name="word">Lower case.</param>
    public static bool IsSeveralPlaces(string word) => SeveralPlaces.Contains(word);

    /// <summary>The unit that a word names; empty where it names none.</summary>
    /// <param name="word">Lower case.</param>
    public static string Of(string word)
    {
        foreach (var (unit, start, isWhole) in Starts)
        {
            if (isWhole ? word == start : word.StartsWith(start, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return "";
    }
}
