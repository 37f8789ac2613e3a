using Search.Retrieval.Candidates;
using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>A query as it is run.</summary>
/// <param name="Text">The query's text as run: mended where it had to be.</param>
/// <param name="Language">Its language.</param>
/// <param name="Concepts">What it is about; these make the ranking.</param>
/// <param name="Required">Conditions every passage fulfils: phrases, fields, must-words.</param>
/// <param name="Excluded">Conditions no passage fulfils.</param>
/// <param name="Filter">Which pages are wanted.</param>
/// <param name="InterpretedAs">The text as run where it was mended; otherwise <see langword="null"/>.</param>
/// <param name="Notices">What to tell the user.</param>
/// <param name="IsAlternative">Whether the user wrote OR: then any one concept is enough, however the pages are sorted.</param>
public sealed record UnderstoodQuery(
    string Text,
    Language Language,
    IReadOnlyList<SearchConcept> Concepts,
    IReadOnlyList<IndexQuery> Required,
    IReadOnlyList<IndexQuery> Excluded,
    PassageFilter Filter,
    string? InterpretedAs,
    IReadOnlyList<QueryNotice> Notices,
    bool IsAlternative = false)
{
    /// <summary>Whether it asks for anything at all.</summary>
    public bool IsEmpty => Concepts.Count == 0 && Required.Count == 0 && Filter == PassageFilter.None;
}
