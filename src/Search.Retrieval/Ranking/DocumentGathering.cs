using Search.Retrieval.Candidates;

namespace Search.Retrieval.Ranking;

/// <summary>A page with its best passage.</summary>
/// <param name="Document">Ordinal of the page that stands for its versions.</param>
/// <param name="Passage">Ordinal of its best passage.</param>
/// <param name="Score">Higher is better.</param>
internal readonly record struct RankedDocument(int Document, int Passage, double Score);

/// <summary>Gathers passages into pages, and language versions into one result.</summary>
internal static class DocumentGathering
{
    /// <summary>Pages in order of score, ties by ordinal; of a page's versions the best stands for all.</summary>
    public static IReadOnlyList<RankedDocument> Gather(IReadOnlyList<Candidate> passages, IPassageIndex index, RankingWeights weights)
    {
        var best = new Dictionary<int, RankedDocument>();
        var hasSecond = new HashSet<int>();
        foreach (var candidate in passages)
        {
            var document = index.DocumentOf(candidate.Passage);
            if (!best.TryGetValue(document, out var first))
            {
                best[document] = new RankedDocument(document, candidate.Passage, candidate.Score);
            }
            else if (hasSecond.Add(document))
            {
                best[document] = first with { Score = first.Score + (weights.OtherPassages * candidate.Score) };
            }
        }

        return best.Values
            .GroupBy(page => index.Documents[page.Document].Group)
            .Select(versions => versions.OrderByDescending(page => page.Score).ThenBy(page => page.Document).First())
            .OrderByDescending(page => page.Score)
            .ThenBy(page => page.Document)
            .ToList();
    }
}
