using Search.Retrieval;
using Search.Text;

namespace SearchApi.Endpoints;

/// <summary>The parameters of a search, shared by every door that takes one.</summary>
internal static class SearchParameters
{
    private static readonly QueryParameter Query = new("q", "The query, in the archive's query language.", "умные города") { IsRequired = true, Range = (1, SearchRequest.MaxQueryLength) };
    private static readonly QueryParameter Page = new("page", "Page of results, from 1. Default 1.", "1") { Type = "integer", Range = (1, SearchRequest.MaxPage) };
    private static readonly QueryParameter Size = new("size", "Results a page. Default 10.", "10") { Type = "integer", Range = (1, SearchRequest.MaxSize) };
    private static readonly QueryParameter PageLanguage = new("language", "Language of the pages; repeatable. Default all.", "ru") { Values = ["be", "ru", "en"], IsRepeatable = true };
    private static readonly QueryParameter From = new("from", "Earliest publication date, inclusive: YYYY, YYYY-MM or YYYY-MM-DD.", "2020");
    private static readonly QueryParameter To = new("to", "Latest publication date, inclusive: YYYY, YYYY-MM or YYYY-MM-DD.", "2024-08");
    private static readonly QueryParameter Sort = new("sort", "Order of the results. Default relevance.", "relevance") { Values = ["relevance", "newest", "oldest"] };
    private static readonly QueryParameter CrossLanguage = new("crossLanguage", "Whether pages in other languages are found by translated words: on or off. Default on.", "on") { Values = ["on", "off"] };
    private static readonly QueryParameter Verbatim = new("verbatim", "Search exactly what was typed: nothing is mended. Default false.", "false") { Type = "boolean" };
    private static readonly QueryParameter Explain = new("explain", "Whether every result explains its score. Default false.", "false") { Type = "boolean" };

    /// <summary>In the order of the public contract.</summary>
    public static IReadOnlyList<QueryParameter> All { get; } = [Query, Page, Size, PageLanguage, From, To, Sort, CrossLanguage, Verbatim, Explain];

    /// <summary>Reads a search; what is wrong is told to <paramref name="reader"/>.</summary>
    /// <param name="reader">Reader of the address.</param>
    /// <param name="size">Results a page where the address names no size.</param>
    public static SearchRequest Read(QueryReader reader, int size = 10)
    {
        var (from, to) = (reader.Date(From), reader.Date(To));
        if (from is { } first && to is { } last && first.First > last.Last)
        {
            reader.Refuse(From.Name, "Must not be later than `to`.");
        }

        return new SearchRequest(reader.Text(Query))
        {
            Page = reader.Number(Page, 1),
            Size = reader.Number(Size, size),
            Languages = reader.Languages(PageLanguage),
            From = from,
            To = to,
            Sort = reader.Choice(Sort, "relevance") switch
            {
                "newest" => SortOrder.Newest,
                "oldest" => SortOrder.Oldest,
                _ => SortOrder.Relevance,
            },
            CrossLanguage = reader.Switch(CrossLanguage, true),
            Verbatim = reader.Switch(Verbatim, false),
            Explain = reader.Switch(Explain, false),
        };
    }
}
