namespace Search.Lucene.Segments;

/// <summary>
/// Lets each tier hold some segments, a tier being as many times larger than the one below; merges the smallest when there are more.
/// </summary>
internal sealed class TieredMergePolicy : MergePolicy
{
    // Smaller segments count as this large: many tiny ones are merged whatever their sizes.
    private const long FloorBytes = 2 << 20;

    // A segment of which more than this part is deleted is rewritten alone.
    private const double MaxDeletedShare = 0.5;

    private readonly int _segmentsPerTier;
    private readonly long _maxMergedBytes;

    public TieredMergePolicy(int segmentsPerTier, long maxMergedBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(segmentsPerTier, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMergedBytes, FloorBytes);
        _segmentsPerTier = segmentsPerTier;
        _maxMergedBytes = maxMergedBytes;
    }

    internal override IReadOnlyList<int> FindMerge(IReadOnlyList<SegmentSize> segments)
    {
        for (var i = 0; i < segments.Count; i++)
        {
            if (!segments[i].IsMerging && segments[i].DeletedShare > MaxDeletedShare)
            {
                return [i];
            }
        }

        var candidates = Enumerable.Range(0, segments.Count)
            .Where(i => !segments[i].IsMerging && segments[i].Bytes < _maxMergedBytes / 2)
            .OrderBy(i => segments[i].Bytes)
            .ThenBy(i => i)
            .ToList();
        if (candidates.Count <= Allowed(candidates.Select(i => segments[i].Bytes)))
        {
            return [];
        }

        var chosen = new List<int>();
        long sum = 0;
        foreach (var i in candidates)
        {
            if (chosen.Count == _segmentsPerTier || sum + segments[i].Bytes > _maxMergedBytes)
            {
                break;
            }

            chosen.Add(i);
            sum += segments[i].Bytes;
        }

        return chosen.Count < 2 ? [] : [.. chosen.Order()];
    }

    private int Allowed(IEnumerable<long> sizes)
    {
        var left = sizes.Sum(bytes => Math.Max(bytes, FloorBytes));
        var allowed = 0;
        for (var level = FloorBytes; ; level *= _segmentsPerTier)
        {
            var onLevel = left / level;
            if (onLevel < _segmentsPerTier || level > _maxMergedBytes)
            {
                return allowed + (int)Math.Min(onLevel + 1, int.MaxValue / 2);
            }

            allowed += _segmentsPerTier;
            left -= level * _segmentsPerTier;
        }
    }
}
