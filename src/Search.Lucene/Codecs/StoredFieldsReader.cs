using System.Buffers;
using System.Text;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Reads stored fields (layout: <see cref="StoredFieldsWriter"/>). Shared by threads.</summary>
internal sealed unsafe class StoredFieldsReader
{
    // Documents are at most 2^31 bytes by the format; a chunk that claims more than this beyond its compressed size times LZ4's best ratio is damaged.
    private const int BestRatio = 256;

    private readonly IndexInput _data;
    private readonly MonotonicNumbers _chunkDocs;
    private readonly MonotonicNumbers _chunkPlaces;
    private readonly FieldInfos _fields;
    private readonly long _end;
    private readonly int _chunkBytes;

    private StoredFieldsReader(IndexInput data, MonotonicNumbers chunkDocs, MonotonicNumbers chunkPlaces, FieldInfos fields, long end, int chunkBytes)
    {
        _chunkBytes = chunkBytes;
        _data = data;
        _chunkDocs = chunkDocs;
        _chunkPlaces = chunkPlaces;
        _fields = fields;
        _end = end;
    }

    public int ChunkCount => (int)_chunkDocs.Count - 1;

    public static StoredFieldsReader Open(SegmentInput segment, SegmentInfo info, FieldInfos fields)
    {
        var mode = info.Attributes.GetValueOrDefault(SegmentInfoFormat.StoredFieldsMode, "");
        var data = segment.Open(StoredFieldsWriter.DataExtension, "");
        if (mode != "BEST_SPEED")
        {
            throw data.Corrupt($"Stored fields are compressed as {mode}, this program reads BEST_SPEED.");
        }

        var index = segment.Open(StoredFieldsWriter.IndexExtension, "");
        var meta = segment.Open(StoredFieldsWriter.MetaExtension, "", WholeCheck.Always);
        CodecFrame.ReadHeader(data, StoredFieldsWriter.DataCodec, 3, StoredFieldsWriter.DataVersion, segment.Id, "");
        CodecFrame.ReadHeader(index, StoredFieldsWriter.IndexCodec, 0, StoredFieldsWriter.IndexVersion, segment.Id, "");
        CodecFrame.ReadHeader(meta, StoredFieldsWriter.MetaCodec, 3, StoredFieldsWriter.MetaVersion, segment.Id, "");
        var chunkBytes = meta.ReadVInt();
        if (chunkBytes <= 0 || meta.ReadVInt() != StoredFieldsWriter.PackedVersion)
        {
            throw meta.Corrupt("Stored fields are packed in another version.");
        }

        var documents = meta.ReadInt();
        var shift = meta.ReadInt();
        var chunks = meta.ReadInt();
        var docsPlace = meta.ReadLong();
        var docs = MonotonicNumbers.ReadMeta(meta, chunks, shift);
        var placesPlace = meta.ReadLong();
        var places = MonotonicNumbers.ReadMeta(meta, chunks, shift);
        var indexEnd = meta.ReadLong();
        var end = meta.ReadLong();
        meta.ReadVLong();
        meta.ReadVLong();
        CodecFrame.CheckAtFooter(meta);
        docs.Attach(index, docsPlace, placesPlace - docsPlace);
        places.Attach(index, placesPlace, indexEnd - placesPlace);
        data.CheckRange(end, CodecFrame.FooterLength);
        if (documents != info.MaxDoc || chunks < 1 || docs.Get(chunks - 1) != documents)
        {
            throw meta.Corrupt($"Stored fields of {documents} documents, the segment has {info.MaxDoc}.");
        }

        return new(data, docs, places, fields, end, chunkBytes);
    }

