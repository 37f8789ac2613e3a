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
    private int _currentIndex;

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
        _currentIndex = -1;
    }

    /// <summary>Goes where a skip entry points: before the first position of a block's first document.</summary>
    public void Jump(long pointer, int offset)
    {
        Seek(pointer);
        _used = 0;
        _count = 0;
        _pending = offset;
        _indexCounted = 0;
        _currentIndex = -1;
    }

    /// <summary>Counts the positions of the documents of a block that is left.</summary>
    public void LeaveBlock(ReadOnlySpan<int> freqs)
    {
        Count(freqs, freqs.Length);
        _indexCounted = 0;
        _currentIndex = -1;
    }

    /// <summary>The next position of the document at <paramref name="index"/> of the current block.</summary>
    public int Next(int index, ReadOnlySpan<int> freqs)
    {
        if (index != _currentIndex)
        {
            Count(freqs, index);
            Skip(_pending);
            _pending = freqs[index];
            _indexCounted = index + 1;
            _currentIndex = index;
            _leftInDoc = freqs[index];
            _position = 0;
        }

        if (_leftInDoc-- <= 0)
        {
            throw new InvalidOperationException("More positions were asked for than the document has.");
        }

        _pending--;
        if (_used == _count)
        {
            Refill();
        }

        return _position += _gaps[_used++];
    }

    private void Count(ReadOnlySpan<int> freqs, int end)
    {
        for (var i = _indexCounted; i < end; i++)
        {
            _pending += freqs[i];
        }
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
