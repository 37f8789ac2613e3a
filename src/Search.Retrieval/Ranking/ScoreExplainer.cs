using System.Globalization;
using System.Text;
using Search.Retrieval.Schema;
using Search.Retrieval.Understanding;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Ranking;

/// <summary>Says why a passage was found, term by term.</summary>
/// <param name="analyzer">The product's analysis.</param>
internal sealed class ScoreExplainer(TextAnalyzer analyzer)
{
    /// <summary>One line a concept: the query's words, how rare they are, and the words of the passage and its title that met them.</summary>
    public string Explain(Passage passage, ArchiveDocument document, UnderstoodQuery query, double score)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"score {score:F2} = Σ over concepts of weight · idf^1.5 · BM25, × (1 + 4 · coverage), + proximity + exact forms; best passage {passage.Id}");
        var inBody = analyzer.Analyze(passage.Text, passage.Language);
        var title = string.Join('\n', passage.Headings.Prepend(document.Title));
        var inTitle = analyzer.Analyze(title, document.Language);
        var (bodyWords, titleWords) = (Words(inBody, passage.Text), Words(inTitle, title));
        foreach (var concept in query.Concepts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n«{concept.Span.Of(query.Text)}» weight {concept.Weight:F2}, idf {concept.InverseDocumentFrequency:F2}: ");
            text.Append(Met(concept, inBody, bodyWords, "text")).Append("; ").Append(Met(concept, inTitle, titleWords, "title"));
        }

        return text.ToString();
    }

    private static string Met(SearchConcept concept, IReadOnlyList<AnalyzedToken> tokens, ILookup<string, string> words, string where)
    {
        var met = concept.Terms.Where(term => words.Contains(term.Text))
            .OrderByDescending(term => term.Weight)
            .Select(term => string.Create(CultureInfo.InvariantCulture, $"{words[term.Text].First()} ×{words[term.Text].Count()} ({MarkedTerm.FormOf(term.Text)} {term.Weight:F2})"))
            .Concat(concept.Phrases.Select(phrase => (Phrase: phrase, Count: PhraseSpans.In(tokens, phrase).Count())).Where(found => found.Count > 0).Select(found =>
                string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', found.Phrase.Terms.Select(term => words[term].First()))} ×{found.Count} (Phrase {found.Phrase.Weight:F2})")))
            .Distinct()
            .ToList();
        return met.Count == 0 ? $"not in {where}" : $"in {where} {string.Join(", ", met)}";
    }

    private static ILookup<string, string> Words(IReadOnlyList<AnalyzedToken> tokens, string text) =>
        tokens.SelectMany(token => MarkedTerm.Of(token, text).Select(term => (term, Word: token.Span.Of(text))))
            .ToLookup(pair => pair.term, pair => pair.Word, StringComparer.Ordinal);
}
