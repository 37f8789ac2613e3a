namespace Search.Retrieval.Ranking;

/// <summary>How much each feature counts in the order of passages and pages.</summary>
/// <param name="Coverage">Factor on the share of the query's concepts that a passage holds: score × (1 + Coverage × share).</param>
/// <param name="Title">Share of the title's score that is added.</param>
/// <param name="Proximity">Share of the query's whole weight that concepts standing side by side add.</param>
/// <param name="Exact">Share of the query's whole weight that the very forms of the query add.</param>
/// <param name="Own">Factor on the weight met in the query's own language: score × (1 + Own × share).</param>
/// <param name="OtherPassages">Share of a page's second-best passage that is added to its best.</param>
/// <param name="Explained">Factor on the share of a passage's words that a statement explains: score × (1 + Explained × share).</param>
public sealed record RankingWeights(double Coverage, double Title, double Proximity, double Exact, double Own, double OtherPassages, double Explained)
{
    /// <summary>Chosen by hand on the development queries; the log of changes is docs/relevance-log.md.</summary>
    public static RankingWeights Default { get; } = new(4, 0.8, 1, 0.05, 0.2, 0.03, 5);
}
