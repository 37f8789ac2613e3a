using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Which documents have a value, and the how-manieth each is.
/// <code>
/// blocks of 65,536 documents that have any: short block · short documents − 1 ·
///   all 65,536: nothing · 4,096 and more: short a 512 documents, how many before · 1,024 longs, lowest bit first
///   · fewer: short a document
/// then a block 32,767 of one document; then, if there are several blocks: for every block number: int documents before · int place
/// </code>
/// </summary>
internal sealed unsafe class DocSet
{
    public const int None = -1;
    private const int MaxSparse = 4095;
    private const int RankPower = 9;
    private const int Words = 1024;

    private readonly IndexInput? _blocks;
    private readonly int _jumps;
    private readonly int _rankPower;
    private readonly int _all;
    private readonly int _count;

    private int _block = -1;
    private long _at;
    private int _before;
    private int _inBlock;

    private DocSet(int all, int count)
    {
        _all = all;
        _count = count;
    }

    private DocSet(IndexInput blocks, int jumps, int rankPower, int count)
    {
        _blocks = blocks;
        _jumps = jumps;
        _rankPower = rankPower;
        _count = count;
    }

    /// <summary>Reads what metadata say of a set: long place (−1 all, −2 none) · long length · short jumps · byte power of ranks.</summary>
    public static DocSetMeta ReadMeta(IndexInput meta) => new(meta.ReadLong(), meta.ReadLong(), meta.ReadShort(), (sbyte)meta.ReadByte());

    /// <param name="count">Documents in the set.</param>
    public static DocSet Open(IndexInput data, DocSetMeta meta, int maxDoc, long count)
    {
        if (count < 0 || count > maxDoc)
        {
            throw data.Corrupt($"{count} of {maxDoc} documents would have a value.");
        }

        if (meta.Offset == -1)
        {
            return count == maxDoc ? new(maxDoc, maxDoc) : throw data.Corrupt("All documents would have a value, but there are fewer values.");
        }

        if (meta.Offset == -2)
        {
            return new(0, 0);
        }

        if (meta.Jumps < 0 || meta.RankPower is not -1 and (< 7 or > 15) || (long)meta.Jumps * 8 > meta.Length)
        {
            throw data.Corrupt("A set of documents is damaged.");
        }

        return new(data.Slice(meta.Offset, meta.Length), meta.Jumps, meta.RankPower, (int)count);
    }

    /// <summary>How many documents of the set come before <paramref name="docId"/>, or <see cref="None"/> if it is not in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Rank(int docId) => _blocks is null ? (uint)docId < (uint)_all ? docId : None : RankInBlocks(docId);

    private int RankInBlocks(int docId)
    {
        var block = docId >> 16;
        if (block != _block)
        {
            Find(block);
        }

        if (_inBlock == 0)
        {
            return None;
        }

        var low = docId & 0xFFFF;
        var rank = _inBlock == 65536 ? low : _inBlock > MaxSparse ? RankDense(low) : RankSparse(low);
        if (rank < 0)
        {
            return None;
        }

        rank += _before;
        return (uint)rank < (uint)_count ? rank : throw _blocks!.Corrupt("A set of documents has more members than values.");
    }

    private void Find(int block)
    {
        var blocks = _blocks!;
        long at = 0;
        var before = 0;
        _block = block;
        _inBlock = 0;
        if (_jumps > 0)
        {
            if (block >= _jumps)
            {
                return;
            }

            var entry = blocks.Span(blocks.Length - ((long)_jumps * 8) + ((long)block * 8), 8);
            before = BinaryPrimitives.ReadInt32BigEndian(entry);
            at = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
        }

        var header = blocks.Span(at, 4);
        if (BinaryPrimitives.ReadUInt16BigEndian(header) != block)
        {
            return;
        }

        _before = before;
        var count = BinaryPrimitives.ReadUInt16BigEndian(header[2..]) + 1;
        at += 4;
        if (count > MaxSparse && count < 65536)
        {
            if (_rankPower >= 0)
            {
                at += 65536 >> _rankPower << 1;
            }

            blocks.CheckRange(at, Words * 8);
        }
        else if (count <= MaxSparse)
        {
            blocks.CheckRange(at, count * 2);
        }

        _at = at;
        _inBlock = count;
    }

