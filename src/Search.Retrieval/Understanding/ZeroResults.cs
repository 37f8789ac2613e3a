using Search.Retrieval.Candidates;
using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>What may help where nothing was found.</summary>
internal static class ZeroResults
{
    /// <summary>Names the word that the archive lacks, with the query without it; otherwise the filters.</summary>
    public static QueryNotice Help(UnderstoodQuery query, IPassageIndex index)
    {
        var unknown = query.Concepts.FirstOrDefault(concept => concept.Span.Length > 0 && index.Match(IndexQuery.Boolean.AnyOf([concept.Body, concept.Title])).Length == 0);
        var word = unknown is null ? null : query.Text.Substring(unknown.Span.Start, unknown.Span.Length);
        var shorter = unknown is null ? null : query.Text.Remove(unknown.Span.Start, unknown.Span.Length).Trim();
        return Notices.NothingFound(query.Language, word, string.IsNullOrWhiteSpace(shorter) ? null : shorter, query.Filter != PassageFilter.None);
    }

    /// <summary>Names each limit of the search without which pages are found; where no single one helps, all of them together.</summary>
    /// <param name="request">The search that found nothing.</param>
    /// <param name="language">Language of the query.</param>
    /// <param name="count">Counts the pages of a search.</param>
    public static IReadOnlyList<QueryNotice> Remedies(SearchRequest request, Language language, Func<SearchRequest, int> count)
    {
        var limits = new List<(SearchRequest Without, string[] Drops)>();
        AddIf(request.Languages.Count > 0, request with { Languages = [] }, "language");
        AddIf(request.From is not null || request.To is not null, request with { From = null, To = null }, [.. request.From is null ? Array.Empty<string>() : ["from"], .. request.To is null ? Array.Empty<string>() : ["to"]]);
        AddIf(!request.CrossLanguage, request with { CrossLanguage = true }, "crossLanguage");
        AddIf(request.Verbatim, request with { Verbatim = false }, "verbatim");
        var single = limits.Select(limit => Notices.Remedy(language, limit.Drops, count(limit.Without))).Where(notice => notice.Total > 0).ToList();
        if (single.Count > 0 || limits.Count < 2)
        {
            return single;
        }

        var all = Notices.Remedy(language, [.. limits.SelectMany(limit => limit.Drops)], count(request with { Languages = [], From = null, To = null, CrossLanguage = true, Verbatim = false }));
        return all.Total > 0 ? [all] : [];

        void AddIf(bool isLimited, SearchRequest without, params string[] drops)
        {
            if (isLimited)
            {
                limits.Add((without with { Page = 1 }, drops));
            }
        }
    }
}
