using System.Collections.Frozen;
using System.Globalization;
using Search.Text;

namespace Search.Answering.Reading;

/// <summary>The small word classes of each language, read from <c>Words/*.txt</c>.</summary>
internal sealed class WordLists
{
    private static readonly FrozenDictionary<string, WordClass> ClassNames = new Dictionary<string, WordClass>(StringComparer.Ordinal)
    {
        ["prep.in"] = WordClass.PrepositionIn, ["prep.from"] = WordClass.PrepositionFrom, ["prep.to"] = WordClass.PrepositionTo, ["prep.by"] = WordClass.PrepositionBy,
        ["prep.for"] = WordClass.PrepositionFor, ["prep.with"] = WordClass.PrepositionWith, ["prep.about"] = WordClass.PrepositionAbout, ["prep.over"] = WordClass.PrepositionOver,
        ["prep.between"] = WordClass.PrepositionBetween, ["prep.of"] = WordClass.PrepositionOf, ["conjunction"] = WordClass.Conjunction, ["article"] = WordClass.Article,
        ["pronoun"] = WordClass.Pronoun, ["auxiliary"] = WordClass.Auxiliary, ["particle"] = WordClass.Particle, ["question"] = WordClass.Question, ["negation"] = WordClass.Negation,
        ["month"] = WordClass.Month, ["weekday"] = WordClass.Weekday, ["year"] = WordClass.Year, ["century"] = WordClass.Time, ["time"] = WordClass.Time, ["unit"] = WordClass.Unit,
        ["currency"] = WordClass.Currency, ["magnitude"] = WordClass.Magnitude, ["percent"] = WordClass.Percent, ["numeral"] = WordClass.Numeral, ["ordinal"] = WordClass.Ordinal,
        ["cause"] = WordClass.Cause, ["now"] = WordClass.Now, ["role"] = WordClass.Role, ["organisation"] = WordClass.Organisation, ["place"] = WordClass.Place,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, Entry> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _starts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _superlatives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _before = new(StringComparer.Ordinal);
    private readonly HashSet<string> _after = new(StringComparer.Ordinal);

    private WordLists(string code)
    {
        foreach (var line in EmbeddedText.Lines($"Words.{code}.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..colon];
            foreach (var item in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(name, item);
            }
        }
    }

    /// <summary>Belarusian words.</summary>
    public static WordLists Belarusian { get; } = new("be");

    /// <summary>Russian words.</summary>
    public static WordLists Russian { get; } = new("ru");

    /// <summary>English words.</summary>
    public static WordLists English { get; } = new("en");

    /// <summary>The lists of a language; Russian where it is unknown.</summary>
    public static WordLists Of(Language language) => language switch
    {
        Language.Belarusian => Belarusian,
        Language.English => English,
        _ => Russian,
    };

    /// <summary>Classes and value of a word.</summary>
    /// <param name="word">Lower case.</param>
    public Entry Find(string word)
    {
        var unknown = new Entry(WordClass.None, double.NaN);
        var found = _whole.GetValueOrDefault(word, unknown);
        for (var length = Math.Min(word.Length, 16); length >= 2 && found.Classes == WordClass.None; length--)
        {
            found = _starts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, length), out var entry) ? entry : unknown;
        }

        return found;
    }

    /// <summary>Whether the word marks the highest or lowest of something.</summary>
    public bool IsSuperlative(string word) => Matches(_superlatives, word);

    /// <summary>Whether the word says "before".</summary>
    public bool IsBefore(string word) => Matches(_before, word);

    /// <summary>Whether the word says "after".</summary>
    public bool IsAfter(string word) => Matches(_after, word);

    private static bool Matches(HashSet<string> set, string word) =>
        set.Contains(word) || set.Any(item => item.EndsWith('*') && word.StartsWith(item.AsSpan(0, item.Length - 1), StringComparison.Ordinal));

    private void Add(string name, string item)
    {
        var extra = name switch { "superlative" => _superlatives, "before" => _before, "after" => _after, _ => null };
        if (extra is not null)
        {
            extra.Add(ReadingTokenizer.Lower(item));
            return;
        }

        var equals = item.IndexOf('=', StringComparison.Ordinal);
        var value = equals > 0 ? double.Parse(item.AsSpan(equals + 1), CultureInfo.InvariantCulture) : double.NaN;
        var word = equals > 0 ? item[..equals] : item;
        var target = word.EndsWith('*') ? _starts : _whole;
        word = ReadingTokenizer.Lower(word.TrimEnd('*'));
        var before = target.GetValueOrDefault(word, new Entry(WordClass.None, double.NaN));
        target[word] = new Entry(before.Classes | ClassNames[name], double.IsNaN(before.Value) ? value : before.Value);
    }

    /// <summary>What is known of a word.</summary>
    /// <param name="Classes">Its classes.</param>
    /// <param name="Value">Number of the month, value of the numeral, ordinal or magnitude; not a number elsewhere.</param>
    internal readonly record struct Entry(WordClass Classes, double Value);
}
