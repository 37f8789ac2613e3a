using System.Globalization;
using Lucene.Tests.Java;
using Search.Lucene;
using Search.Lucene.Search;

namespace Lucene.Tests.Search;

/// <summary>The same random queries on the same index files, asked of Apache Lucene, of this engine and of the documents themselves.</summary>
[Collection(JavaLuceneCollection.Name)]
public sealed class ApacheLuceneAgreesTests(JavaLucene java) : IDisposable
{
    private const int Compared = 60;
    private const int QueriesPerIndex = 500;

    // The slow way is for a part of them.
    private const int QueriesPerBruteForce = 5;

    private readonly string _path = Directory.CreateTempSubdirectory("agree-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [JavaLuceneTheory]
    [InlineData(1, 1500)]
    [InlineData(2, 4000)]
    public void Apache_Lucene_finds_in_our_index_what_we_find(int seed, int additions)
    {
        var script = IndexScript.Random(seed, additions, Changes.Some);
        script.Write(_path);

        java.AssertClean(_path);
        Compare(seed, script);
    }

    [JavaLuceneTheory]
    [InlineData(3, 1500, true)]
    [InlineData(4, 4000, false)]
    public void We_find_in_an_index_of_Apache_Lucene_what_it_finds(int seed, int additions, bool compound)
    {
        var script = IndexScript.Random(seed, additions, Changes.Some);
        script.Write(_path, java, compound);

        Compare(seed, script);
    }

    [JavaLuceneFact]
    public void Apache_Lucene_sorts_as_we_do()
    {
        IndexScript.Random(5, 800, Changes.Some).Write(_path);
        using var reader = DirectoryReader.Open(_path);
        var searcher = new IndexSearcher(reader);
        var queries = new RandomQueries(5);
        java.Ask("open", _path);

        for (var i = 0; i < 120; i++)
        {
            var query = queries.Next();
            var (field, kind) = i % 2 == 0 ? ("number", "long") : ("language", "string");
            var direction = (SortDirection)(i / 2 % 2);
            var expected = java.Ask("sort", "40", field, kind, direction == SortDirection.Ascending ? "ascending" : "descending", QueryLine.Of(query));
            var found = searcher.Search(query, 40, new SearchOptions { Sort = new Sort(new SortField(field, direction)) });

            Assert.Equal(expected[2..], found.ScoreDocs.Select(hit => hit.DocId.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private void Compare(int seed, IndexScript script)
    {
        using var reader = DirectoryReader.Open(_path);
        Assert.Equal(script.Live.Count, reader.NumDocs);
        var models = ModelOf(reader, script);
        var searcher = new IndexSearcher(reader);
        java.Ask("open", _path);
        var queries = new RandomQueries(seed);
        for (var i = 0; i < QueriesPerIndex; i++)
        {
            var query = queries.Next();
            var line = QueryLine.Of(query);
            var expected = Answer.Parse(java.Ask("search", $"{Compared}", $"{int.MaxValue}", line));

            AssertSame(expected, searcher.Search(query, Compared, new SearchOptions { TotalHitsThreshold = int.MaxValue }), line);
            AssertPruned(expected, searcher.Search(query, 10, new SearchOptions { TotalHitsThreshold = 20 }), line);
            AssertPruned(expected, searcher.Search(query, 3, new SearchOptions { TotalHitsThreshold = 0 }), line);
            if (i % QueriesPerBruteForce == 0)
            {
                AssertBruteForce(query, models, searcher, line);
            }
        }
    }

    /// <summary>The model's document of every document number; null where it is deleted.</summary>
    private static ModelDocument?[] ModelOf(DirectoryReader reader, IndexScript script)
    {
        var models = new ModelDocument?[reader.MaxDoc];
        foreach (var leaf in reader.Leaves)
        {
            for (var doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs is not { } live || live[doc])
                {
                    var stored = leaf.Reader.StoredFields(doc);
                    var model = script.Live[stored.GetString("id") ?? ""];
                    models[leaf.DocBase + doc] = model;
                }
            }
        }

        return models;
    }

    private static void AssertSame(Answer expected, TopDocs found, string line)
    {
        Assert.True(expected.Total == found.TotalHits, $"{line}: {expected.Total} hits, we {found.TotalHits}");
        Assert.Equal(TotalHitsRelation.Exact, found.Relation);
        AssertBest(expected, found, Math.Min(Compared, expected.Hits.Length), line);
    }

    private static void AssertPruned(Answer expected, TopDocs found, string line)
    {
        Assert.True(found.Relation == TotalHitsRelation.Exact ? found.TotalHits == expected.Total : found.TotalHits <= expected.Total, line);
        AssertBest(expected, found, (int)Math.Min(found.ScoreDocs.Count, expected.Total), line);
    }

    private static void AssertBest(Answer expected, TopDocs found, int count, string line)
    {
        Assert.True(count <= found.ScoreDocs.Count, $"{line}: {found.ScoreDocs.Count} documents, {count} expected");
        for (var i = 0; i < count; i++)
        {
            var (doc, score) = found.ScoreDocs[i];
            Assert.True(IsNear(expected.Hits[i].Score, score), $"{line}: place {i + 1} scores {expected.Hits[i]} there, ({doc}, {score}) here");

            // Documents of nearly the same score may change places; one that Lucene has not among the best must tie with the last.
            var there = expected.ByDoc.GetValueOrDefault(doc, expected.Hits[^1].Score);
            Assert.True(IsNear(there, score), $"{line}: document {doc} scores {there} there, {score} here");
        }
    }

    private static bool IsNear(float expected, float actual) => Math.Abs(expected - actual) <= 1e-5f * Math.Max(Math.Abs(expected), 1e-6f);

    private static void AssertBruteForce(Query query, ModelDocument?[] models, IndexSearcher searcher, string line)
    {
        var answers = models.Select(model => model is null ? false : BruteForce.Matches(query, model)).ToArray();
        if (answers.Contains(null))
        {
            return;
        }

        var expected = answers.Count(answer => answer == true);
        var found = searcher.Count(query);
        Assert.True(expected == found, $"{line}: {expected} documents match, {found} found");
    }

    /// <summary>What Lucene answered: all hits counted, the best of them listed.</summary>
    private sealed record Answer(long Total, (int Doc, float Score)[] Hits, Dictionary<int, float> ByDoc)
    {
        public static Answer Parse(string[] parts)
        {
            var hits = parts[2..].Select(hit => hit.Split(':'))
                .Select(hit => (Doc: int.Parse(hit[0], CultureInfo.InvariantCulture), Score: float.Parse(hit[1], CultureInfo.InvariantCulture)))
                .ToArray();
            return new Answer(long.Parse(parts[0], CultureInfo.InvariantCulture), hits, hits.ToDictionary(hit => hit.Doc, hit => hit.Score));
        }
    }
}
