using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Lucene.Codecs;

/// <summary>
/// 128 numbers of 1 to 31 bits in 16 bytes a bit.
/// <code>
/// Numbers lie in lanes of 8, 16 or 32 bits (the least that holds the bits), L = 16, 32 or 64 words of 64 bits;
/// word i holds the numbers i, L+i, 2L+i, … in its lanes, the first in the highest.
/// 2·bits words are stored, little-endian: word i of the first 2·bits in the lanes' top bits, the next 2·bits words below, …;
/// the words left over are cut into pieces that fill the lowest bits of the stored words in order.
/// </code>
/// </summary>
internal static unsafe class ForBlock
{
    public const int Size = 128;

    public static int ByteCount(int bits) => bits << 4;

    /// <summary>Unpacks <see cref="ByteCount"/> bytes from <paramref name="source"/> into 128 numbers.</summary>
    public static void Decode(byte* source, int bits, int* target)
    {
        var lane = bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
        var words = stackalloc ulong[64];
        Unpack((ulong*)source, bits, lane, words);
        switch (lane)
        {
            case 8:
                for (var k = 0; k < 8; k++)
                {
                    Spread(words, 16, 56 - (8 * k), 0xFF, target + (16 * k));
                }

                break;
            case 16:
                for (var k = 0; k < 4; k++)
                {
                    Spread(words, 32, 48 - (16 * k), 0xFFFF, target + (32 * k));
                }

                break;
            default:
                Spread(words, 64, 32, 0xFFFFFFFF, target);
                Spread(words, 64, 0, 0xFFFFFFFF, target + 64);
                break;
        }
    }

    /// <summary>Packs 128 numbers, none of more than <paramref name="bits"/> bits, into <see cref="ByteCount"/> bytes.</summary>
    public static void Encode(int* source, int bits, byte* target)
    {
        var lane = bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
        var words = stackalloc ulong[64];
        Gather(source, lane, words);

        var stored = (ulong*)target;
        var storedCount = bits * 2;
        var wordCount = lane * 2;
        var shift = lane - bits;
        var word = 0;
        for (var i = 0; i < storedCount; i++)
        {
            stored[i] = words[word++] << shift;
        }

        for (shift -= bits; shift >= 0; shift -= bits)
        {
            for (var i = 0; i < storedCount; i++)
            {
                stored[i] |= words[word++] << shift;
            }
        }

        var pieceBits = shift + bits;
        var room = pieceBits;
        var at = 0;
        for (; word < wordCount; word++)
        {
            for (var left = bits; left > 0;)
            {
                var take = Math.Min(left, room);
                left -= take;
                room -= take;
                stored[at] |= ((words[word] >> left) & LaneMask(lane, take)) << room;
                if (room == 0)
                {
                    at++;
                    room = pieceBits;
                }
            }
        }
    }

    private static void Unpack(ulong* stored, int bits, int lane, ulong* words)
    {
        var storedCount = bits * 2;
        var wordCount = lane * 2;
        var mask = Vector128.Create(LaneMask(lane, bits));
        var shift = lane - bits;
        var word = 0;
        for (; shift >= 0; shift -= bits)
        {
            for (var i = 0; i < storedCount; i += 2)
            {
                (Vector128.ShiftRightLogical(Vector128.Load(stored + i), shift) & mask).Store(words + word);
                word += 2;
            }
        }

        var pieceBits = shift + bits;
        var room = pieceBits;
        var at = 0;
        for (; word < wordCount; word++)
        {
            ulong value = 0;
            for (var left = bits; left > 0;)
            {
                var take = Math.Min(left, room);
                left -= take;
                room -= take;
                value |= ((stored[at] >> room) & LaneMask(lane, take)) << left;
                if (room == 0)
                {
                    at++;
                    room = pieceBits;
                }
            }

            words[word] = value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread(ulong* words, int count, int shift, ulong mask, int* target)
    {
        if (Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
        {
            var wide = Vector512.Create(mask);
            for (var i = 0; i < count; i += 8)
            {
                Avx512F.ConvertToVector256UInt32(Vector512.ShiftRightLogical(Vector512.Load(words + i), shift) & wide).AsInt32().Store(target + i);
            }

            return;
        }

        var lanes = Vector128.Create(mask);
        for (var i = 0; i < count; i += 4)
        {
            var low = Vector128.ShiftRightLogical(Vector128.Load(words + i), shift) & lanes;
            var high = Vector128.ShiftRightLogical(Vector128.Load(words + i + 2), shift) & lanes;
            Vector128.Narrow(low, high).AsInt32().Store(target + i);
        }
    }

    private static void Gather(int* source, int lane, ulong* words)
    {
        var lanes = 64 / lane;
        var wordCount = lane * 2;
        for (var i = 0; i < wordCount; i++)
        {
            ulong word = 0;
            for (var k = 0; k < lanes; k++)
            {
                word = (word << lane) | (uint)source[(k * wordCount) + i];
            }

            words[i] = word;
        }
    }

    /// <summary>The lowest <paramref name="bits"/> bits of every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LaneMask(int lane, int bits)
    {
        var one = (1UL << bits) - 1;
        return lane switch
        {
            8 => one * 0x0101010101010101UL,
            16 => one * 0x0001000100010001UL,
            _ => one * 0x0000000100000001UL,
        };
    }

    /// <summary>Turns 128 gaps into 128 running sums that begin at <paramref name="before"/>; returns the largest, unsigned.</summary>
    public static uint PrefixSum(int* values, int before)
    {
        if (!Sse41.IsSupported)
        {
            uint greatest = 0;
            for (var i = 0; i < Size; i++)
            {
                before += values[i];
                values[i] = before;
                greatest = Math.Max(greatest, (uint)before);
            }

            return greatest;
        }

        var carry = Vector128.Create(before);
        var largest = Vector128<uint>.Zero;
        for (var i = 0; i < Size; i += 4)
        {
            var v = Vector128.Load(values + i);
            v += Sse2.ShiftLeftLogical128BitLane(v, 4);
            v += Sse2.ShiftLeftLogical128BitLane(v, 8);
            v += carry;
            v.Store(values + i);
            largest = Sse41.Max(largest, v.AsUInt32());
            carry = Sse2.Shuffle(v, 0xFF);
        }

        return Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
    }

    /// <summary>Bits of the largest of the numbers, 1 at least.</summary>
    public static int BitsFor(uint value) => Math.Max(1, 32 - BitOperations.LeadingZeroCount(value));
}