    /// <summary>The stored fields of a document.</summary>
    public StoredDocument Read(int docId)
    {
        var chunk = OpenChunk(FindChunk(docId));
        var index = docId - chunk.DocBase;
        var start = chunk.Starts[index];
        var length = chunk.Starts[index + 1] - start;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Decompress(chunk, start, length, bytes);
            return Parse(bytes.AsSpan(0, length), chunk.FieldCounts[index]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Parses the fields of a document as they are written.</summary>
    public StoredDocument Parse(ReadOnlySpan<byte> bytes, int fieldCount)
    {
        var fields = new List<StoredField>(Math.Min(fieldCount, bytes.Length));
        fixed (byte* start = bytes)
        {
            var input = new DocumentInput(start, start + bytes.Length, this);
            for (var i = 0; i < fieldCount; i++)
            {
                fields.Add(input.ReadField());
            }
        }

        return new(fields);
    }

    /// <summary>Reads the head of a chunk.</summary>
    public Chunk OpenChunk(int chunk)
    {
        var input = _data.Clone();
        input.Position = _chunkPlaces.Get(chunk);
        var docBase = input.ReadVInt();
        var afterDocBase = input.Position;
        var code = input.ReadVInt();
        var count = (int)((uint)code >> 1);
        if (docBase != _chunkDocs.Get(chunk) || count != _chunkDocs.Get(chunk + 1) - docBase || count <= 0)
        {
            throw input.Corrupt($"A chunk of {count} documents from {docBase} on is not where the index says.");
        }

        var fieldCounts = ReadInts(input, count);
        var lengths = ReadInts(input, count);
        var starts = new int[count + 1];
        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += lengths[i];
            if (lengths[i] < 0 || sum > (_end - input.Position + 64L) * BestRatio || sum > Array.MaxLength)
            {
                throw input.Corrupt("A chunk of stored fields claims an impossible length.");
            }

            starts[i + 1] = (int)sum;
        }

        var end = _chunkPlaces.Get(chunk + 1);
        input.CheckRange(afterDocBase, end - afterDocBase);
        return new(docBase, fieldCounts, starts, (code & 1) != 0, afterDocBase, input.Position, end);
    }

    /// <summary>All bytes of a chunk after the number of its first document.</summary>
    public ReadOnlySpan<byte> Raw(Chunk chunk) => _data.Span(chunk.AfterDocBase, (int)(chunk.End - chunk.AfterDocBase));

    /// <summary>Decompresses a stretch of a chunk to the beginning of <paramref name="target"/>.</summary>
    public void Decompress(Chunk chunk, int start, int length, byte[] target)
    {
        var input = _data.Clone();
        input.Position = chunk.CompressedStart;
        if (!chunk.IsSliced)
        {
            DecompressSlice(input, chunk.Starts[^1], start, length, target, 0);
            return;
        }

        // Lucene's writer cuts a chunk of more than twice the usual size into slices of that size, each compressed by itself.
        for (var sliceStart = 0; sliceStart < start + length; sliceStart += _chunkBytes)
        {
            var sliceLength = Math.Min(_chunkBytes, chunk.Starts[^1] - sliceStart);
            var from = Math.Max(start, sliceStart);
            var to = Math.Min(start + length, sliceStart + sliceLength);
            DecompressSlice(input, sliceLength, from - sliceStart, Math.Max(0, to - from), target, from - start);
        }
    }

    private void DecompressSlice(IndexInput input, int total, int start, int length, byte[] target, int targetStart)
    {
        var dictionary = input.ReadVInt();
        var part = input.ReadVInt();
        if (dictionary < 0 || dictionary > total || part < 0 || part > total || (part == 0 && dictionary < total))
        {
            throw input.Corrupt("A chunk of stored fields is damaged.");
        }

        var parts = part == 0 ? 0 : (int)(((long)total - dictionary + part - 1) / part);
        var compressedDictionary = input.ReadVInt();
        var lengthsAt = input.Position;
        long compressedParts = 0;
        for (var i = 0; i < parts; i++)
        {
            compressedParts += (uint)input.ReadVInt();
        }

        var end = input.Position + (uint)compressedDictionary + compressedParts;
        if (length == 0)
        {
            input.Position = end;
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(dictionary + part + 8);
        try
        {
            var at = input.Position;
            Expand(at, compressedDictionary, buffer, 0, dictionary);
            at += compressedDictionary;
            Copy(buffer, 0, 0, dictionary, start, length, target, targetStart);
            input.Position = lengthsAt;
            for (var i = 0; i < parts; i++)
            {
                var compressed = input.ReadVInt();
                var partStart = dictionary + (i * part);
                var partLength = Math.Min(part, total - partStart);
                if (partStart >= start + length)
                {
                    break;
                }

                if (partStart + partLength > start)
                {
                    Expand(at, compressed, buffer, dictionary, partLength);
                    Copy(buffer, dictionary, partStart, partLength, start, length, target, targetStart);
                }

                at += compressed;
            }

            input.Position = end;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Expand(long at, int compressed, byte[] buffer, int offset, int length)
    {
        _data.CheckRange(at, compressed);
        var source = _data.Start + at;
        if (Lz4.Decompress(source, source + compressed, buffer, offset, length) == null)
        {
            throw _data.Corrupt("A chunk of stored fields does not decompress.");
        }
    }

    /// <summary>Copies what a decompressed piece and the wanted stretch have in common.</summary>
    private static void Copy(byte[] piece, int offset, int pieceStart, int pieceLength, int start, int length, byte[] target, int targetStart)
    {
        var from = Math.Max(pieceStart, start);
        var to = Math.Min(pieceStart + pieceLength, start + length);
        if (from < to)
        {
            piece.AsSpan(offset + from - pieceStart, to - from).CopyTo(target.AsSpan(targetStart + from - start));
        }
    }

    private int FindChunk(int docId)
    {
        var low = 0;
        var high = ChunkCount - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_chunkDocs.Get(middle) <= docId)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static int[] ReadInts(IndexInput input, int count)
    {
        // A document has at least one bit or shares one number with all others, so the count is bounded by what the index said.
        var values = new int[count];
        if (count == 1)
        {
            values[0] = input.ReadVInt();
            return values;
        }

        var bits = input.ReadVInt();
        if (bits == 0)
        {
            values.AsSpan().Fill(input.ReadVInt());
            return values;
        }

        if (bits is < 0 or > 31)
        {
            throw input.Corrupt("A chunk of stored fields is damaged.");
        }

        var packed = input.ReadSpan((int)((((long)count * bits) + 7) / 8));
        long bit = 0;
        for (var i = 0; i < count; i++, bit += bits)
        {
            ulong word = 0;
            var first = (int)(bit >> 3);
            for (var b = 0; b < 5; b++)
            {
                word = (word << 8) | (first + b < packed.Length ? packed[first + b] : 0u);
            }

            values[i] = (int)(word >> (40 - (int)(bit & 7) - bits) & ((1UL << bits) - 1));
        }

        return values;
    }

    /// <summary>The head of a chunk.</summary>
    /// <param name="Starts">Where each document begins in the decompressed chunk, and where the last one ends.</param>
    internal sealed record Chunk(
        int DocBase,
        int[] FieldCounts,
        int[] Starts,
        bool IsSliced,
        long AfterDocBase,
        long CompressedStart,
        long End);

    private ref struct DocumentInput(byte* at, byte* end, StoredFieldsReader reader)
    {
        private byte* _at = at;

        public StoredField ReadField()
        {
            var code = ReadVLong();
            var field = reader._fields.FindNumber((int)(code >> 3)) ?? throw reader._data.Corrupt($"A stored field has the unknown number {code >> 3}.");
            return new(field.Name, (code & 7) switch
            {
                0 => Encoding.UTF8.GetString(ReadBytes()),
                1 => ReadBytes().ToArray(),
                2 => (int)ZigZag(ReadVLong()),
                3 => ReadFloat(),
                4 => ReadLong(),
                5 => ReadDouble(),
                _ => throw reader._data.Corrupt($"A stored field has the unknown type {code & 7}."),
            });
        }

        private static long ZigZag(long value) => (long)((ulong)value >> 1) ^ -(value & 1);

        private byte ReadByte() => _at < end ? *_at++ : throw reader._data.Corrupt("Stored fields run past the end of their document.");

        private long ReadVLong()
        {
            ulong value = 0;
            for (var shift = 0; shift < 70; shift += 7)
            {
                ulong b = ReadByte();
                value |= (b & 0x7F) << shift;
                if (b < 0x80)
                {
                    break;
                }
            }

            return (long)value;
        }

        private ReadOnlySpan<byte> ReadBytes()
        {
            var length = ReadVLong();
            if ((ulong)length > (ulong)(end - _at))
            {
                throw reader._data.Corrupt("Stored fields run past the end of their document.");
            }

            var span = new ReadOnlySpan<byte>(_at, (int)length);
            _at += length;
            return span;
        }

        private long ReadBigEndian(int bytes)
        {
            ulong value = 0;
            for (; bytes > 0; bytes--)
            {
                value = (value << 8) | ReadByte();
            }

            return (long)value;
        }

        private float ReadFloat()
        {
            int first = ReadByte();
            return first == 0xFF ? BitConverter.Int32BitsToSingle((int)ReadBigEndian(4))
                : (first & 0x80) != 0 ? (first & 0x7F) - 1
                : BitConverter.Int32BitsToSingle((first << 24) | (int)ReadBigEndian(3));
        }

        private double ReadDouble()
        {
            long first = ReadByte();
            return first == 0xFF ? BitConverter.Int64BitsToDouble(ReadBigEndian(8))
                : first == 0xFE ? BitConverter.Int32BitsToSingle((int)ReadBigEndian(4))
                : (first & 0x80) != 0 ? (first & 0x7F) - 1
                : BitConverter.Int64BitsToDouble((first << 56) | ReadBigEndian(7));
        }

        private long ReadLong()
        {
            int header = ReadByte();
            long bits = header & 0x1F;
            if ((header & 0x20) != 0)
            {
                bits |= ReadVLong() << 5;
            }

            return ZigZag(bits) * ((header & 0xC0) switch { 0x40 => 1000, 0x80 => 3_600_000, 0xC0 => 86_400_000, _ => 1 });
        }
    }
}
