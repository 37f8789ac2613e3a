using System.Numerics;

namespace Search.Lucene.Search;

/// <summary>Clauses bound to an index.</summary>
/// <param name="minimumShould">Should clauses that have to match: 1 or more where nothing else is required.</param>
internal sealed class BooleanWeight(
    SearchContext context, Weight[] must, Weight[] should, Weight[] filter, Weight[] mustNot, int minimumShould, ScoreMode mode) : Weight
{
    // A filter of so many times fewer documents than the clauses have together spares more than block-wise scoring gains.
    private const int NarrowFilter = 8;

    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf)
    {
        var required = Scorers.Of(must, leaf);
        var filters = Scorers.Of(filter, leaf);
        var optional = Scorers.Of(should, leaf);
        if (required.Count < must.Length || filters.Count < filter.Length || optional.Count < minimumShould)
        {
            return null;
        }

        var scoring = required;
        if (minimumShould > 0)
        {
            if (optional.Count == minimumShould)
            {
                scoring = [.. required, .. optional];
            }
            else
            {
                scoring = [.. required, new DisjunctionScorer(context, optional, minimumShould, null)];
            }

            optional = [];
        }

        var positive = scoring.Count == 1 && filters.Count == 0 ? scoring[0] : new ConjunctionScorer(scoring, filters);
        if (optional.Count > 0 && mode != ScoreMode.None)
        {
            positive = new OptionalScorer(positive, optional.Count == 1 ? optional[0] : new DisjunctionScorer(context, optional, 1, null));
        }

        var prohibited = Scorers.Of(mustNot, leaf);
        return prohibited.Count == 0
            ? positive
            : new ExclusionScorer(positive, prohibited.Count == 1 ? prohibited[0] : new DisjunctionScorer(context, prohibited, 1, null));
    }

    /// <inheritdoc/>
    public override void Collect(in LeafContext leaf, HitCollector collector)
    {
        if (mode == ScoreMode.None && IsUnion)
        {
            CollectMarked(leaf, collector);
        }
        else if (mode == ScoreMode.None || !CollectByBlocks(leaf, collector))
        {
            base.Collect(leaf, collector);
        }
    }

    /// <inheritdoc/>
    public override void Mark(in LeafContext leaf, ulong[] bits)
    {
        if (!IsUnion)
        {
            base.Mark(leaf, bits);
            return;
        }

        foreach (var weight in should)
        {
            weight.Mark(leaf, bits);
        }
    }

    // Whether a document matches as soon as any clause does.
    private bool IsUnion => must.Length + filter.Length + mustNot.Length == 0 && minimumShould == 1;

    private void CollectMarked(in LeafContext leaf, HitCollector collector)
    {
        var bits = context.BorrowBits(leaf.Reader.MaxDoc);
        Mark(leaf, bits);
        var live = leaf.Reader.LiveDocs;
        for (var i = 0; i < bits.Length && !collector.Budget.Check(); i++)
        {
            for (var word = bits[i]; word != 0; word &= word - 1)
            {
                var doc = (i << 6) + BitOperations.TrailingZeroCount(word);
                if (live is null || live[doc])
                {
                    collector.Collect(doc, 0f);
                }
            }
        }
    }

    private bool CollectByBlocks(in LeafContext leaf, HitCollector collector)
    {
        if (must.Length == 0 && minimumShould == 1)
        {
            var optional = Scorers.Of(should, leaf);
            var filters = Scorers.Of(filter, leaf);
            if (filters.Count < filter.Length || optional.Count == 0)
            {
                return true;
            }

            // A narrow filter leads better than it follows.
            if (filters.Any(one => one.Cost * NarrowFilter < optional.Sum(clause => clause.Cost)))
            {
                return false;
            }

            var pass = new DocFilter(leaf.Reader.LiveDocs, filters, Scorers.Of(mustNot, leaf));
            new MaxScoreWalk(optional, pass, leaf.Reader.MaxDoc, context.BorrowWindow(), collector).Collect();
            return true;
        }

        if (should.Length == 0 && filter.Length == 0 && must.Length > 1 && must.All(weight => weight is TermWeight))
        {
            var terms = Scorers.Of(must, leaf);
            if (terms.Count == must.Length)
            {
                var pass = new DocFilter(leaf.Reader.LiveDocs, [], Scorers.Of(mustNot, leaf));
                new ConjunctionWalk(terms.OfType<TermScorer>(), pass, collector).Collect();
            }

            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override int MatchesAtLeast(in LeafContext leaf) =>
        IsUnion ? Scorers.MostMatches(should, leaf) : 0;

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId) =>
        ExplainByScorer(leaf, docId, "sum of:", Scorers.ExplainAll([.. must, .. should], leaf, docId));
}
