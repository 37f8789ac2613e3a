using Search.Answering.Reading;
using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>A content word, name or number of a question that evidence should hold.</summary>
/// <param name="Span">The word in the question.</param>
/// <param name="Phrase">The phrase that the word is known in («Министерство связи»); <paramref name="Span"/> where there is none.</param>
/// <param name="Weight">How much it counts: rarity in the archive times its part in the question, 0 or more.</param>
/// <param name="IsName">Whether it is a name, which nothing else can stand for.</param>
/// <param name="IsNumber">Whether it is a number, likewise.</param>
/// <param name="Terms">Marked terms that stand for it.</param>
internal sealed record QuestionConcept(TextSpan Span, TextSpan Phrase, double Weight, bool IsName, bool IsNumber, IReadOnlyList<ConceptTerm> Terms)
{
    /// <summary>Whether a token of the question belongs to it.</summary>
    public bool Holds(ReadingToken token) => Span.Start < token.End && token.Start < Span.End;

    /// <summary>Whether a word of a language is known to stand for it: the lack of any other word says little.</summary>
    public bool HasTermIn(Language language) => Terms.Any(term => term.Text.StartsWith(MarkedTerm.Stem(language, ""), StringComparison.Ordinal));
}
