using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// The documents of one term in ascending order, decoded 128 at a time, with frequencies and positions if asked for.
/// </summary>
/// <remarks>
/// Two ways to read: a document at a time (<see cref="NextDoc"/>, <see cref="Advance"/>), or a block at a time
/// (<see cref="NextBlock"/>, <see cref="AdvanceBlock"/>, then <see cref="BlockDocs"/> and <see cref="BlockFreqs"/>).
/// <see cref="AdvanceShallow"/> moves only the view on impacts and may run ahead of the documents, never behind them.
/// The byte layout stands at <see cref="PostingsWriter"/>.
/// </remarks>
public sealed unsafe class PostingsEnum
{
    /// <summary>What <see cref="DocId"/> is after the last document.</summary>
    public const int NoMoreDocs = int.MaxValue;

    // Room to compare eight documents at a time beyond the last one.
    private const int Padding = 8;

    private readonly PostingsFiles _files;
    private readonly FieldInfo _field;
    private readonly bool _fieldHasFreqs;
    private readonly int[] _docs = new int[ForBlock.Size + Padding];
    private readonly int[] _freqs = new int[ForBlock.Size];
    private readonly byte* _docsEnd;
    private readonly byte* _docsBase;
    private PostingsFeatures _features;
    private TermState _state;

    private byte* _next;
    private byte* _freqSource;
    private bool _freqsDecoded;
    private bool _freqsAreOnes;
    private int _docsRead;
    private int _count;
    private int _index;
    private int _docId;
    private int _lastInBlock;

    private SkipReader? _skip;
    private bool _skipStarted;
    private SkipReader? _shallow;
    private bool _shallowStarted;
    private Impact[] _impacts = new Impact[16];

    private PositionReader? _positions;

    internal PostingsEnum(PostingsFiles files, FieldInfo field)
    {
        _files = files;
        _field = field;
        _fieldHasFreqs = field.IndexOptions >= IndexOptions.DocsAndFreqs;
        _docsBase = files.Docs.Start;
        _docsEnd = _docsBase + files.Docs.Length;
        _docs.AsSpan().Fill(NoMoreDocs);
    }

    /// <summary>Documents of the term, deleted ones included.</summary>
    public int DocFreq => _state.DocFreq;

    /// <summary>The document it stands at; -1 before the first, <see cref="NoMoreDocs"/> after the last.</summary>
    public int DocId => _docId;

