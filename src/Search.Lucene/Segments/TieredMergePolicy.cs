namespace Search.Lucene.Segments;

internal sealed class TieredMergePolicy(int segmentsPerTier, long maxMergedBytes) : MergePolicy
{
    public int SegmentsPerTier { get; } = segmentsPerTier;

    public long MaxMergedBytes { get; } = maxMergedBytes;
}
