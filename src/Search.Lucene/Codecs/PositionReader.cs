using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Reads the positions of one term from <c>.pos</c> (layout: <see cref="PostingsWriter"/>). Documents passed over are only counted;
/// their positions are skipped when the next position is asked for, whole blocks without decoding.
/// </summary>
internal sealed unsafe class PositionReader(IndexInput input, FieldInfo field)
{
    private readonly int[] _gaps = new int[ForBlock.Size];
    private readonly byte* _end = input.Start + input.Length;
    private byte* _next;
    private byte* _lastBlock;
    private bool _restRead;
    private long _left;
    private int _used;
    private int _count;
    private long _pending;
    private int _indexCounted;
    private int _position;
    private int _leftInDoc;

    public void Start(in TermState state)
    {
        Seek(state.PositionStart);
        _lastBlock = state.TotalTermFreq < ForBlock.Size ? _next
            : state.TotalTermFreq == ForBlock.Size ? null
            : Pointer(state.PositionStart + state.LastPositionBlockOffset);
        _left = state.TotalTermFreq;
        _used = 0;
        _count = 0;
        _pending = 0;
        _indexCounted = 0;
        _leftInDoc = 0;
        CurrentIndex = -1;
    }

    /// <summary>Goes where a skip entry points: before the first position of a block's first document.</summary>
    public void Jump(long pointer, int offset)
    {
        Seek(pointer);
        _used = 0;
        _count = 0;
        _pending = offset;
        _indexCounted = 0;
        _leftInDoc = 0;
        CurrentIndex = -1;
    }

    /// <summary>Counts the positions of the documents of a block that is left.</summary>
    public void LeaveBlock(ReadOnlySpan<int> freqs)
    {
        _pending += Sum(freqs[_indexCounted..]);
        _indexCounted = 0;
        CurrentIndex = -1;
    }

    /// <summary>Place in the block of the document whose positions are being read; -1 if none is.</summary>
    public int CurrentIndex { get; private set; }

    /// <summary>Goes to the first position of the document at <paramref name="index"/> of the current block.</summary>
    public void Enter(int index, ReadOnlySpan<int> freqs)
    {
        var passed = _pending + _leftInDoc;
        if (index > _indexCounted)
        {
            passed += Sum(freqs[_indexCounted..index]);
        }

        if (passed > 0)
        {
            Skip(passed);
        }

        _pending = 0;
        _leftInDoc = freqs[index];
        _indexCounted = index + 1;
        CurrentIndex = index;
        _position = 0;
    }

    /// <summary>The next position of the document entered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        if (_leftInDoc <= 0)
        {
            throw NoMore();
        }

        _leftInDoc--;
        if (_used == _count)
        {
            Refill();
        }

        return _position += _gaps[_used++];
    }

    private static InvalidOperationException NoMore() => new("More positions were asked for than the document has.");

    private static long Sum(ReadOnlySpan<int> freqs)
    {
        // A block has at most 128 documents: eight sums of sixteen each, which a long text cannot make overflow.
        var sums = Vector256<int>.Zero;
        long sum = 0;
        ref var source = ref MemoryMarshal.GetReference(freqs);
        var i = 0;
        for (; i + 8 <= freqs.Length; i += 8)
        {
            sums += Vector256.LoadUnsafe(ref source, (nuint)i);
        }

        for (; i < freqs.Length; i++)
        {
            sum += freqs[i];
        }

        return sum + (uint)Vector256.Sum(sums);
    }

    private void Skip(long positions)
    {
        if (positions <= _count - _used)
        {
            _used += (int)positions;
            return;
        }

        positions -= _count - _used;
        while (positions >= ForBlock.Size && _next != _lastBlock)
        {
            _next = PatchedBlock.Skip(_next, _end);
            if (_next == null)
            {
                throw PastEnd();
            }

            positions -= ForBlock.Size;
        }

        _used = _count = 0;
        while (positions > 0)
        {
            Refill();
            _used = (int)Math.Min(positions, _count);
            positions -= _used;
        }
    }

    private void Refill()
    {
        _used = 0;
        if (_next != _lastBlock)
        {
            fixed (int* gaps = _gaps)
            {
                _next = PatchedBlock.Decode(_next, _end, gaps);
            }

            if (_next == null)
            {
                throw PastEnd();
            }

            _count = ForBlock.Size;
            return;
        }

        _count = (int)(_left % ForBlock.Size);
        if (_count == 0 || _restRead)
        {
            throw PastEnd();
        }

        ReadRest();
        _restRead = true;
    }

    private void ReadRest()
    {
        var at = _next;
        var hasOffsets = field.IndexOptions == IndexOptions.DocsAndFreqsAndPositionsAndOffsets;
        var payloadLength = 0;
        for (var i = 0; i < _count; i++)
        {
            at = PatchedBlock.ReadVInt(at, _end, out var gap);
            if (field.HasPayloads && at != null)
            {
                if ((gap & 1) != 0)
                {
                    at = PatchedBlock.ReadVInt(at, _end, out payloadLength);
                }

                gap = (int)((uint)gap >> 1);
                if (at == null || payloadLength < 0 || payloadLength > _end - at)
                {
                    throw PastEnd();
                }

                at += payloadLength;
            }

            if (hasOffsets && at != null)
            {
                at = PatchedBlock.ReadVInt(at, _end, out var offset);
                if ((offset & 1) != 0 && at != null)
                {
                    at = PatchedBlock.ReadVInt(at, _end, out _);
                }
            }

            if (at == null)
            {
                throw PastEnd();
            }

            _gaps[i] = gap;
        }
    }

    private void Seek(long pointer)
    {
        _next = Pointer(pointer);
        _restRead = false;
    }

    private byte* Pointer(long pointer)
    {
        input.CheckRange(pointer, 0);
        return input.Start + pointer;
    }

    private IndexCorruptException PastEnd() => input.Corrupt("Positions run past the end of the file.");
}
