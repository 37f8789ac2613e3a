using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Writes the postings of terms, field by field, term by term.
/// <code>
/// .doc  header · terms · footer
///   term: blocks of 128 documents: gaps (<see cref="GapBlock"/>) · [frequencies (<see cref="PatchedBlock"/>)]
///         then the rest: VInt gap (without frequencies), or VInt gap·2+1 (frequency 1), or VInt gap·2 · VInt frequency
///         then, with more than 128 documents, the skip data (<see cref="SkipWriter"/>)
///   a term of one document is not written here at all; the dictionary holds its document
/// .pos  header · terms · footer
///   term: patched blocks of 128 position gaps, then the rest as VInts; gaps begin anew in every document
/// </code>
/// </summary>
internal sealed unsafe class PostingsWriter : IDisposable
{
    public const string DocExtension = "doc";
    public const string PositionExtension = "pos";
    public const string PayloadExtension = "pay";
    public const string DocCodec = "Lucene84PostingsWriterDoc";
    public const string PositionCodec = "Lucene84PostingsWriterPos";
    public const string PayloadCodec = "Lucene84PostingsWriterPay";
    public const string TermsCodec = "Lucene84PostingsWriterTerms";
    public const int Version = 1;

    private readonly IndexOutput _docs;
    private readonly IndexOutput? _positions;
    private readonly SkipWriter _skip = new();
    private readonly ImpactCollector _impacts = new();
    private readonly int[] _docBuffer = new int[ForBlock.Size];
    private readonly int[] _freqBuffer = new int[ForBlock.Size];
    private readonly int[] _positionBuffer = new int[ForBlock.Size];
    private readonly int[] _gaps = new int[ForBlock.Size];

    private byte[]? _norms;
    private bool _hasFreqs;
    private bool _hasPositions;

    private long _docStart;
    private long _positionStart;
    private int _docFreq;
    private long _totalTermFreq;
    private int _buffered;
    private int _positionsBuffered;
    private int _blockBaseDoc;
    private int _lastPosition;
    private bool _blockPending;
    private int _pendingLastDoc;
    private long _pendingPositionPointer;
    private int _pendingPositionOffset;

    public PostingsWriter(SegmentFiles files, bool anyPositions)
    {
        _docs = files.Create(DocExtension, SegmentFiles.PostingsSuffix, DocCodec, Version);
        _positions = anyPositions ? files.Create(PositionExtension, SegmentFiles.PostingsSuffix, PositionCodec, Version) : null;
    }

    /// <param name="norms">A norm by document, for impacts; null if the field keeps none.</param>
    public void StartField(IndexOptions options, byte[]? norms)
    {
        _hasFreqs = options >= IndexOptions.DocsAndFreqs;
        _hasPositions = options >= IndexOptions.DocsAndFreqsAndPositions;
        _norms = norms;
    }

    public void StartTerm()
    {
        _docStart = _docs.Position;
        _positionStart = _positions?.Position ?? 0;
        _docFreq = 0;
        _totalTermFreq = 0;
        _buffered = 0;
        _positionsBuffered = 0;
        _blockBaseDoc = 0;
        _blockPending = false;
    }

    /// <summary>Adds a document, documents ascending; its <paramref name="freq"/> positions follow by <see cref="AddPosition"/>.</summary>
    public void AddDocument(int docId, int freq)
    {
        if (_buffered == ForBlock.Size)
        {
            FlushDocs();
        }

        if (_blockPending)
        {
            AddSkip();
        }

        _docBuffer[_buffered] = docId;
        _freqBuffer[_buffered++] = freq;
        _docFreq++;
        _totalTermFreq += freq;
        _lastPosition = 0;
    }

    public void AddPosition(int position)
    {
        _positionBuffer[_positionsBuffered++] = position - _lastPosition;
        _lastPosition = position;
        if (_positionsBuffered == ForBlock.Size)
        {
            fixed (int* values = _positionBuffer)
            {
                PatchedBlock.Encode(values, _positions!);
            }

            _positionsBuffered = 0;
        }
    }

    public TermState FinishTerm()
    {
        if (_buffered == ForBlock.Size)
        {
            // No document follows, so this block needs no skip entry.
            FlushDocs();
            _impacts.Clear();
            _blockPending = false;
        }

        var singleton = _docFreq == 1 ? _docBuffer[0] : -1;
        if (singleton < 0)
        {
            WriteRestOfDocs();
        }

        long lastPositionBlock = -1;
        if (_hasPositions)
        {
            if (_totalTermFreq > ForBlock.Size)
            {
                lastPositionBlock = _positions!.Position - _positionStart;
            }

            for (var i = 0; i < _positionsBuffered; i++)
            {
                _positions!.WriteVInt(_positionBuffer[i]);
            }
        }

        long skipOffset = -1;
        if (_docFreq > ForBlock.Size)
        {
            skipOffset = _docs.Position - _docStart;
            _skip.WriteTo(_docs);
        }

        return new()
        {
            DocFreq = _docFreq,
            TotalTermFreq = _hasFreqs ? _totalTermFreq : _docFreq,
            DocStart = _docStart,
            PositionStart = _positionStart,
            LastPositionBlockOffset = lastPositionBlock,
            SkipOffset = skipOffset,
            SingletonDocId = singleton,
        };
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        CodecFrame.WriteFooter(_docs);
        if (_positions is not null)
        {
            CodecFrame.WriteFooter(_positions);
        }
    }

    public void Dispose()
    {
        _docs.Dispose();
        _positions?.Dispose();
    }

    private void FlushDocs()
    {
        if (_docFreq == ForBlock.Size)
        {
            _skip.StartTerm(_hasPositions, _docStart, _positionStart);
        }

        var previous = _blockBaseDoc;
        for (var i = 0; i < ForBlock.Size; i++)
        {
            _gaps[i] = _docBuffer[i] - previous;
            previous = _docBuffer[i];
        }

        _blockBaseDoc = previous;
        for (var i = 0; i < ForBlock.Size; i++)
        {
            _impacts.Add(_hasFreqs ? _freqBuffer[i] : 1, _norms is null ? (byte)1 : _norms[_docBuffer[i]]);
        }

        fixed (int* gaps = _gaps, freqs = _freqBuffer)
        {
            GapBlock.Encode(gaps, _docs);
            if (_hasFreqs)
            {
                PatchedBlock.Encode(freqs, _docs);
            }
        }

        _buffered = 0;
        _blockPending = true;
        _pendingLastDoc = previous;
        _pendingPositionPointer = _positions?.Position ?? 0;
        _pendingPositionOffset = _positionsBuffered;
    }

    private void AddSkip()
    {
        _skip.AddBlock(_docFreq, _pendingLastDoc, _docs.Position, _pendingPositionPointer, _pendingPositionOffset, _impacts);
        _impacts.Clear();
        _blockPending = false;
    }

    private void WriteRestOfDocs()
    {
        var previous = _blockBaseDoc;
        for (var i = 0; i < _buffered; i++)
        {
            var gap = _docBuffer[i] - previous;
            previous = _docBuffer[i];
            if (!_hasFreqs)
            {
                _docs.WriteVInt(gap);
            }
            else if (_freqBuffer[i] == 1)
            {
                _docs.WriteVInt((gap << 1) | 1);
            }
            else
            {
                _docs.WriteVInt(gap << 1);
                _docs.WriteVInt(_freqBuffer[i]);
            }
        }
    }
}
