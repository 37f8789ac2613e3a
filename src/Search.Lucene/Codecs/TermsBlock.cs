using System.Runtime.CompilerServices;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>One decoded block of <c>.tim</c> (layout: <see cref="BlockTreeWriter"/>): entries in byte order, each a term or a block below.</summary>
internal sealed unsafe class TermsBlock(Terms terms)
{
    private const int NoCompression = 0;
    private const int LowercaseAscii = 1;
    private const int Lz4Compression = 2;

    private readonly IndexInput _input = terms.Blocks.Clone();
    private readonly FieldInfo _field = terms.Field;
    private readonly int _maxDoc = terms.PostingsFiles.MaxDoc;
    private byte[] _suffixes = new byte[512];
    private int[] _ends = new int[64];
    private long[] _children = new long[64];
    private int[] _termOrds = new int[64];

    private long _statsStart;
    private long _statsEnd;
    private long _metaStart;
    private long _metaEnd;
    private byte* _statsAt;
    private byte* _metaAt;
    private int _decodedOrd;
    private int _singletons;
    private TermState _state;

    /// <summary>Place of the block in the file; -1 before the first <see cref="Load"/>.</summary>
    public long Start { get; private set; } = -1;

    /// <summary>Place of the byte after it.</summary>
    public long End { get; private set; }

    /// <summary>Entries.</summary>
    public int Count { get; private set; }

    /// <summary>True unless more blocks of the same prefix follow right after it.</summary>
    public bool IsLastOfFloor { get; private set; }

    /// <summary>Length of the prefix of all its entries.</summary>
    public int PrefixLength { get; set; }

    /// <summary>The next entry to be walked to.</summary>
    public int Next { get; set; }

    /// <summary>Place of the first block of the same prefix; -1 if not known.</summary>
    public long FirstOfFloor { get; set; } = -1;

    /// <summary>Node of the terms index that stands for the prefix; valid if <see cref="HasIndex"/>.</summary>
    public long Node { get; set; }

    /// <summary>What the terms index holds for the prefix; valid if <see cref="HasIndex"/>.</summary>
    public OutputBuilder Code { get; set; } = new(new byte[32]);

    /// <summary>Bytes of <see cref="Code"/> gathered on the way to <see cref="Node"/>, before its own output.</summary>
    public int CodePathLength { get; set; }

    public bool HasIndex { get; set; }

    public ReadOnlySpan<byte> Suffix(int entry)
    {
        var start = entry == 0 ? 0 : _ends[entry - 1];
        return _suffixes.AsSpan(start, _ends[entry] - start);
    }

    /// <summary>Place of the block that an entry stands for, or 0 if it is a term.</summary>
    public long Child(int entry) => _children[entry];

    public void Load(long start)
    {
        if (start == Start)
        {
            return;
        }

        Start = -1; // stays so if the block turns out damaged
        var input = _input;
        input.Position = start;
        var header = input.ReadVInt();
        var count = (int)((uint)header >> 1);
        IsLastOfFloor = (header & 1) != 0;
        // 25 entries that begin with the same byte become a block of their own, so 256 times that is the most; anything above is damage.
        if (count is 0 or > 1 << 16)
        {
            throw Corrupt();
        }

        var token = input.ReadVLong();
        var isLeaf = (token & 4) != 0;
        var suffixLength = (long)((ulong)token >> 3);
        ReadSuffixes(suffixLength, (int)(token & 3));
        if (count > _ends.Length)
        {
            _ends = new int[count];
            _children = new long[count];
            _termOrds = new int[count];
        }

        ReadLengths(input, start, count, isLeaf, suffixLength);
        Count = count;

        var statsLength = input.ReadCount();
        _statsStart = input.Position;
        _statsEnd = _statsStart + statsLength;
        input.Position = _statsEnd;
        var metaLength = input.ReadCount();
        _metaStart = input.Position;
        _metaEnd = _metaStart + metaLength;
        End = _metaEnd;
        Rewind();
        Start = start;
    }

    /// <summary>First entry at or after <paramref name="suffix"/>.</summary>
    public int LowerBound(ReadOnlySpan<byte> suffix, out bool equal)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = Suffix(middle).SequenceCompareTo(suffix);
            if (order == 0)
            {
                equal = true;
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        equal = false;
        return low;
    }

