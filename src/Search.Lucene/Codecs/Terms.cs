using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>The terms of one field of one segment, with the field's statistics. Deleted documents count until they are merged away.</summary>
public sealed class Terms
{
    private readonly byte[] _min;
    private readonly byte[] _max;

    internal Terms(FieldInfo field, TermsSummary summary, IndexInput blocks, FstReader index, PostingsFiles postings)
    {
        Field = field;
        Count = summary.Count;
        DocCount = summary.DocCount;
        SumDocFreq = summary.SumDocFreq;
        SumTotalTermFreq = summary.SumTotalTermFreq;
        RootCode = summary.RootCode;
        _min = summary.Min;
        _max = summary.Max;
        Blocks = blocks;
        Index = index;
        PostingsFiles = postings;
    }

    /// <summary>Different terms.</summary>
    public long Count { get; }

    /// <summary>Documents that have at least one term of the field.</summary>
    public int DocCount { get; }

    /// <summary>Pairs of term and document.</summary>
    public long SumDocFreq { get; }

    /// <summary>Occurrences of all terms; equals <see cref="SumDocFreq"/> where frequencies are not kept.</summary>
    public long SumTotalTermFreq { get; }

    /// <summary>Frequencies are kept.</summary>
    public bool HasFreqs => Field.IndexOptions >= IndexOptions.DocsAndFreqs;

    /// <summary>Positions are kept.</summary>
    public bool HasPositions => Field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions;

    /// <summary>The least term.</summary>
    public ReadOnlySpan<byte> Min => _min;

    /// <summary>The greatest term.</summary>
    public ReadOnlySpan<byte> Max => _max;

    internal FieldInfo Field { get; }

    internal byte[] RootCode { get; }

    internal IndexInput Blocks { get; }

    internal FstReader Index { get; }

    internal PostingsFiles PostingsFiles { get; }

    /// <summary>A new walk over the terms, standing before the first.</summary>
    public TermsEnum Enumerate() => new(this);

    /// <summary>Postings of a term found before in this segment; stands before the first document.</summary>
    /// <param name="state">From <see cref="TermsEnum.State"/> of the same segment and field.</param>
    /// <param name="features">What is needed of each document.</param>
    /// <param name="reuse">One no longer needed, of any term of this field: spares its buffers.</param>
    public PostingsEnum Postings(in TermState state, PostingsFeatures features, PostingsEnum? reuse = null)
    {
        if (reuse is null || !reuse.BelongsTo(PostingsFiles, Field))
        {
            reuse = new(PostingsFiles, Field);
        }

        reuse.Reset(state, features);
        return reuse;
    }
}

/// <summary>What <c>.tmd</c> says of one field.</summary>
internal sealed record TermsSummary(
    long Count,
    byte[] RootCode,
    long SumTotalTermFreq,
    long SumDocFreq,
    int DocCount,
    byte[] Min,
    byte[] Max);

/// <summary>Where the postings of a term lie and how many there are; valid in its own segment and field only.</summary>
public readonly record struct TermState
{
    /// <summary>Documents that hold the term.</summary>
    public int DocFreq { get; internal init; }

    /// <summary>Occurrences of the term; equals <see cref="DocFreq"/> where frequencies are not kept.</summary>
    public long TotalTermFreq { get; internal init; }

    internal long DocStart { get; init; }

    internal long PositionStart { get; init; }

    internal long PayloadStart { get; init; }

    internal long LastPositionBlockOffset { get; init; }

    internal long SkipOffset { get; init; }

    internal int SingletonDocId { get; init; }
}

/// <summary>What a caller needs of each document; less is faster.</summary>
public enum PostingsFeatures
{
    /// <summary>Documents only; every frequency reads as 1.</summary>
    Docs,

    /// <summary>Documents and frequencies.</summary>
    Freqs,

    /// <summary>Documents, frequencies and positions.</summary>
    Positions,
}
