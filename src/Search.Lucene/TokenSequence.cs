using System.Text;

namespace Search.Lucene;

/// <summary>
/// The analysed text of one field of one document: terms in order, each with its position increment
/// (1 = next position, 0 = same position as the term before, more = a gap). Reusable after <see cref="Clear"/>.
/// </summary>
public sealed class TokenSequence
{
    private byte[] _bytes;
    private int[] _ends;
    private int[] _increments;

    /// <summary>An empty sequence, large enough for a paragraph; it grows.</summary>
    public TokenSequence() : this(tokens: 64, bytes: 1024) { }

    internal TokenSequence(int tokens, int bytes)
    {
        _bytes = new byte[bytes];
        _ends = new int[tokens];
        _increments = new int[tokens];
    }

    /// <summary>Tokens so far.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the longest term so far.</summary>
    internal int LongestTerm { get; private set; }

    /// <summary>Position of the last token, the first being its increment − 1.</summary>
    internal long LastPosition { get; private set; } = -1;

    /// <summary>Adds a token.</summary>
    /// <param name="term">The term; 1 to 32,766 bytes.</param>
    /// <param name="positionIncrement">0 or more; the first token of a field 1 or more.</param>
    public void Add(ReadOnlySpan<byte> term, int positionIncrement = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(positionIncrement);
        var start = Reserve(term.Length);
        term.CopyTo(_bytes.AsSpan(start));
        Close(start + term.Length, positionIncrement);
    }

    /// <summary>Adds a token, its term being the UTF-8 of <paramref name="term"/>.</summary>
    /// <param name="term">The term.</param>
    /// <param name="positionIncrement">0 or more; the first token of a field 1 or more.</param>
    public void Add(ReadOnlySpan<char> term, int positionIncrement = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(positionIncrement);
        var start = Reserve(term.Length * 3);
        var written = Encoding.UTF8.GetBytes(term, _bytes.AsSpan(start));
        Close(start + written, positionIncrement);
    }

    /// <summary>Forgets all tokens and keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        LongestTerm = 0;
        LastPosition = -1;
    }

    /// <summary>The term of token <paramref name="index"/>, counted from 0.</summary>
    public ReadOnlySpan<byte> Term(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
        var start = index == 0 ? 0 : _ends[index - 1];
        return _bytes.AsSpan(start, _ends[index] - start);
    }

    /// <summary>The position increment of token <paramref name="index"/>, counted from 0.</summary>
    public int PositionIncrement(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
        return _increments[index];
    }

    private int Reserve(int length)
    {
        var start = Count == 0 ? 0 : _ends[Count - 1];
        if (start + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(start + length, _bytes.Length * 2));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _increments, Count * 2);
        }

        return start;
    }

    private void Close(int end, int positionIncrement)
    {
        LongestTerm = Math.Max(LongestTerm, Count == 0 ? end : end - _ends[Count - 1]);
        LastPosition += positionIncrement;
        _ends[Count] = end;
        _increments[Count++] = positionIncrement;
    }
}
