using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// The LZ4 block format, as Lucene uses it: the decompressed length is known, and a dictionary may stand before the output.
/// <code>
/// sequence: byte token (literals in the high 4 bits, match length − 4 in the low) · [more literal length: bytes, 255 goes on] · literals
///           · 2 bytes distance, little-endian · [more match length]
/// the last sequence has literals only
/// </code>
/// </summary>
/// <remarks>Y. Collet, "LZ4 Block Format Description"; Lucene's decoder stops at the decompressed length instead of the input's end.</remarks>
internal static unsafe class Lz4
{
    private const int MinMatch = 4;
    private const int MaxDistance = (1 << 16) - 1;
    private const int LastLiterals = 5;

    // 2^13 places of 4 bytes fit the first-level cache.
    private const int HashBits = 13;

    /// <summary>Decompresses exactly <paramref name="length"/> bytes to <paramref name="target"/> at <paramref name="offset"/>; matches may reach back to its first byte.</summary>
    /// <returns>Where the input ends.</returns>
    public static byte* Decompress(byte* source, byte* sourceEnd, byte[] target, int offset, int length)
    {
        fixed (byte* start = target)
        {
            var at = start + offset;
            var end = at + length;
            if (length > target.Length - offset)
            {
                return null;
            }

            while (true)
            {
                if (source >= sourceEnd)
                {
                    return length == 0 ? source : null;
                }

                int token = *source++;
                long literals = token >> 4;
                if (literals == 15 && (source = MoreLength(source, sourceEnd, ref literals)) == null)
                {
                    return null;
                }

                if (literals > end - at || literals > sourceEnd - source)
                {
                    return null;
                }

                Unsafe.CopyBlockUnaligned(at, source, (uint)literals);
                at += literals;
                source += literals;
                if (at == end)
                {
                    return source;
                }

                if (sourceEnd - source < 2)
                {
                    return null;
                }

                var distance = source[0] | (source[1] << 8);
                source += 2;
                long match = token & 15;
                if (match == 15 && (source = MoreLength(source, sourceEnd, ref match)) == null)
                {
                    return null;
                }

                match += MinMatch;
                if (distance == 0 || distance > at - start || match > end - at)
                {
                    return null;
                }

                CopyMatch(at, distance, match, end);
                at += match;
                if (at == end)
                {
                    // Lucene's inputs end in literals; a match that ends the output is taken too.
                    return source;
                }
            }
        }
    }

    /// <summary>Compresses what follows the dictionary; <paramref name="table"/> is scratch of <see cref="TableLength"/> entries.</summary>
    /// <param name="bytes">The dictionary and right after it what is to be compressed.</param>
    /// <param name="dictionary">Length of the dictionary.</param>
    public static void Compress(ReadOnlySpan<byte> bytes, int dictionary, IndexOutput output, int[] table)
    {
        fixed (byte* start = bytes)
        fixed (int* places = table)
        {
            var length = bytes.Length;
            var anchor = dictionary;
            var matchLimit = length - LastLiterals;
            var lastStart = length - 12; // the format wants the last match to begin 12 bytes before the end
            new Span<int>(places, TableLength).Fill(-1);
            for (var i = 0; i < Math.Min(dictionary, length - MinMatch); i++)
            {
                places[Hash(Read32(start + i))] = i;
            }

            var at = dictionary;
            var misses = 0;
            while (at < lastStart)
            {
                var value = Read32(start + at);
                var slot = Hash(value);
                var candidate = places[slot];
                places[slot] = at;
                if (candidate < 0 || at - candidate > MaxDistance || Read32(start + candidate) != value)
                {
                    at += 1 + (misses++ >> 5); // text that does not repeat is passed over faster and faster
                    continue;
                }

                misses = 0;
                while (at > anchor && candidate > 0 && start[at - 1] == start[candidate - 1])
                {
                    at--;
                    candidate--;
                }

                var match = MinMatch + CommonLength(start + at + MinMatch, start + candidate + MinMatch, start + matchLimit);
                WriteSequence(output, bytes[anchor..at], at - candidate, match);
                places[Hash(Read32(start + at + match - 2))] = at + match - 2;
                at += match;
                anchor = at;
            }

            WriteLastLiterals(output, bytes[anchor..]);
        }
    }

    public const int TableLength = 1 << HashBits;

    private static int Hash(uint value) => (int)((value * 2654435761u) >> (32 - HashBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Read32(byte* at) => Unsafe.ReadUnaligned<uint>(at);

    private static int CommonLength(byte* a, byte* b, byte* limit)
    {
        var start = a;
        while (a + 8 <= limit)
        {
            var difference = Unsafe.ReadUnaligned<ulong>(a) ^ Unsafe.ReadUnaligned<ulong>(b);
            if (difference != 0)
            {
                return (int)(a - start) + (BitOperations.TrailingZeroCount(difference) >> 3);
            }

            a += 8;
            b += 8;
        }

        while (a < limit && *a == *b)
        {
            a++;
            b++;
        }

        return (int)(a - start);
    }

    private static void CopyMatch(byte* at, int distance, long length, byte* end)
    {
        var from = at - distance;
        if (distance >= 8 && end - at >= length + 8)
        {
            for (long i = 0; i < length; i += 8)
            {
                Unsafe.WriteUnaligned(at + i, Unsafe.ReadUnaligned<ulong>(from + i));
            }

            return;
        }

        for (long i = 0; i < length; i++)
        {
            at[i] = from[i];
        }
    }

    private static byte* MoreLength(byte* source, byte* end, ref long length)
    {
        while (source < end)
        {
            int more = *source++;
            length += more;
            if (more != 255)
            {
                return source;
            }
        }

        return null;
    }

    private static void WriteSequence(IndexOutput output, ReadOnlySpan<byte> literals, int distance, int match)
    {
        var rest = match - MinMatch;
        output.WriteByte((byte)((Math.Min(literals.Length, 15) << 4) | Math.Min(rest, 15)));
        WriteMoreLength(output, literals.Length);
        output.WriteBytes(literals);
        BinaryPrimitives.WriteUInt16LittleEndian(output.Append(2), (ushort)distance);
        WriteMoreLength(output, rest);
    }

    private static void WriteLastLiterals(IndexOutput output, ReadOnlySpan<byte> literals)
    {
        output.WriteByte((byte)(Math.Min(literals.Length, 15) << 4));
        WriteMoreLength(output, literals.Length);
        output.WriteBytes(literals);
    }

    private static void WriteMoreLength(IndexOutput output, int length)
    {
        if (length < 15)
        {
            return;
        }

        for (length -= 15; length >= 255; length -= 255)
        {
            output.WriteByte(255);
        }

        output.WriteByte((byte)length);
    }
}
