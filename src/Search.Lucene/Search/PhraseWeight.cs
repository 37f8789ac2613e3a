using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>A phrase of two terms or more bound to an index.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly SearchContext _context;
    private readonly PhraseQuery _query;
    private readonly TermStates[] _states;
    private readonly float _boost;
    private readonly float _idf;
    private readonly TermScoring _scoring;

    public PhraseWeight(SearchContext context, PhraseQuery query, TermStates[] states, float boost)
    {
        _context = context;
        _query = query;
        _states = states;
        _boost = boost;
        var docCount = context.Searcher.CollectionStatistics(query.Field).DocCount;
        _idf = (float)states.Where(state => state.DocFreq > 0).Sum(state => (double)BM25Similarity.Idf(state.DocFreq, docCount));
        _scoring = new TermScoring(boost * _idf, context.Searcher.NormInverses(query.Field, context.Searcher.Similarity));
    }

    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf)
    {
        if (leaf.Reader.Terms(_query.Field) is not { } terms)
        {
            return null;
        }

        if (!terms.HasPositions)
        {
            throw new InvalidOperationException($"Field '{_query.Field}' keeps no positions: a phrase cannot be looked for in it.");
        }

        var cursors = new PhraseCursor[_states.Length];
        for (var i = 0; i < cursors.Length; i++)
        {
            if (_states[i][leaf.Ord] is not { } state)
            {
                return null;
            }

            cursors[i] = new PhraseCursor(
                terms.Postings(state, PostingsFeatures.Positions), _query.Terms[i].Place - _query.Terms[0].Place, _states[i].Term);
        }

        PhraseMatcher matcher = _query.Slop == 0 ? new ExactPhraseMatcher(cursors) : new SloppyPhraseMatcher(cursors, _query.Slop);
        return new PhraseScorer(cursors, matcher, leaf.Reader.Norms(_query.Field), _scoring);
    }

    /// <inheritdoc/>
    public override void Collect(in LeafContext leaf, HitCollector collector)
    {
        if (_query.Slop == 0 && Scorer(leaf) is PhraseScorer scorer)
        {
            PhraseWalk.Collect(scorer, leaf, collector);
        }
        else
        {
            base.Collect(leaf, collector);
        }
    }

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId)
    {
        if (Scorer(leaf) is not PhraseScorer scorer || scorer.Advance(docId) != docId || !scorer.Matches())
        {
            return Explanation.NoMatch;
        }

        var statistics = _context.Searcher.CollectionStatistics(_query.Field);
        var details = _states.Where(state => state.DocFreq > 0)
            .Select(state => BM25Similarity.ExplainIdf(state.DocFreq, statistics.DocCount, state.Term.ToString()));
        return _context.Searcher.Similarity.Explain(
            _boost,
            scorer.Freq,
            TermScoring.NormOf(leaf.Reader.Norms(_query.Field), docId),
            statistics.AverageLength,
            scorer.Score(),
            new Explanation(_idf, "idf, sum over the terms of:", [.. details]));
    }
}
