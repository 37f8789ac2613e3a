using Search.Retrieval.Candidates;
using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>One content word, phrase, name or number of a query, ready to be searched.</summary>
/// <param name="Span">Where it stands in the query as run.</param>
/// <param name="Weight">How much it counts among the query's concepts, above 0 to 1.</param>
/// <param name="ExactForms">Its own forms as typed, letters normalised.</param>
/// <param name="OwnStems">Its own stems, marked.</param>
/// <param name="Terms">Every marked term that stands for it, with its weight.</param>
/// <param name="Phrases">Terms of several words that stand for it beside <paramref name="Terms"/>.</param>
/// <param name="Body">Finds it in the text of passages.</param>
/// <param name="Title">Finds it in titles and headings.</param>
/// <param name="InverseDocumentFrequency">How rare it is in the archive.</param>
/// <param name="IsFuzzy">Whether it stands for similar spellings rather than for the word itself.</param>
/// <param name="IsOfStatement">Whether the query is a whole sentence, which a passage may say too.</param>
public sealed record SearchConcept(
    TextSpan Span,
    double Weight,
    IReadOnlyList<string> ExactForms,
    IReadOnlyList<string> OwnStems,
    IReadOnlyList<ConceptTerm> Terms,
    IReadOnlyList<ConceptPhrase> Phrases,
    IndexQuery Body,
    IndexQuery Title,
    double InverseDocumentFrequency,
    bool IsFuzzy = false,
    bool IsOfStatement = false);

/// <summary>Several words that stand for a concept where they follow one another.</summary>
/// <param name="Terms">Marked stems in their order, two or more.</param>
/// <param name="Weight">As that of a term.</param>
public sealed record ConceptPhrase(IReadOnlyList<string> Terms, float Weight)
{
    /// <summary>Most words that may stand between them: function words are left out of translated phrases, and there is room for one between any two.</summary>
    public const int Slop = 2;
}
