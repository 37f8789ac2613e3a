namespace Lucene.Tests.Search;

/// <summary>Words that look alike (for fuzzy queries), share beginnings (for prefixes) and are unevenly common.</summary>
internal sealed class RandomText
{
    private const int WordCount = 400;

    private readonly Random _random;
    private readonly string[] _words;

    public RandomText(int seed)
    {
        _random = new Random(seed);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        var letters = "абвжaz".ToCharArray();
        while (words.Count < WordCount)
        {
            var length = 1 + _random.Next(6);
            words.Add(new string([.. Enumerable.Range(0, length).Select(_ => letters[_random.Next(letters.Length)])])
                + (_random.Next(40) == 0 ? "😀" : ""));
        }

        _words = [.. words];
        _random.Shuffle(_words);
    }

    /// <summary>A word; the first of the list are the most common, as in a language.</summary>
    public string Word() => _words[(int)(WordCount * Math.Pow(_random.NextDouble(), 3))];

    /// <summary>Any word, rare ones as often as common ones.</summary>
    public string AnyWord() => _words[_random.Next(WordCount)];

    /// <summary>So many words.</summary>
    public string[] Words(int count) => [.. Enumerable.Range(0, count).Select(_ => Word())];
}
