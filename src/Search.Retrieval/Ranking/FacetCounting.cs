using System.Globalization;
using Search.Retrieval.Candidates;
using Search.Retrieval.Understanding;
using Search.Text;

namespace Search.Retrieval.Ranking;

/// <summary>The pages that match a query, and how they spread over languages and years.</summary>
/// <param name="Wanted">Best-placed page of each version group that matches the query and every filter: its smallest ordinal, by group.</param>
/// <param name="Languages">Counts by language, most first; the language filter does not narrow them.</param>
/// <param name="Years">Counts by year, latest first; the date filter does not narrow them.</param>
internal sealed record MatchedPages(IReadOnlyDictionary<int, int> Wanted, IReadOnlyList<FacetCount> Languages, IReadOnlyList<FacetCount> Years);

/// <summary>Counts pages. A page counts once for each language in which one of its versions matches.</summary>
internal static class FacetCounting
{
    // Sorted by date, a page that shares one word of four with the query would stand before the page that was meant.
    private const double ShareOfConceptsByDate = 0.7;

    public static MatchedPages Match(UnderstoodQuery query, IPassageIndex index, SortOrder order, CancellationToken cancellation)
    {
        var share = order == SortOrder.Relevance || query.IsAlternative ? 0 : ShareOfConceptsByDate;
        var unfiltered = PassageRanker.Candidates(query with { Filter = PassageFilter.None }, RankingWeights.Default, share);
        var documents = new SortedSet<int>(index.Match(unfiltered, cancellation).Select(index.DocumentOf));
        var wanted = new Dictionary<int, int>();
        var languages = new HashSet<(Language Language, int Group)>();
        var years = new HashSet<(int Year, int Group)>();
        foreach (var ordinal in documents)
        {
            var document = index.Documents[ordinal];
            var (inLanguage, inTime) = (query.Filter.MatchesLanguage(document), query.Filter.MatchesTime(document));
            if (inLanguage && inTime)
            {
                wanted.TryAdd(document.Group, ordinal);
            }

            if (inTime)
            {
                languages.Add((document.Language, document.Group));
            }

            if (inLanguage && document.Published is { } published)
            {
                years.Add((published.Year, document.Group));
            }
        }

        return new MatchedPages(
            wanted,
            [.. languages.GroupBy(pair => pair.Language).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => new FacetCount(group.Key.Code(), group.Count()))],
            [.. years.GroupBy(pair => pair.Year).OrderByDescending(group => group.Key).Select(group => new FacetCount(group.Key.ToString(CultureInfo.InvariantCulture), group.Count()))]);
    }
}
