using System.Numerics;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>An alternative bound to an index.</summary>
internal sealed record BoundAlternative(TermStates States, float Weight, float[] NormInverses);

/// <summary>A group of alternatives bound to an index.</summary>
/// <param name="alternatives">The alternatives.</param>
/// <param name="weight">boost · idf of the concept.</param>
internal sealed class SynonymWeight(SearchContext context, BoundAlternative[] alternatives, float weight, Explanation idf) : Weight
{
    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf)
    {
        var cursors = new List<AlternativeCursor>();
        foreach (var alternative in alternatives)
        {
            var field = alternative.States.Term.Field;
            if (alternative.States[leaf.Ord] is { } state && leaf.Reader.Terms(field) is { } terms)
            {
                cursors.Add(new AlternativeCursor(
                    terms.Postings(state, PostingsFeatures.Freqs),
                    leaf.Reader.Norms(field),
                    new TermScoring(alternative.Weight, alternative.NormInverses)));
            }
        }

        return cursors.Count == 0 ? null : new SynonymScorer(context, [.. cursors], weight);
    }

    /// <inheritdoc/>
    public override void Collect(in LeafContext leaf, HitCollector collector)
    {
        if (Scorer(leaf) is { } scorer)
        {
            var pass = new DocFilter(leaf.Reader.LiveDocs, [], []);
            new MaxScoreWalk([scorer], pass, leaf.Reader.MaxDoc, context.BorrowWindow(), collector).Collect();
        }
    }

    /// <inheritdoc/>
    public override void Mark(in LeafContext leaf, ulong[] bits)
    {
        foreach (var alternative in alternatives)
        {
            alternative.States.Mark(leaf, bits);
        }
    }

    /// <inheritdoc/>
    public override int MatchesAtLeast(in LeafContext leaf)
    {
        var most = 0;
        foreach (var alternative in alternatives)
        {
            most = Math.Max(most, alternative.States[leaf.Ord]?.DocFreq ?? 0);
        }

        return most;
    }

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId)
    {
        var details = new List<Explanation> { idf };
        foreach (var alternative in alternatives)
        {
            var one = new SynonymWeight(context, [alternative], weight, idf);
            if (one.Scorer(leaf) is SynonymScorer scorer && scorer.Advance(docId) == docId)
            {
                details.Add(new Explanation(
                    scorer.NormalisedFreq(), $"{alternative.States.Term}: weight {alternative.Weight} * freq / (k1 * (1 - b + b * dl / avgdl))"));
            }
        }

        return ExplainByScorer(leaf, docId, $"score = {weight} * sum / (1 + sum), over the alternatives:", details);
    }
}

/// <summary>The walk over one alternative's documents; its scoring's weight is the alternative's.</summary>
internal sealed class AlternativeCursor(PostingsEnum postings, NormValues? norms, TermScoring scoring)
{
    /// <summary>The walk.</summary>
    public PostingsEnum Postings => postings;

    /// <summary>Bounds on its normalised frequencies.</summary>
    public ImpactBounds Bounds { get; } = new(postings, norms, scoring);

    /// <summary>Weighs the frequencies of a block together.</summary>
    public BlockScoring Blocks { get; } = new(scoring, norms);

    /// <summary>How much an occurrence counts.</summary>
    public float Weight => scoring.Weight;

    /// <summary>The weighted frequency in the document it stands at, divided by the length norm.</summary>
    public float NormalisedFreq() =>
        scoring.Weight * postings.Freq * scoring.NormInverses[TermScoring.NormOf(norms, postings.DocId)];
}

/// <summary>The documents of any alternative, scored as those of one term.</summary>
internal sealed class SynonymScorer(SearchContext context, AlternativeCursor[] cursors, float weight) : Scorer
{
    private int _doc = -1;
    private ScoreWindow? _frequencies;

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => cursors.Sum(cursor => (long)cursor.Postings.DocFreq);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        var least = NoMoreDocs;
        foreach (var cursor in cursors)
        {
            var doc = cursor.Postings.DocId;
            least = Math.Min(least, doc < target ? cursor.Postings.Advance(target) : doc);
        }

        return _doc = least;
    }

    /// <inheritdoc/>
    public override float Score() => BM25Similarity.Saturate(weight, NormalisedFreq());

    /// <summary>The sum over the alternatives that stand at the document.</summary>
    public float NormalisedFreq()
    {
        double sum = 0;
        foreach (var cursor in cursors)
        {
            if (cursor.Postings.DocId == _doc)
            {
                sum += cursor.NormalisedFreq();
            }
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        var upTo = NoMoreDocs;
        foreach (var cursor in cursors)
        {
            var doc = cursor.Postings.DocId;
            if (doc <= target)
            {
                upTo = Math.Min(upTo, cursor.Bounds.AdvanceShallow(target));
            }
            else if (doc != NoMoreDocs)
            {
                upTo = Math.Min(upTo, doc - 1);
            }
        }

        return upTo;
    }

    /// <inheritdoc/>
    public override float MaxScore(int upTo)
    {
        double sum = 0;
        foreach (var cursor in cursors)
        {
            if (cursor.Postings.DocId <= upTo)
            {
                sum += (double)cursor.Weight * cursor.Bounds.MaxNormalisedFreq(upTo);
            }
        }

        // The weight is multiplied in elsewhere among the factors; a little more covers what rounding may add.
        return BM25Similarity.Saturate(weight, (float)(sum * (1 + 1e-6)));
    }

    /// <inheritdoc/>
    public override void ScoreInto(ScoreWindow window)
    {
        _frequencies ??= context.BorrowWindow();
        _frequencies.Open(window.Start, window.End);
        foreach (var cursor in cursors)
        {
            if (cursor.Postings.DocId < window.End)
            {
                BlockWalk.AddTo(_frequencies, cursor.Postings, cursor.Blocks, BlockValue.WeightedFreq);
            }
        }

        var matches = _frequencies.Matches;
        for (var i = 0; i < matches.Length; i++)
        {
            for (var word = matches[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                window.Add(window.Start + place, BM25Similarity.Saturate(weight, (float)_frequencies.SumAt(place)));
            }
        }

        _frequencies.Clear();
        _doc = cursors.Min(cursor => cursor.Postings.DocId);
    }
}
