using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Writes the terms of a segment in blocks of 25 to 48 entries that share a prefix, and the index over the prefixes.
/// <code>
/// .tim  header · blocks, those below before those above · footer
///   block: VInt entries·2 + (last block of its prefix) · VLong suffix bytes·8 + leaf·4 + compression (0 none · 1 lowercase ASCII · 2 LZ4)
///          · suffixes · VInt length bytes·2 + (all equal) · lengths · VInt · statistics · VInt · metadata
///     lengths, leaf block: VInt suffix length; other: VInt suffix length·2, or ·2+1 for a block below, and then VLong distance back to it
///     statistics: VInt runs of terms with one document and one occurrence: (run − 1)·2+1;
///          else VInt documents·2 · [VLong occurrences − documents]
///     metadata: VLong gap in .doc·2 · [VInt the only document], or after a term of one document at the same place: zigzag gap of document·2+1;
///          [VLong gap in .pos · VLong last block of positions, if more than 128] · [VLong skip data, if more than 128 documents]
/// .tip  header · an FST a field (<see cref="FstWriter"/>) · footer
/// .tmd  header · header of the postings' format · VInt 128 · VInt fields · a summary a field · long end of .tip · long end of .tim · footer
///   summary: VInt field · VLong terms · VInt length · root code · [VLong occurrences] · VLong postings · VInt documents
///            · VInt length · least term · VInt length · greatest term · VLong place in .tip · head of the FST
/// </code>
/// </summary>
internal sealed class BlockTreeWriter : IDisposable
{
    public const string TermsExtension = "tim";
    public const string IndexExtension = "tip";
    public const string MetaExtension = "tmd";
    public const string TermsCodec = "BlockTreeTermsDict";
    public const string IndexCodec = "BlockTreeTermsIndex";
    public const string MetaCodec = "BlockTreeTermsMeta";
    public const int Version = 6;

    private const int MinEntries = 25;
    private const int MaxEntries = 48;

    private readonly IndexOutput _terms;
    private readonly IndexOutput _index;
    private readonly IndexOutput _meta;
    private readonly IndexOutput _fields = new();
    private int _fieldCount;

    private FieldInfo? _field;
    private FstWriterInput _prefixes = new();
    private Entry[] _pending = new Entry[256];
    private int _pendingCount;
    private byte[] _bytes = new byte[1 << 14];
    private byte[] _lastTerm = new byte[128];
    private int _lastLength;
    private int[] _prefixStarts = new int[128];
    private byte[] _min = [];
    private long _termCount;
    private long _sumTotalTermFreq;
    private long _sumDocFreq;

    private readonly IndexOutput _suffixes = new(1024);
    private readonly IndexOutput _lengths = new();
    private readonly IndexOutput _stats = new();
    private readonly IndexOutput _metadata = new(1024);
    private readonly IndexOutput _code = new();
    private readonly List<Entry> _floor = [];

    public BlockTreeWriter(SegmentFiles files)
    {
        _terms = files.Create(TermsExtension, SegmentFiles.PostingsSuffix, TermsCodec, Version);
        _index = files.Create(IndexExtension, SegmentFiles.PostingsSuffix, IndexCodec, Version);
        _meta = files.Create(MetaExtension, SegmentFiles.PostingsSuffix, MetaCodec, Version);
        CodecFrame.WriteHeader(_meta, PostingsWriter.TermsCodec, PostingsWriter.Version, files.Id, SegmentFiles.PostingsSuffix);
        _meta.WriteVInt(ForBlock.Size);
    }

    public void StartField(FieldInfo field)
    {
        _field = field;
        _prefixes = new();
        _pendingCount = 0;
        _lastLength = 0;
        _termCount = 0;
        _sumTotalTermFreq = 0;
        _sumDocFreq = 0;
    }

    /// <summary>Adds a term; terms come in unsigned byte order.</summary>
    public void Add(ReadOnlySpan<byte> term, in TermState state)
    {
        if (_termCount++ == 0)
        {
            _min = term.ToArray();
        }

        CloseBlocks(term);
        _sumDocFreq += state.DocFreq;
        _sumTotalTermFreq += state.TotalTermFreq;
        Push(term, new() { State = state });
    }

