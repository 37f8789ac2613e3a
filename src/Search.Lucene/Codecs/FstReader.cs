using System.Numerics;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Follows the arcs of a terms index (layout: <see cref="FstWriter"/>, and nodes of arcs of one length in label order as Lucene writes them).</summary>
internal sealed unsafe class FstReader(IndexInput bytes, long root)
{
    /// <summary>Address of the root node; 0 if it has no arcs.</summary>
    public long Root => root;

    /// <summary>Reads what <c>.tmd</c> says of one field's index.</summary>
    public static FstReader Open(IndexInput meta, IndexInput index, long start)
    {
        CodecFrame.ReadShortHeader(meta, FstWriter.Codec, FstWriter.MinVersion, FstWriter.Version);
        if (meta.ReadByte() == 1)
        {
            meta.ReadSpan(meta.ReadCount()); // the output of the empty prefix, known from the root code
        }

        if (meta.ReadByte() != 0)
        {
            throw meta.Corrupt("The terms index is not over bytes.");
        }

        var root = meta.ReadVLong();
        var length = meta.ReadVLong();
        var nodes = index.Slice(start, length);
        if ((ulong)root >= (ulong)Math.Max(length, 1))
        {
            throw meta.Corrupt($"The root of the terms index would lie at byte {root} of {length}.");
        }

        return new(nodes, root);
    }

    /// <summary>
    /// Follows the arc with <paramref name="label"/> from a node. Outputs found are appended to <paramref name="output"/> (on the arc)
    /// and given as <paramref name="finalStart"/> and <paramref name="finalLength"/> (backwards in the file; −1 if the arc is not final).
    /// </summary>
    public bool Follow(long node, byte label, out long target, ref OutputBuilder output, out long finalStart, out int finalLength)
    {
        target = 0;
        finalStart = 0;
        finalLength = -1;
        if (node <= 0)
        {
            return false;
        }

        var at = node;
        var first = Read(ref at);
        int flags;
        if (first == FstWriter.ArcsForDirectAddressing)
        {
            var span = ReadVInt(ref at);
            var arcBytes = ReadVInt(ref at);
            var bitsStart = at;
            at -= (span + 7) >> 3;
            var index = label - Read(ref at);
            if (index < 0 || index >= span || !Bit(bitsStart, index))
            {
                return false;
            }

            at -= (long)CountBits(bitsStart, index) * arcBytes;
            flags = Read(ref at);
        }
        else if (first == FstWriter.ArcsForBinarySearch)
        {
            var count = ReadVInt(ref at);
            var arcBytes = ReadVInt(ref at);
            var low = 0;
            var high = count - 1;
            var arcsStart = at;
            while (true)
            {
                if (low > high)
                {
                    return false;
                }

                var middle = (low + high) >>> 1;
                at = arcsStart - ((long)middle * arcBytes);
                flags = Read(ref at);
                int found = Read(ref at);
                if (found == label)
                {
                    break;
                }

                if (found < label)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle - 1;
                }
            }
        }
        else
        {
            flags = first;
            while (true)
            {
                int found = Read(ref at);
                if (found == label)
                {
                    break;
                }

                if (found > label || (flags & FstWriter.LastArc) != 0)
                {
                    return false;
                }

                SkipArc(ref at, flags);
                flags = Read(ref at);
            }
        }

        if ((flags & FstWriter.HasOutput) != 0)
        {
            for (var length = ReadVInt(ref at); length > 0; length--)
            {
                output.Add(Read(ref at));
            }
        }

        if ((flags & FstWriter.FinalArc) != 0)
        {
            finalLength = (flags & FstWriter.HasFinalOutput) != 0 ? ReadVInt(ref at) : 0;
            finalStart = at;
            at -= finalLength;
            if (finalLength < 0 || at < -1)
            {
                throw Corrupt();
            }
        }

        if ((flags & FstWriter.StopNode) != 0)
        {
            target = 0;
        }
        else if ((flags & FstWriter.TargetNext) != 0)
        {
            // Only nodes of unequal arcs say so: the target lies below this node's last arc.
            while ((flags & FstWriter.LastArc) == 0)
            {
                flags = Read(ref at);
                Read(ref at);
                SkipArc(ref at, flags);
            }

            target = at;
        }
        else
        {
            target = ReadVLong(ref at);
        }

        if (target < 0 || target >= node)
        {
            throw Corrupt(); // children are written before their parents
        }

        return true;
    }

    /// <summary>Appends a final output found by <see cref="Follow"/>.</summary>
    public void AppendFinal(long start, int length, ref OutputBuilder output)
    {
        for (var i = 0; i < length; i++)
        {
            output.Add(Read(ref start));
        }
    }

    private void SkipArc(ref long at, int flags)
    {
        if ((flags & FstWriter.HasOutput) != 0)
        {
            var length = ReadVInt(ref at);
            at -= length;
        }

        if ((flags & FstWriter.HasFinalOutput) != 0)
        {
            var length = ReadVInt(ref at);
            at -= length;
        }

        if ((flags & (FstWriter.StopNode | FstWriter.TargetNext)) == 0)
        {
            ReadVLong(ref at);
        }
    }

    private bool Bit(long start, int index)
    {
        var at = start - (index >> 3);
        return (Read(ref at) >> (index & 7) & 1) != 0;
    }

    private int CountBits(long start, int end)
    {
        var count = 0;
        var at = start;
        for (; end >= 8; end -= 8)
        {
            count += BitOperations.PopCount(Read(ref at));
        }

        return end == 0 ? count : count + BitOperations.PopCount(Read(ref at) & ((1u << end) - 1));
    }

    private byte Read(ref long at)
    {
        if ((ulong)at >= (ulong)bytes.Length)
        {
            throw Corrupt();
        }

        return bytes.Start[at--];
    }

    private int ReadVInt(ref long at)
    {
        var value = ReadVLong(ref at);
        return value is >= 0 and <= int.MaxValue ? (int)value : throw Corrupt();
    }

    private long ReadVLong(ref long at)
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            ulong b = Read(ref at);
            value |= (b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (long)value;
            }
        }

        throw Corrupt();
    }

    private IndexCorruptException Corrupt() => bytes.Corrupt("The terms index points outside itself.");
}

/// <summary>Output bytes gathered along a path.</summary>
internal struct OutputBuilder(byte[] bytes)
{
    private byte[] _bytes = bytes;

    public int Length { get; set; }

    public readonly ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public readonly byte[] Buffer => _bytes;

    public void Add(byte value)
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, Length * 2);
        }

        _bytes[Length++] = value;
    }
}
