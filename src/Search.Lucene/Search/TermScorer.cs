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
    public override void ScoreInto(ScoreWindow window)
    {
        for (var from = OpenBlock(window.Start); from >= 0; from = OpenNextBlock())
        {
            var docs = postings.BlockDocs[from..];
            var within = docs[^1] < window.End ? docs.Length : FirstAtOrAfter(docs, window.End);
            docs = docs[..within];
            window.Add(docs, Blocks.Score(docs, postings.BlockFreqs.Slice(from, within)));
            if (from + within < postings.BlockDocs.Length)
            {
                break;
            }
        }

        if (postings.DocId < window.End)
        {
            postings.Advance(window.End);
        }
    }

    /// <summary>Makes current the block of the first document at or after <paramref name="target"/>, or of the later one it stands at.</summary>
    /// <returns>The place of that document in the block; -1 if there is none.</returns>
    public int OpenBlock(int target)
    {
        if (postings.DocId >= target)
        {
            return postings.DocId == NoMoreDocs ? -1 : postings.BlockIndex;
        }

        return postings.AdvanceBlock(target) ? postings.BlockIndex + 1 : -1;
    }

    /// <summary>Makes current the block after the current one; 0, the place of its first document, or -1 if there is none.</summary>
    public int OpenNextBlock() => postings.NextBlock() ? 0 : -1;

    /// <summary>The place of the first document at or after <paramref name="target"/>.</summary>
    internal static int FirstAtOrAfter(ReadOnlySpan<int> docs, int target)
    {
        var place = docs.BinarySearch(target);
        return place < 0 ? ~place : place;
    }
}
