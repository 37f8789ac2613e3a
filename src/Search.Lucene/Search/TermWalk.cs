namespace Search.Lucene.Search;

/// <summary>Collects the documents of one term block by block, past the blocks, and the groups of blocks, whose bound does not compete.</summary>
internal static class TermWalk
{
    public static void Collect(TermScorer scorer, in LeafContext leaf, HitCollector collector)
    {
        var live = leaf.Reader.LiveDocs;
        var postings = scorer.Postings;
        for (var target = 0; !collector.Budget.Check();)
        {
            if (collector.Floor >= 0)
            {
                scorer.AdvanceShallow(target);
                var upTo = scorer.NoneAboveUpTo(collector.Floor);
                if (upTo >= target)
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

            var from = postings.BlockIndex + 1;
            var docs = postings.BlockDocs[from..];
            var scores = scorer.Blocks.Score(docs, postings.BlockFreqs[from..]);
            for (var i = 0; i < docs.Length; i++)
            {
                if (scores[i] > collector.Floor && (live is null || live[docs[i]]))
                {
                    collector.Collect(docs[i], scores[i]);
                }
            }

            target = docs[^1] + 1;
        }
    }
}
