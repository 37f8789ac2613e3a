using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>The documents of one term, with their BM25.</summary>
internal sealed class TermScorer(PostingsEnum postings, NormValues? norms, TermScoring scoring) : Scorer
{
    private readonly ImpactBounds _bounds = new(postings, scoring);

    /// <summary>The walk over the term's documents.</summary>
    public PostingsEnum Postings => postings;

    /// <inheritdoc/>
    public override int DocId => postings.DocId;

    /// <inheritdoc/>
    public override long Cost => postings.DocFreq;

    /// <inheritdoc/>
    public override int Advance(int target) => postings.Advance(target);

    /// <inheritdoc/>
    public override float Score() => scoring.Score(postings.Freq, TermScoring.NormOf(norms, postings.DocId));

    /// <inheritdoc/>
    public override int AdvanceShallow(int target) => _bounds.AdvanceShallow(target);

    /// <inheritdoc/>
    public override float MaxScore(int upTo) => BM25Similarity.Saturate(scoring.Weight, _bounds.MaxNormalisedFreq(upTo));
}