    private int RankDense(int low)
    {
        var words = _blocks!.Start + _at;
        var wordIndex = low >> 6;
        var word = Load(words, wordIndex);
        if ((word >> (low & 63) & 1) == 0)
        {
            return None;
        }

        var first = 0;
        var rank = 0;
        if (_rankPower >= 0)
        {
            var entry = low >> _rankPower;
            var ranks = words - (65536 >> _rankPower << 1);
            rank = (ranks[entry * 2] << 8) | ranks[(entry * 2) + 1];
            first = entry << (_rankPower - 6);
        }

        for (var i = first; i < wordIndex; i++)
        {
            rank += BitOperations.PopCount(Load(words, i));
        }

        return rank + BitOperations.PopCount(word & ((1UL << (low & 63)) - 1));
    }

    private static ulong Load(byte* words, int index) =>
        BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(words + (index * 8)));

    private int RankSparse(int low)
    {
        var docs = _blocks!.Start + _at;
        var first = 0;
        var last = _inBlock - 1;
        while (first <= last)
        {
            var middle = (first + last) >> 1;
            var doc = (docs[middle * 2] << 8) | docs[(middle * 2) + 1];
            if (doc == low)
            {
                return middle;
            }

            if (doc < low)
            {
                first = middle + 1;
            }
            else
            {
                last = middle - 1;
            }
        }

        return None;
    }

    /// <summary>Writes the set to <paramref name="data"/>, where it is not all or none, and to <paramref name="meta"/> where it lies.</summary>
    /// <param name="docs">Documents, ascending.</param>
    public static void Write(IndexOutput meta, IndexOutput data, ReadOnlySpan<int> docs, int maxDoc)
    {
        if (docs.IsEmpty || docs.Length == maxDoc)
        {
            meta.WriteLong(docs.IsEmpty ? -2 : -1);
            meta.WriteLong(0);
            meta.WriteShort(-1);
            meta.WriteByte(0xFF);
            return;
        }

        var start = data.Position;
        var jumps = WriteBlocks(data, docs);
        meta.WriteLong(start);
        meta.WriteLong(data.Position - start);
        meta.WriteShort(jumps);
        meta.WriteByte(RankPower);
    }

    private static int WriteBlocks(IndexOutput data, ReadOnlySpan<int> docs)
    {
        var start = data.Position;
        var table = new List<(int Before, int Place)>();
        var before = 0;
        while (before < docs.Length)
        {
            var block = docs[before] >> 16;
            var end = before;
            while (end < docs.Length && docs[end] >> 16 == block)
            {
                end++;
            }

            // A block that has no documents is found where the next one lies.
            while (table.Count <= block)
            {
                table.Add((before, (int)(data.Position - start)));
            }

            WriteBlock(data, block, docs[before..end]);
            before = end;
        }

        table.Add((before, (int)(data.Position - start)));
        WriteBlock(data, int.MaxValue >> 16, [int.MaxValue]);
        if (table.Count == 2)
        {
            return 0;
        }

        foreach (var (documents, place) in table)
        {
            data.WriteInt(documents);
            data.WriteInt(place);
        }

        return table.Count;
    }

    private static void WriteBlock(IndexOutput data, int block, ReadOnlySpan<int> docs)
    {
        data.WriteShort(block);
        data.WriteShort(docs.Length - 1);
        if (docs.Length == 65536)
        {
            return;
        }

        if (docs.Length <= MaxSparse)
        {
            foreach (var doc in docs)
            {
                data.WriteShort(doc);
            }

            return;
        }

        var words = new ulong[Words];
        foreach (var doc in docs)
        {
            words[(doc & 0xFFFF) >> 6] |= 1UL << (doc & 63);
        }

        var rank = 0;
        for (var i = 0; i < Words; i++)
        {
            if ((i & ((1 << (RankPower - 6)) - 1)) == 0)
            {
                data.WriteShort(rank);
            }

            rank += BitOperations.PopCount(words[i]);
        }

        foreach (var word in words)
        {
            data.WriteLong((long)word);
        }
    }
}

/// <summary>Where a <see cref="DocSet"/> lies.</summary>
internal readonly record struct DocSetMeta(long Offset, long Length, int Jumps, int RankPower);
