namespace Search.Answering.Questions;

/// <summary>Misspelt question words of <c>Rules/misspelt.txt</c>: too short to be mended as other words are, and nothing is answered rightly without them.</summary>
internal static class Misspellings
{
    private static readonly Dictionary<string, string[]> Words = EmbeddedText.Lines("Rules.misspelt.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    /// <summary>How a word is misspelt; none for most words.</summary>
    /// <param name="word">Lower case.</param>
    public static IReadOnlyList<string> Of(string word) => Words.GetValueOrDefault(word, []);
}
