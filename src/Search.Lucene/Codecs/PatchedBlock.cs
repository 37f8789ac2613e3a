using System.Runtime.CompilerServices;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// 128 numbers packed with the bits of the fourth largest; up to three larger ones are patched.
/// <code>
/// byte token: exceptions in the top 3 bits, bits a number in the low 5
/// bits = 0: one variable-length number, the value of all · else a <see cref="ForBlock"/>
/// exceptions times: byte place · byte what stands above the bits
/// </code>
/// </summary>
internal static unsafe class PatchedBlock
{
    private const int MaxExceptions = 3;

    /// <summary>Bytes that <see cref="Encode"/> writes at most.</summary>
    public const int MaxBytes = 1 + (31 << 4) + (2 * 7);

    /// <summary>Writes 128 numbers, none negative; changes the buffer.</summary>
    public static void Encode(int* values, IndexOutput output)
    {
        Span<int> countByBits = stackalloc int[33];
        countByBits.Clear();
        uint all = 0;
        for (var i = 0; i < ForBlock.Size; i++)
        {
            all |= (uint)values[i];
            countByBits[ForBlock.BitsFor((uint)values[i])]++;
        }

        var maxBits = ForBlock.BitsFor(all);
        var bits = maxBits;
        for (var above = 0; bits > 1 && bits > maxBits - 8 && above + countByBits[bits] <= MaxExceptions; bits--)
        {
            above += countByBits[bits];
        }

        Span<byte> exceptions = stackalloc byte[2 * MaxExceptions];
        var exceptionBytes = 0;
        if (bits < maxBits)
        {
            var largest = (1 << bits) - 1;
            for (var i = 0; i < ForBlock.Size; i++)
            {
                if (values[i] > largest)
                {
                    exceptions[exceptionBytes++] = (byte)i;
                    exceptions[exceptionBytes++] = (byte)(values[i] >> bits);
                    values[i] &= largest;
                }
            }
        }

        var token = exceptionBytes / 2 << 5;
        if (maxBits <= 8 && new ReadOnlySpan<int>(values + 1, ForBlock.Size - 1).IndexOfAnyExcept(values[0]) < 0)
        {
            for (var i = 1; i < exceptionBytes; i += 2)
            {
                exceptions[i] = (byte)(exceptions[i] << bits);
            }

            output.WriteByte((byte)token);
            output.WriteVLong(values[0]);
        }
        else
        {
            output.WriteByte((byte)(token | bits));
            fixed (byte* target = output.Append(ForBlock.ByteCount(bits)))
            {
                ForBlock.Encode(values, bits, target);
            }
        }

        output.WriteBytes(exceptions[..exceptionBytes]);
    }

    /// <summary>Reads 128 numbers and returns where the block ends, or null if it does not end before <paramref name="end"/>.</summary>
    public static byte* Decode(byte* source, byte* end, int* values)
    {
        if (source >= end)
        {
            return null;
        }

        int token = *source++;
        var bits = token & 31;
        if (bits == 0)
        {
            source = ReadVInt(source, end, out var value);
            if (source == null)
            {
                return null;
            }

            new Span<int>(values, ForBlock.Size).Fill(value);
        }
        else
        {
            if (end - source < ForBlock.ByteCount(bits))
            {
                return null;
            }

            ForBlock.Decode(source, bits, values);
            source += ForBlock.ByteCount(bits);
        }

        var exceptions = token >> 5;
        if (end - source < 2 * exceptions)
        {
            return null;
        }

        for (; exceptions > 0; exceptions--)
        {
            values[source[0] & 127] |= source[1] << bits;
            source += 2;
        }

        return source;
    }

    /// <summary>Where the block ends, or null if it does not end before <paramref name="end"/>.</summary>
    public static byte* Skip(byte* source, byte* end)
    {
        if (source >= end)
        {
            return null;
        }

        int token = *source++;
        var bits = token & 31;
        if (bits == 0)
        {
            source = ReadVInt(source, end, out _);
            if (source == null)
            {
                return null;
            }
        }

        var length = ForBlock.ByteCount(bits) + (2 * (token >> 5));
        return end - source < length ? null : source + length;
    }

    /// <summary>Reads a variable-length number and returns where it ends, or null if it does not end before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* ReadVInt(byte* source, byte* end, out int value)
    {
        uint sum = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (source >= end)
            {
                break;
            }

            uint b = *source++;
            sum |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                value = (int)sum;
                return source;
            }
        }

        value = 0;
        return null;
    }
}
