namespace Search.Lucene.Codecs;

/// <summary>What the postings of a field record.</summary>
public enum IndexOptions
{
    /// <summary>The field is not indexed.</summary>
    None = 0,

    /// <summary>Which documents.</summary>
    Docs = 1,

    /// <summary>And how often in each.</summary>
    DocsAndFreqs = 2,

    /// <summary>And at which positions.</summary>
    DocsAndFreqsAndPositions = 3,

    /// <summary>And at which offsets: read, never written, by this engine.</summary>
    DocsAndFreqsAndPositionsAndOffsets = 4,
}

/// <summary>Which doc values a field has.</summary>
public enum DocValuesType
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A number a document.</summary>
    Numeric = 1,

    /// <summary>Bytes a document.</summary>
    Binary = 2,

    /// <summary>A term a document, terms shared.</summary>
    Sorted = 3,

    /// <summary>Terms a document.</summary>
    SortedSet = 4,

    /// <summary>Numbers a document.</summary>
    SortedNumeric = 5,
}

/// <summary>What a segment keeps of one field.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Number">Number of the field, the same in all segments that this engine writes.</param>
/// <param name="IndexOptions">What the postings record.</param>
/// <param name="OmitsNorms">No field lengths are kept.</param>
/// <param name="HasPayloads">Positions may carry payloads: read over, never written, by this engine.</param>
/// <param name="DocValuesType">Which doc values.</param>
public sealed record FieldInfo(
    string Name,
    int Number,
    IndexOptions IndexOptions,
    bool OmitsNorms,
    bool HasPayloads,
    DocValuesType DocValuesType)
{
    /// <summary>True if the field has field lengths.</summary>
    public bool HasNorms => IndexOptions != IndexOptions.None && !OmitsNorms;

    /// <summary>Names the files that hold the field's postings.</summary>
    internal string PostingsSuffix { get; init; } = SegmentFiles.PostingsSuffix;

    /// <summary>Names the files that hold the field's doc values.</summary>
    internal string DocValuesSuffix { get; init; } = SegmentFiles.DocValuesSuffix;

    /// <summary>It has term vectors, points, payloads or offsets: a merge by this engine would lose them.</summary>
    internal bool IsReadOnly { get; init; }

    /// <summary>Binary doc values are compressed, as this engine never writes them.</summary>
    internal bool DocValuesCompressed { get; init; }
}
