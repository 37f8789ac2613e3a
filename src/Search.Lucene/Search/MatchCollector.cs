namespace Search.Lucene.Search;

/// <summary>Notes the matches.</summary>
internal sealed class MatchCollector(SearchBudget budget) : HitCollector(budget)
{
    private readonly List<int> _docIds = [];
    private int _docBase;

    /// <summary>Matches so far, numbered in the index.</summary>
    public IReadOnlyList<int> DocIds => _docIds;

    /// <inheritdoc/>
    public override void Begin(in LeafContext leaf) => _docBase = leaf.DocBase;

    /// <inheritdoc/>
    public override void Collect(int docId, float score) => _docIds.Add(_docBase + docId);
}
