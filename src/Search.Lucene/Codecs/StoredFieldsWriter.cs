using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Writes stored fields, compressed in chunks.
/// <code>
/// .fdt  header · chunks · footer
///   chunk: VInt first document · VInt documents·2 · numbers of fields · lengths · compressed documents
///     numbers (and lengths): one document: VInt; all equal: VInt 0 · VInt; else VInt bits · packed, highest bit first
///     compressed: VInt dictionary length · VInt part length · VInt compressed length of dictionary and of each part
///                 · dictionary · parts, each LZ4 that may refer to the dictionary
///   document: fields: VLong number·8 + type · value
///     type 0: VInt length · UTF-8 | 1: VInt length · bytes | 2: zigzag VInt | 3: float | 4: long in units of days, hours, seconds or 1 | 5: double
/// .fdx  header · first documents and places of chunks (<see cref="MonotonicNumbers"/>) · footer
/// .fdm  header · VInt chunk size · VInt 2 · int documents · int shift · int chunks + 1 · long place · meta of documents
///       · long place · meta of places · long end of .fdx data · long end of .fdt data · VLong short chunks · VLong documents in them · footer
/// </code>
/// </summary>
internal sealed class StoredFieldsWriter : IDisposable
{
    public const string DataExtension = "fdt";
    public const string IndexExtension = "fdx";
    public const string MetaExtension = "fdm";
    public const string DataCodec = "Lucene87StoredFieldsFastData";
    public const string IndexCodec = "Lucene85FieldsIndexIdx";
    public const string MetaCodec = "Lucene85FieldsIndexMeta";
    public const int DataVersion = 3;
    public const int MetaVersion = 3;
    public const int IndexVersion = 0;
    public const int PackedVersion = 2;

    // Reading one document decompresses the dictionary and one part: smaller parts than Lucene's 60 kB make that several times
    // cheaper; the dictionary of 4 kB keeps the ratio.
    private const int Parts = 10;
    private const int ChunkBytes = Parts * 16 * 1024;
    private const int DictionaryPart = 40;
    private const int MaxDocsPerChunk = 1024;
    private const int IndexShift = 10;

    /// <summary>A chunk of fewer bytes is joined with its neighbours in a merge instead of being taken over as it is.</summary>
    public const int WorthKeepingBytes = ChunkBytes / 2;

    private readonly SegmentFiles _files;
    private readonly IndexOutput _data;
    private readonly IndexOutput _documents = new(ChunkBytes * 2);
    private readonly IndexOutput _compressed = new(ChunkBytes);
    private readonly int[] _table = new int[Lz4.TableLength];
    private readonly int[] _fieldCounts = new int[MaxDocsPerChunk];
    private readonly int[] _ends = new int[MaxDocsPerChunk];
    private readonly List<long> _chunkDocs = [0];
    private readonly List<long> _chunkPlaces = [];
    private byte[] _part = new byte[ChunkBytes / 4];
    private int _buffered;
    private int _docBase;
    private long _shortChunks;
    private long _shortChunkDocs;

    public StoredFieldsWriter(SegmentFiles files)
    {
        _files = files;
        _data = files.Create(DataExtension, "", DataCodec, DataVersion);
    }

    /// <summary>Documents written.</summary>
    public int DocCount => _docBase + _buffered;

    /// <summary>Where the current document's fields are written.</summary>
    public IndexOutput Document => _documents;

    /// <summary>Ends the document whose fields were written to <see cref="Document"/>.</summary>
    public void FinishDocument(int fieldCount)
    {
        _fieldCounts[_buffered] = fieldCount;
        _ends[_buffered++] = checked((int)_documents.Position);
        if (_documents.Position >= ChunkBytes || _buffered == MaxDocsPerChunk)
        {
            Flush();
        }
    }

    /// <summary>Adds a chunk as another segment has it, without decompressing it.</summary>
    /// <param name="afterDocBase">Its bytes after the number of its first document.</param>
    public void AddChunk(ReadOnlySpan<byte> afterDocBase, int docCount)
    {
        if (_buffered > 0)
        {
            Flush();
        }

        _chunkPlaces.Add(_data.Position);
        _data.WriteVInt(_docBase);
        _data.WriteBytes(afterDocBase);
        _docBase += docCount;
        _chunkDocs.Add(_docBase);
    }

