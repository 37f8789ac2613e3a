using Search.Text;
using Search.Text.Analysis;

namespace Search.Answering.Reading;

/// <summary>Numbered groups of words and short phrases in three languages, found in any form. Immutable; safe for concurrent use.</summary>
internal sealed class WordGroups
{
    // A phrase of the groups has at most so many words.
    private const int LongestPhrase = 3;

    private static readonly Language[] Columns = [Language.English, Language.Belarusian, Language.Russian];
    private static readonly TextAnalyzer Analyzer = new();

    private readonly Dictionary<(Language Language, string Words), int[]> _groups = [];

    /// <summary>Takes the groups.</summary>
    /// <param name="groups">English, Belarusian and Russian words of each group, parted by semicolons; a group's number is its place.</param>
    public WordGroups(IEnumerable<IReadOnlyList<string>> groups)
    {
        var members = new Dictionary<(Language, string), List<int>>();
        var number = 0;
        foreach (var keys in groups.AsParallel().AsOrdered().Select(Keys))
        {
            foreach (var key in keys)
            {
                (members.TryGetValue(key, out var known) ? known : members[key] = []).Add(number);
            }

            number++;
        }

        _groups = members.ToDictionary(item => item.Key, item => item.Value.Distinct().ToArray());
    }

    /// <summary>Calls for every word and phrase of a text that stands in a group.</summary>
    /// <param name="terms">The text's terms, in order.</param>
    /// <param name="found">Receives the span in the text and the groups' numbers, ascending.</param>
    public void Find(IReadOnlyList<AnalyzedToken> terms, Action<TextSpan, int[]> found)
    {
        var words = Words(terms);
        for (var i = 0; i < words.Count; i++)
        {
            var key = words[i].Stem;
            for (var length = 1; length <= LongestPhrase && i + length <= words.Count; length++)
            {
                key = length == 1 ? key : key + " " + words[i + length - 1].Stem;
                if (_groups.TryGetValue((words[i].Language, key), out var groups))
                {
                    found(TextSpan.FromBounds(words[i].Span.Start, words[i + length - 1].Span.End), groups);
                }
            }
        }
    }

    private static List<(Language Language, string Words)> Keys(IReadOnlyList<string> group) =>
        [.. Columns.Zip(group).SelectMany(column => column.Second
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (column.First, string.Join(' ', Words(Analyzer.Analyze(word, column.First)).Select(token => token.Stem)))))];

    // The parts of a hyphenated word and the second reading of a form stand inside what came before.
    private static List<AnalyzedToken> Words(IReadOnlyList<AnalyzedToken> terms)
    {
        var words = new List<AnalyzedToken>(terms.Count);
        foreach (var term in terms)
        {
            if (words.Count == 0 || term.Span.Start >= words[^1].Span.End)
            {
                words.Add(term);
            }
        }

        return words;
    }
}
