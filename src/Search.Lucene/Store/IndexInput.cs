using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Search.Lucene.Store;

/// <summary>
/// Reads a stretch of a mapped file; every read is checked against its end. Numbers are big-endian; variable ones have seven bits a byte, the lowest first.
/// </summary>
internal sealed unsafe class IndexInput
{
    private readonly MappedFile _file;
    private readonly byte* _start;
    private readonly long _length;
    private long _position;

    internal IndexInput(MappedFile file, byte* start, long length)
    {
        _file = file;
        _start = start;
        _length = length;
    }

    public string Path => _file.Path;

    public long Length => _length;

    /// <summary>First byte of the stretch; <see cref="Length"/> bytes may be read from it as long as the file is mapped.</summary>
    public byte* Start => _start;

    public long Position
    {
        get => _position;
        set
        {
            if ((ulong)value > (ulong)_length)
            {
                throw PastEnd(value);
            }

            _position = value;
        }
    }

    /// <summary>The same stretch, read from its first byte.</summary>
    public IndexInput Clone() => new(_file, _start, _length);

    /// <summary>A part of the stretch.</summary>
    public IndexInput Slice(long offset, long length)
    {
        CheckRange(offset, length);
        return new(_file, _start + offset, length);
    }

    /// <summary>Bytes at a place; the position stays.</summary>
    public ReadOnlySpan<byte> Span(long offset, int length)
    {
        CheckRange(offset, length);
        return new(_start + offset, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CheckRange(long offset, long length)
    {
        if ((ulong)offset > (ulong)_length || (ulong)length > (ulong)(_length - offset))
        {
            throw PastEnd(offset + length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if (_position >= _length)
        {
            throw PastEnd(_position + 1);
        }

        return _start[_position++];
    }

    public short ReadShort() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    public int ReadInt() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    public long ReadLong() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    public int ReadVInt()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var b = ReadByte();
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (int)value;
            }
        }

        throw Corrupt("A variable-length number does not end.");
    }

    public long ReadVLong()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (long)value;
            }
        }

        throw Corrupt("A variable-length number does not end.");
    }

    public long ReadZLong()
    {
        var value = ReadVLong();
        return (long)((ulong)value >> 1) ^ -(value & 1);
    }

    /// <summary>A variable-length number that counts things of at least <paramref name="bytesEach"/> bytes that follow in this stretch.</summary>
    public int ReadCount(int bytesEach = 1)
    {
        var count = ReadVInt();
        if (count < 0 || (long)count * bytesEach > _length - _position)
        {
            throw Corrupt($"A count of {count} does not fit into what is left of the file.");
        }

        return count;
    }

    public ReadOnlySpan<byte> ReadSpan(int length)
    {
        CheckRange(_position, length);
        var span = new ReadOnlySpan<byte>(_start + _position, length);
        _position += length;
        return span;
    }

    public string ReadString()
    {
        var length = ReadCount();
        return Encoding.UTF8.GetString(ReadSpan(length));
    }

    public Dictionary<string, string> ReadMap()
    {
        var count = ReadCount(2);
        var map = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var key = ReadString();
            map[key] = ReadString();
        }

        return map;
    }

    public List<string> ReadSet()
    {
        var count = ReadCount();
        var set = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            set.Add(ReadString());
        }

        return set;
    }

    /// <summary>A damaged-file error that names this file.</summary>
    public IndexCorruptException Corrupt(string problem) => new(Path, problem);

    private IndexCorruptException PastEnd(long end) =>
        Corrupt($"Something points at byte {end}, but this part has {_length} bytes.");
}