    /// <summary>Writes index, metadata and footers.</summary>
    public void Finish()
    {
        if (_buffered > 0)
        {
            _shortChunks++;
            _shortChunkDocs += _buffered;
            Flush();
        }

        _chunkPlaces.Add(_data.Position);
        using var index = _files.Create(IndexExtension, "", IndexCodec, IndexVersion);
        using var meta = _files.Create(MetaExtension, "", MetaCodec, MetaVersion);
        meta.WriteVInt(ChunkBytes);
        meta.WriteVInt(PackedVersion);
        meta.WriteInt(_docBase);
        meta.WriteInt(IndexShift);
        meta.WriteInt(_chunkDocs.Count);
        WriteIndex(meta, index, _chunkDocs);
        WriteIndex(meta, index, _chunkPlaces);
        meta.WriteLong(index.Position);
        meta.WriteLong(_data.Position);
        meta.WriteVLong(_shortChunks);
        meta.WriteVLong(_shortChunkDocs);
        CodecFrame.WriteFooter(meta);
        CodecFrame.WriteFooter(index);
        CodecFrame.WriteFooter(_data);
    }

    public void Dispose() => _data.Dispose();

    private static void WriteIndex(IndexOutput meta, IndexOutput index, List<long> values)
    {
        var start = index.Position;
        meta.WriteLong(start);
        MonotonicNumbers.Write(meta, index, start, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values), IndexShift);
    }

    private void Flush()
    {
        _chunkPlaces.Add(_data.Position);
        _data.WriteVInt(_docBase);
        _data.WriteVInt(_buffered << 1);
        for (var i = _buffered - 1; i > 0; i--)
        {
            _ends[i] -= _ends[i - 1];
        }

        WriteInts(_fieldCounts.AsSpan(0, _buffered));
        WriteInts(_ends.AsSpan(0, _buffered));
        Compress(_documents.Written);
        _documents.Reset();
        _docBase += _buffered;
        _buffered = 0;
        _chunkDocs.Add(_docBase);
    }

    private void WriteInts(ReadOnlySpan<int> values)
    {
        if (values.Length == 1)
        {
            _data.WriteVInt(values[0]);
            return;
        }

        if (values.IndexOfAnyExcept(values[0]) < 0)
        {
            _data.WriteVInt(0);
            _data.WriteVInt(values[0]);
            return;
        }

        uint all = 0;
        foreach (var value in values)
        {
            all |= (uint)value;
        }

        var bits = ForBlock.BitsFor(all);
        _data.WriteVInt(bits);
        ulong pending = 0;
        var pendingBits = 0;
        foreach (var value in values)
        {
            pending = (pending << bits) | (uint)value;
            for (pendingBits += bits; pendingBits >= 8;)
            {
                pendingBits -= 8;
                _data.WriteByte((byte)(pending >> pendingBits));
            }
        }

        if (pendingBits > 0)
        {
            _data.WriteByte((byte)(pending << (8 - pendingBits)));
        }
    }

    private void Compress(ReadOnlySpan<byte> documents)
    {
        var dictionary = documents.Length / DictionaryPart;
        var part = (documents.Length - dictionary + Parts - 1) / Parts;
        _data.WriteVInt(dictionary);
        _data.WriteVInt(part);
        _compressed.Reset();
        CompressPart(documents[..dictionary], 0);
        if (_part.Length < dictionary + part)
        {
            _part = new byte[dictionary + part];
        }

        documents[..dictionary].CopyTo(_part);
        for (var start = dictionary; start < documents.Length; start += part)
        {
            var length = Math.Min(part, documents.Length - start);
            documents.Slice(start, length).CopyTo(_part.AsSpan(dictionary));
            CompressPart(_part.AsSpan(0, dictionary + length), dictionary);
        }

        _data.WriteBytes(_compressed.Written);
    }

    private void CompressPart(ReadOnlySpan<byte> bytes, int dictionary)
    {
        var before = _compressed.Position;
        Lz4.Compress(bytes, dictionary, _compressed, _table);
        _data.WriteVInt((int)(_compressed.Position - before));
    }
}
