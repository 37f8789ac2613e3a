using Search.Lucene;
using Search.Lucene.Search;

namespace Lucene.Tests.Search;

public class IndexSearcherTests
{
    [Fact]
    public void Shorter_document_with_the_same_frequency_comes_first()
    {
        using var index = new SmallIndex([SmallIndex.Body("мова наша родная мова і слова"), SmallIndex.Body("мова мова"), SmallIndex.Body("слова")]);

        Assert.Equal([1, 0], Docs(index.Searcher.Search(new TermQuery("body", "мова"), 10)));
    }

    [Fact]
    public void Equal_scores_keep_the_order_of_the_index_across_segments()
    {
        using var index = new SmallIndex([SmallIndex.Body("a b")], [SmallIndex.Body("a c"), SmallIndex.Body("a d")], [SmallIndex.Body("a e")]);

        Assert.Equal([0, 1, 2], Docs(index.Searcher.Search(new TermQuery("body", "a"), 3, new SearchOptions { TotalHitsThreshold = 0 })));
    }

    [Fact]
    public void Filter_restricts_and_does_not_score()
    {
        using var index = new SmallIndex(
            [SmallIndex.Body("a a").AddKeyword("tag", "x"), SmallIndex.Body("a").AddKeyword("tag", "y"), SmallIndex.Body("b").AddKeyword("tag", "y")]);
        var plain = index.Searcher.Search(new TermQuery("body", "a"), 10);

        var filtered = index.Searcher.Search(new TermQuery("body", "a"), 10, new SearchOptions { Filter = new TermQuery("tag", "y") });

        Assert.Equal([1], Docs(filtered));
        Assert.Equal(plain.ScoreDocs.Single(hit => hit.DocId == 1).Score, filtered.ScoreDocs[0].Score);
    }

    [Fact]
    public void Filter_beside_optional_clauses_still_asks_for_one_of_them()
    {
        using var index = new SmallIndex(
            [SmallIndex.Body("a").AddKeyword("tag", "x"), SmallIndex.Body("b").AddKeyword("tag", "x"), SmallIndex.Body("c").AddKeyword("tag", "x")]);
        var query = BooleanQuery.Of(Occur.Should, new TermQuery("body", "a"), new TermQuery("body", "b"));

        Assert.Equal([0, 1], Docs(index.Searcher.Search(query, 10, new SearchOptions { Filter = new TermQuery("tag", "x") })));
    }

    [Fact]
    public void Total_is_exact_up_to_the_threshold_and_a_lower_bound_beyond()
    {
        using var index = new SmallIndex([.. Enumerable.Range(0, 50).Select(_ => SmallIndex.Body("a"))]);

        var exact = index.Searcher.Search(new TermQuery("body", "a"), 2, new SearchOptions { TotalHitsThreshold = 50 });
        var bound = index.Searcher.Search(new TermQuery("body", "a"), 2, new SearchOptions { TotalHitsThreshold = 49 });

        Assert.Equal((50, TotalHitsRelation.Exact), (exact.TotalHits, exact.Relation));
        Assert.Equal(TotalHitsRelation.AtLeast, bound.Relation);
        Assert.Equal([0, 1], Docs(bound));
    }

    [Fact]
    public void Sort_by_two_keys_puts_documents_without_a_value_last()
    {
        using var index = new SmallIndex(
            [Row(2024, "ru"), Row(null, "be"), Row(2025, "be")],
            [Row(2025, "ru"), Row(2024, "be"), Row(2024, null)]);
        var sort = new Sort(new SortField("year", SortDirection.Descending), new SortField("language"));

        Assert.Equal([2, 3, 4, 0, 5, 1], Docs(index.Searcher.Search(new MatchAllDocsQuery(), 10, new SearchOptions { Sort = sort })));
        Assert.Equal([2, 3, 4], Docs(index.Searcher.Search(new MatchAllDocsQuery(), 3, new SearchOptions { Sort = sort })));
    }

    [Fact]
    public void Facets_count_the_matches_over_all_segments()
    {
        using var index = new SmallIndex(
            [Row(2024, "ru"), Row(null, "be"), Row(2025, "be")],
            [Row(2025, "ru"), Row(2024, "be"), Row(2024, null)]);

        var facets = index.Searcher.CountFacets(new NumericRangeQuery("year", 2024, 2024), ["language", "year"]);

        Assert.Equal([new FacetCount("be", 1), new FacetCount("ru", 1)], facets["language"]);
        Assert.Equal([new FacetCount("2024", 3)], facets["year"]);
        Assert.Equal(
            [new FacetCount("be", 3), new FacetCount("ru", 2)], index.Searcher.CountFacets(new MatchAllDocsQuery(), ["language"])["language"]);
    }

    [Fact]
    public void Document_with_several_values_matches_by_any_and_counts_for_each()
    {
        using var index = new SmallIndex(
        [
            SmallIndex.Body("a").AddSortedSet("topic", "health").AddSortedSet("topic", "law").AddSortedNumeric("year", 2020).AddSortedNumeric("year", 2024),
            SmallIndex.Body("a").AddSortedSet("topic", "law"),
            SmallIndex.Body("a").AddSortedNumeric("year", 2022),
        ]);

        Assert.Equal([0, 1], Docs(index.Searcher.Search(new SortedSetQuery("topic", ["law", "none"]), 10)));
        Assert.Equal([0], Docs(index.Searcher.Search(new SortedRangeQuery("topic", null, "law", UpperEnd: RangeEnd.Excluded), 10)));
        Assert.Equal([0, 2], Docs(index.Searcher.Search(new NumericRangeQuery("year", 2022, 2030), 10)));
        Assert.Equal([0], Docs(index.Searcher.Search(new NumericSetQuery("year", [2020, 2021]), 10)));
        Assert.Equal(
            [new FacetCount("law", 2), new FacetCount("health", 1)],
            index.Searcher.CountFacets(new MatchAllDocsQuery(), ["topic"])["topic"]);
    }

