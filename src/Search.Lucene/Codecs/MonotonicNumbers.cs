using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Ascending numbers in blocks of 2^shift, each as what it lies above a straight line, read at any place.
/// <code>
/// meta: a block: long least · int bits of the float slope · long place in the data · byte bits a number
/// data: a block: the differences (<see cref="DirectNumbers"/>), none if all are 0
/// value(i) = least + (long)(slope · place of i in the block) + difference(i)
/// </code>
/// </summary>
internal sealed class MonotonicNumbers
{
    private readonly int _shift;
    private readonly long[] _least;
    private readonly float[] _slope;
    private readonly long[] _place;
    private readonly byte[] _bits;
    private DirectNumbers[] _blocks = [];

    private MonotonicNumbers(int shift, int blocks)
    {
        _shift = shift;
        _least = new long[blocks];
        _slope = new float[blocks];
        _place = new long[blocks];
        _bits = new byte[blocks];
    }

    public long Count { get; private init; }

    /// <summary>Reads the metadata; <see cref="Attach"/> gives it its data.</summary>
    public static MonotonicNumbers ReadMeta(IndexInput meta, long count, int shift)
    {
        const int BytesABlock = 21;
        var blocks = shift is < 2 or > 30 ? -1 : (count + (1L << shift) - 1) >> shift;
        if (count < 0 || blocks < 0 || blocks * BytesABlock > meta.Length - meta.Position)
        {
            throw meta.Corrupt($"{count} ascending numbers in blocks of 2^{shift} do not fit the file.");
        }

        var numbers = new MonotonicNumbers(shift, (int)blocks) { Count = count };
        for (var i = 0; i < blocks; i++)
        {
            numbers._least[i] = meta.ReadLong();
            numbers._slope[i] = BitConverter.Int32BitsToSingle(meta.ReadInt());
            numbers._place[i] = meta.ReadLong();
            numbers._bits[i] = meta.ReadByte();
        }

        return numbers;
    }

    /// <summary>Reads differences from <paramref name="length"/> bytes at <paramref name="offset"/>.</summary>
    public MonotonicNumbers Attach(IndexInput data, long offset, long length)
    {
        data.CheckRange(offset, length);
        _blocks = new DirectNumbers[_bits.Length];
        for (var i = 0; i < _blocks.Length; i++)
        {
            var count = Math.Min(Count - ((long)i << _shift), 1L << _shift);
            _blocks[i] = new(data, offset + _place[i], _bits[i], count);
        }

        return this;
    }

    /// <summary>The number at <paramref name="index"/>, which is less than <see cref="Count"/>.</summary>
    public long Get(long index)
    {
        var block = (int)(index >> _shift);
        var within = index & ((1L << _shift) - 1);
        return _least[block] + (long)(_slope[block] * (float)within) + _blocks[block].Get(within);
    }

    /// <summary>Writes ascending numbers.</summary>
    public static void Write(IndexOutput meta, IndexOutput data, long dataStart, ReadOnlySpan<long> values, int shift)
    {
        while (!values.IsEmpty)
        {
            var block = values[..Math.Min(values.Length, 1 << shift)].ToArray();
            values = values[block.Length..];
            var slope = (float)((double)(block[^1] - block[0]) / Math.Max(1, block.Length - 1));
            var least = long.MaxValue;
            for (var i = 0; i < block.Length; i++)
            {
                block[i] -= (long)(slope * (float)i);
                least = Math.Min(least, block[i]);
            }

            long most = 0;
            for (var i = 0; i < block.Length; i++)
            {
                block[i] -= least;
                most |= block[i];
            }

            meta.WriteLong(least);
            meta.WriteInt(BitConverter.SingleToInt32Bits(slope));
            meta.WriteLong(data.Position - dataStart);
            if (most == 0)
            {
                meta.WriteByte(0);
                continue;
            }

            var bits = DirectNumbers.BitsFor((ulong)most);
            DirectNumbers.Write(data, block, bits);
            meta.WriteByte((byte)bits);
        }
    }
}
