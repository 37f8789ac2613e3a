using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Languages;
using Search.Text.Translation;

namespace Search.Retrieval.Understanding;

/// <summary>Reads a query: its syntax, its language, the concepts it is about, the conditions it states.</summary>
/// <param name="analyzer">The product's analysis.</param>
/// <param name="translator">Gives the words of other languages.</param>
public sealed class QueryUnderstanding(TextAnalyzer analyzer, Translator translator)
{
    private readonly QueryMending _mending = new();

    /// <summary>Reads now what the first query of a snapshot would wait for.</summary>
    /// <param name="index">The snapshot.</param>
    public void Prepare(IPassageIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        _mending.Prepare(index);
    }

    /// <summary>Reads a search as the user stated it.</summary>
    /// <param name="request">The search.</param>
    /// <param name="index">The archive it is for.</param>
    public UnderstoodQuery Understand(SearchRequest request, IPassageIndex index)
    {
        ArgumentNullException.ThrowIfNull(request);
        var parsed = QueryParser.Parse(request.Query);
        var (language, confidence) = LanguageIdentifier.Identify(request.Query);
        var notices = new List<QueryNotice>();
        var compiler = new ConceptCompiler(analyzer, translator, index);
        var isOpen = !request.Verbatim && (parsed.IsPlain || parsed.IsBroken) && !QueryParser.IsCopiedText(request.Query);
        var completions = isOpen ? compiler.Completions(request.Query, language) : [];
        var text = request.Query;
        if (isOpen && completions.Count == 0 && _mending.Mend(text, language, index) is { } mended)
        {
            text = mended.Text;
            (language, confidence) = (mended.Language, 1);
            parsed = QueryParser.Parse(text);
            notices.Add(Notices.Mended(mended, request.Query));
        }

        var spoken = isOpen ? SpokenTime.Read(text, language, LatestYear(index)) : null;
        if (spoken is not null)
        {
            notices.Add(Notices.Time(language, spoken.From, spoken.To, request.Query));
            text = spoken.Rest;
            parsed = QueryParser.Parse(text);
        }

        if (parsed.IsBroken)
        {
            notices.Add(new QueryNotice("syntax", Notices.BrokenSyntax(language), null));
        }

        var compilation = new Compilation(text, Analyzed(language, confidence), request.CrossLanguage, completions, compiler, analyzer);
        compilation.Add(parsed.Root);
        var filter = compilation.Filter.And(new PassageFilter(request.Languages, request.From, request.To)).And(new PassageFilter([], spoken?.From, spoken?.To));
        var interpretedAs = text == request.Query ? null : text;
        return new UnderstoodQuery(text, language, compilation.Concepts, compilation.Required, compilation.Excluded, filter, interpretedAs, notices, parsed.Root.HasOr);
    }

