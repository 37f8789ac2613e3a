using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Search.Lucene.Search;

/// <summary>Where the blocks of one prefix begin, and with which byte after the prefix, as the terms index says.</summary>
internal sealed class BlockFloor
{
    private readonly List<(byte FirstByte, long Start)> _later = [];

    private BlockFloor() { }

    /// <summary>Place of the first block.</summary>
    public long First { get; private set; }

    /// <summary>How many blocks follow it.</summary>
    public int Count => _later.Count;

    /// <summary>The byte after the prefix that the i-th block after the first begins with.</summary>
    public byte FirstByte(int i) => _later[i].FirstByte;

    /// <summary>Place of the i-th block after the first.</summary>
    public long Start(int i) => _later[i].Start;

    /// <summary>Reads the entry of a prefix that has blocks of its own.</summary>
    public static BlockFloor Of(Terms terms, ReadOnlySpan<byte> prefix)
    {
        var code = new OutputBuilder(new byte[64]);
        if (prefix.IsEmpty)
        {
            foreach (var value in terms.RootCode)
            {
                code.Add(value);
            }

            return Read(terms, code.Span);
        }

        var node = terms.Index.Root;
        var (finalStart, finalLength) = (0L, -1);
        foreach (var value in prefix)
        {
            if (!terms.Index.Follow(node, value, out node, ref code, out finalStart, out finalLength))
            {
                throw Damaged(terms);
            }
        }

        if (finalLength < 0)
        {
            throw Damaged(terms);
        }

        terms.Index.AppendFinal(finalStart, finalLength, ref code);
        return Read(terms, code.Span);
    }

    /// <summary>VLong place·4 + has terms·2 + more blocks, and if there are more: VInt count, count times byte first byte · VLong distance·2 + has terms.</summary>
    private static BlockFloor Read(Terms terms, ReadOnlySpan<byte> code)
    {
        var at = 0;
        var first = ReadVLong(terms, code, ref at);
        var floor = new BlockFloor { First = (long)(first >> 2) };
        if ((first & 1) == 0)
        {
            return floor;
        }

        for (var left = ReadVLong(terms, code, ref at); left > 0; left--)
        {
            if (at == code.Length)
            {
                throw Damaged(terms);
            }

            var firstByte = code[at++];
            floor._later.Add((firstByte, floor.First + (long)(ReadVLong(terms, code, ref at) >> 1)));
        }

        return floor;
    }

    private static ulong ReadVLong(Terms terms, ReadOnlySpan<byte> code, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 70 && at < code.Length; shift += 7)
        {
            ulong part = code[at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Damaged(terms);
    }

    private static IndexCorruptException Damaged(Terms terms) =>
        terms.Blocks.Corrupt($"The terms index of field {terms.Field.Name} is damaged.");
}
