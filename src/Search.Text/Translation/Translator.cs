using Search.Text.Analysis;

namespace Search.Text.Translation;

/// <summary>Turns the words of a query into concepts that passages of any language can match. Safe for use by several threads.</summary>
public sealed class Translator
{
    /// <summary>Groups a query's words and phrases into concepts.</summary>
    /// <param name="tokens">The query's tokens as the analyser gave them, in order of position; alternatives at one position make one concept.</param>
    /// <param name="text">The text that the tokens' spans count in; capitals in it tell names.</param>
    /// <param name="from">Language of the query; <see cref="Language.Unknown"/> tries every one.</param>
    /// <returns>In the order of the query. Every token is in a concept of its own or of a phrase, except the words that only frame a question.</returns>
    public IReadOnlyList<ConceptGroup> Translate(IReadOnlyList<AnalyzedToken> tokens, string text, Language from)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(text);

        var groups = new List<ConceptGroup>();
        foreach (var alternatives in tokens.GroupBy(token => token.Position))
        {
            var first = alternatives.First();
            var kind = first.Kind is TokenKind.Word ? ConceptKind.Word : ConceptKind.Number;
            var terms = alternatives.Select(token => new WeightedTerm(token.Language, token.Stem, TermForm.Stem, 1)).Distinct().ToList();
            groups.Add(new ConceptGroup(first.Span, kind, terms, [], 1));
        }

        return groups;
    }
}
