namespace Search.Lucene.Search;

/// <summary>What a search asks for beside the query.</summary>
public sealed record SearchOptions
{
    /// <summary>What has to match too, without scoring; null for no filter.</summary>
    public Query? Filter { get; init; }

    /// <summary>The order of the documents; null for the score, best first.</summary>
    public Sort? Sort { get; init; }

    /// <summary>
    /// Hits to count exactly; with more, the search may pass over those that cannot be among the best, which is what makes
    /// it fast. Default 1,000, Lucene's; <see cref="int.MaxValue"/> to count all. A sorted search counts all.
    /// </summary>
    public int TotalHitsThreshold { get; init; } = 1000;

    /// <summary>How long the search may take before it hands over what it has; null for no limit.</summary>
    public TimeSpan? TimeBudget { get; init; }
}

/// <summary>An order of documents by doc values; documents equal in all keys keep the order of the index.</summary>
/// <param name="Fields">The first decides, then the second, and so on.</param>
public sealed record Sort(params IReadOnlyList<SortField> Fields);

/// <summary>One doc value to order by.</summary>
/// <param name="Field">A field with numeric or sorted doc values, one a document.</param>
/// <param name="Direction">Default ascending: the least number, or the first in byte order, first.</param>
/// <param name="Missing">Where documents without a value stand. Default last.</param>
public sealed record SortField(string Field, SortDirection Direction = SortDirection.Ascending, MissingValues Missing = MissingValues.Last);

/// <summary>A direction of order.</summary>
public enum SortDirection
{
    /// <summary>Least first.</summary>
    Ascending,

    /// <summary>Greatest first.</summary>
    Descending,
}

/// <summary>Where documents without a value stand in an order, whatever its direction.</summary>
public enum MissingValues
{
    /// <summary>After all others.</summary>
    Last,

    /// <summary>Before all others.</summary>
    First,
}
