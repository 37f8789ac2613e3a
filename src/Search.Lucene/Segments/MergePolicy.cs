namespace Search.Lucene.Segments;

/// <summary>Chooses which segments become one.</summary>
public abstract class MergePolicy
{
    private protected MergePolicy() { }

    /// <summary>
    /// Segments of about equal size are merged ten at a time, so that a document is rewritten about log₁₀(n) times.
    /// </summary>
    /// <param name="segmentsPerTier">Segments allowed on one level, 2 or more.</param>
    /// <param name="maxMergedBytes">A merge never makes a segment larger than this.</param>
    public static MergePolicy Tiered(int segmentsPerTier = 10, long maxMergedBytes = 5L << 30) => new TieredMergePolicy(segmentsPerTier, maxMergedBytes);

    /// <summary>Segments stay as they were flushed until <see cref="IndexWriter.ForceMerge"/>.</summary>
    public static MergePolicy None { get; } = new NoMergePolicy();

    /// <summary>Places of the segments to merge next, ascending; empty if none is due.</summary>
    /// <param name="segments">Size of every segment, in index order; those in a merge already have <see cref="SegmentSize.IsMerging"/>.</param>
    internal abstract IReadOnlyList<int> FindMerge(IReadOnlyList<SegmentSize> segments);
}

/// <summary>What a merge policy looks at.</summary>
/// <param name="Bytes">Bytes of the segment's live documents, about.</param>
/// <param name="IsMerging">It is in a merge already.</param>
/// <param name="DeletedShare">Part of its documents that are deleted, 0 to 1.</param>
internal readonly record struct SegmentSize(long Bytes, bool IsMerging, double DeletedShare);

internal sealed class NoMergePolicy : MergePolicy
{
    internal override IReadOnlyList<int> FindMerge(IReadOnlyList<SegmentSize> segments) => [];
}
