using Search.Lucene.Codecs;

namespace Search.Lucene.Segments;

/// <summary>A segment as the writer has it: its deletes run ahead of those last committed.</summary>
internal sealed class SegmentState(SegmentInfo info)
{
    private SegmentCore? _core;

    public SegmentInfo Info { get; } = info;

    /// <summary>Documents not deleted; null if all are there. Never changed, only replaced.</summary>
    public LiveDocs? Live { get; set; }

    public int Deleted { get; set; }

    /// <summary>Generation of the deletes on disk; −1 if none.</summary>
    public long DelGeneration { get; set; } = -1;

    /// <summary>Deletes were added that are not on disk.</summary>
    public bool LiveChanged { get; set; }

    public bool IsMerging { get; set; }

    /// <summary>Bytes of all files.</summary>
    public long Bytes { get; init; }

    public SegmentSize Size => new(
        Info.MaxDoc == 0 ? 0 : (long)(Bytes * ((double)(Info.MaxDoc - Deleted) / Info.MaxDoc)),
        IsMerging,
        Info.MaxDoc == 0 ? 1 : (double)Deleted / Info.MaxDoc);

    public CommittedSegment Committed => new(Info, DelGeneration, Deleted);

    public SegmentCore Core(Store.FSDirectory directory) => _core ??= SegmentCore.Open(directory, Info);

    /// <summary>Deletes a document; nothing happens if it is deleted already.</summary>
    public void Delete(int docId)
    {
        if (Live is null || !LiveChanged || _sharedLive)
        {
            // The bits may be in a merge's hands: change a copy.
            Live = Live?.Copy() ?? LiveDocs.All(Info.MaxDoc);
            _sharedLive = false;
            LiveChanged = true;
        }

        if (Live.Clear(docId))
        {
            Deleted++;
        }
    }

    /// <summary>Says that someone else holds the current bits.</summary>
    public void ShareLive() => _sharedLive = true;

    private bool _sharedLive;

    public void Close()
    {
        _core?.DecRef();
        _core = null;
    }
}
