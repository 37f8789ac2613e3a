using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Documents that hold a term, scored by BM25.</summary>
/// <param name="Term">The term.</param>
public sealed record TermQuery(Term Term) : Query
{
    /// <summary>Documents that hold the UTF-8 of <paramref name="text"/> in <paramref name="field"/>.</summary>
    public TermQuery(string field, string text) : this(new Term(field, text)) { }

    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost)
    {
        var states = new TermStates(Term, context.Reader);
        return new TermWeight(context, states, states.DocFreq, mode, boost);
    }
}

/// <summary>A term bound to an index.</summary>
/// <param name="states">Where the term lies.</param>
/// <param name="docFreq">The document frequency to score with: the term's own, or that of the group it stands in.</param>
internal sealed class TermWeight(SearchContext context, TermStates states, int docFreq, ScoreMode mode, float boost) : Weight
{
    private readonly TermScoring _scoring = context.Searcher.Scoring(states.Term.Field, boost, docFreq);

    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf) => TermScorer(leaf);

    /// <summary>The same, by its own type.</summary>
    public TermScorer? TermScorer(in LeafContext leaf)
    {
        if (states[leaf.Ord] is not { } state || leaf.Reader.Terms(states.Term.Field) is not { } terms)
        {
            return null;
        }

        var postings = terms.Postings(state, mode == ScoreMode.None ? PostingsFeatures.Docs : PostingsFeatures.Freqs);
        return new TermScorer(postings, leaf.Reader.Norms(states.Term.Field), _scoring);
    }

    /// <inheritdoc/>
    public override void Collect(in LeafContext leaf, HitCollector collector)
    {
        if (TermScorer(leaf) is { } scorer)
        {
            TermWalk.Collect(scorer, leaf, collector);
        }
    }

    /// <inheritdoc/>
    public override void Mark(in LeafContext leaf, ulong[] bits) => states.Mark(leaf, bits);

    /// <inheritdoc/>
    public override int MatchesAtLeast(in LeafContext leaf) => states[leaf.Ord]?.DocFreq ?? 0;

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId)
    {
        if (TermScorer(leaf) is not { } scorer || scorer.Advance(docId) != docId)
        {
            return Explanation.NoMatch;
        }

        var statistics = context.Searcher.CollectionStatistics(states.Term.Field);
        return context.Searcher.Similarity.Explain(
            boost,
            scorer.Postings.Freq,
            TermScoring.NormOf(leaf.Reader.Norms(states.Term.Field), docId),
            statistics.AverageLength,
            scorer.Score(),
            BM25Similarity.ExplainIdf(docFreq, statistics.DocCount, states.Term.ToString()));
    }
}
