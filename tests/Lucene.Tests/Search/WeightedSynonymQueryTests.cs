using Search.Lucene;
using Search.Lucene.Search;

namespace Lucene.Tests.Search;

public class WeightedSynonymQueryTests
{
    private static readonly Alternative[] Health =
    [
        new(new Term("body", "здароўе"), 1f), new(new Term("body", "здоровье"), 0.8f), new(new Term("body", "health"), 0.5f),
    ];

    [Fact]
    public void Concept_scores_as_one_term_with_the_weighted_frequency()
    {
        using var index = new SmallIndex(
            [SmallIndex.Body("здароўе здоровье"), SmallIndex.Body("health"), SmallIndex.Body("мова"), SmallIndex.Body("мова слова")]);

        var top = index.Searcher.Search(new WeightedSynonymQuery(Health), 10);

        // n = 1·1 + 0.8·1 + 0.5·1 = 2.3 of N = 4, average length 1.5:
        // idf = ln(1 + 2.2 / 2.8); tf = 1.8 / (1.8 + 1.2·(0.25 + 0.75·2/1.5)) and 0.5 / (0.5 + 1.2·(0.25 + 0.75·1/1.5)).
        Assert.Equal([0, 1], top.ScoreDocs.Select(hit => hit.DocId));
        Assert.Equal(0.31626, top.ScoreDocs[0].Score, 5e-5);
        Assert.Equal(0.20708, top.ScoreDocs[1].Score, 5e-5);
    }

    [Fact]
    public void Rare_spelling_of_a_common_concept_scores_no_higher_than_the_common_one()
    {
        using var index = new SmallIndex(
            [.. Enumerable.Range(0, 20).Select(i => SmallIndex.Body(i < 15 ? "здароўе" : "мова")), SmallIndex.Body("здоровье")]);

        var apart = index.Searcher.Search(BooleanQuery.Of(Occur.Should, Health.Select(one => new TermQuery(one.Term))), 1);
        var together = index.Searcher.Search(new WeightedSynonymQuery(Health), 1);

        Assert.Equal(20, apart.ScoreDocs[0].DocId);
        Assert.Equal(0, together.ScoreDocs[0].DocId);
    }

    [Fact]
    public void Equal_weights_and_the_commonest_statistic_score_as_the_synonym_query()
    {
        var script = IndexScript.Random(21, 400, Changes.None);
        using var index = new SmallIndex(script.Live.Values.Select(document => document.ToDocument()));
        var words = new RandomText(21).Words(6).Distinct().ToArray();

        var synonym = index.Searcher.Search(new SynonymQuery("body", [.. words.Select(word => new WeightedTerm(word))]), 20);
        var weighted = index.Searcher.Search(
            new WeightedSynonymQuery([.. words.Select(word => new Alternative(new Term("body", word), 1f))]) { Statistic = SynonymStatistic.Commonest },
            20);

        Assert.Equal(synonym.ScoreDocs, weighted.ScoreDocs);
    }

    [Fact]
    public void Pruned_search_finds_the_best_of_the_brute_force()
    {
        var script = IndexScript.Random(22, 2000, Changes.None);
        var documents = script.Live.Values.ToArray();
        using var index = new SmallIndex(documents.Select(document => document.ToDocument()));
        var random = new Random(22);
        var text = new RandomText(22);
        for (var i = 0; i < 40; i++)
        {
            var query = RandomConcept(random, text);
            var groups = i % 2 == 0 ? [query] : new[] { query, RandomConcept(random, text), RandomConcept(random, text) };
            var searched = BooleanQuery.Of(Occur.Should, groups);
            var scorers = groups.Select(group => ScorerOf(group, documents)).ToArray();
            var expected = documents.Select(document => scorers.Sum(score => score(document))).OrderDescending().Take(8).ToArray();

            var top = index.Searcher.Search(searched, 8, new SearchOptions { TotalHitsThreshold = 0 });

            Assert.Equal(expected.Count(score => score > 0), top.ScoreDocs.Count);
            Assert.All(top.ScoreDocs.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Score, 2e-5 * pair.Second));
        }
    }

    [Fact]
    public void Weight_above_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Alternative(new Term("body", "a"), 1.5f));

    private static WeightedSynonymQuery RandomConcept(Random random, RandomText text) => new(
        [.. Enumerable.Range(0, 1 + random.Next(4))
            .Select(_ => new Term(random.Next(3) == 0 ? "title" : "body", random.Next(3) == 0 ? text.AnyWord() : text.Word()))
            .Distinct()
            .Select(term => new Alternative(term, (1 + random.Next(10)) / 10f))]);

    /// <summary>The formula, in double precision over the documents themselves.</summary>
    private static Func<ModelDocument, double> ScorerOf(WeightedSynonymQuery query, ModelDocument[] documents)
    {
        var average = new[] { "body", "title" }
            .ToDictionary(field => field, field => documents.Select(one => Field(one, field).Length).Where(length => length > 0).Average());
        var docCount = query.Alternatives.Max(one => documents.Count(document => Field(document, one.Term.Field).Length > 0));
        var docFreq = Math.Min(docCount, query.Alternatives.Sum(one =>
            (double)one.Weight * documents.Count(document => Field(document, one.Term.Field).Contains(Word(one)))));
        var idf = Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));
        return document =>
        {
            var sum = query.Alternatives.Sum(one =>
            {
                var words = Field(document, one.Term.Field);
                var length = BM25Similarity.Length(Norm(words.Length)) / average[one.Term.Field];
                return one.Weight * words.Count(word => word == Word(one)) / (1.2 * (0.25 + (0.75 * length)));
            });
            return idf * sum / (1 + sum);
        };
    }

    private static string Word(Alternative alternative) => System.Text.Encoding.UTF8.GetString(alternative.Term.Bytes.Span);

    private static int Norm(int length)
    {
        var norm = 255;
        while (BM25Similarity.Length(norm) > length)
        {
            norm--;
        }

        return norm;
    }

    private static string[] Field(ModelDocument document, string field) => field == "title" ? document.Title : document.Body;
}
