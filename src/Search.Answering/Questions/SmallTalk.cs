using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Questions;

/// <summary>Tells greetings, thanks and noise from questions.</summary>
internal static class SmallTalk
{
    // Longer texts say more than a greeting, even where each word could stand in one.
    private const int MaxWords = 6;

    private static readonly HashSet<string> Words = new(EmbeddedText.Lines("Rules.smalltalk.txt").SelectMany(line => line.Split(' ')).Where(word => !word.EndsWith('*')).Select(word => ReadingTokenizer.Lower(word)), StringComparer.Ordinal);

    private static readonly string[] Starts = [.. EmbeddedText.Lines("Rules.smalltalk.txt").SelectMany(line => line.Split(' ')).Where(word => word.EndsWith('*')).Select(word => ReadingTokenizer.Lower(word.TrimEnd('*')))];

    /// <summary>Whether nothing but small talk, signs or letters without a vowel was typed.</summary>
    public static bool IsOnlySmallTalk(IReadOnlyList<ReadingToken> tokens, Language language)
    {
        var words = tokens.Where(token => token.Shape != TokenShape.Sign).ToList();
        return words.Count <= MaxWords && words.All(word => IsSmallTalk(word.Lower));
    }

    private static bool IsSmallTalk(string word) => Words.Contains(word) || Array.Exists(Starts, start => word.StartsWith(start, StringComparison.Ordinal));
}
