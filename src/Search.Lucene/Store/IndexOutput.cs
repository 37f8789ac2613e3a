using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Search.Lucene.Store;

/// <summary>
/// Writes a file, or memory if there is none, and counts its checksum. Numbers are big-endian; variable ones have seven bits a byte, the lowest first.
/// </summary>
internal sealed class IndexOutput : IDisposable
{
    // Large enough that a system call costs less than the checksum of what it writes.
    private const int FileBufferBytes = 1 << 16;

    private readonly FSDirectory? _directory;
    private readonly SafeFileHandle? _handle;
    private byte[] _buffer;
    private int _used;
    private long _flushed;
    private uint _crc;

    /// <summary>Writes to memory.</summary>
    public IndexOutput(int capacity = 256)
    {
        Path = "(memory)";
        _buffer = new byte[capacity];
    }

    internal IndexOutput(FSDirectory directory, string path, SafeFileHandle handle)
    {
        _directory = directory;
        Path = path;
        _handle = handle;
        _buffer = new byte[FileBufferBytes];
    }

    public string Path { get; }

    /// <summary>Bytes written.</summary>
    public long Position => _flushed + _used;

    /// <summary>What was written to memory since <see cref="Reset"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _used);

    /// <summary>Checksum of all bytes so far.</summary>
    public uint Checksum
    {
        get
        {
            Flush();
            return _crc;
        }
    }

    /// <summary>Forgets what was written to memory.</summary>
    public void Reset() => _used = 0;

    /// <summary>The next <paramref name="length"/> bytes, to be filled by the caller at once.</summary>
    public Span<byte> Append(int length)
    {
        Reserve(length);
        var span = _buffer.AsSpan(_used, length);
        _used += length;
        return span;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (_used == _buffer.Length)
        {
            Reserve(1);
        }

        _buffer[_used++] = value;
    }

    public void WriteShort(int value) => BinaryPrimitives.WriteInt16BigEndian(Append(2), (short)value);

    public void WriteInt(int value) => BinaryPrimitives.WriteInt32BigEndian(Append(4), value);

    public void WriteLong(long value) => BinaryPrimitives.WriteInt64BigEndian(Append(8), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVInt(int value)
    {
        if ((uint)value < 0x80)
        {
            WriteByte((byte)value);
            return;
        }

        WriteVLong((uint)value);
    }

    public void WriteVLong(long value)
    {
        if (_buffer.Length - _used < 10)
        {
            Reserve(10);
        }

        ref var target = ref MemoryMarshal.GetArrayDataReference(_buffer);
        var rest = (ulong)value;
        var at = _used;
        while (rest >= 0x80)
        {
            Unsafe.Add(ref target, at++) = (byte)(rest | 0x80);
            rest >>= 7;
        }

        Unsafe.Add(ref target, at++) = (byte)rest;
        _used = at;
    }

    public void WriteZLong(long value) => WriteVLong((value << 1) ^ (value >> 63));

    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= _buffer.Length - _used)
        {
            bytes.CopyTo(_buffer.AsSpan(_used));
            _used += bytes.Length;
            return;
        }

        if (_handle is null || bytes.Length < _buffer.Length)
        {
            bytes.CopyTo(Append(bytes.Length));
            return;
        }

        Flush();
        Store(bytes);
    }

    public void WriteString(string value)
    {
        WriteVInt(Encoding.UTF8.GetByteCount(value));
        if (value.Length <= 1024)
        {
            Reserve(value.Length * 3);
            _used += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_used));
        }
        else
        {
            WriteBytes(Encoding.UTF8.GetBytes(value));
        }
    }

    /// <summary>Count, then key and value of each, in ordinal key order.</summary>
    public void WriteMap(IReadOnlyDictionary<string, string> map)
    {
        WriteVInt(map.Count);
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            WriteString(key);
            WriteString(value);
        }
    }

    /// <summary>Count, then each, in ordinal order.</summary>
    public void WriteSet(IReadOnlyCollection<string> set)
    {
        WriteVInt(set.Count);
        foreach (var value in set.Order(StringComparer.Ordinal))
        {
            WriteString(value);
        }
    }

    /// <summary>Hands all bytes to the operating system; they are not yet safe from a power cut.</summary>
    public void Flush()
    {
        if (_handle is not null && _used > 0)
        {
            Store(_buffer.AsSpan(0, _used));
            _used = 0;
        }
    }

    public void Dispose()
    {
        if (_handle is { IsClosed: false })
        {
            try
            {
                Flush();
            }
            finally
            {
                _handle.Dispose();
            }
        }
    }

    /// <summary>Closes without writing what is left: the file is to be deleted.</summary>
    public void Abandon()
    {
        _used = 0;
        _handle?.Dispose();
    }

    private void Reserve(int length)
    {
        if (length <= _buffer.Length - _used)
        {
            return;
        }

        Flush();
        if (length > _buffer.Length - _used)
        {
            Array.Resize(ref _buffer, Math.Max(_used + length, _buffer.Length * 2));
        }
    }

    private void Store(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _directory!.BeforeWrite?.Invoke(Path, bytes.Length);
            RandomAccess.Write(_handle!, bytes, _flushed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw new IndexWriteException(Path, $"{bytes.Length} bytes could not be written ({e.Message}).", e);
        }

        _crc = Crc32.Append(_crc, bytes);
        _flushed += bytes.Length;
    }
}
