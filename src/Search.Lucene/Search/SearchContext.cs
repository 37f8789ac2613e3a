namespace Search.Lucene.Search;

/// <summary>What the parts of one running search share: the index, its statistics and the limits of the search.</summary>
internal sealed class SearchContext(IndexSearcher searcher, SearchBudget budget)
{
    /// <summary>The index.</summary>
    public DirectoryReader Reader => searcher.Reader;

    /// <summary>Statistics over the whole index.</summary>
    public IndexSearcher Searcher => searcher;

    /// <summary>The limits.</summary>
    public SearchBudget Budget => budget;
}