    /// <summary>Statistics and places of the term at an entry.</summary>
    public TermState State(int entry)
    {
        var ord = _termOrds[entry];
        if (ord < _decodedOrd)
        {
            Rewind();
        }

        for (; _decodedOrd <= ord; _decodedOrd++)
        {
            DecodeNext();
        }

        return _state;
    }

    private void Rewind()
    {
        _statsAt = _input.Start + _statsStart;
        _metaAt = _input.Start + _metaStart;
        _decodedOrd = 0;
        _singletons = 0;
        _state = new() { SingletonDocId = -1 };
    }

    private void DecodeNext()
    {
        var docFreq = 1;
        long totalTermFreq = 1;
        if (_singletons > 0)
        {
            _singletons--;
        }
        else
        {
            var end = _input.Start + _statsEnd;
            var code = ReadVLong(ref _statsAt, end);
            if ((code & 1) != 0)
            {
                _singletons = (int)(code >> 1);
            }
            else
            {
                docFreq = (int)(code >> 1);
                totalTermFreq = _field.IndexOptions == IndexOptions.Docs ? docFreq : docFreq + ReadVLong(ref _statsAt, end);
            }
        }

        if (docFreq <= 0 || docFreq > _maxDoc || totalTermFreq < docFreq)
        {
            throw Corrupt();
        }

        _state = DecodeMeta(docFreq, totalTermFreq);
    }