    /// <summary>Reads plain text, a question for example: no sign in it means anything.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language; <see langword="null"/> lets the text decide.</param>
    /// <param name="filter">Which pages are wanted.</param>
    /// <param name="isVerbatim">Whether to leave it as it was typed.</param>
    /// <param name="index">The archive it is for.</param>
    public UnderstoodQuery UnderstandPlain(string text, Language? language, PassageFilter filter, bool isVerbatim, IPassageIndex index)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (identified, confidence) = LanguageIdentifier.Identify(text);
        var mended = isVerbatim ? null : _mending.Mend(text, language ?? identified, index);
        var run = mended?.Text ?? text;
        var spoken = mended?.Language ?? language ?? identified;
        var analyzed = mended is null && language is null ? Analyzed(identified, confidence) : spoken;
        var concepts = new ConceptCompiler(analyzer, translator, index).Concepts(run, new TextSpan(0, run.Length), analyzed, true, []);
        return new UnderstoodQuery(run, spoken, concepts, [], [], filter, mended?.Text, []);
    }

    private static int LatestYear(IPassageIndex index) => index.Documents.Max(document => document.Published?.Year) ?? 0;

    /// <summary>The language whose rules make the stems: a word that may be of two languages is read in both.</summary>
    private static Language Analyzed(Language language, double confidence) => confidence >= LanguageIdentifier.SureFrom ? language : Language.Unknown;

    /// <summary>Sorts the nodes of a query into concepts and conditions.</summary>
    private sealed class Compilation(string text, Language language, bool crossLanguage, IReadOnlyList<string> completions, ConceptCompiler compiler, TextAnalyzer analyzer)
    {
        public List<SearchConcept> Concepts { get; } = [];

        public List<IndexQuery> Required { get; } = [];

        public List<IndexQuery> Excluded { get; } = [];

        public PassageFilter Filter { get; private set; } = PassageFilter.None;

        public void Add(QueryNode.Group group)
        {
            foreach (var clause in group.Clauses)
            {
                if (clause.Occur == Occur.MustNot)
                {
                    Excluded.Add(Query(clause.Node, isTitle: false));
                }
                else if (clause is (Occur.Should, QueryNode.Words words))
                {
                    Concepts.AddRange(Of(words.Span));
                }
                else if (Condition(clause.Node) is { } condition)
                {
                    Filter = Filter.And(condition);
                }
                else if (group.HasOr && clause.Occur == Occur.Should)
                {
                    Concepts.AddRange(ConceptsOf(clause.Node));
                }
                else
                {
                    // Who writes a sign of the query language means it.
                    Required.Add(Query(clause.Node, isTitle: false));
                    Concepts.AddRange(ConceptsOf(clause.Node));
                }
            }
        }

        private static PassageFilter? Condition(QueryNode node) => node switch
        {
            QueryNode.InLanguage wanted => new PassageFilter([wanted.Language], null, null),
            QueryNode.InTime time => new PassageFilter([], time.From, time.To),
            _ => null,
        };

        private IReadOnlyList<SearchConcept> Of(TextSpan span) => compiler.Concepts(text, span, language, crossLanguage, completions);

        /// <summary>What a condition is about, so that passages that fulfil it are ranked by it.</summary>
        private IEnumerable<SearchConcept> ConceptsOf(QueryNode node) => node switch
        {
            QueryNode.Words words => Of(words.Span),
            // The phrase itself counts beside its words: pages that hold it stand before those that hold its translation.
            QueryNode.Quoted quoted => [.. Of(quoted.Span), Alone(quoted.Span, Phrase(quoted.Span, false), Phrase(quoted.Span, true), isFuzzy: false)],
            QueryNode.InField field => ConceptsOf(field.Node),
            QueryNode.Group group => group.Clauses.Where(clause => clause.Occur != Occur.MustNot).SelectMany(clause => ConceptsOf(clause.Node)),
            QueryNode.ExactForm exact => [Alone(exact.Span, Query(node, false), Query(node, true), isFuzzy: false)],
            QueryNode.Pattern pattern => [Alone(pattern.Span, Query(node, false), Query(node, true), isFuzzy: false)],
            QueryNode.Similar similar => [Alone(similar.Span, Query(node, false), Query(node, true), isFuzzy: true)],
            _ => [],
        };

        private static SearchConcept Alone(TextSpan span, IndexQuery body, IndexQuery title, bool isFuzzy) =>
            new(span, 1, [], [], [], [], body, title, 1, isFuzzy);

        private IndexQuery Query(QueryNode node, bool isTitle) => node switch
        {
            QueryNode.Words words => All(Of(words.Span), isTitle),
            QueryNode.Quoted { Slop: 0 } quoted => PhraseOrTranslation(quoted.Span, isTitle),
            QueryNode.Quoted quoted => Near(quoted, isTitle),
            QueryNode.ExactForm exact => Phrase(exact.Span, isTitle),
            QueryNode.Pattern pattern => Anywhere(isTitle, field => Wild(field, Letters(pattern.Span))),
            QueryNode.Similar similar => Anywhere(isTitle, field => new IndexQuery.Fuzzy(field, Letters(similar.Span), similar.MaxEdits)),
            QueryNode.InField { Field: QueryField.Title } field => Query(field.Node, isTitle: true),
            QueryNode.InField field => InUrl(field.Node),
            QueryNode.InLanguage or QueryNode.InTime => new IndexQuery.Boolean([], [], [], Condition(node)?.Clauses() ?? []),
            QueryNode.Group group => Nested(group, isTitle),
            _ => new IndexQuery.All(),
        };

        private IndexQuery.Boolean Nested(QueryNode.Group group, bool isTitle)
        {
            IReadOnlyList<IndexQuery> Of(Occur occur) => [.. group.Clauses.Where(clause => clause.Occur == occur).Select(clause => Query(clause.Node, isTitle))];
            var (must, should, mustNot) = (Of(Occur.Must), Of(Occur.Should), Of(Occur.MustNot));
            return must.Count + should.Count == 0
                ? new IndexQuery.Boolean([new IndexQuery.All()], [], mustNot, [])
                : new IndexQuery.Boolean(must, should, mustNot, [], group.HasOr || must.Count == 0 ? Math.Min(1, should.Count) : 0);
        }

        /// <summary>Words that must match: each of them, in any form and language.</summary>
        private static IndexQuery All(IReadOnlyList<SearchConcept> concepts, bool isTitle) =>
            IndexQuery.Boolean.AllOf([.. concepts.Select(concept => isTitle ? concept.Title : IndexQuery.Boolean.AnyOf([concept.Body, concept.Title]))]);

        /// <summary>These forms in this order; in pages of other languages, where they cannot stand, the translations of all of them.</summary>
        private IndexQuery PhraseOrTranslation(TextSpan span, bool isTitle)
        {
            var phrase = Phrase(span, isTitle);
            var concepts = Of(span);
            return !crossLanguage || language == Language.Unknown || concepts.Count < 2
                ? phrase
                : IndexQuery.Boolean.AnyOf([phrase, new IndexQuery.Boolean([All(concepts, isTitle)], [], [new IndexQuery.Term(Fields.Language, language.Code())], [])]);
        }

        private IndexQuery Phrase(TextSpan span, bool isTitle)
        {
            var terms = analyzer.Analyze(span.Of(text), language)
                .GroupBy(token => token.Position)
                .Select(alternatives => alternatives.First().Exact)
                .ToList();
            return terms.Count switch
            {
                0 => new IndexQuery.All(),
                1 => Anywhere(isTitle, field => new IndexQuery.Term(field, terms[0])),
                _ => Anywhere(isTitle, field => new IndexQuery.Phrase(field, terms, 0)),
            };
        }

        private IndexQuery Near(QueryNode.Quoted quoted, bool isTitle)
        {
            var stems = analyzer.Analyze(quoted.Span.Of(text), language)
                .GroupBy(token => token.Position)
                .Select(alternatives => MarkedTerm.Stem(alternatives.First().Language, alternatives.First().Stem))
                .ToList();
            return stems.Count < 2
                ? All(Of(quoted.Span), isTitle)
                : isTitle
                    ? new IndexQuery.Phrase(Fields.TitleTerms, stems, quoted.Slop)
                    : IndexQuery.Boolean.AnyOf([new IndexQuery.Phrase(Fields.Terms, stems, quoted.Slop), new IndexQuery.Phrase(Fields.TitleTerms, stems, quoted.Slop)]);
        }

        private static IndexQuery Anywhere(bool isTitle, Func<string, IndexQuery> query) =>
            isTitle ? query(Fields.TitleExact) : IndexQuery.Boolean.AnyOf([query(Fields.Exact), query(Fields.TitleExact)]);

        private static IndexQuery Wild(string field, string pattern) =>
            pattern.EndsWith('*') && !pattern[..^1].AsSpan().ContainsAny('*', '?', '\\')
                ? new IndexQuery.Prefix(field, pattern[..^1])
                : new IndexQuery.Wildcard(field, pattern);

        private IndexQuery.Boolean InUrl(QueryNode node)
        {
            var span = node switch
            {
                QueryNode.Words words => words.Span,
                QueryNode.Quoted quoted => quoted.Span,
                QueryNode.ExactForm exact => exact.Span,
                QueryNode.Pattern pattern => pattern.Span,
                _ => new TextSpan(0, 0),
            };
            var parts = analyzer.Analyze(span.Of(text).Replace('*', ' '), Language.Unknown).Select(token => token.Exact).Distinct();
            return IndexQuery.Boolean.AllOf([.. parts.Select(part => new IndexQuery.Prefix(Fields.Url, part))]);
        }

        /// <summary>A pattern's letters as they are indexed; its signs stay.</summary>
        private string Letters(TextSpan span) => LetterNormalizer.Normalize(span.Of(text), language);
    }
}
