namespace Search.Lucene.Search;

/// <summary>
/// One concept with several alternatives (translations, spellings, fields), each with its weight, scored by BM25 as
/// if it were one term: the frequency in a document is Σ weight · tf, and the concept has one document frequency.
/// So a document that repeats one alternative, or holds several, gains as it would from one term repeated, and a
/// rare spelling of a common concept does not pass for something rare.
/// </summary>
/// <remarks>
/// Probabilistic structured queries: Darwish and Oard, SIGIR 2003. Alternatives in several fields: each tf is divided
/// by the length norm of its own field before the sum, as BM25F does (Robertson, Zaragoza and Taylor, CIKM 2004);
/// within one field this is plain BM25.
/// </remarks>
/// <param name="Alternatives">Without any, nothing matches; a term that no document holds does not count.</param>
public sealed record WeightedSynonymQuery(IReadOnlyList<Alternative> Alternatives) : Query
{
    /// <summary>What stands for the document frequency of the concept. Default: the weighted sum.</summary>
    public SynonymStatistic Statistic { get; init; } = SynonymStatistic.WeightedSum;

    /// <summary>The parameters of BM25; null for those of the searcher.</summary>
    public BM25Similarity? Similarity { get; init; }

    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost)
    {
        if (Alternatives.Count == 0)
        {
            return new EmptyWeight();
        }

        var similarity = Similarity ?? context.Searcher.Similarity;
        var states = Alternatives.Select(alternative => new TermStates(alternative.Term, context.Reader)).ToArray();
        var docCount = Alternatives.Max(alternative => context.Searcher.CollectionStatistics(alternative.Term.Field).DocCount);
        var docFreq = Statistic switch
        {
            SynonymStatistic.Commonest => states.Max(state => state.DocFreq),
            _ => Math.Min(docCount, states.Zip(Alternatives, (state, alternative) => (double)alternative.Weight * state.DocFreq).Sum()),
        };
        var weight = boost * BM25Similarity.Idf(docFreq, docCount);
        return new SynonymWeight(
            context,
            [.. Alternatives.Select((alternative, i) => new BoundAlternative(
                states[i], alternative.Weight, context.Searcher.NormInverses(alternative.Term.Field, similarity)))],
            weight,
            BM25Similarity.ExplainIdf(docFreq, docCount, "the concept"));
    }
}

/// <summary>One way to say a concept.</summary>
/// <param name="Term">The term, in its field.</param>
/// <param name="Weight">How much an occurrence counts: above 0, at most 1, such as the probability of a translation.</param>
public readonly record struct Alternative(Term Term, float Weight)
{
    /// <inheritdoc cref="Alternative(Term, float)"/>
    public float Weight { get; init; } = Weight is > 0 and <= 1
        ? Weight
        : throw new ArgumentOutOfRangeException(nameof(Weight), Weight, "The weight of an alternative is above 0 and at most 1.");
}

/// <summary>What stands for the document frequency of a group of alternatives.</summary>
public enum SynonymStatistic
{
    /// <summary>Σ weight · df, at most the number of documents: Darwish and Oard's estimate.</summary>
    WeightedSum,

    /// <summary>The df of the commonest alternative: Lucene's <see cref="SynonymQuery"/>.</summary>
    Commonest,
}
