namespace Search.Lucene.Search;

/// <summary>A query bound to an index: its statistics are known, and segments can be asked one by one.</summary>
internal abstract class Weight
{
    /// <summary>A walk over the matches in one segment, before the first; null when there are none.</summary>
    public abstract Scorer? Scorer(in LeafContext leaf);

    /// <summary>How the score of a document of the segment comes about; <see cref="Explanation.NoMatch"/> where it does not match.</summary>
    public abstract Explanation Explain(in LeafContext leaf, int docId);

    /// <summary>Collects the matches of one segment; the form of the query may know a quicker way than document by document.</summary>
    public virtual void Collect(in LeafContext leaf, HitCollector collector)
    {
        if (Scorer(leaf) is { } scorer)
        {
            ScorerWalk.Collect(scorer, leaf, collector);
        }
    }

    /// <summary>Marks the matches in one segment, deleted ones included, one bit a document; the form of the query may know a quicker way.</summary>
    public virtual void Mark(in LeafContext leaf, ulong[] bits)
    {
        if (Scorer(leaf) is not { } scorer)
        {
            return;
        }

        for (var doc = scorer.Advance(0); doc != Search.Scorer.NoMoreDocs; doc = scorer.Advance(doc + 1))
        {
            if (scorer.Matches())
            {
                bits[doc >> 6] |= 1UL << doc;
            }
        }
    }

    /// <summary>A number of matching documents, deleted ones included, that can be told without looking; 0 if nothing can be told.</summary>
    public virtual int MatchesAtLeast(in LeafContext leaf) => 0;

    /// <summary>An explanation by the scorer alone.</summary>
    protected Explanation ExplainByScorer(in LeafContext leaf, int docId, string description, params IReadOnlyList<Explanation> details) =>
        Scorer(leaf) is { } scorer && scorer.Advance(docId) == docId && scorer.Matches()
            ? new Explanation(scorer.Score(), description, details)
            : Explanation.NoMatch;
}

/// <summary>Matches nothing.</summary>
internal sealed class EmptyWeight : Weight
{
    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf) => null;

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId) => Explanation.NoMatch;
}
