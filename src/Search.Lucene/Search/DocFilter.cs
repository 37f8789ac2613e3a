using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>What a document has to pass besides its score: not deleted, in every filter, in nothing excluded. Asked with ascending documents.</summary>
internal sealed class DocFilter(LiveDocs? live, IReadOnlyList<Scorer> required, IReadOnlyList<Scorer> excluded)
{
    private readonly Scorer[] _required = [.. required];
    private readonly Scorer[] _excluded = [.. excluded];

    /// <summary>Whether the document passes.</summary>
    public bool Passes(int doc)
    {
        if (live is not null && !live[doc])
        {
            return false;
        }

        foreach (var filter in _required)
        {
            if (!StandsAt(filter, doc))
            {
                return false;
            }
        }

        foreach (var filter in _excluded)
        {
            if (StandsAt(filter, doc))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StandsAt(Scorer filter, int doc)
    {
        var at = filter.DocId < doc ? filter.Advance(doc) : filter.DocId;
        return at == doc && filter.Matches();
    }
}
