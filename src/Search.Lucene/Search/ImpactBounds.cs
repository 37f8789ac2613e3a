using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>
/// Bounds on a term's frequencies, each divided by its length norm, over ranges of documents: read from the impacts
/// that the index keeps beside the postings, and remembered while the range stays the same.
/// </summary>
/// <remarks>
/// The index keeps impacts of whole blocks only. A term that fits into one block is decoded at once, for it is going to be
/// needed, and the bound is then the best of its documents.
/// </remarks>
internal sealed class ImpactBounds(PostingsEnum postings, NormValues? norms, TermScoring scoring)
{
    private int[] _upTo = [];
    private float[] _best = [];
    private float _bestOfAll = -1f;

    /// <summary>Moves the view; returns the last document for which the lowest level's bound holds.</summary>
    public int AdvanceShallow(int target) => postings.AdvanceShallow(target);

    /// <summary>The highest normalised frequency up to and with <paramref name="upTo"/>; infinite where the index cannot tell.</summary>
    public float MaxNormalisedFreq(int upTo)
    {
        if (postings.DocFreq <= BlockScoring.BlockSize)
        {
            return BestOfBlock();
        }

        var levels = postings.ImpactLevels;
        for (var level = 0; level < levels; level++)
        {
            var end = postings.ImpactsUpTo(level);
            if (end >= upTo)
            {
                return OfLevel(level, end);
            }
        }

        return float.PositiveInfinity;
    }

    private float BestOfBlock()
    {
        if (_bestOfAll < 0 && (postings.BlockDocs.Length > 0 || postings.NextBlock()))
        {
            var docs = postings.BlockDocs;
            var freqs = postings.BlockFreqs;
            for (var i = 0; i < docs.Length; i++)
            {
                _bestOfAll = Math.Max(_bestOfAll, freqs[i] * scoring.NormInverses[TermScoring.NormOf(norms, docs[i])]);
            }
        }

        return Math.Max(_bestOfAll, 0f);
    }

    private float OfLevel(int level, int end)
    {
        if (level >= _upTo.Length)
        {
            var known = _upTo.Length;
            Array.Resize(ref _upTo, level + 1);
            Array.Resize(ref _best, level + 1);
            _upTo.AsSpan(known).Fill(-1);
        }

        if (_upTo[level] != end)
        {
            _upTo[level] = end;
            _best[level] = scoring.MaxNormalisedFreq(postings.Impacts(level));
        }

        return _best[level];
    }
}
