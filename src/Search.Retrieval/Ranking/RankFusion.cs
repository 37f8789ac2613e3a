using Search.Retrieval.Candidates;

namespace Search.Retrieval.Ranking;

/// <summary>Joins two rankings by the ranks alone, since their scores cannot be compared (reciprocal rank fusion: Cormack, Clarke and Buettcher, SIGIR 2009).</summary>
internal static class RankFusion
{
    // The constant of the paper; in common use since.
    private const double RankConstant = 60;

    /// <summary>The candidates of both, best first; ties go to the first ranking's order, then by ordinal.</summary>
    /// <param name="byWords">Best first. Its scores are handed to the fused places in falling order, so that later steps see the scale they know.</param>
    /// <param name="byMeaning">Best first.</param>
    public static IReadOnlyList<Candidate> Fuse(IReadOnlyList<Candidate> byWords, IReadOnlyList<Candidate> byMeaning)
    {
        var fused = new Dictionary<int, (double Score, int First)>();
        foreach (var (list, isFirst) in new[] { (byWords, true), (byMeaning, false) })
        {
            for (var i = 0; i < list.Count; i++)
            {
                var (score, first) = fused.GetValueOrDefault(list[i].Passage, (0, int.MaxValue));
                fused[list[i].Passage] = (score + (1 / (RankConstant + i + 1)), isFirst ? i : first);
            }
        }

        var scores = byWords.Select(candidate => candidate.Score).OrderDescending().DefaultIfEmpty(1).ToList();
        float Score(int place) => place < scores.Count ? scores[place] : scores[^1] * scores.Count / (place + 1);
        return [.. fused
            .OrderByDescending(pair => pair.Value.Score)
            .ThenBy(pair => pair.Value.First)
            .ThenBy(pair => pair.Key)
            .Select((pair, i) => new Candidate(pair.Key, Score(i)))];
    }
}
