namespace Search.Lucene.Automata;

/// <summary>
/// Accepts the texts that a pattern describes: <c>?</c> is any one code point, <c>*</c> any number of them, and a
/// backslash takes the meaning from the code point after it (a backslash at the very end stands for itself).
/// </summary>
/// <remarks>A state is the sorted list of the places in the pattern where the text so far may stand.</remarks>
internal sealed class WildcardAutomaton : CodePointAutomaton
{
    private const int AnyOne = -1;
    private const int AnyMany = -2;

    private readonly int[] _pattern;
    private readonly int[] _alphabet;

    public WildcardAutomaton(string pattern)
    {
        _pattern = Parse(pattern);
        _alphabet = DistinctCodePoints(_pattern.Where(codePoint => codePoint >= 0));
        LiteralPrefix = PrefixOf(_pattern);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Alphabet => _alphabet;

    /// <summary>The text before the pattern's first wildcard: what every accepted text begins with.</summary>
    public string LiteralPrefix { get; }

    /// <inheritdoc/>
    protected override string? FirstState()
    {
        var places = new SortedSet<int>();
        Enter(places, 0);
        return Write(places);
    }

    /// <inheritdoc/>
    protected override string? Follow(string state, int symbol)
    {
        var codePoint = symbol == _alphabet.Length ? int.MinValue : _alphabet[symbol];
        var places = new SortedSet<int>();
        foreach (int place in state)
        {
            if (place == _pattern.Length)
            {
                continue;
            }

            if (_pattern[place] == AnyMany)
            {
                Enter(places, place);
            }
            else if (_pattern[place] == AnyOne || _pattern[place] == codePoint)
            {
                Enter(places, place + 1);
            }
        }

        return places.Count == 0 ? null : Write(places);
    }

    /// <inheritdoc/>
    protected override bool Accepts(string state) => state[^1] == _pattern.Length;

    private void Enter(SortedSet<int> places, int place)
    {
        places.Add(place);
        while (place < _pattern.Length && _pattern[place] == AnyMany)
        {
            places.Add(++place);
        }
    }

    private static string Write(SortedSet<int> places) => string.Concat(places.Select(place => (char)place));

    private static int[] Parse(string pattern)
    {
        var parsed = new List<int>();
        var escaped = false;
        foreach (var rune in pattern.EnumerateRunes())
        {
            if (!escaped && rune.Value == '\\')
            {
                escaped = true;
                continue;
            }

            parsed.Add(escaped ? rune.Value : rune.Value switch { '?' => AnyOne, '*' => AnyMany, var literal => literal });
            escaped = false;
        }

        if (escaped)
        {
            parsed.Add('\\');
        }

        return [.. parsed];
    }

    private static string PrefixOf(int[] pattern) =>
        string.Concat(pattern.TakeWhile(codePoint => codePoint >= 0).Select(char.ConvertFromUtf32));
}
