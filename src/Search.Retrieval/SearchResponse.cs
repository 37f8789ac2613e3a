using Search.Text;

namespace Search.Retrieval;

/// <summary>How closely a result's words match the query's, best first.</summary>
public enum MatchKind
{
    /// <summary>The very forms of the query.</summary>
    Exact,

    /// <summary>Other forms of the same words.</summary>
    Inflected,

    /// <summary>Words of another language, names in another script, synonyms.</summary>
    Translated,

    /// <summary>Similar spellings.</summary>
    Fuzzy,
}

/// <summary>What became of the query, and what to tell the user.</summary>
/// <param name="Text">The query as typed.</param>
/// <param name="Language">Language it was taken to be in.</param>
/// <param name="InterpretedAs">The query as run where it was mended; otherwise <see langword="null"/>.</param>
/// <param name="Notices">What was mended, filtered or not understood, for showing to the user; each with its kind so that a page can offer to undo it.</param>
public sealed record QueryReport(string Text, Language Language, string? InterpretedAs, IReadOnlyList<QueryNotice> Notices);

/// <summary>One thing the user should know about how the query was run.</summary>
/// <param name="Kind"><c>layout</c>, <c>transliteration</c>, <c>spelling</c>, <c>date</c>, <c>syntax</c>, <c>zero-results</c>, <c>meaning</c>.</param>
/// <param name="Text">The notice, in the query's language.</param>
/// <param name="Query">A query that undoes or takes up the notice; <see langword="null"/> where there is none.</param>
public sealed record QueryNotice(string Kind, string Text, string? Query)
{
    /// <summary>What it is about, for saying it in other words: the word that the archive lacks, the time that was understood; otherwise <see langword="null"/>.</summary>
    public string? Subject { get; init; }

    /// <summary>Parameters of the search without which pages are found: <c>language</c>, <c>from</c>, <c>to</c>, <c>crossLanguage</c>, <c>verbatim</c>; mostly empty.</summary>
    public IReadOnlyList<string> Drops { get; init; } = [];

    /// <summary>Pages found without them; 0 where it drops none.</summary>
    public int Total { get; init; }
}

/// <summary>A snippet of a result.</summary>
/// <param name="Text">Plain text, verbatim from the page but for white space; never HTML.</param>
/// <param name="Highlights">Places that matched, in order, not overlapping, as offsets into <paramref name="Text"/>.</param>
public sealed record Snippet(string Text, IReadOnlyList<TextSpan> Highlights);

/// <summary>Another version of a page.</summary>
/// <param name="Language">Language of the version; equal to the result's own for a near-duplicate.</param>
/// <param name="Url">Address of the version.</param>
/// <param name="Id">Document id of the version.</param>
public sealed record DocumentVersion(Language Language, string Url, string Id);

/// <summary>One page found.</summary>
/// <param name="Rank">Place among all results, from 1.</param>
/// <param name="Id">Document id.</param>
/// <param name="Url">Address of the page.</param>
/// <param name="Title">Title of the page.</param>
/// <param name="TitleHighlights">Places of the title that matched.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Published">Publication date, as exactly as known.</param>
/// <param name="Score">Higher is better; comparable within one response only.</param>
/// <param name="Match">Closest kind of match.</param>
/// <param name="Snippet">The best place.</param>
/// <param name="Link">Address with a text fragment that leads a browser to the place.</param>
/// <param name="Versions">Other versions of the page, best first.</param>
/// <param name="Passage">The best passage.</param>
/// <param name="Explanation">Why it scored, where that was asked for.</param>
public sealed record SearchResult(
    int Rank,
    string Id,
    string Url,
    string Title,
    IReadOnlyList<TextSpan> TitleHighlights,
    Language Language,
    PartialDate? Published,
    double Score,
    MatchKind Match,
    Snippet Snippet,
    string Link,
    IReadOnlyList<DocumentVersion> Versions,
    PassageId Passage,
    string? Explanation);

/// <summary>A value of a facet and how many pages have it.</summary>
/// <param name="Value">Language code or year.</param>
/// <param name="Count">Pages that match the query and every other filter.</param>
public sealed record FacetCount(string Value, int Count);

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
/// <param name="Query">What became of the query.</param>
/// <param name="Total">Pages that match, versions joined.</param>
/// <param name="Page">Page of results, from 1.</param>
/// <param name="Size">Results a page.</param>
/// <param name="Results">In order of rank.</param>
/// <param name="LanguageFacet">Pages by language, most first.</param>
/// <param name="YearFacet">Pages by year of publication, latest first.</param>
public sealed record SearchResponse(
    QueryReport Query,
    int Total,
    int Page,
    int Size,
    IReadOnlyList<SearchResult> Results,
    IReadOnlyList<FacetCount> LanguageFacet,
    IReadOnlyList<FacetCount> YearFacet);
