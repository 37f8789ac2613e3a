using System.Runtime.CompilerServices;
using System.Text;

namespace Search.Lucene.Automata;

/// <summary>
/// A <see cref="CodePointAutomaton"/> read byte by byte over UTF-8, for the terms of an index are stored so. Its
/// transitions are found when first needed and kept in a table, one row a state and one column a class of bytes.
/// Not safe for use by several threads at once.
/// </summary>
/// <remarks>
/// Between two code points a state of it is a state of the code-point automaton. Within a code point it is that
/// state and a node: either a node in the trie of the alphabet's encodings, or "some code point outside the
/// alphabet, with n bytes to come".
/// </remarks>
internal sealed class ByteAutomaton
{
    /// <summary>The state from which no continuation is accepted.</summary>
    public const int Dead = 0;

    private const int Unknown = -1;
    private const int Root = 0;

    private readonly CodePointAutomaton _automaton;
    private readonly byte[] _classOf = new byte[256];
    private readonly byte[] _byteOfClass;
    private readonly int _shift;
    private readonly List<Node> _nodes = [];
    private readonly int[] _outside = new int[4];
    private readonly Dictionary<(int State, int Node), int> _ids = [];
    private readonly List<(int State, int Node)> _keys = [];
    private int[] _next = [];
    private bool[] _accepting = [];

    public ByteAutomaton(CodePointAutomaton automaton)
    {
        _automaton = automaton;
        BuildTrie();
        _byteOfClass = BuildClasses();
        _shift = int.Log2(_byteOfClass.Length - 1) + 1;
        _keys.Add((CodePointAutomaton.Dead, Root));
        Grow();
        Start = StateOf(automaton.Start, Root);
    }

    /// <summary>The state before any byte.</summary>
    public int Start { get; }

    /// <summary>The state after one more byte; <see cref="Dead"/> when nothing that follows is accepted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Step(int state, byte value)
    {
        var next = _next[(state << _shift) + _classOf[value]];
        return next != Unknown ? next : Find(state, value);
    }

    /// <summary>True when the bytes that led to <paramref name="state"/> are an accepted term.</summary>
    public bool IsAccepting(int state) => _accepting[state];

    /// <summary>The state after all of <paramref name="bytes"/>.</summary>
    public int Run(int state, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (state == Dead)
            {
                break;
            }

            state = Step(state, value);
        }

