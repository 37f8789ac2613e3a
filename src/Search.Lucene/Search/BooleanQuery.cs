namespace Search.Lucene.Search;

/// <summary>
/// Combines queries: a document matches when all <see cref="Occur.Must"/> and <see cref="Occur.Filter"/> clauses match, no
/// <see cref="Occur.MustNot"/> clause does, and at least <paramref name="MinimumShouldMatch"/> of the
/// <see cref="Occur.Should"/> clauses do (at least one where nothing else is required). The score is the sum over the
/// matching Must and Should clauses.
/// </summary>
/// <param name="Clauses">The clauses; without any, or with MustNot alone, nothing matches.</param>
/// <param name="MinimumShouldMatch">0 or more. Default 0.</param>
public sealed record BooleanQuery(IReadOnlyList<BooleanClause> Clauses, int MinimumShouldMatch = 0) : Query
{
    /// <summary>The queries all of which, or any of which, and so on, have to match.</summary>
    public static BooleanQuery Of(Occur occur, params IEnumerable<Query> queries) =>
        new([.. queries.Select(query => new BooleanClause(query, occur))]);

    /// <summary>The same, and a filter has to match too.</summary>
    internal BooleanQuery With(Query filter)
    {
        var needsOne = !Clauses.Any(clause => clause.Occur is Occur.Must or Occur.Filter);
        return new BooleanQuery([.. Clauses, new BooleanClause(filter, Occur.Filter)], Math.Max(MinimumShouldMatch, needsOne ? 1 : 0));
    }

    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost)
    {
        var must = Weights(Occur.Must, mode);
        var should = Weights(Occur.Should, mode);
        var filter = Weights(Occur.Filter, ScoreMode.None);
        var mustNot = Weights(Occur.MustNot, ScoreMode.None);
        var needsOne = must.Length == 0 && filter.Length == 0;
        var minimum = Math.Max(MinimumShouldMatch, needsOne ? 1 : 0);
        if (minimum > should.Length)
        {
            return new EmptyWeight();
        }

        // One clause that alone matches and scores is as good as the whole, and knows shorter ways.
        if (filter.Length + mustNot.Length == 0 && must.Length + should.Length == 1)
        {
            return must.Length == 1 ? must[0] : should[0];
        }

        return new BooleanWeight(context, must, should, filter, mustNot, minimum, mode);

        Weight[] Weights(Occur occur, ScoreMode clauseMode) =>
            [.. Clauses.Where(clause => clause.Occur == occur)
                .Select(clause => clause.Query.CreateWeight(context, clauseMode, clauseMode == ScoreMode.None ? 1f : boost))];
    }
}

/// <summary>One part of a <see cref="BooleanQuery"/>.</summary>
/// <param name="Query">What to look for.</param>
/// <param name="Occur">What its match means.</param>
public readonly record struct BooleanClause(Query Query, Occur Occur);

/// <summary>What the match of a clause means for the whole.</summary>
public enum Occur
{
    /// <summary>Has to match, and scores.</summary>
    Must,

    /// <summary>May match, and scores.</summary>
    Should,

    /// <summary>Has to match, and does not score.</summary>
    Filter,

    /// <summary>Must not match.</summary>
    MustNot,
}