    [Fact]
    public void Phrase_in_a_field_without_positions_is_refused_by_name()
    {
        using var index = new SmallIndex([new Document().AddKeyword("tag", "a")]);

        var refusal = Assert.Throws<InvalidOperationException>(() => index.Searcher.Search(new PhraseQuery("tag", 0, "a", "b"), 10));

        Assert.Contains("tag", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_field_or_term_finds_nothing()
    {
        using var index = new SmallIndex([SmallIndex.Body("a")]);
        Query[] queries =
        [
            new TermQuery("none", "a"),
            new TermQuery("body", "none"),
            new PhraseQuery("none", 0, "a", "b"),
            new PrefixQuery("none", "a"),
            new FuzzyQuery(new Term("none", "a")),
            new NumericRangeQuery("none", 0, 1),
            new SortedSetQuery("none", ["a"]),
            new WeightedSynonymQuery([new Alternative(new Term("none", "a"), 1f)]),
            new WeightedSynonymQuery([]),
            new BooleanQuery([]),
            BooleanQuery.Of(Occur.MustNot, new TermQuery("body", "a")),
        ];

        Assert.All(queries, query => Assert.Equal(0, index.Searcher.Search(query, 10).TotalHits));
    }

    [Fact]
    public void Spent_time_gives_what_was_found_and_says_so()
    {
        using var index = new SmallIndex([SmallIndex.Body("a"), SmallIndex.Body("a")]);

        var top = index.Searcher.Search(new TermQuery("body", "a"), 10, new SearchOptions { TimeBudget = TimeSpan.Zero });

        Assert.False(top.IsComplete);
        Assert.Equal(TotalHitsRelation.AtLeast, top.Relation);
        Assert.True(index.Searcher.Search(new TermQuery("body", "a"), 10, new SearchOptions { TimeBudget = TimeSpan.FromHours(1) }).IsComplete);
    }

    [Fact]
    public void Cancelled_search_ends_with_the_exception_for_every_kind_of_query()
    {
        using var index = new SmallIndex([SmallIndex.Body("a b"), SmallIndex.Body("a b c")]);
        var cancelled = new CancellationToken(canceled: true);
        Query[] queries =
        [
            new TermQuery("body", "a"),
            BooleanQuery.Of(Occur.Should, new TermQuery("body", "a"), new TermQuery("body", "b")),
            BooleanQuery.Of(Occur.Must, new TermQuery("body", "a"), new TermQuery("body", "b")),
            new PhraseQuery("body", 0, "a", "b"),
            new PrefixQuery("body", "a"),
            new FuzzyQuery(new Term("body", "ab"), 1),
            new MatchAllDocsQuery(),
        ];

        Assert.All(queries, query => Assert.Throws<OperationCanceledException>(() => index.Searcher.Search(query, 1, null, cancelled)));
    }

    [Fact]
    public void Explanation_has_the_value_of_the_score()
    {
        using var index = new SmallIndex([SmallIndex.Body("мова і слова"), SmallIndex.Body("мова мова родная слова і думкі"), SmallIndex.Body("думкі")]);
        var queries = new RandomQueries(11);
        Query[] own =
        [
            new PhraseQuery("body", 2, "мова", "слова"),
            new BoostQuery(new TermQuery("body", "мова"), 2f),
            new WeightedSynonymQuery([new Alternative(new Term("body", "мова"), 1f), new Alternative(new Term("body", "думкі"), 0.5f)]),
            BooleanQuery.Of(Occur.Should, new TermQuery("body", "мова"), new TermQuery("body", "думкі")),
            new DisjunctionMaxQuery([new TermQuery("body", "мова"), new TermQuery("body", "думкі")], 0.1f),
            new FuzzyQuery(new Term("body", "мава"), 1),
        ];

        Assert.All(own, query =>
        {
            foreach (var hit in index.Searcher.Search(query, 10).ScoreDocs)
            {
                Assert.Equal(hit.Score, (float)index.Searcher.Explain(query, hit.DocId).Value, 1e-6f);
            }
        });
        Assert.False(index.Searcher.Explain(own[1], 2).IsMatch);
    }

    [Fact]
    public void Term_statistics_count_over_all_segments()
    {
        using var index = new SmallIndex([SmallIndex.Body("a a b")], [SmallIndex.Body("a"), SmallIndex.Body("b")]);

        Assert.Equal(new TermStatistics(new Term("body", "a"), 2, 3), index.Searcher.TermStatistics(new Term("body", "a")));
        Assert.Equal(new CollectionStatistics("body", 3, 3, 5, 4), index.Searcher.CollectionStatistics("body"));
        Assert.Equal(0, index.Searcher.TermStatistics(new Term("body", "c")).DocFreq);
    }

    private static Document Row(int? year, string? language)
    {
        var document = SmallIndex.Body("a");
        if (year is { } number)
        {
            document.AddNumeric("year", number);
        }

        return language is null ? document : document.AddSorted("language", language);
    }

    private static int[] Docs(TopDocs top) => [.. top.ScoreDocs.Select(hit => hit.DocId)];
}
