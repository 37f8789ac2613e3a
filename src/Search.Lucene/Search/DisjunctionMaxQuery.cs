namespace Search.Lucene.Search;

/// <summary>
/// Documents that any of the queries matches, with the best of their scores plus a share of the others:
/// <c>max + tieBreaker · (sum − max)</c>. For one idea that stands in several fields.
/// </summary>
/// <param name="Queries">The alternatives.</param>
/// <param name="TieBreaker">The share, 0 to 1; default 0, the best alone.</param>
public sealed record DisjunctionMaxQuery(IReadOnlyList<Query> Queries, float TieBreaker = 0f) : Query
{
    /// <inheritdoc cref="DisjunctionMaxQuery(IReadOnlyList{Query}, float)"/>
    public float TieBreaker { get; init; } = TieBreaker is >= 0 and <= 1
        ? TieBreaker
        : throw new ArgumentOutOfRangeException(nameof(TieBreaker), TieBreaker, "A tie breaker is between 0 and 1.");

    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) =>
        new DisjunctionMaxWeight(context, [.. Queries.Select(query => query.CreateWeight(context, mode, boost))], TieBreaker);
}

internal sealed class DisjunctionMaxWeight(SearchContext context, Weight[] weights, float tieBreaker) : Weight
{
    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf)
    {
        var scorers = Scorers.Of(weights, leaf);
        return scorers.Count switch
        {
            0 => null,
            1 => scorers[0],
            _ => new DisjunctionScorer(context, scorers, 1, tieBreaker),
        };
    }

    /// <inheritdoc/>
    public override void Mark(in LeafContext leaf, ulong[] bits)
    {
        foreach (var weight in weights)
        {
            weight.Mark(leaf, bits);
        }
    }

    /// <inheritdoc/>
    public override int MatchesAtLeast(in LeafContext leaf) => Scorers.MostMatches(weights, leaf);

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId)
    {
        var details = Scorers.ExplainAll(weights, leaf, docId);
        return details.Count == 0 ? Explanation.NoMatch : ExplainByScorer(leaf, docId, $"max plus {tieBreaker} times the others of:", details);
    }
}

/// <summary>What weights of several clauses have in common.</summary>
internal static class Scorers
{
    /// <summary>The scorers of those weights that match anything in the segment.</summary>
    public static List<Scorer> Of(IEnumerable<Weight> weights, in LeafContext leaf)
    {
        var scorers = new List<Scorer>();
        foreach (var weight in weights)
        {
            if (weight.Scorer(leaf) is { } scorer)
            {
                scorers.Add(scorer);
            }
        }

        return scorers;
    }

    /// <summary>The greatest number of matches that one of the weights promises: the least that a disjunction of them has.</summary>
    public static int MostMatches(IEnumerable<Weight> weights, in LeafContext leaf)
    {
        var most = 0;
        foreach (var weight in weights)
        {
            most = Math.Max(most, weight.MatchesAtLeast(leaf));
        }

        return most;
    }

    /// <summary>The explanations of those weights that match the document.</summary>
    public static List<Explanation> ExplainAll(IEnumerable<Weight> weights, in LeafContext leaf, int docId)
    {
        var details = new List<Explanation>();
        foreach (var weight in weights)
        {
            var detail = weight.Explain(leaf, docId);
            if (detail.IsMatch)
            {
                details.Add(detail);
            }
        }

        return details;
    }
}
