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
    // A beginning shorter than this fits too many words.
    private const int LeastBeginning = 4;

    // More completions than a person could mean only blur the concept.
    private const int MaxCompletions = 12;

    private readonly IndexVocabulary _vocabulary = new(index);

    /// <summary>
    /// Words of the archive that complete the last word of a query, which is still being typed or was cut off on purpose; none where the
    /// archive or the lexicon knows the word as it stands.
    /// </summary>
    /// <param name="text">The query.</param>
    /// <param name="language">Its language.</param>
    public IReadOnlyList<string> Completions(string text, Language language)
    {
        var last = analyzer.Analyze(text, language).LastOrDefault();
        if (last.Kind != TokenKind.Word || last.Exact is not { Length: >= LeastBeginning } || last.Span.End != text.TrimEnd().Length || IsKnown(last.Exact))
        {
            return [];
        }

        return _vocabulary.Completions(last.Exact, MaxCompletions);
    }

    /// <summary>Concepts of a run of plain words.</summary>
    /// <param name="text">The whole query.</param>
    /// <param name="span">The words.</param>
    /// <param name="language">Language of the query.</param>
    /// <param name="crossLanguage">Whether words of other languages stand for these.</param>
    /// <param name="completions">Words that the last word may be the beginning of (<see cref="Completions"/>).</param>
    public IReadOnlyList<SearchConcept> Concepts(string text, TextSpan span, Language language, bool crossLanguage, IReadOnlyList<string> completions)
    {
        var words = span.Of(text);
        var tokens = analyzer.Analyze(words, language);
        var isStatement = QueryShapes.Of(words, tokens) == QueryShape.Statement;
        var groups = Groups(words, tokens, language, crossLanguage, isStatement ? FunctionWordUse.KeepLightly : FunctionWordUse.LeaveOut).ToList();
        var last = completions.Count > 0 && tokens.Count > 0 ? groups.FindLastIndex(group => group.Source.Contains(tokens[^1].Span)) : -1;
        if (last >= 0)
        {
            groups[last] = Completed(groups[last], completions, language, crossLanguage);
        }

        var concepts = groups.ConvertAll(group => Compile(group, tokens, span.Start, isStatement));
        if (last >= 0)
        {
            concepts[last] = concepts[last] with { ExactForms = [.. concepts[last].ExactForms.Concat(completions).Distinct()] };
        }

        return concepts;
    }

    private bool IsKnown(string form) =>
        _vocabulary.FormFrequency(form) > 0
        || LanguageCodes.All.Any(language => _vocabulary.IsWord(language, form)
            || analyzer.Analyze(form, language).Any(token => _vocabulary.StemFrequency(token.Language, token.Stem) > 0));

    private IReadOnlyList<ConceptGroup> Groups(string words, IReadOnlyList<AnalyzedToken> tokens, Language language, bool crossLanguage, FunctionWordUse functionWords) =>
        crossLanguage ? translator.Translate(tokens, words, language, functionWords) : Untranslated(tokens);

    /// <summary>A beginning stands for everything that its completions stand for.</summary>
    private ConceptGroup Completed(ConceptGroup beginning, IReadOnlyList<string> completions, Language language, bool crossLanguage)
    {
        var terms = completions
            .SelectMany(word => Groups(word, analyzer.Analyze(word, language), language, crossLanguage, FunctionWordUse.LeaveOut))
            .SelectMany(group => group.Terms)
            .Where(term => term.Form == TermForm.Stem)
            .GroupBy(term => (term.Language, term.Term, term.Form))
            .Select(group => group.MaxBy(term => term.Weight));
        return beginning with { Terms = [.. terms] };
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

    private SearchConcept Compile(ConceptGroup group, IReadOnlyList<AnalyzedToken> tokens, int offset, bool isStatement)
    {
        var scoring = isStatement ? Bm25.Statements : Bm25.Passages;
        var own = tokens.Where(token => group.Source.Contains(token.Span)).ToList();
        var forms = group.Terms.Where(term => term.Form != TermForm.Exact)
            .GroupBy(term => term.Form)
            .Select(form => (Terms: Best(form.Select(term => new ConceptTerm(MarkedTerm.Of(term), (float)term.Weight))), Share: Share(form.Key)))
            .Where(form => form.Terms.Count > 0)
            .Select(form => (form.Terms, form.Share, Rarity: Rarity(form.Terms)))
            .ToList();
        var phrases = group.Phrases
            .Select(phrase => new ConceptPhrase([.. phrase.Stems.Select(stem => MarkedTerm.Stem(phrase.Language, stem))], (float)phrase.Weight))
            .ToList();
        return new SearchConcept(
            new TextSpan(group.Source.Start + offset, group.Source.Length),
            group.Weight,
            own.Select(token => token.Exact).Distinct().ToList(),
            own.Select(token => MarkedTerm.Stem(token.Language, token.Stem)).Distinct().ToList(),
            forms.SelectMany(form => form.Terms).ToList(),
            phrases,
            Query(Fields.Terms),
            Query(Fields.TitleTerms),
            forms.Count == 0 ? 0 : forms.Max(form => form.Rarity * form.Share),
            IsOfStatement: isStatement);

        IndexQuery Query(string field)
        {
            var clauses = forms.Select(form => Boosted(new IndexQuery.Concept(field, form.Terms) { Scoring = scoring }, form.Share * Math.Pow(form.Rarity, RarityBoost))).ToList();
            clauses.AddRange(phrases.Select(phrase => Boosted(new IndexQuery.Phrase(field, phrase.Terms, ConceptPhrase.Slop), phrase.Weight)));
            return clauses.Count == 1 ? clauses[0] : new IndexQuery.BestOf(clauses);
        }
    }

    // Rare words tell more of a passage's subject than BM25's idf grants them; measured on parallel news and encyclopedia questions.
    private const double RarityBoost = 0.5;

    /// <summary>How much a match counts by its form: a shared skeleton may be chance.</summary>
    private static double Share(TermForm form) => form == TermForm.Skeleton ? 0.6 : 1;

    private static IndexQuery Boosted(IndexQuery query, double factor) => factor == 1 ? query : new IndexQuery.Boost(query, (float)factor);

    private double Rarity(IReadOnlyList<ConceptTerm> terms)
    {
        var documentFrequency = terms.Sum(term => (double)term.Weight * index.DocumentFrequency(Fields.Terms, term.Text));
        return Bm25.InverseDocumentFrequency(Math.Min(index.PassageCount, documentFrequency), index.PassageCount);
    }

    private static List<ConceptTerm> Best(IEnumerable<ConceptTerm> terms) =>
        terms.Where(term => term.Text.Length > 1)
            .GroupBy(term => term.Text, StringComparer.Ordinal)
            .Select(group => new ConceptTerm(group.Key, group.Max(term => term.Weight)))
            .ToList();
}
