using System.Collections;
using System.Globalization;
using Search.Retrieval.Candidates;
using Search.Retrieval.Understanding;
using Search.Text;

namespace Search.Retrieval.Ranking;

/// <summary>The pages that match a query, and how they spread over languages and years.</summary>
/// <param name="Groups">Which version groups have a page that matches the query and every filter, by group.</param>
/// <param name="Pages">One page of each of them, that with the smallest ordinal, in ascending order.</param>
/// <param name="Languages">Counts by language, most first; the language filter does not narrow them.</param>
/// <param name="Years">Counts by year, latest first; the date filter does not narrow them.</param>
internal sealed record MatchedPages(BitArray Groups, IReadOnlyList<int> Pages, IReadOnlyList<FacetCount> Languages, IReadOnlyList<FacetCount> Years);

/// <summary>Counts pages. A page counts once for each language in which one of its versions matches.</summary>
internal static class FacetCounting
{
    // Sorted by date, a page that shares one word of four with the query would stand before the page that was meant.
    private const double ShareOfConceptsByDate = 0.7;

    /// <summary>Counts.</summary>
    /// <param name="query">The query.</param>
    /// <param name="index">Where to look.</param>
    /// <param name="order">How the pages will be sorted.</param>
    /// <param name="others">Passages that match without holding the query's words.</param>
    /// <param name="cancellation">Observed while searching.</param>
    public static MatchedPages Match(UnderstoodQuery query, IPassageIndex index, SortOrder order, IEnumerable<int> others, CancellationToken cancellation)
    {
        var share = order == SortOrder.Relevance || query.IsAlternative ? 0 : ShareOfConceptsByDate;
        var unfiltered = PassageRanker.Candidates(query with { Filter = PassageFilter.None }, RankingWeights.Default, share);
        var matched = new BitArray(index.Documents.Count);
        foreach (var passage in others)
        {
            matched[index.DocumentOf(passage)] = true;
        }

        foreach (var passage in index.Match(unfiltered, cancellation))
        {
            matched[index.DocumentOf(passage)] = true;
        }

        var groups = new BitArray(index.Documents.Count);
        var pages = new List<int>();
        var languages = new GroupCounts<Language>(index.Documents.Count);
        var years = new GroupCounts<int>(index.Documents.Count);
        for (var ordinal = 0; ordinal < matched.Length; ordinal++)
        {
            if (!matched[ordinal])
            {
                continue;
            }

            var document = index.Documents[ordinal];
            var (inLanguage, inTime) = (query.Filter.MatchesLanguage(document), query.Filter.MatchesTime(document));
            if (inLanguage && inTime && !groups[document.Group])
            {
                groups[document.Group] = true;
                pages.Add(ordinal);
            }

            if (inTime)
            {
                languages.Add(document.Language, document.Group);
            }

            if (inLanguage && document.Published is { } published)
            {
                years.Add(published.Year, document.Group);
            }
        }

        return new MatchedPages(
            groups,
            pages,
            [.. languages.Counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => new FacetCount(pair.Key.Code(), pair.Value))],
            [.. years.Counts.OrderByDescending(pair => pair.Key).Select(pair => new FacetCount(pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value))]);
    }

    /// <summary>Counts the groups of each value, a group once a value.</summary>
    private sealed class GroupCounts<TValue>(int groupCount)
        where TValue : notnull
    {
        private readonly Dictionary<TValue, (BitArray Seen, int Count)> _seen = [];

        public IEnumerable<KeyValuePair<TValue, int>> Counts => _seen.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Count));

        public void Add(TValue value, int group)
        {
            var (seen, count) = _seen.TryGetValue(value, out var found) ? found : (new BitArray(groupCount), 0);
            if (!seen[group])
            {
                seen[group] = true;
                _seen[value] = (seen, count + 1);
            }
        }
    }
}
