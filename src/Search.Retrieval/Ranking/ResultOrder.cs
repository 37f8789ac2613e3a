using Search.Retrieval.Candidates;

namespace Search.Retrieval.Ranking;

/// <summary>Orders the pages found.</summary>
internal static class ResultOrder
{
    /// <summary>By relevance as ranked, or by date: undated pages last, pages of one day by relevance.</summary>
    /// <param name="ranked">Pages that were ranked, best first.</param>
    /// <param name="matched">All pages that match; by date, those that were not ranked are listed too, with no passage chosen (−1).</param>
    /// <param name="index">Knows the dates.</param>
    /// <param name="order">The order wanted.</param>
    public static IEnumerable<RankedDocument> Sort(IReadOnlyList<RankedDocument> ranked, MatchedPages matched, IPassageIndex index, SortOrder order)
    {
        var pages = ranked.Where(page => matched.Groups[index.Documents[page.Document].Group]);
        if (order == SortOrder.Relevance)
        {
            return pages;
        }

        var known = pages.ToList();
        var groups = known.Select(page => index.Documents[page.Document].Group).ToHashSet();
        var others = matched.Pages.Where(page => !groups.Contains(index.Documents[page].Group)).Select(page => new RankedDocument(page, -1, 0));
        var dated = known.Concat(others).Select(page => (Page: page, index.Documents[page.Document].Published)).OrderByDescending(pair => pair.Published is not null);
        return (order == SortOrder.Newest ? dated.ThenByDescending(pair => pair.Published?.Last) : dated.ThenBy(pair => pair.Published?.First)).Select(pair => pair.Page);
    }
}
