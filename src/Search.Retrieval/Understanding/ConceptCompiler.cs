using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval.Understanding;

/// <summary>Turns the words of a query into concepts that an index can be asked for.</summary>
/// <param name="analyzer">The product's analysis.</param>
/// <param name="translator">Gives the words of other languages.</param>
/// <param name="index">Tells how rare a concept is.</param>
internal sealed class ConceptCompiler(TextAnalyzer analyzer, Translator translator, IPassageIndex index)
{
    /// <summary>Concepts of a run of plain words.</summary>
    /// <param name="text">The whole query.</param>
    /// <param name="span">The words.</param>
    /// <param name="language">Language of the query.</param>
    /// <param name="crossLanguage">Whether words of other languages stand for these.</param>
    public IReadOnlyList<SearchConcept> Concepts(string text, TextSpan span, Language language, bool crossLanguage)
    {
        var words = span.Of(text);
        var tokens = analyzer.Analyze(words, language);
        var groups = crossLanguage ? translator.Translate(tokens, words, language) : Untranslated(tokens);
        return groups.Select(group => Compile(group, tokens, span.Start)).ToList();
    }

    private static List<ConceptGroup> Untranslated(IReadOnlyList<AnalyzedToken> tokens) =>
        tokens.GroupBy(token => token.Position)
            .Select(alternatives => new ConceptGroup(
                alternatives.First().Span,
                ConceptKind.Word,
                alternatives.Select(token => new WeightedTerm(token.Language, token.Stem, TermForm.Stem, 1)).Distinct().ToList(),
                [],
                1))
            .ToList();

    private SearchConcept Compile(ConceptGroup group, IReadOnlyList<AnalyzedToken> tokens, int offset)
    {
        var own = tokens.Where(token => group.Source.Contains(token.Span)).ToList();
        var stems = Best(group.Terms.Where(term => term.Form == TermForm.Stem).Select(term => new ConceptTerm(Fields.Stemmed(term.Language, term.Term), (float)term.Weight)));
        var documentFrequency = Math.Min(index.PassageCount, stems.Sum(term => (double)term.Weight * index.DocumentFrequency(Fields.Stem, term.Text)));
        return new SearchConcept(
            new TextSpan(group.Source.Start + offset, group.Source.Length),
            group.Weight,
            own.Select(token => token.Exact).Distinct().ToList(),
            own.Select(token => Fields.Stemmed(token.Language, token.Stem)).Distinct().ToList(),
            stems,
            Query(group, stems, Fields.Stem, Fields.Exact, Fields.Name, Fields.Skeleton),
            Query(group, stems, Fields.TitleStem, Fields.TitleExact, Fields.TitleName, Fields.TitleSkeleton),
            Bm25.InverseDocumentFrequency(documentFrequency, index.PassageCount));
    }

    private static IndexQuery Query(ConceptGroup group, List<ConceptTerm> stems, string stemField, string exactField, string nameField, string skeletonField)
    {
        var clauses = new List<IndexQuery>();
        if (stems.Count > 0)
        {
            clauses.Add(new IndexQuery.Concept(stemField, stems));
        }

        foreach (var (form, field) in new[] { (TermForm.Exact, exactField), (TermForm.NameKey, nameField), (TermForm.Skeleton, skeletonField) })
        {
            var terms = Best(group.Terms.Where(term => term.Form == form).Select(term => new ConceptTerm(term.Term, (float)term.Weight)));
            if (terms.Count > 0)
            {
                clauses.Add(new IndexQuery.Concept(field, terms));
            }
        }

        clauses.AddRange(group.Phrases.Select(phrase => new IndexQuery.Boost(
            new IndexQuery.Phrase(stemField, [.. phrase.Stems.Select(stem => Fields.Stemmed(phrase.Language, stem))], PhraseSlop),
            (float)phrase.Weight)));
        return clauses.Count == 1 ? clauses[0] : IndexQuery.Boolean.AnyOf(clauses);
    }

    // Function words are left out of translated phrases: room for one between any two.
    private const int PhraseSlop = 2;

    private static List<ConceptTerm> Best(IEnumerable<ConceptTerm> terms) =>
        terms.GroupBy(term => term.Text, StringComparer.Ordinal)
            .Select(group => new ConceptTerm(group.Key, group.Max(term => term.Weight)))
            .ToList();
}
