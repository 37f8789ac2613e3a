using Search.Retrieval;
using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Retrieval;

/// <summary>The product's index against the reference, over the same pages.</summary>
public sealed class LucenePassageIndexTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Random_queries_find_and_score_as_in_the_reference()
    {
        IndexBuilder.Build([ArchivePaths.Seeds], _folder);
        using var archive = new ArchiveIndex(_folder);
        using var lease = archive.Lease();
        var engine = lease.Index;
        using var reference = new MemoryPassageIndex(PassageReader.ReadAll([ArchivePaths.Seeds]).Documents, PassageReader.Passages, new TextAnalyzer());
        Assert.Equal(reference.PassageCount, engine.PassageCount);
        var queries = new RandomQueries(reference, 17);
        var found = 0;
        for (var i = 0; i < 400; i++)
        {
            var query = queries.Next(3);
            var expected = Named(reference, reference.Search(query, 1000));

            var actual = Named(engine, engine.Search(query, 1000));

            Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
            Assert.All(expected, pair => Assert.Equal(pair.Value, actual[pair.Key], 1e-3f * Math.Max(1, pair.Value)));
            Assert.Equal(expected.Keys.Order(), engine.Match(query).Select(passage => Name(engine, passage)).Order());
            found += expected.Count;
        }

        Assert.True(found > 1000, $"Only {found} passages were found by all queries together.");
    }

    [Fact]
    public void What_is_kept_comes_back_as_it_was_read()
    {
        IndexBuilder.Build([ArchivePaths.Seeds], _folder);
        using var archive = new ArchiveIndex(_folder);
        using var lease = archive.Lease();
        var documents = PassageReader.ReadAll([ArchivePaths.Seeds]).Documents.OrderBy(document => document.Id, StringComparer.Ordinal).ToList();

        Assert.Equal(documents, Enumerable.Range(0, lease.Index.Documents.Count).Select(lease.Index.Document));
        Assert.Equal(
            documents.SelectMany(PassageReader.Passages).Select(passage => (passage.Id, passage.Span, passage.Text, passage.Language)),
            Enumerable.Range(0, documents.Count).SelectMany(lease.Index.PassagesOf).Select(lease.Index.Passage).Select(passage => (passage.Id, passage.Span, passage.Text, passage.Language)));
    }

    [Fact]
    public void Times_of_seeing_a_page_outlive_updates_and_its_loss()
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder, "source")).FullName;
        var index = Path.Combine(_folder, "index");
        File.WriteAllText(Path.Combine(source, "lost.txt"), "# Первая\n\nПочта открылась в Минске.\n\nSource URL: <https://archive.example/lost>\n");
        File.WriteAllText(Path.Combine(source, "same.txt"), "# Вторая\n\nФорум прошел в Бресте.\n\nSource URL: <https://archive.example/same>\n");
        File.WriteAllText(Path.Combine(source, "changed.txt"), "# Третья\n\nВыставка прошла в Гомеле.\n\nSource URL: <https://archive.example/changed>\n");
        IndexBuilder.Build([source], index, time: new StoppedClock(2024));
        File.Delete(Path.Combine(source, "lost.txt"));
        File.WriteAllText(Path.Combine(source, "changed.txt"), "# Третья\n\nВыставка прошла в Бресте.\n\nSource URL: <https://archive.example/changed>\n");
        File.WriteAllText(Path.Combine(source, "new.txt"), "# Новая\n\nСвязь появилась в Пинске.\n\nSource URL: <https://archive.example/new>\n");

        IndexBuilder.Build([source], index, time: new StoppedClock(2025));

        using var archive = new ArchiveIndex(index);
        using var lease = archive.Lease();
        Assert.Equal(
            ["changed 2024 2025", "lost 2024 2024", "new 2025 2025", "same 2024 2025"],
            Enumerable.Range(0, 4).Select(document => $"{lease.Index.Document(document).Url.Split('/')[^1]} {lease.Index.Seen(document)?.First.Year} {lease.Index.Seen(document)?.Last.Year}").Order(StringComparer.Ordinal));
    }

    private sealed class StoppedClock(int year) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, 5, 17, 12, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void Update_adds_replaces_and_keeps_and_open_leases_see_the_old_state()
    {
        var source = Directory.CreateDirectory(Path.Combine(_folder, "source")).FullName;
        var index = Path.Combine(_folder, "index");
        File.WriteAllText(Path.Combine(source, "a.txt"), "# Первая\n\nПочта открылась в Минске.\n\nSource URL: <https://archive.example/a>\n");
        File.WriteAllText(Path.Combine(source, "b.txt"), "# Вторая\n\nФорум прошел в Бресте.\n\nSource URL: <https://archive.example/b>\n");
        Assert.Equal((2, 0, 0), Counts(IndexBuilder.Build([source], index)));
        using var archive = new ArchiveIndex(index);
        using var old = archive.Lease();

        File.WriteAllText(Path.Combine(source, "b.txt"), "# Вторая\n\nФорум прошел в Гродно.\n\nSource URL: <https://archive.example/b>\n");
        File.Delete(Path.Combine(source, "a.txt"));
        Assert.Equal((0, 1, 0), Counts(IndexBuilder.Build([source], index)));
        Assert.Equal((0, 0, 1), Counts(IndexBuilder.Build([source], index)));

        using var later = new ArchiveIndex(index);
        using var lease = later.Lease();
        Assert.Equal(2, lease.Index.Documents.Count);
        Assert.Equal(1, lease.Index.DocumentFrequency(Fields.Exact, "гродно"));
        Assert.Equal(0, old.Index.DocumentFrequency(Fields.Exact, "гродно"));
        Assert.Empty(lease.Index.Match(new IndexQuery.Term(Fields.Exact, "бресте")));
        Assert.Single(old.Index.Match(new IndexQuery.Term(Fields.Exact, "бресте")));
    }

    [Fact]
    public void Folder_without_an_index_says_what_to_run()
    {
        using var archive = new ArchiveIndex(Path.Combine(_folder, "nothing"));

        var error = Assert.Throws<IndexUnavailableException>(archive.Lease);

        Assert.Contains("dotnet run --project src/Indexer -- index", error.Message, StringComparison.Ordinal);
    }

    private static (int, int, int) Counts(IndexReport report) => (report.Added, report.Updated, report.Unchanged);

    private static Dictionary<string, float> Named(IPassageIndex index, IReadOnlyList<Candidate> candidates) => candidates.ToDictionary(candidate => Name(index, candidate.Passage), candidate => candidate.Score);

    private static string Name(IPassageIndex index, int passage) => index.Passage(passage).Id.ToString();

    /// <summary>Seeded queries of every kind over the terms of an index.</summary>
    private sealed class RandomQueries(IPassageIndex index, int seed)
    {
        private readonly Random _random = new(seed);
        private readonly Dictionary<string, string[]> _terms = new[] { Fields.Exact, Fields.Terms, Fields.TitleExact, Fields.TitleTerms }.ToDictionary(field => field, field => index.Terms(field).Select(term => term.Term).ToArray());

        public IndexQuery Next(int depth) => _random.Next(depth > 0 ? 11 : 6) switch
        {
            0 => new IndexQuery.Term(Field(out var field), Term(field)),
            1 => new IndexQuery.Concept(Fields.Terms, [.. Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Term(Fields.Terms)).Distinct().Select((term, i) => new ConceptTerm(term, 1f / (i + 1)))]) { Scoring = _random.Next(2) == 0 ? Bm25.Passages : Bm25.Statements },
            2 => Phrase(),
            3 => new IndexQuery.Prefix(Fields.Exact, Term(Fields.Exact) is var prefix && prefix.Length > 2 ? prefix[..2] : prefix),
            4 => new IndexQuery.Fuzzy(Fields.Exact, Term(Fields.Exact), _random.Next(1, 3)),
            5 => new IndexQuery.Range(Fields.LastDay, 20200101, 20220101 + _random.Next(3) * 10000),
            6 => new IndexQuery.BestOf([Next(depth - 1), Next(depth - 1)]),
            7 => new IndexQuery.Boost(Next(depth - 1), 0.5f),
            8 => new IndexQuery.Constant(Next(depth - 1)),
            9 => IndexQuery.Boolean.AnyOf([Next(depth - 1), Next(depth - 1), Next(depth - 1)]),
            _ => new IndexQuery.Boolean([Next(depth - 1)], [Next(depth - 1)], [Next(0)], [new IndexQuery.All()]),
        };

        private IndexQuery.Phrase Phrase()
        {
            var passages = index.Match(new IndexQuery.All());
            var words = new TextAnalyzer().Analyze(index.Passage(passages[_random.Next(passages.Length)]).Text, Language.Russian).GroupBy(token => token.Position).Select(group => group.First().Exact).ToList();
            var start = _random.Next(Math.Max(1, words.Count - 3));
            return new IndexQuery.Phrase(Fields.Exact, [.. words.Skip(start).Take(2)], 0);
        }

        private string Field(out string field) => field = _terms.Keys.Order(StringComparer.Ordinal).ElementAt(_random.Next(_terms.Count));

        private string Term(string field) => _terms[field][_random.Next(_terms[field].Length)];
    }
}