    /// <summary>Writes what is left of the field.</summary>
    /// <param name="docCount">Documents that have a term of the field.</param>
    public void FinishField(int docCount)
    {
        if (_termCount == 0)
        {
            return;
        }

        var max = _lastTerm.AsSpan(0, _lastLength).ToArray();
        CloseBlocks([]);
        WriteBlocks(0, _pendingCount);

        _fieldCount++;
        _fields.WriteVInt(_field!.Number);
        _fields.WriteVLong(_termCount);
        var root = _prefixes.RootCode;
        _fields.WriteVInt(root.Length);
        _fields.WriteBytes(root);
        if (_field.IndexOptions != IndexOptions.Docs)
        {
            _fields.WriteVLong(_sumTotalTermFreq);
        }

        _fields.WriteVLong(_sumDocFreq);
        _fields.WriteVInt(docCount);
        WriteTerm(_min);
        WriteTerm(max);
        _fields.WriteVLong(_index.Position);
        _prefixes.WriteTo(_fields, _index);
    }

    /// <summary>Writes the summaries and footers.</summary>
    public void Finish()
    {
        _meta.WriteVInt(_fieldCount);
        _meta.WriteBytes(_fields.Written);
        CodecFrame.WriteFooter(_index);
        _meta.WriteLong(_index.Position);
        CodecFrame.WriteFooter(_terms);
        _meta.WriteLong(_terms.Position);
        CodecFrame.WriteFooter(_meta);
    }

    public void Dispose()
    {
        _terms.Dispose();
        _index.Dispose();
        _meta.Dispose();
    }

    private void WriteTerm(ReadOnlySpan<byte> term)
    {
        _fields.WriteVInt(term.Length);
        _fields.WriteBytes(term);
    }

    /// <summary>Closes every prefix that the next term does not share and that has gathered enough entries.</summary>
    private void CloseBlocks(ReadOnlySpan<byte> term)
    {
        var common = term.CommonPrefixLength(_lastTerm.AsSpan(0, _lastLength));
        for (var i = _lastLength - 1; i >= common; i--)
        {
            var entries = _pendingCount - _prefixStarts[i];
            if (entries >= MinEntries)
            {
                WriteBlocks(i + 1, entries);
                _prefixStarts[i] -= entries - 1;
            }
        }

        if (_prefixStarts.Length < term.Length)
        {
            Array.Resize(ref _prefixStarts, term.Length * 2);
            Array.Resize(ref _lastTerm, term.Length * 2);
        }

        for (var i = common; i < term.Length; i++)
        {
            _prefixStarts[i] = _pendingCount;
        }

        term.CopyTo(_lastTerm);
        _lastLength = term.Length;
    }

    private void Push(ReadOnlySpan<byte> bytes, Entry entry)
    {
        if (_pendingCount == _pending.Length)
        {
            Array.Resize(ref _pending, _pendingCount * 2);
        }

        entry.Start = _pendingCount == 0 ? 0 : _pending[_pendingCount - 1].Start + _pending[_pendingCount - 1].Length;
        entry.Length = bytes.Length;
        if (entry.Start + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(entry.Start + bytes.Length, _bytes.Length * 2));
        }

