using Search.Answering.Reading;

namespace Search.Answering.Questions;

/// <summary>Misspelt question words of <c>Rules/misspelt.txt</c>: too short to be mended as other words are, and nothing is answered rightly without them.</summary>
internal static class Misspellings
{
    private static readonly Dictionary<string, string[]> Words = EmbeddedText.Lines("Rules.misspelt.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    // What stands for two question words, or is one itself, stays as it is.
    private static readonly Dictionary<string, string> Right = Words
        .SelectMany(item => item.Value.Select(wrong => (Wrong: wrong, Right: item.Key)))
        .GroupBy(item => item.Wrong, StringComparer.Ordinal)
        .Where(group => group.Count() == 1 && !Words.ContainsKey(group.Key))
        .ToDictionary(group => group.Key, group => group.First().Right, StringComparer.Ordinal);

    /// <summary>The question with its first word spelled rightly, so that it is not mended into some word of the archive.</summary>
    public static string WithFirstWordRight(string question)
    {
        var start = question.Length - question.AsSpan().TrimStart().Length;
        var end = start;
        while (end < question.Length && char.IsLetter(question[end]))
        {
            end++;
        }

        return Right.TryGetValue(ReadingTokenizer.Lower(question.Substring(start, end - start)), out var right) ? $"{question[..start]}{right}{question[end..]}" : question;
    }

    /// <summary>How a word is misspelt; none for most words.</summary>
    /// <param name="word">Lower case.</param>
    public static IReadOnlyList<string> Of(string word) => Words.GetValueOrDefault(word, []);
}
