using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>Words that make a number a bound or a guess, of <c>Rules/qualifiers.tsv</c>: without them "more than 900" would be said to be 900.</summary>
internal static class Qualifiers
{
    // The longer first: «не более» is no «более».
    private static readonly (string[] Words, string[][] Row)[] All = [.. EmbeddedText.Lines("Rules.qualifiers.tsv")
        .Select(line => line.Split('\t').Select(cell => cell.Split("; ")).ToArray())
        .SelectMany(row => row.SelectMany(cell => cell).Select(phrase => (Words: phrase.Split(' '), row)))
        .OrderByDescending(item => item.Words.Length)];

    /// <summary>First token of the qualifier before a number; the number's own where there is none.</summary>
    /// <param name="tokens">Tokens of the passage.</param>
    /// <param name="least">First token of the sentence.</param>
    /// <param name="number">First token of the number.</param>
    public static int Start(IReadOnlyList<ReadingToken> tokens, int least, int number) => number - (Before(tokens, least, number)?.Words.Length ?? 0);

    /// <summary>The qualifier before a number in another language; empty where there is none.</summary>
    /// <param name="tokens">Tokens of the passage.</param>
    /// <param name="least">First token of the sentence.</param>
    /// <param name="number">First token of the number.</param>
    /// <param name="language">The language wanted.</param>
    public static string Translated(IReadOnlyList<ReadingToken> tokens, int least, int number, Language language) =>
        Before(tokens, least, number)?.Row[language switch { Language.English => 0, Language.Belarusian => 1, _ => 2 }][0] ?? "";

    private static (string[] Words, string[][] Row)? Before(IReadOnlyList<ReadingToken> tokens, int least, int number)
    {
        foreach (var qualifier in All)
        {
            var start = number - qualifier.Words.Length;
            if (start >= least && qualifier.Words.Index().All(word => tokens[start + word.Index].Lower == word.Item))
            {
                return qualifier;
            }
        }

        return null;
    }
}
