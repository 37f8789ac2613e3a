namespace Search.Lucene.Automata;

/// <summary>
/// A deterministic automaton over Unicode code points whose states are made when they are first reached: a query
/// meets a small part of them, and the terms of the index say which. Not safe for use by several threads at once.
/// </summary>
internal abstract class CodePointAutomaton
{
    /// <summary>The state from which no continuation is accepted.</summary>
    public const int Dead = -1;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _states = [];
    private readonly List<int[]> _next = [];
    private const int Unknown = -2;

    /// <summary>The code points that the automaton tells apart, ascending; every other one behaves as one symbol.</summary>
    public abstract ReadOnlySpan<int> Alphabet { get; }

    /// <summary>The symbol of every code point outside <see cref="Alphabet"/>.</summary>
    public int OtherSymbol => Alphabet.Length;

    /// <summary>The state before any text.</summary>
    public int Start => StateOf(FirstState());

    /// <summary>True when the text that led to <paramref name="state"/> is accepted.</summary>
    public bool IsAccepting(int state) => state != Dead && Accepts(_states[state]);

    /// <summary>The state after one more symbol (an index into <see cref="Alphabet"/> or <see cref="OtherSymbol"/>).</summary>
    public int Step(int state, int symbol)
    {
        if (state == Dead)
        {
            return Dead;
        }

        var row = _next[state];
        if (row[symbol] == Unknown)
        {
            row[symbol] = StateOf(Follow(_states[state], symbol));
        }

        return row[symbol];
    }

    /// <summary>The first state, in the subclass's own writing; null when nothing at all is accepted.</summary>
    protected abstract string? FirstState();

    /// <summary>The state after <paramref name="symbol"/>; null when no continuation is accepted.</summary>
    protected abstract string? Follow(string state, int symbol);

    /// <summary>True when <paramref name="state"/> ends an accepted text.</summary>
    protected abstract bool Accepts(string state);

    /// <summary>The distinct code points of a text, ascending.</summary>
    protected static int[] DistinctCodePoints(IEnumerable<int> codePoints) => [.. codePoints.Distinct().Order()];

    private int StateOf(string? state)
    {
        if (state is null)
        {
            return Dead;
        }

        if (!_ids.TryGetValue(state, out var id))
        {
            id = _states.Count;
            _ids.Add(state, id);
            _states.Add(state);
            var row = new int[Alphabet.Length + 1];
            Array.Fill(row, Unknown);
            _next.Add(row);
        }

        return id;
    }
}
