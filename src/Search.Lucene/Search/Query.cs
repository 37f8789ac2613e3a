namespace Search.Lucene.Search;

/// <summary>
/// What to look for, and how it scores. A query is a value: it holds no index, may be kept, shared by threads and
/// searched for again. The family is closed; the names and the scores are Lucene 8's, where not said otherwise.
/// </summary>
public abstract record Query
{
    private protected Query() { }

    /// <summary>Binds the query to an index: collects statistics, opens up prefixes and the like.</summary>
    /// <param name="context">The index and what the search asks for.</param>
    /// <param name="mode">Which scores are needed of this part.</param>
    /// <param name="boost">Product of the boosts around this part.</param>
    internal abstract Weight CreateWeight(SearchContext context, ScoreMode mode, float boost);
}

/// <summary>Which scores a search needs.</summary>
internal enum ScoreMode
{
    /// <summary>None: matching alone counts.</summary>
    None,

    /// <summary>Those of every match.</summary>
    Complete,

    /// <summary>Those of the best matches; the others may be passed over.</summary>
    TopScores,
}
