namespace Search.Lucene.Search;

/// <summary>What the parts of one running search share: the index, its statistics, the limits of the search and its borrowed memory.</summary>
internal sealed class SearchContext(IndexSearcher searcher, SearchBudget budget) : IDisposable
{
    private readonly List<ScoreWindow> _windows = [];
    private readonly List<ulong[]> _bitSets = [];

    /// <summary>The index.</summary>
    public DirectoryReader Reader => searcher.Reader;

    /// <summary>Statistics over the whole index.</summary>
    public IndexSearcher Searcher => searcher;

    /// <summary>The limits.</summary>
    public SearchBudget Budget => budget;

    /// <summary>An empty window until the end of the search; the borrower leaves it empty.</summary>
    public ScoreWindow BorrowWindow()
    {
        var window = searcher.Buffers.TakeWindow();
        _windows.Add(window);
        return window;
    }

    /// <summary>A bit for every document of a segment, all zero, until the end of the search.</summary>
    public ulong[] BorrowBits(int maxDoc)
    {
        var bits = searcher.Buffers.TakeBits((maxDoc + 63) / 64);
        _bitSets.Add(bits);
        return bits;
    }

    /// <summary>Gives back what was borrowed.</summary>
    public void Dispose()
    {
        _windows.ForEach(searcher.Buffers.GiveBack);
        _bitSets.ForEach(searcher.Buffers.GiveBack);
        _windows.Clear();
        _bitSets.Clear();
    }
}
