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
}

internal sealed class NoMergePolicy : MergePolicy;