        return state;
    }

    /// <summary>True when the whole of <paramref name="term"/> is accepted.</summary>
    public bool Accepts(ReadOnlySpan<byte> term) => IsAccepting(Run(Start, term));

    /// <summary>The smallest byte at or above <paramref name="from"/> that leads on to a live state; -1 when there is none.</summary>
    public int NextLiveByte(int state, int from)
    {
        for (var value = from; value < 256; value++)
        {
            if (Step(state, (byte)value) != Dead)
            {
                return value;
            }
        }

        return -1;
    }

    private int Find(int state, byte value)
    {
        var column = _classOf[value];
        var (inner, node) = _keys[state];
        var next = state == Dead ? Dead : Follow(inner, node, _byteOfClass[column]);
        _next[(state << _shift) + column] = next;
        return next;
    }

    private int Follow(int inner, int node, byte value)
    {
        var (after, symbol) = Descend(node, value);
        if (after < 0)
        {
            return Dead;
        }

        return after == Root ? StateOf(_automaton.Step(inner, symbol), Root) : StateOf(inner, after);
    }

    /// <summary>The node after a byte; at the end of a code point it is the root, and the symbol says which one it was.</summary>
    private (int Node, int Symbol) Descend(int node, byte value)
    {
        var at = _nodes[node];
        if (at.Children.TryGetValue(value, out var child))
        {
            return _nodes[child].Symbol >= 0 ? (Root, _nodes[child].Symbol) : (child, -1);
        }

        var left = node == Root ? BytesAfter(value) : (value & 0xC0) == 0x80 ? at.BytesLeft - 1 : -1;
        return left < 0 ? (-1, -1) : left == 0 ? (Root, _automaton.OtherSymbol) : (_outside[left], -1);
    }

    private int StateOf(int inner, int node)
    {
        if (inner == CodePointAutomaton.Dead || (node != Root && !CanEnd(inner, node)))
        {
            return Dead;
        }

        if (!_ids.TryGetValue((inner, node), out var id))
        {
            id = _keys.Count;
            _keys.Add((inner, node));
            _ids.Add((inner, node), id);
            Grow();
            _accepting[id] = node == Root && _automaton.IsAccepting(inner);
        }

        return id;
    }

    /// <summary>True when some code point whose encoding goes through <paramref name="node"/> leads to a live state.</summary>
    private bool CanEnd(int inner, int node)
    {
        if (_automaton.Step(inner, _automaton.OtherSymbol) != CodePointAutomaton.Dead)
        {
            return true;
        }

        foreach (var child in _nodes[node].Children.Values)
        {
            var symbol = _nodes[child].Symbol;
            if (symbol >= 0 ? _automaton.Step(inner, symbol) != CodePointAutomaton.Dead : CanEnd(inner, child))
            {
                return true;
            }
        }

        return false;
    }

    private void Grow()
    {
        if (_keys.Count > _accepting.Length)
        {
            var rows = Math.Max(32, _accepting.Length * 2);
            var filled = _next.Length;
            Array.Resize(ref _accepting, rows);
            Array.Resize(ref _next, rows << _shift);
            _next.AsSpan(filled).Fill(Unknown);
        }
    }

    private void BuildTrie()
    {
        _nodes.Add(new Node(0));
        Span<byte> utf8 = stackalloc byte[4];
        for (var symbol = 0; symbol < _automaton.Alphabet.Length; symbol++)
        {
            var length = new Rune(_automaton.Alphabet[symbol]).EncodeToUtf8(utf8);
            var node = Root;
            for (var i = 0; i < length; i++)
            {
                if (!_nodes[node].Children.TryGetValue(utf8[i], out var child))
                {
                    child = _nodes.Count;
                    _nodes.Add(new Node(length - 1 - i));
                    _nodes[node].Children.Add(utf8[i], child);
                }

                node = child;
            }

            _nodes[node].Symbol = symbol;
        }

        for (var left = 1; left <= 3; left++)
        {
            _outside[left] = _nodes.Count;
            _nodes.Add(new Node(left));
        }
    }

    /// <summary>Gives each byte that the alphabet uses a class of its own, and the others a class by their place in UTF-8.</summary>
    /// <returns>One byte of each class, to stand for it.</returns>
    private byte[] BuildClasses()
    {
        var used = _nodes.SelectMany(node => node.Children.Keys).ToHashSet();
        var representatives = new List<byte>();
        var classOfKind = new Dictionary<int, byte>();
        for (var value = 0; value < 256; value++)
        {
            var kind = used.Contains((byte)value) ? 256 + value : (value & 0xC0) == 0x80 ? 8 : BytesAfter((byte)value);
            if (!classOfKind.TryGetValue(kind, out var number))
            {
                number = (byte)representatives.Count;
                classOfKind.Add(kind, number);
                representatives.Add((byte)value);
            }

            _classOf[value] = number;
        }

        return [.. representatives];
    }

    /// <summary>How many bytes follow a first byte of UTF-8; -1 for a byte that begins no code point.</summary>
    private static int BytesAfter(byte first) => first switch
    {
        < 0x80 => 0,
        < 0xC2 => -1,
        < 0xE0 => 1,
        < 0xF0 => 2,
        < 0xF5 => 3,
        _ => -1,
    };

    private sealed class Node(int bytesLeft)
    {
        public Dictionary<byte, int> Children { get; } = [];

        public int BytesLeft { get; } = bytesLeft;

        public int Symbol { get; set; } = -1;
    }
}
