using Search.Text;

namespace Search.Retrieval;

/// <summary>How results are ordered.</summary>
public enum SortOrder
{
    /// <summary>Best match first; ties by document id.</summary>
    Relevance,

    /// <summary>Latest publication first; undated pages last.</summary>
    Newest,

    /// <summary>Earliest publication first; undated pages last.</summary>
    Oldest,
}

/// <summary>A search as the user stated it.</summary>
/// <param name="Query">Query text in the archive's query language, at most <see cref="MaxQueryLength"/> code units.</param>
public sealed record SearchRequest(string Query)
{
    /// <summary>Longest query that is searched, in UTF-16 code units.</summary>
    public const int MaxQueryLength = 1000;

    /// <summary>Most results on one page.</summary>
    public const int MaxSize = 100;

    /// <summary>Last page of results that can be asked for.</summary>
    public const int MaxPage = 100;

    /// <summary>Page of results, from 1. Default 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Results a page, 1 to <see cref="MaxSize"/>. Default 10.</summary>
    public int Size { get; init; } = 10;

    /// <summary>Languages of the pages wanted; empty means all.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [];

    /// <summary>Earliest publication date, inclusive; a year or month counts from its first day.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Latest publication date, inclusive; a year or month counts to its last day.</summary>
    public PartialDate? To { get; init; }

    /// <summary>Order of the results. Default relevance.</summary>
    public SortOrder Sort { get; init; } = SortOrder.Relevance;

    /// <summary>Whether words of other languages stand for the query's words. Default on.</summary>
    public bool CrossLanguage { get; init; } = true;

    /// <summary>Search exactly what was typed: nothing is mended. Default off.</summary>
    public bool Verbatim { get; init; }

    /// <summary>Whether every result explains its score, term by term.</summary>
    public bool Explain { get; init; }
}
