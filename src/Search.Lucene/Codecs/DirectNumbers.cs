using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Numbers of equal bits (1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56 or 64), packed highest bit first, read at any place.</summary>
internal readonly unsafe struct DirectNumbers
{
    private readonly byte* _start;
    private readonly int _bits;
    private readonly ulong _mask;

    /// <param name="input">The file; at least eight bytes (its footer) follow the numbers, so that a whole word can be loaded at the last one.</param>
    public DirectNumbers(IndexInput input, long offset, int bits, long count)
    {
        if (bits is < 0 or > 64 || count < 0 || count > input.Length * 8)
        {
            throw input.Corrupt($"{count} numbers of {bits} bits do not fit the file.");
        }

        input.CheckRange(offset, ((count * bits) + 7) / 8);
        if (bits > 0)
        {
            input.CheckRange(offset, (((count * bits) + 7) / 8) + 8);
        }

        _start = input.Start + offset;
        _bits = bits;
        _mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
    }

    /// <summary>The number at <paramref name="index"/>, which is less than the count given at construction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Get(long index)
    {
        if (_bits == 0)
        {
            return 0;
        }

        var bit = index * _bits;
        var word = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(_start + (bit >> 3)));
        return (long)(word >> (64 - _bits - (int)(bit & 7)) & _mask);
    }

    /// <summary>The least allowed number of bits that holds <paramref name="max"/>, unsigned.</summary>
    public static int BitsFor(ulong max)
    {
        var bits = Math.Max(1, 64 - BitOperations.LeadingZeroCount(max));
        ReadOnlySpan<byte> allowed = [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64];
        foreach (var candidate in allowed)
        {
            if (candidate >= bits)
            {
                return candidate;
            }
        }

        return 64;
    }

    /// <summary>Writes numbers, and three bytes of padding that Lucene's reader may load.</summary>
    public static void Write(IndexOutput output, ReadOnlySpan<long> values, int bits)
    {
        UInt128 pending = 0;
        var pendingBits = 0;
        foreach (var value in values)
        {
            pending = (pending << bits) | (ulong)value;
            pendingBits += bits;
            while (pendingBits >= 8)
            {
                pendingBits -= 8;
                output.WriteByte((byte)(pending >> pendingBits));
            }
        }

        if (pendingBits > 0)
        {
            output.WriteByte((byte)(pending << (8 - pendingBits)));
        }

        output.Append(3).Clear();
    }
}
