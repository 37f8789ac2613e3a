using Search.Lucene.Codecs;

namespace Search.Lucene.Segments;

/// <summary>Reads one segment; documents are numbered from 0. Shared by threads; what its methods return belongs to one thread each.</summary>
public sealed class SegmentReader
{
    private readonly SegmentCore _core;

    internal SegmentReader(SegmentCore core, LiveDocs? liveDocs, long delGeneration, int deleted)
    {
        _core = core;
        LiveDocs = liveDocs;
        DelGeneration = delGeneration;
        NumDocs = core.Info.MaxDoc - deleted;
    }

    /// <summary>Name of the segment, such as <c>_3</c>.</summary>
    public string Name => _core.Info.Name;

    /// <summary>Documents in the segment, deleted ones included.</summary>
    public int MaxDoc => _core.Info.MaxDoc;

    /// <summary>Documents that are not deleted.</summary>
    public int NumDocs { get; }

    /// <summary>Which documents are not deleted; null if all are there.</summary>
    public LiveDocs? LiveDocs { get; }

    /// <summary>The fields and what is kept of each.</summary>
    public FieldInfos FieldInfos => _core.Fields;

    internal SegmentCore Core => Opened();

    internal long DelGeneration { get; }

    /// <summary>The terms of a field, or null if it has none here.</summary>
    public Terms? Terms(string field) => Opened().Terms(field);

    /// <summary>Norms of a field, or null if it keeps none.</summary>
    public NormValues? Norms(string field) => Damage.Named(_core.Path, () => Opened().Norms(field));

    /// <summary>Stored fields of a document.</summary>
    public StoredDocument StoredFields(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)docId, (uint)MaxDoc);
        return Opened().Stored.Read(docId);
    }

    /// <summary>Numeric doc values of a field, or null if it has none of this kind here.</summary>
    public NumericDocValues? NumericDocValues(string field) => Opened().DocValues.Numeric(field);

    /// <summary>Binary doc values of a field, or null if it has none of this kind here.</summary>
    public BinaryDocValues? BinaryDocValues(string field) => Opened().DocValues.Binary(field);

    /// <summary>Sorted doc values of a field, or null if it has none of this kind here.</summary>
    public SortedDocValues? SortedDocValues(string field) => Opened().DocValues.Sorted(field);

    /// <summary>Sorted set doc values of a field (a sorted field reads as a set of one), or null if it has none here.</summary>
    public SortedSetDocValues? SortedSetDocValues(string field) => Opened().DocValues.SortedSet(field);

    /// <summary>Sorted numeric doc values of a field (a numeric field reads as a set of one), or null if it has none here.</summary>
    public SortedNumericDocValues? SortedNumericDocValues(string field) => Opened().DocValues.SortedNumeric(field);

    private SegmentCore Opened()
    {
        ObjectDisposedException.ThrowIf(_core.IsClosed, this);
        return _core;
    }
}
