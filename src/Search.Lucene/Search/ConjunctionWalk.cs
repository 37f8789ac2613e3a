namespace Search.Lucene.Search;

/// <summary>
/// Collects the documents that hold all of some terms. The rarest term leads, block by block: where its block and the
/// others' bounds do not compete the block is not decoded, and a document whose score for the leading term does not
/// compete with the others' bounds is not looked up in them.
/// </summary>
internal sealed class ConjunctionWalk
{
    private readonly TermScorer _lead;
    private readonly TermScorer[] _others;
    private readonly DocFilter _filter;
    private readonly HitCollector _collector;

    // Bound of the terms from the i-th of the others on, in the present range.
    private readonly double[] _boundsFrom;

    public ConjunctionWalk(IEnumerable<TermScorer> terms, DocFilter filter, HitCollector collector)
    {
        var byCost = terms.OrderBy(term => term.Cost).ToArray();
        _lead = byCost[0];
        _others = byCost[1..];
        _boundsFrom = new double[byCost.Length];
        _filter = filter;
        _collector = collector;
    }

    public void Collect()
    {
        var postings = _lead.Postings;
        for (var target = 0; !_collector.Budget.Check();)
        {
            if (_collector.Floor >= 0)
            {
                var upTo = _lead.AdvanceShallow(target);
                var others = BoundOthers(target, upTo);
                if (others < 0)
                {
                    return;
                }

                if (others + _lead.MaxScore(upTo) <= _collector.Floor)
                {
                    if (upTo == Scorer.NoMoreDocs)
                    {
                        return;
                    }

                    target = upTo + 1;
                    continue;
                }
            }

            if (!postings.AdvanceBlock(target))
            {
                return;
            }

            target = CollectBlock();
            if (target == Scorer.NoMoreDocs)
            {
                return;
            }
        }
    }

    /// <summary>Bounds the others from a document on; negative if one of them has no more documents.</summary>
    private double BoundOthers(int target, int upTo)
    {
        for (var i = _others.Length - 1; i >= 0; i--)
        {
            if (_others[i].DocId == Scorer.NoMoreDocs)
            {
                return -1;
            }

            _others[i].AdvanceShallow(Math.Max(target, _others[i].DocId));
            _boundsFrom[i] = _boundsFrom[i + 1] + _others[i].MaxScore(upTo);
        }

        return _boundsFrom[0];
    }

    /// <summary>Collects from the leading term's block; returns where to go on.</summary>
    private int CollectBlock()
    {
        var postings = _lead.Postings;
        var from = postings.BlockIndex + 1;
        var docs = postings.BlockDocs[from..];
        var scores = _lead.Blocks.Score(docs, postings.BlockFreqs[from..]);
        var bounded = _collector.Floor >= 0;
        var next = 0;
        for (var i = 0; i < docs.Length; i++)
        {
            var doc = docs[i];
            if (doc < next || (bounded && scores[i] + _boundsFrom[0] <= _collector.Floor))
            {
                continue;
            }

            next = LookUp(doc, scores[i], bounded);
            if (next == Scorer.NoMoreDocs)
            {
                return next;
            }
        }

        return Math.Max(next, docs[^1] + 1);
    }

    /// <summary>Looks a document up in the others, and collects it if it is in all of them.</summary>
    /// <returns>The first document at which it is worth to look again.</returns>
    private int LookUp(int doc, double score, bool bounded)
    {
        for (var i = 0; i < _others.Length; i++)
        {
            var other = _others[i];
            var at = other.DocId < doc ? other.Advance(doc) : other.DocId;
            if (at != doc)
            {
                return at;
            }

            score += other.Score();
            if (bounded && score + _boundsFrom[i + 1] <= _collector.Floor)
            {
                return doc + 1;
            }
        }

        if (_filter.Passes(doc))
        {
            _collector.Collect(doc, (float)score);
        }

        return doc + 1;
    }
}
