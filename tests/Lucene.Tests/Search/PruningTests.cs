using Search.Lucene;
using Search.Lucene.Search;

namespace Lucene.Tests.Search;

/// <summary>On an index of many blocks and three levels of skip data: what may be passed over never belongs to the best.</summary>
public class PruningTests
{
    private const int Documents = 12_000;
    private const int Queries = 400;

    [Fact]
    public void Passing_over_documents_changes_nothing_of_the_best()
    {
        var random = new Random(31);
        var text = new RandomText(31);
        using var index = new SmallIndex(
            Enumerable.Range(0, Documents).Select(i => ModelDocument.Random($"d{i}", random, text).ToDocument()));
        var everyKind = new RandomQueries(31);

        for (var i = 0; i < Queries; i++)
        {
            var query = i % 2 == 0 ? everyKind.Next() : RandomQuery(random, text, i / 2);
            var all = index.Searcher.Search(query, 7, new SearchOptions { TotalHitsThreshold = int.MaxValue });
            var pruned = index.Searcher.Search(query, 7, new SearchOptions { TotalHitsThreshold = random.Next(2) * 30 });

            Assert.True(all.ScoreDocs.SequenceEqual(pruned.ScoreDocs), $"{i}: {string.Join(' ', all.ScoreDocs)} but pruned {string.Join(' ', pruned.ScoreDocs)}");
            Assert.True(pruned.TotalHits <= all.TotalHits);
        }
    }

    private static Query RandomQuery(Random random, RandomText text, int kind)
    {
        return (kind % 10) switch
        {
            0 => new TermQuery("body", text.Word()),
            1 or 2 => BooleanQuery.Of(Occur.Should, Terms(2)),
            3 => BooleanQuery.Of(Occur.Should, Terms(8)),
            4 => BooleanQuery.Of(Occur.Must, Terms(2)),
            5 => BooleanQuery.Of(Occur.Must, Terms(3)),
            6 => new PhraseQuery("body", random.Next(4), text.Words(2)),
            7 => Concept(),
            8 => BooleanQuery.Of(Occur.Should, Concept(), Concept(), new TermQuery("body", text.Word())),
            _ => new BooleanQuery(
            [
                new BooleanClause(new TermQuery("body", text.Word()), Occur.Must),
                .. Terms(3).Select(term => new BooleanClause(term, Occur.Should)),
                new BooleanClause(new PrefixQuery("body", "zz"), Occur.MustNot),
            ]),
        };

        IEnumerable<Query> Terms(int count) => text.Words(count).Select(word => new TermQuery("body", word));

        WeightedSynonymQuery Concept() => new(
            [.. text.Words(4).Distinct().Select((word, place) => new Alternative(new Term("body", word), 1f / (1 + place)))]);
    }
}
