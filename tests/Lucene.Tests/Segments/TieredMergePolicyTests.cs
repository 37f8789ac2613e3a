using Search.Lucene.Segments;

namespace Lucene.Tests.Segments;

public class TieredMergePolicyTests
{
    private const long Mb = 1 << 20;

    [Fact]
    public void Few_segments_stay() => Assert.Empty(Find(3, 100, 50, 4));

    [Fact]
    public void The_smallest_are_merged_when_a_tier_overflows() =>
        Assert.Equal([6, 8, 10], Find(3, 4, 4, 4, 4, 4, 4, 1, 4, 1, 4, 1, 4));

    [Fact]
    public void A_segment_mostly_deleted_is_rewritten_alone() =>
        Assert.Equal([1], new TieredMergePolicy(10, 5000 * Mb).FindMerge([new(100 * Mb, false, 0), new(100 * Mb, false, 0.6)]));

    [Fact]
    public void Segments_in_a_merge_are_not_chosen_again() =>
        Assert.Empty(new TieredMergePolicy(2, 5000 * Mb).FindMerge([new(Mb, true, 0), new(Mb, true, 0), new(Mb, true, 0), new(Mb, false, 0)]));

    [Fact]
    public void Segments_near_the_largest_size_stay_as_they_are() =>
        Assert.Empty(new TieredMergePolicy(2, 100 * Mb).FindMerge([.. Enumerable.Repeat(new SegmentSize(60 * Mb, false, 0), 20)]));

    private static IReadOnlyList<int> Find(int segmentsPerTier, params long[] megabytes) =>
        new TieredMergePolicy(segmentsPerTier, 5000 * Mb).FindMerge([.. megabytes.Select(mb => new SegmentSize(mb * Mb, false, 0))]);
}
