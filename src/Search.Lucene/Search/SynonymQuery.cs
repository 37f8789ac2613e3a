namespace Search.Lucene.Search;

/// <summary>
/// Terms of one field treated as one term: frequency = Σ weight · tf, document frequency = that of the commonest term.
/// Of a single term the weight is a boost, as in Lucene 8.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Terms">The terms, without repeats.</param>
public sealed record SynonymQuery(string Field, IReadOnlyList<WeightedTerm> Terms) : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost)
    {
        Query same = Terms.Count == 1
            ? new BoostQuery(new TermQuery(Field, Terms[0].Text), Terms[0].Weight)
            : new WeightedSynonymQuery([.. Terms.Select(term => new Alternative(new Term(Field, term.Text), term.Weight))])
            {
                Statistic = SynonymStatistic.Commonest,
            };
        return same.CreateWeight(context, mode, boost);
    }
}

/// <summary>A term and how much an occurrence of it counts.</summary>
/// <param name="Text">The term, written in UTF-8 in the index.</param>
/// <param name="Weight">Above 0, at most 1. Default 1.</param>
public readonly record struct WeightedTerm(string Text, float Weight = 1f);
