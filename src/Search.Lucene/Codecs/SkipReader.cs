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

    private readonly PostingsFiles _files;
    private readonly bool _hasPositions;
    private readonly bool _hasPayloads;
    private readonly bool _hasPayloadFile;
    private Level[] _level = new Level[1];
    private int _docCount;
    private Entry _last;
    private long _lastChild;

    public SkipReader(PostingsFiles files, FieldInfo field)
    {
        _files = files;
        _hasPositions = field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions;
        _hasPayloads = field.HasPayloads;
        _hasPayloadFile = field.HasPayloads || field.IndexOptions == IndexOptions.DocsAndFreqsAndPositionsAndOffsets;
    }

    /// <summary>Levels that still have an entry at or after the last target; 0 near the end of the postings.</summary>
    public int Levels { get; private set; }

    /// <summary>Last document before the block that the last target lies in; 0 with <see cref="DocsBefore"/> 0 at the beginning.</summary>
    public int LastDoc => _last.Doc;

    /// <summary>Documents before that block.</summary>
    public int DocsBefore { get; private set; }

    /// <summary>Last document of that block, or <see cref="PostingsEnum.NoMoreDocs"/> if no entry says.</summary>
    public int NextDoc => _level[0].Entry.Doc;

    public long DocPointer => _last.DocPointer;

    public long PositionPointer => _last.PositionPointer;

    public int PositionOffset => _last.PositionOffset;

    public void Start(in TermState state)
    {
        // The last block has an entry only if documents follow it.
        _docCount = state.DocFreq % ForBlock.Size == 0 ? state.DocFreq - 1 : state.DocFreq;
        var levels = 1;
        for (var blocks = _docCount / ForBlock.Size; blocks >= Multiplier && levels < MaxLevels; blocks /= Multiplier)
        {
            levels++;
        }

        Levels = levels;
        if (_level.Length < levels)
        {
            _level = new Level[levels];
        }

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

            _level[level] = new() { Start = source, End = source + length };
            source += length;
        }

        _level[0] = new() { Start = source, End = end };
        _last = new() { DocPointer = state.DocStart, PositionPointer = state.PositionStart };
        _lastChild = 0;
        for (var level = 0; level < levels; level++)
        {
            _level[level].At = _level[level].Start;
            _level[level].Entry = _last;
        }

        DocsBefore = 0;
    }

    /// <summary>Moves to the block that may hold <paramref name="target"/>; never back.</summary>
    public void SkipTo(int target)
    {
        if (Levels == 0 || target <= _level[0].Entry.Doc)
        {
            return;
        }

        var level = 0;
        while (level < Levels - 1 && target > _level[level + 1].Entry.Doc)
        {
            level++;
        }

        while (level >= 0)
        {
            if (target > _level[level].Entry.Doc)
            {
                // At the end of a level its document becomes NoMoreDocs, so the next turn goes down.
                LoadNext(level);
            }
            else
            {
                if (level > 0 && _lastChild > _level[level - 1].At - _level[level - 1].Start)
                {
                    SeekChild(level - 1);
                }

                level--;
            }
        }

        DocsBefore = (int)(_level[0].DocsSkipped - ForBlock.Size);
    }

    /// <summary>Last document that the impacts of a level hold for.</summary>
    public int UpTo(int level) => _level[level].Entry.Doc;

    /// <summary>Decodes the impacts of a level and returns how many there are.</summary>
    public int ReadImpacts(int level, ref Impact[] impacts)
    {
        var at = _level[level].Impacts;
        var end = at + _level[level].ImpactsLength;
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

    private void LoadNext(int number)
    {
        ref var level = ref _level[number];
        _last = level.Entry;
        _lastChild = level.Child;
        level.DocsSkipped += Span(number);
        if (level.DocsSkipped > _docCount)
        {
            level.Entry.Doc = PostingsEnum.NoMoreDocs;
            Levels = Math.Min(Levels, number);
            return;
        }

        Read(ref level, hasChild: number > 0);
    }

    /// <summary>Documents that an entry of a level stands for.</summary>
    private static long Span(int number) => (long)ForBlock.Size << (3 * number);

    private void Read(ref Level level, bool hasChild)
    {
        var end = level.End;
        var at = ReadVLong(level.At, end, out var docGap);
        at = ReadVLong(at, end, out var pointerGap);
        long positionGap = 0;
        long positionOffset = 0;
        if (_hasPositions)
        {
            at = ReadVLong(at, end, out positionGap);
            at = ReadVLong(at, end, out positionOffset);
            at = _hasPayloads ? ReadVLong(at, end, out _) : at;
            at = _hasPayloadFile ? ReadVLong(at, end, out _) : at;
        }

        at = ReadVLong(at, end, out var impactsLength);
        if (at == null || (ulong)impactsLength > (ulong)(end - at))
        {
            throw _files.Docs.Corrupt("Skip data runs past the end of the file.");
        }

        level.Impacts = at;
        level.ImpactsLength = (int)impactsLength;
        at += impactsLength;
        if (hasChild)
        {
            at = ReadVLong(at, end, out level.Child);
        }

        ref var entry = ref level.Entry;
        var doc = entry.Doc + docGap;
        if (at == null || (docGap <= 0 && entry.Doc != 0) || (ulong)doc >= int.MaxValue || pointerGap < 0 || positionGap < 0
            || (ulong)positionOffset >= ForBlock.Size)
        {
            throw _files.Docs.Corrupt("Skip data is not ascending.");
        }

        entry.Doc = (int)doc;
        entry.DocPointer += pointerGap;
        entry.PositionPointer += positionGap;
        entry.PositionOffset = (int)positionOffset;
        level.At = at;
    }

    private void SeekChild(int number)
    {
        ref var level = ref _level[number];
        if ((ulong)_lastChild > (ulong)(level.End - level.Start))
        {
            throw _files.Docs.Corrupt("Skip data points outside its level.");
        }

        var at = level.Start + _lastChild;
        level.DocsSkipped = _level[number + 1].DocsSkipped - Span(number + 1);
        level.Entry = _last;
        if (number > 0)
        {
            at = ReadVLong(at, level.End, out level.Child);
            if (at == null)
            {
                throw _files.Docs.Corrupt("Skip data points outside its level.");
            }
        }

        level.At = at;
    }

    private static byte* ReadVLong(byte* source, byte* end, out long value)
    {
        ulong sum = 0;
        if (source != null)
        {
            if (source < end && *source < 0x80)
            {
                value = *source;
                return source + 1;
            }

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

    /// <summary>What an entry says of the block that ends there.</summary>
    private struct Entry
    {
        public int Doc;
        public long DocPointer;
        public long PositionPointer;
        public int PositionOffset;
    }

    private struct Level
    {
        public byte* Start;
        public byte* End;
        public byte* At;
        public Entry Entry;
        public long DocsSkipped;
        public long Child;
        public byte* Impacts;
        public int ImpactsLength;
    }
}
