namespace Search.Lucene.Search;

/// <summary>Collects what any scorer finds, document by document, past the ranges whose bound does not compete.</summary>
internal static class ScorerWalk
{
    // How many documents go by between two looks at the limits of the search.
    private const int DocsPerCheck = 1024;

    public static void Collect(Scorer scorer, in LeafContext leaf, HitCollector collector)
    {
        var live = leaf.Reader.LiveDocs;
        var boundUpTo = -1;
        var bound = float.MaxValue;
        var untilCheck = 1;
        for (var target = 0; ;)
        {
            if (--untilCheck == 0)
            {
                untilCheck = DocsPerCheck;
                if (collector.Budget.Check())
                {
                    return;
                }
            }

            if (collector.Floor >= 0)
            {
                if (target > boundUpTo)
                {
                    boundUpTo = scorer.AdvanceShallow(target);
                    bound = scorer.MaxScore(boundUpTo);
                }

                if (bound <= collector.Floor)
                {
                    if (boundUpTo == Scorer.NoMoreDocs)
                    {
                        return;
                    }

                    target = boundUpTo + 1;
                    continue;
                }
            }

            var doc = scorer.DocId < target ? scorer.Advance(target) : scorer.DocId;
            if (doc == Scorer.NoMoreDocs)
            {
                return;
            }

            if (collector.Floor >= 0 && doc > boundUpTo)
            {
                target = doc;
                continue;
            }

            if ((live is null || live[doc]) && scorer.Matches())
            {
                collector.Collect(doc, scorer.Score());
                scorer.Floor = collector.Floor;
            }

            target = doc + 1;
        }
    }
}
