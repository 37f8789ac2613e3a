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
        var inBody = Terms(passage.Text, passage.Language);
        var inTitle = Terms(string.Join('\n', passage.Headings.Prepend(document.Title)), document.Language);
        foreach (var concept in query.Concepts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n«{concept.Span.Of(query.Text)}» weight {concept.Weight:F2}, idf {concept.InverseDocumentFrequency:F2}: ");
            text.Append(Met(concept, inBody, "text")).Append("; ").Append(Met(concept, inTitle, "title"));
        }

        return text.ToString();
    }

    private static string Met(SearchConcept concept, ILookup<string, (string Word, int Position)> words, string where)
    {
        var met = concept.Terms.Where(term => words.Contains(term.Text))
            .OrderByDescending(term => term.Weight)
            .Select(term => string.Create(CultureInfo.InvariantCulture, $"{words[term.Text].First().Word} ×{words[term.Text].Count()} ({MarkedTerm.FormOf(term.Text)} {term.Weight:F2})"))
            .Concat(concept.Phrases.Where(phrase => Count(phrase, words) > 0).Select(phrase =>
                string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', phrase.Terms.Select(term => words[term].First().Word))} ×{Count(phrase, words)} (Phrase {phrase.Weight:F2})")))
            .Distinct()
            .ToList();
        return met.Count == 0 ? $"not in {where}" : $"in {where} {string.Join(", ", met)}";
    }

    private static int Count(ConceptPhrase phrase, ILookup<string, (string Word, int Position)> words)
    {
        var progress = new PhraseProgress(phrase.Terms.Count);
        return phrase.Terms.SelectMany((term, place) => words[term].Select(word => (word.Position, place))).Order().Count(word => progress.Ends(word.place, word.Position, out _));
    }

    private ILookup<string, (string Word, int Position)> Terms(string text, Language language) =>
        analyzer.Analyze(text, language)
            .SelectMany(token => MarkedTerm.Of(token, text).Select(term => (term, Word: (token.Span.Of(text), token.Position))))
            .ToLookup(pair => pair.term, pair => pair.Word, StringComparer.Ordinal);
}
