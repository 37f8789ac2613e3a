using Search.Lucene;
using Search.Lucene.Search;

namespace Search.Retrieval.Candidates;

/// <summary>The query tree in the engine's words.</summary>
internal static class LuceneQueries
{
    // No index has so many words within two edits of one.
    private const int MaxFuzzyTerms = 1000;

    private static readonly Query Passages = new ConstantScoreQuery(new TermQuery(new Term(LuceneFields.Kind, LuceneFields.Passage)));

    public static Query Of(IndexQuery query) => query switch
    {
        IndexQuery.Term term => new TermQuery(new Term(term.Field, term.Text)),
        IndexQuery.Concept concept => new WeightedSynonymQuery([.. concept.Terms.Select(term => new Alternative(new Term(concept.Field, term.Text), term.Weight))])
        {
            Similarity = new BM25Similarity(concept.Scoring.K1, concept.Scoring.B),
        },
        IndexQuery.Phrase phrase => new PhraseQuery(phrase.Field, phrase.Slop, phrase.Terms),
        IndexQuery.Prefix prefix => new PrefixQuery(prefix.Field, prefix.Text),
        IndexQuery.Wildcard wildcard => new WildcardQuery(wildcard.Field, wildcard.Pattern),
        IndexQuery.Fuzzy fuzzy => new ConstantScoreQuery(new FuzzyQuery(new Term(fuzzy.Field, fuzzy.Text), fuzzy.MaxEdits, MaxExpansions: MaxFuzzyTerms)),
        IndexQuery.Range range => new ConstantScoreQuery(new NumericRangeQuery(range.Field, range.From, range.To)),
        IndexQuery.Boolean boolean => Boolean(boolean),
        IndexQuery.BestOf best => new DisjunctionMaxQuery([.. best.Clauses.Select(Of)]),
        IndexQuery.Boost boost => new BoostQuery(Of(boost.Query), boost.Factor),
        IndexQuery.Constant constant => new ConstantScoreQuery(Of(constant.Query)),
        _ => Passages,
    };

    private static BooleanQuery Boolean(IndexQuery.Boolean boolean)
    {
        var clauses = new List<BooleanClause>();
        Add(boolean.Must, Occur.Must);
        Add(boolean.Should, Occur.Should);
        Add(boolean.MustNot, Occur.MustNot);
        Add(boolean.Filter, Occur.Filter);
        if (boolean.Must.Count + boolean.Should.Count + boolean.Filter.Count == 0)
        {
            clauses.Add(new BooleanClause(Passages, Occur.Must));
        }

        return new BooleanQuery(clauses, boolean.MinimumShouldMatch);

        void Add(IReadOnlyList<IndexQuery> queries, Occur occur) => clauses.AddRange(queries.Select(query => new BooleanClause(Of(query), occur)));
    }
}
