using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Walks the skip data of one term (layout: <see cref="SkipWriter"/>). After <see cref="SkipTo"/> it knows the last entry before the target
/// (where the block begins that may hold it) and, by level, the first entry at or after it with its impacts.
/// </summary>
internal sealed unsafe class SkipReader
{
    private const int MaxLevels = 10;
    private const int Multiplier = 8;

    private readonly byte*[] _levelStart = new byte*[MaxLevels];
    private readonly byte*[] _at = new byte*[MaxLevels];
    private readonly byte*[] _end = new byte*[MaxLevels];
    private readonly byte*[] _impacts = new byte*[MaxLevels];
    private readonly int[] _impactsLength = new int[MaxLevels];
    private readonly long[] _docsSkipped = new long[MaxLevels];
    private readonly int[] _doc = new int[MaxLevels];
    private readonly long[] _docPointer = new long[MaxLevels];
    private readonly long[] _positionPointer = new long[MaxLevels];
    private readonly int[] _positionOffset = new int[MaxLevels];
    private readonly long[] _child = new long[MaxLevels];
    private readonly PostingsFiles _files;
    private readonly bool _hasPositions;
    private readonly bool _hasPayloads;
    private readonly bool _hasPayloadFile;
    private int _docCount;
    private int _levels;
    private int _lastDoc;
    private long _lastDocPointer;
    private long _lastPositionPointer;
    private int _lastPositionOffset;
    private long _lastChild;

    public SkipReader(PostingsFiles files, FieldInfo field)
    {
        _files = files;
        _hasPositions = field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions;
        _hasPayloads = field.HasPayloads;
        _hasPayloadFile = field.HasPayloads || field.IndexOptions == IndexOptions.DocsAndFreqsAndPositionsAndOffsets;
    }

    /// <summary>Levels that still have an entry at or after the last target; 0 near the end of the postings.</summary>
    public int Levels => _levels;

    /// <summary>Last document before the block that the last target lies in; 0 with <see cref="DocsBefore"/> 0 at the beginning.</summary>
    public int LastDoc => _lastDoc;

    /// <summary>Documents before that block.</summary>
    public int DocsBefore { get; private set; }

    /// <summary>Last document of that block, or <see cref="PostingsEnum.NoMoreDocs"/> if no entry says.</summary>
    public int NextDoc => _doc[0];

    public long DocPointer => _lastDocPointer;

    public long PositionPointer => _lastPositionPointer;

    public int PositionOffset => _lastPositionOffset;

    public void Start(in TermState state)
    {
        // The last block has an entry only if documents follow it.
        _docCount = state.DocFreq % ForBlock.Size == 0 ? state.DocFreq - 1 : state.DocFreq;
        var levels = 1;
        for (var blocks = _docCount / ForBlock.Size; blocks >= Multiplier && levels < MaxLevels; blocks /= Multiplier)
        {
            levels++;
        }

        _levels = levels;
        var docs = _files.Docs;
        var at = state.DocStart + state.SkipOffset;
        if ((ulong)at >= (ulong)docs.Length)
        {
            throw docs.Corrupt($"Skip data would begin at byte {at}.");
        }

        var end = docs.Start + docs.Length;
        var source = docs.Start + at;
        for (var level = levels - 1; level > 0; level--)
        {
            source = PatchedBlock.ReadVInt(source, end, out var length);
            if (source == null || length < 0 || length > end - source)
            {
                throw docs.Corrupt("Skip data runs past the end of the file.");
            }

            _levelStart[level] = source;
            _end[level] = source + length;
            source += length;
        }

        _levelStart[0] = source;
        _end[0] = end;
        for (var level = 0; level < levels; level++)
        {
            _at[level] = _levelStart[level];
            _docsSkipped[level] = 0;
            _doc[level] = 0;
            _docPointer[level] = state.DocStart;
            _positionPointer[level] = state.PositionStart;
            _positionOffset[level] = 0;
            _child[level] = 0;
            _impactsLength[level] = 0;
        }

        _lastDoc = 0;
        _lastDocPointer = state.DocStart;
        _lastPositionPointer = state.PositionStart;
        _lastPositionOffset = 0;
        _lastChild = 0;
        DocsBefore = 0;
    }

    /// <summary>Moves to the block that may hold <paramref name="target"/>; never back.</summary>
    public void SkipTo(int target)
    {
        if (_levels == 0 || target <= _doc[0])
        {
            return;
        }

        var level = 0;
        while (level < _levels - 1 && target > _doc[level + 1])
        {
            level++;
        }

        while (level >= 0)
        {
            if (target > _doc[level])
            {
                // At the end of a level its document becomes NoMoreDocs, so the next turn goes down.
                LoadNext(level);
            }
            else
            {
                if (level > 0 && _lastChild > _at[level - 1] - _levelStart[level - 1])
                {
                    SeekChild(level - 1);
                }

                level--;
            }
        }

        DocsBefore = (int)(_docsSkipped[0] - ForBlock.Size);
    }