    private TermState DecodeMeta(int docFreq, long totalTermFreq)
    {
        var end = _input.Start + _metaEnd;
        var docStart = _state.DocStart;
        var singleton = -1;
        var code = ReadVLong(ref _metaAt, end);
        if ((code & 1) != 0)
        {
            var zigzag = (long)((ulong)code >> 1);
            var doc = _state.SingletonDocId + ((long)((ulong)zigzag >> 1) ^ -(zigzag & 1));
            singleton = doc is >= 0 and < int.MaxValue ? (int)doc : int.MaxValue;
        }
        else
        {
            docStart += (long)((ulong)code >> 1);
            if (docFreq == 1)
            {
                singleton = (int)Math.Min((ulong)ReadVLong(ref _metaAt, end), int.MaxValue);
            }
        }

        if (docFreq == 1 ? singleton >= _maxDoc : singleton >= 0)
        {
            throw Corrupt();
        }

        long positionStart = 0;
        long payloadStart = 0;
        long lastPositionBlock = -1;
        if (_field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions)
        {
            positionStart = _state.PositionStart + ReadVLong(ref _metaAt, end);
            if (_field.HasPayloads || _field.IndexOptions == IndexOptions.DocsAndFreqsAndPositionsAndOffsets)
            {
                payloadStart = _state.PayloadStart + ReadVLong(ref _metaAt, end);
            }

            if (totalTermFreq > ForBlock.Size)
            {
                lastPositionBlock = ReadVLong(ref _metaAt, end);
            }
        }

        return new()
        {
            DocFreq = docFreq,
            TotalTermFreq = totalTermFreq,
            DocStart = docStart,
            PositionStart = positionStart,
            PayloadStart = payloadStart,
            LastPositionBlockOffset = lastPositionBlock,
            SkipOffset = docFreq > ForBlock.Size ? ReadVLong(ref _metaAt, end) : -1,
            SingletonDocId = singleton,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadVLong(ref byte* at, byte* end)
    {
        if (at < end && *at < 0x80)
        {
            return *at++;
        }

        return ReadLongerVLong(ref at, end);
    }

    private long ReadLongerVLong(ref byte* at, byte* end)
    {
        ulong value = 0;
        for (var shift = 0; shift < 70 && at < end; shift += 7)
        {
            ulong b = *at++;
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (long)value;
            }
        }

        throw Corrupt();
    }

    private void ReadSuffixes(long length, int compression)
    {
        // The longest suffix is 32,766 bytes and no block has more than some hundred long ones; anything above is damage.
        if (length > 1 << 26)
        {
            throw Corrupt();
        }

        if (_suffixes.Length < length)
        {
            _suffixes = new byte[Math.Max((int)length, _suffixes.Length * 2)];
        }

        switch (compression)
        {
            case NoCompression:
                _input.ReadSpan((int)length).CopyTo(_suffixes);
                break;
            case LowercaseAscii:
                DecompressLowercaseAscii((int)length);
                break;
            case Lz4Compression:
                var end = Lz4.Decompress(_input.Start + _input.Position, _input.Start + _input.Length, _suffixes, 0, (int)length);
                if (end == null)
                {
                    throw Corrupt();
                }

                _input.Position = end - _input.Start;
                break;
            default:
                throw Corrupt();
        }
    }

    /// <summary>
    /// Three quarters of the bytes hold six bits each of the first bytes, with two spare bits each, which hold the last quarter;
    /// then VInt exceptions, each: byte gap of place (255 only adds) · byte value.
    /// </summary>
    private void DecompressLowercaseAscii(int length)
    {
        var saved = length >> 2;
        var packed = length - saved;
        var target = _suffixes;
        _input.ReadSpan(packed).CopyTo(target);
        for (var i = 0; i < saved; i++)
        {
            target[packed + i] = (byte)(((target[i] & 0xC0) >> 2) | ((target[saved + i] & 0xC0) >> 4) | ((target[(saved << 1) + i] & 0xC0) >> 6));
        }

        for (var i = 0; i < length; i++)
        {
            var b = target[i];
            target[i] = (byte)(((b & 0x1F) | 0x20 | ((b & 0x20) << 1)) - 1);
        }

        var exceptions = _input.ReadVInt();
        var at = 0;
        for (; exceptions > 0; exceptions--)
        {
            at += _input.ReadByte();
            var value = _input.ReadByte();
            if (at >= length)
            {
                throw Corrupt();
            }

            target[at] = value;
        }
    }

    private void ReadLengths(IndexInput input, long start, int count, bool isLeaf, long suffixLength)
    {
        var code = input.ReadVInt();
        var length = (int)((uint)code >> 1);
        var allEqual = (code & 1) != 0;
        var value = 0;
        var lengthsEnd = 0L;
        if (allEqual)
        {
            value = input.ReadByte();
            if (!isLeaf || value >= 0x80 || length != count)
            {
                // Lucene writes a run of equal bytes whatever they mean; only in leaf blocks of short suffixes can they be taken as one number.
                ReadRepeatedLengths(value, length, start, count, isLeaf, suffixLength);
                return;
            }
        }
        else
        {
            input.CheckRange(input.Position, length);
            lengthsEnd = input.Position + length;
        }

        var end = 0L;
        var ord = 0;
        for (var i = 0; i < count; i++)
        {
            long child = 0;
            if (!allEqual)
            {
                value = input.ReadVInt();
                if (!isLeaf)
                {
                    var isChild = (value & 1) != 0;
                    value = (int)((uint)value >> 1);
                    if (isChild)
                    {
                        child = ChildStart(start, input.ReadVLong(), value);
                    }
                }
            }

            end += value;
            Set(i, end, child, ref ord, suffixLength);
        }

        if (end != suffixLength || (!allEqual && input.Position != lengthsEnd))
        {
            throw Corrupt();
        }
    }

    private void ReadRepeatedLengths(int value, int length, long start, int count, bool isLeaf, long suffixLength)
    {
        var left = length;
        var end = 0L;
        var ord = 0;
        for (var i = 0; i < count; i++)
        {
            var number = Repeated(value, ref left);
            long child = 0;
            if (!isLeaf)
            {
                var isChild = (number & 1) != 0;
                number >>= 1;
                if (isChild)
                {
                    child = ChildStart(start, Repeated(value, ref left), number);
                }
            }

            end += number;
            Set(i, end, child, ref ord, suffixLength);
        }

        if (end != suffixLength || left != 0)
        {
            throw Corrupt();
        }
    }

    /// <summary>A variable-length number of a run of equal bytes: only bytes under 128 end one.</summary>
    private long Repeated(int value, ref int left)
    {
        if (value >= 0x80 || left-- == 0)
        {
            throw Corrupt();
        }

        return value;
    }

    private long ChildStart(long start, long back, long suffixLength)
    {
        // A block below was written before this one and has a longer prefix: so no walk can run in a circle.
        if (back <= 0 || back > start || suffixLength == 0)
        {
            throw Corrupt();
        }

        return start - back;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(int entry, long end, long child, ref int ord, long suffixLength)
    {
        if ((ulong)end > (ulong)suffixLength)
        {
            throw Corrupt();
        }

        _ends[entry] = (int)end;
        _children[entry] = child;
        _termOrds[entry] = ord;
        if (child == 0)
        {
            ord++;
        }
    }

    private IndexCorruptException Corrupt() => _input.Corrupt($"A block of terms of field {_field.Name} is damaged.");
}
