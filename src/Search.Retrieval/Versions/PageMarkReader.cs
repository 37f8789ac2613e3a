using System.Text.RegularExpressions;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Languages;
using Search.Text.Names;

namespace Search.Retrieval.Versions;

/// <summary>Reads the marks of pages. Not safe for concurrent use: it keeps what it learned of words.</summary>
/// <param name="analyzer">The analysis of the index.</param>
/// <param name="translate">What words mean across languages; <see langword="null"/> links by numbers, dates, names and sounds alone.</param>
public sealed partial class PageMarkReader(TextAnalyzer analyzer, SharedMeanings? translate)
{
    /// <summary>Words of a shingle: shorter runs recur in unrelated news, longer ones break at every edit.</summary>
    public const int ShingleLength = 4;

    /// <summary>Fewer letters sound alike by chance.</summary>
    private const int ShortestSound = 5;

    private readonly Dictionary<(Language Language, string Stem), string[]> marksOfStems = [];
    private readonly List<AnalyzedToken> tokens = [];

    /// <summary>The marks of one page, of its title and text.</summary>
    public PageMarks Read(ArchiveDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = $"{document.Title}\n{document.Text}";
        tokens.Clear();
        analyzer.Analyze(text, document.Language, tokens);

        var hard = new SortedSet<string>(StringComparer.Ordinal);
        var soft = new SortedSet<string>(StringComparer.Ordinal);
        AddDates(text, document, hard);
        var numbers = Numbers(text, document.Language);
        hard.UnionWith(numbers.Where(number => number.Length > 2 && !IsYear(number)).Select(number => $"#{number}"));
        foreach (var token in tokens)
        {
            if (token.Kind is TokenKind.Word)
            {
                var isName = char.IsUpper(text[token.Span.Start]) && token.Span.Start > 0 && text[token.Span.Start - 1] != '\n';
                foreach (var mark in MarksOf(token))
                {
                    (isName && mark[0] == 's' ? hard : soft).Add(mark);
                }
            }
            else if (token.Kind is TokenKind.Mixed)
            {
                hard.Add($"x{token.Exact}");
            }
        }

        soft.ExceptWith(hard);
        var words = Words();
        return new PageMarks(document.Language, document.Published, [.. hard], [.. soft], [.. words.Distinct().Order()], Shingles(words), [.. numbers]);
    }

    private static void AddDates(string text, ArchiveDocument document, SortedSet<string> hard)
    {
        foreach (var mention in DateReader.Find(text, document.Language))
        {
            var dated = mention.YearMissing && document.Published is { } published ? mention.InYear(published.Year) : mention;
            if (mention.Day is not null)
            {
                hard.Add(dated is { YearMissing: false } ? $"@{dated.From}" : $"@{mention.Month}-{mention.Day}");
            }
        }
    }

    /// <summary>Numbers as values: grouping spaces and commas away, a point before decimals.</summary>
    private static SortedSet<string> Numbers(string text, Language language)
    {
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Match match in Number().Matches(text))
        {
            var digits = match.Value.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            numbers.Add(language == Language.English ? GroupingComma().Replace(digits, "") : digits.Replace(',', '.'));
        }

        return numbers;
    }

    private static bool IsYear(string number) => number.Length == 4 && (number.StartsWith("19", StringComparison.Ordinal) || number.StartsWith("20", StringComparison.Ordinal));

    /// <summary>Sound and meanings of a word, the same in every language.</summary>
    private string[] MarksOf(AnalyzedToken token)
    {
        if (marksOfStems.TryGetValue((token.Language, token.Stem), out var known))
        {
            return known;
        }

        var sounds = token.Stem.Length >= ShortestSound ? NameKey.Of(token.Stem).Where(key => key.Length >= ShortestSound - 1).Select(key => $"s{key}") : [];
        string[] marks = [.. sounds, .. translate?.Invoke(token.Stem, token.Language) ?? []];
        marksOfStems.Add((token.Language, token.Stem), marks);
        return marks;
    }

    /// <summary>Hashes of the words in the order of the text.</summary>
    private List<ulong> Words()
    {
        var words = new List<ulong>();
        var position = -1;
        foreach (var token in tokens.Where(token => token.Position > position))
        {
            position = token.Position;
            words.Add(Mix(Hash(token.Exact)));
        }

        return words;
    }

    private static ulong[] Shingles(List<ulong> words)
    {
        var shingles = new HashSet<ulong>();
        for (var first = 0; first + ShingleLength <= words.Count; first++)
        {
            var hash = 0UL;
            for (var word = first; word < first + ShingleLength; word++)
            {
                hash = (hash * 0x9E3779B97F4A7C15UL) ^ words[word];
            }

            shingles.Add(Mix(hash));
        }

        return [.. shingles.Order()];
    }

    /// <summary>FNV-1a over UTF-16, the same on every machine.</summary>
    private static ulong Hash(string word)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 0x100000001B3UL;
        }

        return hash;
    }

    /// <summary>Finalizer of SplitMix64: every bit of the result depends on every bit given.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@",(?=\d{3}(?:\D|$))", RegexOptions.CultureInvariant)]
    private static partial Regex GroupingComma();
}
