using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// 128 gaps between ascending documents.
/// <code>byte 0: all gaps are 1 · else byte bits of the largest gap · a <see cref="ForBlock"/></code>
/// </summary>
internal static unsafe class GapBlock
{
    /// <summary>Writes 128 gaps, none negative.</summary>
    public static void Encode(int* gaps, IndexOutput output)
    {
        uint all = 0;
        var allOnes = true;
        for (var i = 0; i < ForBlock.Size; i++)
        {
            all |= (uint)gaps[i];
            allOnes &= gaps[i] == 1;
        }

        if (allOnes)
        {
            output.WriteByte(0);
            return;
        }

        var bits = ForBlock.BitsFor(all);
        output.WriteByte((byte)bits);
        fixed (byte* target = output.Append(ForBlock.ByteCount(bits)))
        {
            ForBlock.Encode(gaps, bits, target);
        }
    }

    /// <summary>
    /// Reads 128 documents after <paramref name="before"/> and returns where the block ends, or null if it does not end before
    /// <paramref name="end"/>; <paramref name="largest"/> is the largest document, unsigned.
    /// </summary>
    public static byte* Decode(byte* source, byte* end, int before, int* docs, out uint largest)
    {
        largest = 0;
        if (source >= end)
        {
            return null;
        }

        int bits = *source++;
        if (bits == 0)
        {
            for (var i = 0; i < ForBlock.Size; i++)
            {
                docs[i] = before + 1 + i;
            }

            largest = (uint)before + ForBlock.Size;
            return source;
        }

        if (bits > 32 || end - source < ForBlock.ByteCount(bits))
        {
            return null;
        }

        ForBlock.Decode(source, bits, docs);
        largest = ForBlock.PrefixSum(docs, before);
        return source + ForBlock.ByteCount(bits);
    }
}
