using Search.Retrieval;
using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Answering.Verification;

/// <summary>Words of a statement that stand in a page of another language: "United Nations" where the page says «ООН».</summary>
internal static class TranslatedWords
{
    // Rarer translations stand for too many words.
    private const double LeastWeight = 0.3;

    private static readonly TextAnalyzer Analyzer = new();
    private static readonly Lazy<Translator> Translator = new(() => new Translator());

    /// <summary>Those words, each as written.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="language">Its language.</param>
    /// <param name="proofs">Passages; those in the statement's own language count for nothing.</param>
    public static IReadOnlyList<string> Of(string statement, Language language, IEnumerable<RankedPassage> proofs)
    {
        var terms = proofs
            .Where(proof => proof.Passage.Language != language)
            .SelectMany(proof => ((string[])[proof.Document.Title, .. proof.Passage.Headings, proof.Passage.Text]).SelectMany(text => Analyzer.Analyze(text, proof.Passage.Language).SelectMany(token => MarkedTerm.Of(token, text))))
            .ToHashSet(StringComparer.Ordinal);
        return terms.Count == 0
            ? []
            : [.. Translator.Value.Translate(Analyzer.Analyze(statement, language), statement, language)
                .Where(concept => concept.Terms.Any(term => term is { Form: TermForm.Stem or TermForm.NameKey, Weight: >= LeastWeight } && terms.Contains(MarkedTerm.Of(term)))
                    || concept.Phrases.Any(phrase => phrase.Stems.All(stem => terms.Contains(MarkedTerm.Stem(phrase.Language, stem)))))
                .Select(concept => concept.Source.Of(statement))
                .Distinct()];
    }
}
