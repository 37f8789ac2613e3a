using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>The documents of one term, with their BM25.</summary>
internal sealed class TermScorer(PostingsEnum postings, NormValues? norms, TermScoring scoring) : Scorer
{
    private readonly ImpactBounds _bounds = new(postings, norms, scoring);
    private BlockScoring? _blocks;

    /// <summary>The walk over the term's documents.</summary>
    public PostingsEnum Postings => postings;

    /// <summary>Scores the documents of a block together.</summary>
    public BlockScoring Blocks => _blocks ??= new BlockScoring(scoring, norms);

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

    /// <summary>The last document up to which no score is above <paramref name="floor"/>, from the last <see cref="AdvanceShallow"/> on; -1 if there is none.</summary>
    public int NoneAboveUpTo(float floor)
    {
        var upTo = -1;
        for (var level = 0; level < postings.ImpactLevels; level++)
        {
            var end = postings.ImpactsUpTo(level);
            if (BM25Similarity.Saturate(scoring.Weight, _bounds.MaxNormalisedFreq(end)) > floor)
            {
                break;
            }

            upTo = end;
        }

        return upTo;
    }

    /// <inheritdoc/>
    public override void ScoreInto(ScoreWindow window) => BlockWalk.AddTo(window, postings, Blocks, BlockValue.Score);
}
