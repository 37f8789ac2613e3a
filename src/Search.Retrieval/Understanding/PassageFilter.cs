using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>Which pages are wanted, whatever they say.</summary>
/// <param name="Languages">Languages of the page; empty means all.</param>
/// <param name="From">Earliest date, inclusive; a page whose date is known less exactly passes where it may lie in time.</param>
/// <param name="To">Latest date, inclusive.</param>
public sealed record PassageFilter(IReadOnlyList<Language> Languages, PartialDate? From, PartialDate? To)
{
    /// <summary>Every page.</summary>
    public static PassageFilter None { get; } = new([], null, null);

    /// <summary>Whether a page passes the language filter.</summary>
    public bool MatchesLanguage(DocumentEntry document) => Languages.Count == 0 || Languages.Contains(document.Language);

    /// <summary>Whether a page passes the date filter; an undated page passes only where there is none.</summary>
    public bool MatchesTime(DocumentEntry document) =>
        (From is null && To is null)
        || (document.Published is { } published
            && (From is not { } from || published.Last >= from.First)
            && (To is not { } to || published.First <= to.Last));

    /// <summary>The same as conditions on passages.</summary>
    public IReadOnlyList<IndexQuery> Clauses()
    {
        var clauses = new List<IndexQuery>();
        if (Languages.Count > 0)
        {
            clauses.Add(IndexQuery.Boolean.AnyOf([.. Languages.Select(language => new IndexQuery.Term(Fields.Language, language.Code()))]));
        }

        if (From is { } from)
        {
            clauses.Add(new IndexQuery.Range(Fields.LastDay, Fields.Day(from.First), long.MaxValue));
        }

        if (To is { } to)
        {
            clauses.Add(new IndexQuery.Range(Fields.FirstDay, long.MinValue, Fields.Day(to.Last)));
        }

        return clauses;
    }

    /// <summary>Both filters at once.</summary>
    public PassageFilter And(PassageFilter other)
    {
        var languages = Languages.Count == 0 ? other.Languages : other.Languages.Count == 0 ? Languages : [.. Languages.Intersect(other.Languages)];
        var from = From is { } a && other.From is { } b ? (a.First >= b.First ? a : b) : From ?? other.From;
        var to = To is { } c && other.To is { } d ? (c.Last <= d.Last ? c : d) : To ?? other.To;
        return new PassageFilter(languages, from, to);
    }
}
