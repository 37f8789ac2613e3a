namespace Search.Lucene.Search;

/// <summary>The matches of another query, their scores multiplied.</summary>
/// <param name="Inner">Matches and scores.</param>
/// <param name="Boost">The factor; 0 or more, finite. Nested boosts multiply.</param>
public sealed record BoostQuery(Query Inner, float Boost) : Query
{
    /// <inheritdoc cref="BoostQuery(Query, float)"/>
    public float Boost { get; init; } = float.IsFinite(Boost) && Boost >= 0
        ? Boost
        : throw new ArgumentOutOfRangeException(nameof(Boost), Boost, "A boost is 0 or more, and finite.");

    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) =>
        Inner.CreateWeight(context, mode, boost * Boost);
}