    /// <summary>Occurrences of the term in the document, 1 or more; 1 if frequencies are not kept or were not asked for.</summary>
    public int Freq
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!_freqsDecoded)
            {
                DecodeFreqs();
            }

            return _freqs[_index];
        }
    }

    internal bool BelongsTo(PostingsFiles files, FieldInfo field) => ReferenceEquals(_files, files) && ReferenceEquals(_field, field);

    internal void Reset(in TermState state, PostingsFeatures features)
    {
        _state = state;
        _features = features;
        _docsRead = 0;
        _count = 0;
        _index = -1;
        _docId = -1;
        _lastInBlock = -1;
        _skipStarted = false;
        _shallowStarted = false;
        _docs[0] = NoMoreDocs;
        if ((ulong)state.DocStart > (ulong)_files.Docs.Length)
        {
            throw _files.Docs.Corrupt($"Postings would begin at byte {state.DocStart}.");
        }

        _next = _docsBase + state.DocStart;
        if (features == PostingsFeatures.Positions)
        {
            if (_field.IndexOptions < IndexOptions.DocsAndFreqsAndPositions)
            {
                throw new InvalidOperationException($"Field {_field.Name} was indexed without positions.");
            }

            _positions ??= new(_files.Positions ?? throw _files.Docs.Corrupt($"The positions of field {_field.Name} are missing."), _field);
            _positions.Start(state);
        }
    }

    /// <summary>Goes to the next document and returns it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextDoc()
    {
        var index = _index + 1;
        if (index < _count)
        {
            _index = index;
            return _docId = _docs[index];
        }

        return NextDocInNextBlock();
    }

    /// <summary>Goes to the first document at or after <paramref name="target"/>, which lies after <see cref="DocId"/>, and returns it.</summary>
    public int Advance(int target)
    {
        if (target > _lastInBlock && !MoveToBlock(target))
        {
            return _docId;
        }

        _index = FindInBlock(target);
        return _docId = _docs[_index];
    }

    /// <summary>The next position in the document; call at most <see cref="Freq"/> times a document.</summary>
    public int NextPosition()
    {
        if (_features != PostingsFeatures.Positions)
        {
            throw new InvalidOperationException("Positions were not asked for.");
        }

        var positions = _positions!;
        if (positions.CurrentIndex != _index)
        {
            positions.Enter(_index, BlockFreqs);
        }

        return positions.Next();
    }

    /// <summary>Decoded documents of the current block, ascending; those before <see cref="BlockIndex"/> were passed.</summary>
    public ReadOnlySpan<int> BlockDocs => new(_docs, 0, _count);

    /// <summary>Frequencies beside <see cref="BlockDocs"/> (all 1 if not kept or not asked for).</summary>
    public ReadOnlySpan<int> BlockFreqs
    {
        get
        {
            if (!_freqsDecoded)
            {
                DecodeFreqs();
            }

            return new(_freqs, 0, _count);
        }
    }

    /// <summary>Place in the block of <see cref="DocId"/>; -1 while it stands before the block's first document.</summary>
    public int BlockIndex => _index;

    /// <summary>
    /// Decodes the next block, skipping what is left of the current one; it then stands before the block's first document
    /// (<see cref="DocId"/> is the last document before it, or -1). False after the last.
    /// </summary>
    public bool NextBlock()
    {
        var before = _lastInBlock;
        if (!Refill())
        {
            return false;
        }

        _index = -1;
        _docId = before;
        return true;
    }

    /// <summary>
    /// Makes current the block whose last document is the first at or after <paramref name="target"/>, decoding it only if it is another one.
    /// False if no such block is left. It stands at the last document before <paramref name="target"/>.
    /// </summary>
    public bool AdvanceBlock(int target)
    {
        if (target > _lastInBlock && !MoveToBlock(target))
        {
            return false;
        }

        var at = FindInBlock(target);
        if (at > 0 && at - 1 > _index)
        {
            _index = at - 1;
            _docId = _docs[_index];
        }

        return true;
    }

    /// <summary>
    /// Moves the view on impacts to the block that may hold <paramref name="target"/>, without decoding documents.
    /// </summary>
    /// <returns>Last document for which the impacts of level 0 hold; <see cref="NoMoreDocs"/> if there are no more.</returns>
    public int AdvanceShallow(int target)
    {
        if (_state.SkipOffset < 0)
        {
            return NoMoreDocs;
        }

        if (!_shallowStarted)
        {
            _shallow ??= new(_files, _field);
            _shallow.Start(_state);
            _shallowStarted = true;
        }

        _shallow!.SkipTo(target);
        return ImpactsUpTo(0);
    }

    /// <summary>Levels of impacts at the current view, 1 or more; a higher level spans more documents (128, 1,024, 8,192, …).</summary>
    public int ImpactLevels => _shallowStarted ? Math.Max(1, _shallow!.Levels) : 1;

    /// <summary>Last document for which <see cref="Impacts"/> of this level hold.</summary>
    public int ImpactsUpTo(int level) => _shallowStarted && _shallow!.Levels > level ? _shallow.UpTo(level) : NoMoreDocs;

    /// <summary>
    /// Pairs of frequency and norm, both strictly ascending (norm as unsigned), such that no document up to <see cref="ImpactsUpTo"/> has a pair
    /// that scores higher than the best of these under any similarity that grows with frequency and falls with norm.
    /// Valid until the next call.
    /// </summary>
    public ReadOnlySpan<Impact> Impacts(int level)
    {
        if (_shallowStarted && _shallow!.Levels > level && _shallow.UpTo(level) > 0)
        {
            var count = _shallow.ReadImpacts(level, ref _impacts);
            if (count > 0)
            {
                return new(_impacts, 0, count);
            }
        }

        // Where no impacts are written: every other document has the term at least once, in a shortest field.
        _impacts[0] = new((int)Math.Clamp(_state.TotalTermFreq - _state.DocFreq + 1, 1, int.MaxValue), 1);
        return new(_impacts, 0, 1);
    }

    private int NextDocInNextBlock()
    {
        if (!Refill())
        {
            return _docId;
        }

        _index = 0;
        return _docId = _docs[0];
    }

    /// <summary>Makes current the first block that ends at or after <paramref name="target"/>.</summary>
    private bool MoveToBlock(int target)
    {
        if (_state.SkipOffset >= 0)
        {
            UseSkipData(target);
        }

        do
        {
            if (!Refill())
            {
                return false;
            }
        }
        while (target > _lastInBlock);
        _index = -1;
        return true;
    }

    private void UseSkipData(int target)
    {
        SkipReader skip;
        if (_shallowStarted && _shallow!.DocsBefore > 0 && _shallow.LastDoc < target && (target <= _shallow.NextDoc || _shallow.Levels == 0))
        {
            skip = _shallow; // The view on impacts found the block already.
        }
        else
        {
            if (!_skipStarted)
            {
                if (_state.DocFreq - _docsRead <= ForBlock.Size)
                {
                    return;
                }

                _skip ??= new(_files, _field);
                _skip.Start(_state);
                _skipStarted = true;
            }

            skip = _skip!;
            skip.SkipTo(target);
        }

        if (skip.DocsBefore > _docsRead)
        {
            _docsRead = skip.DocsBefore;
            _lastInBlock = skip.LastDoc;
            _count = 0;
            if ((ulong)skip.DocPointer > (ulong)_files.Docs.Length)
            {
                throw _files.Docs.Corrupt($"Skip data points at byte {skip.DocPointer}.");
            }

            _next = _docsBase + skip.DocPointer;
            if (_features == PostingsFeatures.Positions)
            {
                _positions!.Jump(skip.PositionPointer, skip.PositionOffset);
            }
        }
    }

    private bool Refill()
    {
        if (_features == PostingsFeatures.Positions && _count > 0)
        {
            _positions!.LeaveBlock(BlockFreqs);
        }

        var left = _state.DocFreq - _docsRead;
        if (left <= 0)
        {
            _count = 0;
            _index = 0;
            _docs[0] = NoMoreDocs;
            _docId = NoMoreDocs;
            _lastInBlock = NoMoreDocs;
            _freqsDecoded = true;
            return false;
        }

        var before = Math.Max(_lastInBlock, 0);
        if (left >= ForBlock.Size)
        {
            RefillWhole(before);
        }
        else if (_state.DocFreq == 1)
        {
            _docs[0] = _state.SingletonDocId;
            _count = 1;
            _docs[1] = NoMoreDocs;
            _freqs[0] = _features == PostingsFeatures.Docs ? 1 : (int)Math.Clamp(_state.TotalTermFreq, 1, int.MaxValue);
            _freqsDecoded = true;
            _freqsAreOnes = false;
        }
        else
        {
            RefillRest(before, left);
        }

        _docsRead += _count;
        var last = _docs[_count - 1];
        if (_docs[0] < before || last < _docs[0] || last >= _files.MaxDoc)
        {
            throw NoSuchDocument(last);
        }

        _lastInBlock = last;
        return true;
    }

    private void RefillWhole(int before)
    {
        byte* next;
        uint largest;
        fixed (int* docs = _docs)
        {
            next = GapBlock.Decode(_next, _docsEnd, before, docs, out largest);
        }

        if (largest >= (uint)_files.MaxDoc)
        {
            throw NoSuchDocument(largest);
        }

        _freqSource = next;
        if (_fieldHasFreqs && next != null)
        {
            next = PatchedBlock.Skip(next, _docsEnd);
        }

        if (next == null)
        {
            throw _files.Docs.Corrupt("Postings run past the end of the file.");
        }

        _next = next;
        _count = ForBlock.Size;
        _docs[ForBlock.Size] = NoMoreDocs;
        _freqsDecoded = false;
    }

    private void RefillRest(int before, int left)
    {
        var at = _next;
        var doc = (long)before;
        for (var i = 0; i < left; i++)
        {
            at = PatchedBlock.ReadVInt(at, _docsEnd, out var code);
            if (at == null)
            {
                throw _files.Docs.Corrupt("Postings run past the end of the file.");
            }

            var freq = 1;
            if (_fieldHasFreqs)
            {
                if ((code & 1) == 0)
                {
                    at = PatchedBlock.ReadVInt(at, _docsEnd, out freq);
                    if (at == null || freq <= 0)
                    {
                        throw _files.Docs.Corrupt("Postings run past the end of the file.");
                    }
                }

                code = (int)((uint)code >> 1);
            }

            doc += code;
            _freqs[i] = freq;
            if (code < 0 || doc >= _files.MaxDoc)
            {
                throw NoSuchDocument(doc);
            }

            _docs[i] = (int)doc;
        }

        _docs.AsSpan(left, Padding).Fill(NoMoreDocs);
        _next = at;
        _count = left;
        _freqsDecoded = true;
        _freqsAreOnes = false;
        if (_features == PostingsFeatures.Docs)
        {
            _freqs.AsSpan(0, left).Fill(1);
        }
    }

    private IndexCorruptException NoSuchDocument(long doc) =>
        _files.Docs.Corrupt($"Postings of field {_field.Name} name document {doc} of {_files.MaxDoc}.");

    private void DecodeFreqs()
    {
        _freqsDecoded = true;
        if (!_fieldHasFreqs || _features == PostingsFeatures.Docs)
        {
            if (!_freqsAreOnes)
            {
                _freqs.AsSpan().Fill(1);
                _freqsAreOnes = true;
            }

            return;
        }

        _freqsAreOnes = false;
        fixed (int* freqs = _freqs)
        {
            if (PatchedBlock.Decode(_freqSource, _docsEnd, freqs) == null)
            {
                throw _files.Docs.Corrupt("Frequencies run past the end of the file.");
            }
        }
    }

    /// <summary>Place of the first document at or after <paramref name="target"/>, which the current block has.</summary>
    private int FindInBlock(int target)
    {
        var at = Math.Max(_index, 0);
        ref var docs = ref MemoryMarshal.GetArrayDataReference(_docs);
        if (Vector256.IsHardwareAccelerated)
        {
            var wanted = Vector256.Create(target);
            for (; at < _count; at += 8)
            {
                // Padding after the last document keeps this within the array.
                var less = Vector256.LessThan(Vector256.LoadUnsafe(ref docs, (nuint)at), wanted);
                var mask = less.ExtractMostSignificantBits();
                if (mask != 0xFF)
                {
                    return at + BitOperations.TrailingZeroCount(~mask);
                }
            }

            return Math.Min(at, _count);
        }

        while (at < _count && _docs[at] < target)
        {
            at++;
        }

        return at;
    }
}

/// <summary>A frequency and a norm that occur together, or bound ones that do.</summary>
/// <param name="Freq">Occurrences in a document, 1 or more.</param>
/// <param name="Norm">The norm as kept: an encoded length, unsigned (1 if the field keeps none).</param>
public readonly record struct Impact(int Freq, long Norm);