    /// <summary>Last document that the impacts of a level hold for.</summary>
    public int UpTo(int level) => _doc[level];

    /// <summary>Decodes the impacts of a level and returns how many there are.</summary>
    public int ReadImpacts(int level, ref Impact[] impacts)
    {
        var at = _impacts[level];
        var end = at + _impactsLength[level];
        var count = 0;
        var freq = 0;
        long norm = 0;
        while (at < end)
        {
            at = PatchedBlock.ReadVInt(at, end, out var gap);
            if (at != null)
            {
                freq += (int)((uint)gap >> 1) + 1;
                norm++;
                if ((gap & 1) != 0)
                {
                    at = ReadVLong(at, end, out var zigzag);
                    norm += (long)((ulong)zigzag >> 1) ^ -(zigzag & 1);
                }
            }

            if (at == null || freq <= 0)
            {
                throw _files.Docs.Corrupt("Impacts run past their end.");
            }

            if (count == impacts.Length)
            {
                Array.Resize(ref impacts, count * 2);
            }

            impacts[count++] = new(freq, norm);
        }

        return count;
    }

    private void LoadNext(int level)
    {
        _lastDoc = _doc[level];
        _lastDocPointer = _docPointer[level];
        _lastPositionPointer = _positionPointer[level];
        _lastPositionOffset = _positionOffset[level];
        _lastChild = _child[level];

        var span = (long)ForBlock.Size;
        for (var i = 0; i < level; i++)
        {
            span *= Multiplier;
        }

        _docsSkipped[level] += span;
        if (_docsSkipped[level] > _docCount)
        {
            _doc[level] = PostingsEnum.NoMoreDocs;
            _levels = Math.Min(_levels, level);
            return;
        }

        Read(level);
    }

    private void Read(int level)
    {
        var at = _at[level];
        var end = _end[level];
        at = ReadVLong(at, end, out var docGap);
        at = ReadVLong(at, end, out var pointerGap);
        long positionGap = 0;
        long positionOffset = 0;
        if (_hasPositions)
        {
            at = ReadVLong(at, end, out positionGap);
            at = ReadVLong(at, end, out positionOffset);
            if (_hasPayloads)
            {
                at = ReadVLong(at, end, out _);
            }

            if (_hasPayloadFile)
            {
                at = ReadVLong(at, end, out _);
            }
        }

        at = ReadVLong(at, end, out var impactsLength);
        if (at == null || (ulong)impactsLength > (ulong)(end - at))
        {
            throw _files.Docs.Corrupt("Skip data runs past the end of the file.");
        }

        _impacts[level] = at;
        _impactsLength[level] = (int)impactsLength;
        at += impactsLength;
        if (level > 0)
        {
            at = ReadVLong(at, end, out var child);
            _child[level] = child;
        }

        var doc = _doc[level] + docGap;
        _docPointer[level] += pointerGap;
        _positionPointer[level] += positionGap;
        if (at == null || docGap <= 0 && _doc[level] != 0 || (ulong)doc >= int.MaxValue || pointerGap < 0 || positionGap < 0
            || (ulong)positionOffset >= ForBlock.Size)
        {
            throw _files.Docs.Corrupt("Skip data is not ascending.");
        }

        _doc[level] = (int)doc;
        _positionOffset[level] = (int)positionOffset;
        _at[level] = at;
    }

    private void SeekChild(int level)
    {
        var at = _levelStart[level] + _lastChild;
        if ((ulong)_lastChild > (ulong)(_end[level] - _levelStart[level]))
        {
            throw _files.Docs.Corrupt("Skip data points outside its level.");
        }

        var span = (long)ForBlock.Size;
        for (var i = 0; i < level + 1; i++)
        {
            span *= Multiplier;
        }

        _docsSkipped[level] = _docsSkipped[level + 1] - span;
        _doc[level] = _lastDoc;
        _docPointer[level] = _lastDocPointer;
        _positionPointer[level] = _lastPositionPointer;
        _positionOffset[level] = _lastPositionOffset;
        if (level > 0)
        {
            at = ReadVLong(at, _end[level], out var child);
            if (at == null)
            {
                throw _files.Docs.Corrupt("Skip data points outside its level.");
            }

            _child[level] = child;
        }

        _at[level] = at;
    }

    private static byte* ReadVLong(byte* source, byte* end, out long value)
    {
        ulong sum = 0;
        if (source != null)
        {
            for (var shift = 0; shift < 70 && source < end; shift += 7)
            {
                ulong b = *source++;
                sum |= (b & 0x7F) << shift;
                if (b < 0x80)
                {
                    value = (long)sum;
                    return source;
                }
            }
        }

        value = 0;
        return null;
    }
}
