using Search.Answering.Reading;

namespace Search.Answering.Questions;

/// <summary>Meanings of <c>Rules/equivalents.tsv</c>: words of a question and of its answer that stand for one another.</summary>
internal static class Equivalents
{
    private static readonly Dictionary<string, int[]> Whole = Read(isStart: false);
    private static readonly Dictionary<string, int[]> Starts = Read(isStart: true);

    /// <summary>Numbers of the meanings of a word, ascending; none for most words.</summary>
    /// <param name="word">Lower case.</param>
    public static int[] Of(string word)
    {
        if (Whole.TryGetValue(word, out var whole))
        {
            return whole;
        }

        var lookup = Starts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, 14); length >= 3; length--)
        {
            if (lookup.TryGetValue(word.AsSpan(0, length), out var meanings))
            {
                return meanings;
            }
        }

        return [];
    }

    private static Dictionary<string, int[]> Read(bool isStart) => EmbeddedText.Lines("Rules.equivalents.tsv")
        .SelectMany((line, meaning) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.EndsWith('*') == isStart).Select(word => (Word: ReadingTokenizer.Lower(word.TrimEnd('*')), Meaning: meaning)))
        .GroupBy(item => item.Word, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(item => item.Meaning).Distinct().Order().ToArray(), StringComparer.Ordinal);
}
