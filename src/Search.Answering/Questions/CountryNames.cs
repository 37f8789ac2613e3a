using Search.Answering.Reading;

namespace Search.Answering.Questions;

/// <summary>Words of <c>Rules/country.txt</c>: the names of the country that the whole archive is about.</summary>
internal static class CountryNames
{
    private static readonly HashSet<string> Words = [.. EmbeddedText.Lines("Rules.country.txt")
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(word => ReadingTokenizer.Lower(word))];

    /// <summary>Whether a word names the archive's country.</summary>
    /// <param name="word">Lower case.</param>
    public static bool Contains(string word) => Words.Contains(word);
}
