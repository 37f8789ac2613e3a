namespace Search.Lucene.Automata;

/// <summary>
/// Accepts the texts within a number of edits of a term: insertion, deletion, substitution and, where asked for,
/// the exchange of two neighbours, each counted once and in code points. No edit touches the first
/// <c>prefixLength</c> code points.
/// </summary>
/// <remarks>
/// A state is a row of the dynamic programme of Wagner and Fischer (1974) with every cost above the limit written as
/// limit + 1, and beside it the costs that an exchange begun by the last code point would end with (the
/// "optimal string alignment" of Damerau's distance, which is also Lucene's). Capped rows repeat, so the states are few.
/// </remarks>
internal sealed class LevenshteinAutomaton : CodePointAutomaton
{
    private readonly int[] _term;
    private readonly int[] _alphabet;
    private readonly int _maxEdits;
    private readonly int _prefixLength;
    private readonly bool _transpositions;

    /// <param name="term">The term to be near to.</param>
    /// <param name="maxEdits">0 to 2: beyond two edits the states and the noise both explode.</param>
    /// <param name="prefixLength">Code points at the start that must be equal; 0 or more.</param>
    /// <param name="transpositions">Whether the exchange of two neighbours is one edit rather than two.</param>
    public LevenshteinAutomaton(string term, int maxEdits, int prefixLength, bool transpositions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        _term = [.. term.EnumerateRunes().Select(rune => rune.Value)];
        _alphabet = DistinctCodePoints(_term);
        _maxEdits = maxEdits;
        _prefixLength = Math.Min(prefixLength, _term.Length);
        _transpositions = transpositions;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Alphabet => _alphabet;

    /// <inheritdoc/>
    protected override string? FirstState()
    {
        Span<char> state = stackalloc char[2 * (_term.Length + 1)];
        state.Fill((char)(_maxEdits + 1));
        state[0] = (char)0;
        Delete(state[..(_term.Length + 1)]);
        return new string(state);
    }

    /// <inheritdoc/>
    protected override string? Follow(string state, int symbol)
    {
        var length = _term.Length + 1;
        var codePoint = symbol == _alphabet.Length ? -1 : _alphabet[symbol];
        var limit = _maxEdits + 1;
        var before = state.AsSpan(0, length);
        var exchange = state.AsSpan(length, length);
        Span<char> next = stackalloc char[2 * length];
        var row = next[..length];
        var pending = next[length..];
        next.Fill((char)limit);
        var best = limit;
        for (var i = 0; i < length; i++)
        {
            var cost = limit;
            if (i > 0 && _term[i - 1] == codePoint)
            {
                cost = before[i - 1];
                if (_transpositions && i - 2 >= _prefixLength)
                {
                    pending[i] = (char)Math.Min(before[i - 2] + 1, limit);
                }
            }
            else if (i > _prefixLength)
            {
                cost = before[i - 1] + 1;
            }

            if (i >= _prefixLength)
            {
                cost = Math.Min(cost, before[i] + 1);
            }

            // The term's code points i-2 and i-1 met in the other order: the text had i-1 first, and has i-2 now.
            if (i >= 2 && _term[i - 2] == codePoint)
            {
                cost = Math.Min(cost, exchange[i]);
            }

            row[i] = (char)Math.Min(cost, limit);
            best = Math.Min(best, Math.Min(row[i], pending[i]));
        }

        Delete(row);
        return best > _maxEdits ? null : new string(next);
    }

    /// <inheritdoc/>
    protected override bool Accepts(string state) => state[_term.Length] <= _maxEdits;

    /// <summary>Lets the text lack a code point of the term: each cost is at most its left neighbour's plus one.</summary>
    private void Delete(Span<char> row)
    {
        for (var i = _prefixLength + 1; i < row.Length; i++)
        {
            row[i] = (char)Math.Min(row[i], Math.Min(row[i - 1] + 1, _maxEdits + 1));
        }
    }

    /// <summary>The number of code points in a UTF-8 term.</summary>
    public static int CodePointCount(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += (b & 0xC0) != 0x80 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The number of code points in a text.</summary>
    public static int CodePointCount(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
