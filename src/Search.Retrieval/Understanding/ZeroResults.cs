using Search.Retrieval.Candidates;

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
}