        bytes.CopyTo(_bytes.AsSpan(entry.Start));
        _pending[_pendingCount++] = entry;
    }

    /// <summary>Writes the last entries, which share a prefix, as one block, or as several cut at their next byte; one entry replaces them.</summary>
    private void WriteBlocks(int prefixLength, int count)
    {
        var start = _pendingCount - count;
        var blockStart = start;
        var blockLabel = -1;
        var lastLabel = -1;
        _floor.Clear();
        for (var i = start; i < _pendingCount; i++)
        {
            ref var entry = ref _pending[i];
            var label = entry.Length == prefixLength ? -1 : _bytes[entry.Start + prefixLength];
            if (label == lastLabel)
            {
                continue;
            }

            lastLabel = label;
            if (i - blockStart >= MinEntries && _pendingCount - blockStart > MaxEntries)
            {
                _floor.Add(WriteBlock(prefixLength, blockStart, i, blockLabel));
                blockLabel = label;
                blockStart = i;
            }
        }

        _floor.Add(WriteBlock(prefixLength, blockStart, _pendingCount, blockLabel));

        var first = _floor[0];
        _code.Reset();
        _code.WriteVLong((first.BlockStart << 2) | (first.HasTerms ? 2L : 0) | (_floor.Count > 1 ? 1L : 0));
        if (_floor.Count > 1)
        {
            _code.WriteVInt(_floor.Count - 1);
            for (var i = 1; i < _floor.Count; i++)
            {
                _code.WriteByte((byte)_floor[i].FloorLabel);
                _code.WriteVLong(((_floor[i].BlockStart - first.BlockStart) << 1) | (_floor[i].HasTerms ? 1L : 0));
            }
        }

        var prefix = prefixLength == 0 ? [] : _bytes.AsSpan(_pending[start].Start, prefixLength);
        _prefixes.Add(prefix, _code.Written);
        var replacement = new Entry { IsBlock = true, BlockStart = first.BlockStart, HasTerms = first.HasTerms };
        Span<byte> kept = prefixLength <= 256 ? stackalloc byte[prefixLength] : new byte[prefixLength];
        prefix.CopyTo(kept);
        _pendingCount = start;
        Push(kept, replacement);
    }

    private Entry WriteBlock(int prefixLength, int start, int end, int floorLabel)
    {
        var blockStart = _terms.Position;
        var hasTerms = false;
        var isLeaf = true;
        for (var i = start; i < end; i++)
        {
            hasTerms |= !_pending[i].IsBlock;
            isLeaf &= !_pending[i].IsBlock;
        }

        var last = new TermState { SingletonDocId = -1 };
        var singletons = 0;
        for (var i = start; i < end; i++)
        {
            ref var entry = ref _pending[i];
            var suffixLength = entry.Length - prefixLength;
            _suffixes.WriteBytes(_bytes.AsSpan(entry.Start + prefixLength, suffixLength));
            if (entry.IsBlock)
            {
                _lengths.WriteVInt((suffixLength << 1) | 1);
                _lengths.WriteVLong(blockStart - entry.BlockStart);
                continue;
            }

            _lengths.WriteVInt(isLeaf ? suffixLength : suffixLength << 1);
            WriteStatistics(entry.State, ref singletons);
            WriteMetadata(entry.State, last);
            last = entry.State;
        }

        EndSingletons(ref singletons);
        _terms.WriteVInt(((end - start) << 1) | (end == _pendingCount ? 1 : 0));
        _terms.WriteVLong((_suffixes.Position << 3) | (isLeaf ? 4L : 0));
        _terms.WriteBytes(_suffixes.Written);
        WriteLengths();
        _terms.WriteVInt((int)_stats.Position);
        _terms.WriteBytes(_stats.Written);
        _terms.WriteVInt((int)_metadata.Position);
        _terms.WriteBytes(_metadata.Written);
        _suffixes.Reset();
        _lengths.Reset();
        _stats.Reset();
        _metadata.Reset();
        return new() { IsBlock = true, BlockStart = blockStart, HasTerms = hasTerms, FloorLabel = floorLabel };
    }

    private void WriteLengths()
    {
        var lengths = _lengths.Written;
        if (lengths.IndexOfAnyExcept(lengths[0]) < 0)
        {
            _terms.WriteVInt((lengths.Length << 1) | 1);
            _terms.WriteByte(lengths[0]);
        }
        else
        {
            _terms.WriteVInt(lengths.Length << 1);
            _terms.WriteBytes(lengths);
        }
    }

    private void WriteStatistics(in TermState state, ref int singletons)
    {
        if (state.DocFreq == 1 && state.TotalTermFreq == 1)
        {
            singletons++;
            return;
        }

        EndSingletons(ref singletons);
        _stats.WriteVInt(state.DocFreq << 1);
        if (_field!.IndexOptions != IndexOptions.Docs)
        {
            _stats.WriteVLong(state.TotalTermFreq - state.DocFreq);
        }
    }

    private void EndSingletons(ref int singletons)
    {
        if (singletons > 0)
        {
            _stats.WriteVInt(((singletons - 1) << 1) | 1);
            singletons = 0;
        }
    }

    private void WriteMetadata(in TermState state, in TermState last)
    {
        if (last.SingletonDocId >= 0 && state.SingletonDocId >= 0 && state.DocStart == last.DocStart)
        {
            long gap = state.SingletonDocId - last.SingletonDocId;
            _metadata.WriteVLong((((gap << 1) ^ (gap >> 63)) << 1) | 1);
        }
        else
        {
            _metadata.WriteVLong((state.DocStart - last.DocStart) << 1);
            if (state.SingletonDocId >= 0)
            {
                _metadata.WriteVInt(state.SingletonDocId);
            }
        }

        if (_field!.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions)
        {
            _metadata.WriteVLong(state.PositionStart - last.PositionStart);
            if (state.LastPositionBlockOffset >= 0)
            {
                _metadata.WriteVLong(state.LastPositionBlockOffset);
            }
        }

        if (state.SkipOffset >= 0)
        {
            _metadata.WriteVLong(state.SkipOffset);
        }
    }

    private struct Entry
    {
        public int Start;
        public int Length;
        public bool IsBlock;
        public bool HasTerms;
        public int FloorLabel;
        public long BlockStart;
        public TermState State;
    }
}
