using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Retrieval.Suggesting;

/// <summary>A run of words that stands in several pages, with the ways it is written.</summary>
/// <param name="language">Language of the pages.</param>
/// <param name="stems">Numbers of its words' stems.</param>
internal sealed class CountedPhrase(Language language, int[] stems)
{
    /// <summary>What stands beside a phrase at the edge of a sentence, or before it where the word binds.</summary>
    public const int NoWord = -1;

    private int _lastPage = -1;
    private Majority _before;
    private Majority _after;
    private int _places;

    public Language Language { get; } = language;

    public int[] Stems { get; } = stems;

    /// <summary>Pages that hold it.</summary>
    public int Pages { get; private set; }

    /// <summary>Places inside sentences, and how many of them are written as a name: with a capital at the first word.</summary>
    public (int All, int Capital) Inside { get; private set; }

    /// <summary>How often it is written in each way.</summary>
    public Dictionary<string, int> Surfaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it mostly stands in one and the same longer phrase.</summary>
    /// <param name="share">Share of its places from which on that is so.</param>
    public bool IsPart(double share) => _before.Outnumbers(share, _places) || _after.Outnumbers(share, _places);

    public void Add(int page, string surface, bool isInside, bool isCapital, int before, int after)
    {
        _places++;
        _before = _before.With(before);
        _after = _after.With(after);
        Pages += page == _lastPage ? 0 : 1;
        _lastPage = page;
        CollectionsMarshal.GetValueRefOrAddDefault(Surfaces, surface, out _)++;
        Inside = isInside ? (Inside.All + 1, Inside.Capital + (isCapital ? 1 : 0)) : Inside;
    }

    /// <summary>The word that stands at one side of more than half of the places, if any does, and by how many it outnumbers all others (Boyer and Moore 1981).</summary>
    private readonly record struct Majority(int Stem, int Count)
    {
        public Majority With(int stem) => Count == 0 ? new Majority(stem, 1) : this with { Count = Stem == stem ? Count + 1 : Count - 1 };

        public bool Outnumbers(double share, int places) => Stem != NoWord && Count >= ((2 * share) - 1) * places;
    }
}

/// <summary>
/// Finds the phrases and names that recur in an archive: first the pairs of neighbouring words that do, then the runs made of such pairs only
/// (a run is never more frequent than its parts: Agrawal and Srikant 1994).
/// </summary>
internal sealed class PhraseCounter
{
    private const int LongestRun = 6;

    // A name is written with a capital even inside a sentence.
    private const double NameShare = 0.6;

    // A phrase that mostly stands in one and the same longer phrase says less than that.
    private const double PartShare = 0.7;

    private readonly int _leastPages;
    private readonly List<(Language Language, string Text, TextWord[] Words, int[] Stems)> _pages = [];
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<long, (int Pages, int Last)> _pairs = [];

    /// <param name="leastPages">Pages that must hold a phrase, 1 or more.</param>
    public PhraseCounter(int leastPages) => _leastPages = leastPages;

    /// <summary>Numbers of marked stems, in the order they were met.</summary>
    public IReadOnlyDictionary<string, int> Stems => _stems;

    /// <summary>The number of a stem.</summary>
    public int Number(string stem)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, stem, out var isKnown);
        number = isKnown ? number : _stems.Count - 1;
        return number;
    }

    /// <summary>Adds a page.</summary>
    public void Add(Language language, string text, IReadOnlyList<TextWord> words)
    {
        var stems = words.Select(word => Number(word.Stem)).ToArray();
        for (var i = 1; i < stems.Length; i++)
        {
            if (!words[i].Uses.HasFlag(WordUses.Breaks))
            {
                ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, Pair(stems[i - 1], stems[i]), out var isKnown);
                pair = isKnown && pair.Last == _pages.Count ? pair : (pair.Pages + 1, _pages.Count);
            }
        }

        _pages.Add((language, text, [.. words], stems));
    }

    /// <summary>The phrases and names, each with whether it is a name, in no order.</summary>
    public List<(CountedPhrase Phrase, bool IsName)> Phrases()
    {
        var counted = new Dictionary<string, CountedPhrase>(StringComparer.Ordinal);
        for (var page = 0; page < _pages.Count; page++)
        {
            Count(page, counted);
        }

        var kept = counted
            .Select(pair => (Phrase: pair.Value, IsName: pair.Value.Inside.All > 0 && pair.Value.Inside.Capital >= NameShare * pair.Value.Inside.All))
            .Where(candidate => candidate.Phrase.Pages >= _leastPages && !candidate.Phrase.IsPart(PartShare) && (candidate.Phrase.Stems.Length > 1 || candidate.IsName))
            .Select(candidate => (candidate.Phrase, candidate.IsName))
            .ToList();
        return kept;
    }

    private void Count(int page, Dictionary<string, CountedPhrase> counted)
    {
        var (language, text, words, stems) = _pages[page];
        for (var first = 0; first < words.Length; first++)
        {
            if (!words[first].Uses.HasFlag(WordUses.Begins))
            {
                continue;
            }

            for (var last = first; last < Math.Min(words.Length, first + LongestRun); last++)
            {
                if (last > first && (words[last].Uses.HasFlag(WordUses.Breaks) || (words[last].Uses & (WordUses.Begins | WordUses.Function)) == 0 || _pairs[Pair(stems[last - 1], stems[last])].Pages < _leastPages))
                {
                    break;
                }

                var isCapital = words[first].Uses.HasFlag(WordUses.Capital);
                if (!words[last].Uses.HasFlag(WordUses.Ends) || (last == first && !words[first].Uses.HasFlag(WordUses.Proper)))
                {
                    continue;
                }

                var run = stems[first..(last + 1)];
                var key = Key(run);
                if (!counted.TryGetValue(key, out var phrase))
                {
                    counted.Add(key, phrase = new CountedPhrase(language, run));
                }

                phrase.Add(
                    page,
                    Surface(text[words[first].Span.Start..words[last].Span.End]),
                    !words[first].Uses.HasFlag(WordUses.Opens),
                    isCapital,
                    first == 0 || words[first].Uses.HasFlag(WordUses.Breaks) || !words[first - 1].Uses.HasFlag(WordUses.Begins) ? CountedPhrase.NoWord : stems[first - 1],
                    last + 1 == words.Length || words[last + 1].Uses.HasFlag(WordUses.Breaks) ? CountedPhrase.NoWord : stems[last + 1]);
            }
        }
    }

    private static string Key(int[] stems) => string.Create(stems.Length * 2, stems, static (key, stems) =>
    {
        for (var i = 0; i < stems.Length; i++)
        {
            (key[2 * i], key[(2 * i) + 1]) = ((char)(stems[i] >> 16), (char)stems[i]);
        }
    });

    private static string Surface(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static long Pair(int first, int second) => ((long)first << 32) | (uint)second;
}
