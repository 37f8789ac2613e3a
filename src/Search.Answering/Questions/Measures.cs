using Search.Answering.Reading;

namespace Search.Answering.Questions;

/// <summary>Which units measure what a question asks for, from <c>Rules/measures.tsv</c>: a speed is not told in milliseconds.</summary>
internal static class Measures
{
    private static readonly (Pattern[] Nouns, Pattern[] Units)[] All = [.. EmbeddedText.Lines("Rules.measures.tsv").Select(line => line.Split('\t')).Select(columns => (Patterns(columns[0]), Patterns(columns[1])))];

    /// <summary>Whether the unit cannot measure what the noun names; never for a noun that is in no list or a value without a unit.</summary>
    /// <param name="noun">The question's head noun, lower case.</param>
    /// <param name="unit">What stands behind the number, lower case.</param>
    public static bool Contradict(string noun, string unit)
    {
        if (noun.Length == 0 || unit.Length == 0)
        {
            return false;
        }

        foreach (var (nouns, units) in All)
        {
            if (Array.Exists(nouns, pattern => pattern.Matches(noun)))
            {
                return !Array.Exists(units, pattern => pattern.Matches(unit));
            }
        }

        return false;
    }

    private static Pattern[] Patterns(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Pattern(ReadingTokenizer.Lower(word.TrimEnd('*')), word.EndsWith('*')))];

    private sealed record Pattern(string Text, bool IsStart)
    {
        public bool Matches(string word) => IsStart ? word.StartsWith(Text, StringComparison.Ordinal) : word == Text;
    }
}
