using System.Runtime.CompilerServices;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>The numbers of one field by place, and the documents that have them.</summary>
internal sealed class NumberReader
{
    private readonly DocValuesReader.NumberEntry _entry;
    private readonly DocSet _docs;
    private readonly long _count;
    private DirectNumbers _values;
    private long _block = -1;
    private long _blockEnd;
    private long _least;

    public NumberReader(DocValuesReader.NumberEntry entry, DocSet docs)
    {
        _entry = entry;
        _docs = docs;
        _count = entry.Count;
        _least = entry.Least;
        if (entry.BlockShift < 0)
        {
            _values = new(entry.Data, entry.Offset, entry.Bits, entry.Bits == 0 ? 0 : entry.Count);
        }
        else if (entry.BlockShift > 30)
        {
            throw entry.Data.Corrupt("Numbers lie in blocks of impossible length.");
        }
    }

    /// <summary>How many documents with values come before this one; <see cref="DocSet.None"/> if it has none.</summary>
    public int Rank(int docId) => _docs.Rank(docId);

    /// <summary>The number at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Get(long index)
    {
        if ((ulong)index >= (ulong)_count)
        {
            throw _entry.Data.Corrupt("A document has more values than there are.");
        }

        if (_entry.BlockShift >= 0)
        {
            return GetFromBlock(index);
        }

        var value = _values.Get(index);
        if (_entry.Table is { } table)
        {
            return (ulong)value < (ulong)table.Length ? table[value] : throw _entry.Data.Corrupt("A number is not in its table.");
        }

        return (value * _entry.Divisor) + _least;
    }

    // Java's writer gives every block its own bits: byte bits · long least · [int length · numbers]; places of blocks stand at Jumps.
    private long GetFromBlock(long index)
    {
        var block = index >> _entry.BlockShift;
        if (block != _block)
        {
            var data = _entry.Data.Clone();
            if (_entry.Jumps >= 0)
            {
                data.Position = _entry.Jumps + (block * 8);
                data.Position = data.ReadLong();
            }
            else
            {
                if (block < _block || _block < 0)
                {
                    _block = -1;
                    _blockEnd = _entry.Offset;
                }

                while (++_block < block)
                {
                    data.Position = _blockEnd;
                    SkipBlock(data);
                    _blockEnd = data.Position;
                }

                data.Position = _blockEnd;
            }

            LoadBlock(data, block);
        }

        return (_values.Get(index & ((1L << _entry.BlockShift) - 1)) * _entry.Divisor) + _least;
    }

    private static void SkipBlock(IndexInput data)
    {
        var bits = data.ReadByte();
        data.ReadLong();
        if (bits != 0)
        {
            var length = data.ReadInt();
            data.ReadSpan(length);
        }
    }

    private void LoadBlock(IndexInput data, long block)
    {
        _block = -1;
        var bits = data.ReadByte();
        _least = data.ReadLong();
        var length = bits == 0 ? 0 : data.ReadInt();
        var count = Math.Min(_count - (block << _entry.BlockShift), 1L << _entry.BlockShift);
        _values = new(data, data.Position, bits, bits == 0 ? 0 : count);
        _blockEnd = data.Position + length;
        _block = block;
    }
}
