using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// The skip data after a term's last block in <c>.doc</c>, if it has more than 128 documents: an entry a block, every eighth also on the next level.
/// <code>
/// levels from the highest: VLong length · entries; level 0 without length
/// entry: VInt gap of last document · VLong gap of block start in .doc · [VLong gap of start in .pos · VInt place in that block]
///        · VInt length of impacts · impacts · (level > 0) VLong place in the level below, after the same entry
/// </code>
/// </summary>
internal sealed class SkipWriter
{
    private const int MaxLevels = 10;
    private const int Multiplier = 8;

    private readonly Level[] _levels = new Level[MaxLevels];
    private readonly IndexOutput _impacts = new();
    private bool _hasPositions;
    private int _levelsUsed;

    public SkipWriter()
    {
        for (var i = 0; i < MaxLevels; i++)
        {
            _levels[i] = new();
        }
    }

    public void StartTerm(bool hasPositions, long docStart, long positionStart)
    {
        _hasPositions = hasPositions;
        for (var i = 0; i < MaxLevels; i++)
        {
            var level = _levels[i];
            level.LastDoc = 0;
            level.LastDocPointer = docStart;
            level.LastPositionPointer = positionStart;
            if (i < _levelsUsed)
            {
                level.Output.Reset();
                level.Impacts.Clear();
            }
        }

        _levelsUsed = 0;
    }

    /// <summary>Adds the entry of a full block after which more documents come.</summary>
    /// <param name="docCount">Documents of the term so far, a multiple of 128.</param>
    public void AddBlock(int docCount, int lastDoc, long docPointer, long positionPointer, int positionOffset, ImpactCollector impacts)
    {
        var levels = 1;
        for (var block = docCount / ForBlock.Size; block % Multiplier == 0 && levels < MaxLevels; block /= Multiplier)
        {
            levels++;
        }

        // One level above the highest written gathers impacts for entries to come.
        _levelsUsed = Math.Max(_levelsUsed, Math.Min(levels + 1, MaxLevels));
        _levels[0].Impacts.AddAll(impacts);
        long childPointer = 0;
        for (var i = 0; i < levels; i++)
        {
            var level = _levels[i];
            var output = level.Output;
            output.WriteVInt(lastDoc - level.LastDoc);
            level.LastDoc = lastDoc;
            output.WriteVLong(docPointer - level.LastDocPointer);
            level.LastDocPointer = docPointer;
            if (_hasPositions)
            {
                output.WriteVLong(positionPointer - level.LastPositionPointer);
                level.LastPositionPointer = positionPointer;
                output.WriteVInt(positionOffset);
            }

            if (i + 1 < MaxLevels)
            {
                _levels[i + 1].Impacts.AddAll(level.Impacts);
            }

            _impacts.Reset();
            level.Impacts.WriteTo(_impacts);
            output.WriteVInt((int)_impacts.Position);
            output.WriteBytes(_impacts.Written);
            level.Impacts.Clear();

            var afterEntry = output.Position;
            if (i > 0)
            {
                output.WriteVLong(childPointer);
            }

            childPointer = afterEntry;
        }
    }

    public void WriteTo(IndexOutput output)
    {
        for (var i = MaxLevels - 1; i >= 0; i--)
        {
            var level = _levels[i].Output;
            if (i > 0 && level.Position > 0)
            {
                output.WriteVLong(level.Position);
            }

            output.WriteBytes(level.Written);
        }
    }

    private sealed class Level
    {
        public IndexOutput Output { get; } = new();

        public ImpactCollector Impacts { get; } = new();

        public int LastDoc { get; set; }

        public long LastDocPointer { get; set; }

        public long LastPositionPointer { get; set; }
    }
}
