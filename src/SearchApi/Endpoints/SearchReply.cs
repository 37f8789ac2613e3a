using Search.Retrieval;
using Search.Text;

namespace SearchApi.Endpoints;

/// <summary>What <c>GET /v1/search</c> answers.</summary>
/// <param name="Query">What became of the query.</param>
/// <param name="Total">Pages that match, versions joined.</param>
/// <param name="Page">Page of results, from 1.</param>
/// <param name="Size">Results a page.</param>
/// <param name="TookMs">Time spent on the search, milliseconds.</param>
/// <param name="Results">In order of rank.</param>
/// <param name="Facets">Counts by language and year.</param>
internal sealed record SearchReply(QueryReply Query, int Total, int Page, int Size, double TookMs, IReadOnlyList<ResultReply> Results, FacetsReply Facets)
{
    /// <summary>The contract's form of <paramref name="response"/>.</summary>
    public static SearchReply Of(SearchResponse response, TimeSpan took) => new(
        QueryReply.Of(response.Query),
        response.Total,
        response.Page,
        response.Size,
        Math.Round(took.TotalMilliseconds, 2),
        [.. response.Results.Select(ResultReply.Of)],
        new FacetsReply([.. response.LanguageFacet.Select(FacetReply.Of)], [.. response.YearFacet.Select(FacetReply.Of)]));
}

/// <summary>What became of a query.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Language">Language it was taken to be in: <c>be</c>, <c>ru</c>, <c>en</c> or <c>unknown</c>.</param>
/// <param name="InterpretedAs">The query as run where it was mended; otherwise null.</param>
/// <param name="Notices">What the user should know, as text.</param>
/// <param name="NoticeDetails">The same notices with their kind and a query that undoes each.</param>
internal sealed record QueryReply(string Text, string Language, string? InterpretedAs, IReadOnlyList<string> Notices, IReadOnlyList<NoticeReply> NoticeDetails)
{
    public static QueryReply Of(QueryReport report) => new(
        report.Text,
        report.Language.Code(),
        report.InterpretedAs,
        [.. report.Notices.Select(notice => notice.Text)],
        [.. report.Notices.Select(notice => new NoticeReply(notice.Kind, notice.Text, notice.Query, notice.Subject, notice.Drops.Count > 0 ? notice.Drops : null, notice.Drops.Count > 0 ? notice.Total : null))]);
}

/// <summary>One thing the user should know about how the query was run.</summary>
/// <param name="Kind"><c>layout</c>, <c>transliteration</c>, <c>spelling</c>, <c>date</c>, <c>syntax</c> or <c>zero-results</c>.</param>
/// <param name="Text">The notice, in the query's language.</param>
/// <param name="Query">A query that undoes or takes up the notice; null where there is none.</param>
/// <param name="Subject">The word that the archive lacks, or the time that was understood; null elsewhere.</param>
/// <param name="Drop">Parameters of the search without which pages are found; null where it proposes none.</param>
/// <param name="Total">Pages found without them; null where it proposes none.</param>
internal sealed record NoticeReply(string Kind, string Text, string? Query, string? Subject, IReadOnlyList<string>? Drop, int? Total);

/// <summary>One page found.</summary>
/// <param name="Rank">Place among all results, from 1.</param>
/// <param name="Id">Document id.</param>
/// <param name="Url">Address of the page.</param>
/// <param name="Title">Title of the page.</param>
/// <param name="TitleHighlights">Places of the title that matched, in UTF-16 code units.</param>
/// <param name="Language"><c>be</c>, <c>ru</c> or <c>en</c>.</param>
/// <param name="Published">Publication date as exactly as known: <c>2020-10-23</c>, <c>2020-10</c>, <c>2020</c> or null.</param>
/// <param name="PublishedPrecision"><c>day</c>, <c>month</c>, <c>year</c> or null.</param>
/// <param name="Score">Higher is better; comparable within one response only.</param>
/// <param name="Match"><c>exact</c>, <c>inflected</c>, <c>translated</c> or <c>fuzzy</c>.</param>
/// <param name="Snippet">The best place.</param>
/// <param name="Link">Address with a text fragment that leads a browser to the place.</param>
/// <param name="Versions">Other versions of the page, best first.</param>
/// <param name="Explanation">Why it scored, with <c>explain=true</c>; otherwise null.</param>
internal sealed record ResultReply(
    int Rank,
    string Id,
    string Url,
    string Title,
    IReadOnlyList<SpanReply> TitleHighlights,
    string Language,
    string? Published,
    string? PublishedPrecision,
    double Score,
    string Match,
    SnippetReply Snippet,
    string Link,
    IReadOnlyList<VersionReply> Versions,
    string? Explanation)
{
    public static ResultReply Of(SearchResult result) => new(
        result.Rank,
        result.Id,
        result.Url,
        result.Title,
        [.. result.TitleHighlights.Select(SpanReply.Of)],
        result.Language.Code(),
        result.Published?.ToString(),
        result.Published?.Precision,
        result.Score,
        result.Match switch
        {
            MatchKind.Exact => "exact",
            MatchKind.Inflected => "inflected",
            MatchKind.Translated => "translated",
            _ => "fuzzy",
        },
        new SnippetReply(result.Snippet.Text, [.. result.Snippet.Highlights.Select(SpanReply.Of)]),
        result.Link,
        [.. result.Versions.Select(VersionReply.Of)],
        result.Explanation);
}

/// <summary>A snippet: plain text, never HTML.</summary>
/// <param name="Text">The text.</param>
/// <param name="Highlights">Places that matched, in order, not overlapping, as offsets into <paramref name="Text"/> in UTF-16 code units.</param>
internal sealed record SnippetReply(string Text, IReadOnlyList<SpanReply> Highlights);

/// <summary>A stretch of a text, in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit, from 0.</param>
/// <param name="Length">Number of code units.</param>
internal sealed record SpanReply(int Start, int Length)
{
    public static SpanReply Of(TextSpan span) => new(span.Start, span.Length);
}

/// <summary>Another version of a page.</summary>
/// <param name="Language">Language of the version.</param>
/// <param name="Url">Address of the version.</param>
/// <param name="Id">Document id of the version.</param>
internal sealed record VersionReply(string Language, string Url, string Id)
{
    public static VersionReply Of(DocumentVersion version) => new(version.Language.Code(), version.Url, version.Id);
}

/// <summary>Counts by language and by year; a facet's own filter does not narrow its own counts.</summary>
/// <param name="Language">Most pages first.</param>
/// <param name="Year">Latest year first.</param>
internal sealed record FacetsReply(IReadOnlyList<FacetReply> Language, IReadOnlyList<FacetReply> Year);

/// <summary>A value of a facet and how many pages have it.</summary>
/// <param name="Value">Language code or year.</param>
/// <param name="Count">Pages.</param>
internal sealed record FacetReply(string Value, int Count)
{
    public static FacetReply Of(FacetCount facet) => new(facet.Value, facet.Count);
}
