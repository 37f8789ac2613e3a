namespace Search.Lucene.Search;

/// <summary>
/// Collects exact phrases block by block of the rarest term: the phrase occurs no more often than that term, so its
/// frequencies bound the scores of a whole block, before another term, or a position, is looked at.
/// </summary>
internal static class PhraseWalk
{
    public static void Collect(PhraseScorer scorer, in LeafContext leaf, HitCollector collector)
    {
        var live = leaf.Reader.LiveDocs;
        var lead = scorer.Lead;
        for (var target = 0; !collector.Budget.Check();)
        {
            if (collector.Floor >= 0)
            {
                var upTo = scorer.AdvanceShallow(target);
                if (scorer.MaxScore(upTo) <= collector.Floor)
                {
                    if (upTo == Scorer.NoMoreDocs)
                    {
                        return;
                    }

                    target = upTo + 1;
                    continue;
                }
            }

            var from = BlockWalk.Open(lead, target);
            if (from < 0)
            {
                return;
            }

            var docs = lead.BlockDocs[from..];
            var bounded = collector.Floor >= 0;
            var bounds = bounded ? scorer.Blocks.Score(docs, lead.BlockFreqs[from..]) : [];
            target = docs[^1] + 1;
            var next = 0;
            for (var i = 0; i < docs.Length; i++)
            {
                var doc = docs[i];
                if (doc < next || (bounded && bounds[i] <= collector.Floor))
                {
                    continue;
                }

                next = scorer.AdvanceOthers(doc);
                if (next == doc && (live is null || live[doc]) && scorer.Matches())
                {
                    collector.Collect(doc, scorer.Score());
                    scorer.Floor = collector.Floor;
                }
            }

            if (next == Scorer.NoMoreDocs)
            {
                return;
            }

            target = Math.Max(target, next);
        }
    }
}
