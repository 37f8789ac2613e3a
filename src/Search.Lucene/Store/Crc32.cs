using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.Lucene.Store;

/// <summary>The CRC-32 of zlib (polynomial 0xEDB88320, reflected), the checksum in every footer of an index file.</summary>
/// <remarks>
/// Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009: 64 bytes are folded at a time
/// where the processor multiplies without carry; else eight tables are looked up for eight bytes.
/// </remarks>
internal static class Crc32
{
    private static readonly uint[] Tables = MakeTables();

    /// <summary>The checksum of what <paramref name="crc"/> covers followed by <paramref name="bytes"/>; begin with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var state = ~crc;
        if (Pclmulqdq.IsSupported && Sse41.IsSupported && bytes.Length >= 64)
        {
            var folded = bytes.Length & ~15;
            state = Fold(state, bytes[..folded]);
            bytes = bytes[folded..];
        }

        return ~AppendByTable(state, bytes);
    }

    internal static uint AppendByTable(uint state, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = tables[(7 * 256) + (low & 0xFF)] ^ tables[(6 * 256) + (low >> 8 & 0xFF)]
                ^ tables[(5 * 256) + (low >> 16 & 0xFF)] ^ tables[(4 * 256) + (low >> 24)]
                ^ tables[(3 * 256) + (high & 0xFF)] ^ tables[(2 * 256) + (high >> 8 & 0xFF)]
                ^ tables[256 + (high >> 16 & 0xFF)] ^ tables[high >> 24];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            state = tables[(state ^ b) & 0xFF] ^ (state >> 8);
        }

        return state;
    }

    // The constants are x^n mod P for the distances folded over (512±64, 128±64, 96 bits), then P and its Barrett inverse.
    private static uint Fold(uint state, ReadOnlySpan<byte> bytes)
    {
        ref var source = ref MemoryMarshal.GetReference(bytes);
        var left = bytes.Length;
        var x1 = Load(ref source, 0) ^ Vector128.CreateScalar((ulong)state);
        var x2 = Load(ref source, 16);
        var x3 = Load(ref source, 32);
        var x4 = Load(ref source, 48);
        nint at = 64;
        left -= 64;

        var by512 = Vector128.Create(0x154442bd4UL, 0x1c6e41596UL);
        while (left >= 64)
        {
            x1 = FoldInto(x1, by512, Load(ref source, at));
            x2 = FoldInto(x2, by512, Load(ref source, at + 16));
            x3 = FoldInto(x3, by512, Load(ref source, at + 32));
            x4 = FoldInto(x4, by512, Load(ref source, at + 48));
            at += 64;
            left -= 64;
        }

        var by128 = Vector128.Create(0x1751997d0UL, 0x0ccaa009eUL);
        x1 = FoldInto(x1, by128, x2);
        x1 = FoldInto(x1, by128, x3);
        x1 = FoldInto(x1, by128, x4);
        for (; left >= 16; at += 16, left -= 16)
        {
            x1 = FoldInto(x1, by128, Load(ref source, at));
        }

        var low32 = Vector128.Create(0xFFFFFFFFUL, 0xFFFFFFFFUL);
        x1 = Sse2.ShiftRightLogical128BitLane(x1, 8) ^ Pclmulqdq.CarrylessMultiply(x1, by128, 0x10);
        var upper = Sse2.ShiftRightLogical128BitLane(x1, 4);
        x1 = Pclmulqdq.CarrylessMultiply(x1 & low32, Vector128.Create(0x163cd6124UL, 0UL), 0x00) ^ upper;

        var barrett = Vector128.Create(0x1db710641UL, 0x1f7011641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(x1 & low32, barrett, 0x10) & low32;
        x1 ^= Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00);
        return x1.AsUInt32().GetElement(1);
    }

    private static Vector128<ulong> FoldInto(Vector128<ulong> value, Vector128<ulong> distance, Vector128<ulong> next) =>
        Pclmulqdq.CarrylessMultiply(value, distance, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, distance, 0x11) ^ next;

    private static Vector128<ulong> Load(ref byte source, nint offset) =>
        Unsafe.ReadUnaligned<Vector128<ulong>>(ref Unsafe.Add(ref source, offset));

    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            }

            tables[i] = value;
        }

        for (var i = 256; i < tables.Length; i++)
        {
            var previous = tables[i - 256];
            tables[i] = tables[previous & 0xFF] ^ (previous >> 8);
        }

        return tables;
    }
}
