namespace Search.Lucene.Search;

/// <summary>Counts the matches.</summary>
internal sealed class CountCollector(SearchBudget budget) : HitCollector(budget)
{
    /// <summary>Matches so far.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public override void Collect(int docId, float score) => Count++;
}
