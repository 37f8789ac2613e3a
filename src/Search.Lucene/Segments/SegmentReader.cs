using Search.Lucene.Codecs;

namespace Search.Lucene.Segments;

/// <summary>Reads one segment; documents are numbered from 0. Shared by threads; what its methods return belongs to one thread each.</summary>
public sealed class SegmentReader
{
    internal SegmentReader() { }

    /// <summary>Name of the segment, such as <c>_3</c>.</summary>
    public string Name => throw new NotImplementedException();

    /// <summary>Documents in the segment, deleted ones included.</summary>
    public int MaxDoc => throw new NotImplementedException();

    /// <summary>Documents that are not deleted.</summary>
    public int NumDocs => throw new NotImplementedException();

    /// <summary>Which documents are not deleted; null if all are there.</summary>
    public LiveDocs? LiveDocs => throw new NotImplementedException();

    /// <summary>The fields and what is kept of each.</summary>
    public FieldInfos FieldInfos => throw new NotImplementedException();

    /// <summary>The terms of a field, or null if it has none here.</summary>
    public Terms? Terms(string field) => throw new NotImplementedException();

    /// <summary>Norms of a field, or null if it keeps none.</summary>
    public NormValues? Norms(string field) => throw new NotImplementedException();

    /// <summary>Stored fields of a document.</summary>
    public StoredDocument StoredFields(int docId) => throw new NotImplementedException();

    /// <summary>Numeric doc values of a field, or null if it has none of this kind here.</summary>
    public NumericDocValues? NumericDocValues(string field) => throw new NotImplementedException();

    /// <summary>Binary doc values of a field, or null if it has none of this kind here.</summary>
    public BinaryDocValues? BinaryDocValues(string field) => throw new NotImplementedException();

    /// <summary>Sorted doc values of a field, or null if it has none of this kind here.</summary>
    public SortedDocValues? SortedDocValues(string field) => throw new NotImplementedException();

    /// <summary>Sorted set doc values of a field (a sorted field reads as a set of one), or null if it has none here.</summary>
    public SortedSetDocValues? SortedSetDocValues(string field) => throw new NotImplementedException();

    /// <summary>Sorted numeric doc values of a field (a numeric field reads as a set of one), or null if it has none here.</summary>
    public SortedNumericDocValues? SortedNumericDocValues(string field) => throw new NotImplementedException();
}
