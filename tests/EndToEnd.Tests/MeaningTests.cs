using EndToEnd.Tests.Service;
using Microsoft.AspNetCore.Hosting;
using Search.Retrieval;
using Search.Retrieval.Embeddings;

namespace EndToEnd.Tests;

/// <summary>Search with an embedding model configured: a server of the tests' own knows one synonym that no lexicon has.</summary>
[Collection(Seeds.Name)]
public sealed class MeaningTests(SeedsService service) : IAsyncLifetime
{
    private const string Model = "test-vectors";
    private const string Plain = "электронное правительство";

    // The archive has no such word; for the model it is another word for «рейтинге».
    private const string Strange = "кибердзюрство";

    private static readonly Dictionary<string, string> Meanings = new() { [Strange] = "рейтинге" };

    private readonly string _index = Directory.CreateTempSubdirectory("archive-vectors-").FullName;
    private readonly List<IDisposable> _started = [];
    private ModelServer _model = null!;
    private int _passages;

    public async Task InitializeAsync()
    {
        _model = await ModelServer.Start();
        _model.Embed = call => call.Send(meaning: Meanings);
        _passages = IndexBuilder.Build([ArchivePaths.Seeds], _index).Index.PassageCount;
    }

    public async Task DisposeAsync()
    {
        _started.ForEach(started => started.Dispose());
        await _model.DisposeAsync();
        Directory.Delete(_index, recursive: true);
    }

    [Fact]
    public async Task A_word_that_the_archive_does_not_hold_finds_the_page_of_its_meaning()
    {
        await Embed();

        var found = await Client().GetJson("/v1/search?q=" + Uri.EscapeDataString(Strange));
        var byWords = await service.CreateClient().GetJson("/v1/search?q=" + Uri.EscapeDataString(Strange));

        Assert.StartsWith("https://mpt.gov.by/onlayn-konferenciya", found.GetProperty("results")[0].Text("url"), StringComparison.Ordinal);
        Assert.Equal(0, byWords.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Filters_hold_for_what_vectors_bring_in()
    {
        await Embed();

        var found = await Client().GetJson($"/v1/search?q={Uri.EscapeDataString(Strange)}&to=2021-12-31&language=ru");

        Assert.NotEmpty(found.GetProperty("results").EnumerateArray());
        Assert.All(found.GetProperty("results").EnumerateArray(), result => Assert.True(string.CompareOrdinal(result.Text("published"), "2022") < 0 && result.Text("language") == "ru"));
    }

    [Fact]
    public async Task Queries_with_operators_or_as_typed_are_not_sent()
    {
        await Embed();
        var client = Client();
        _model.Bodies.Clear();

        foreach (var query in new[] { "q=%22электронное правительство%22", "q=электрон*", "q=+электронное -правительство", "q=title:конференция", "q=электронное&verbatim=true", "q=электронное&crossLanguage=off", "q=электронное&sort=newest" })
        {
            await client.GetJson("/v1/search?" + query.Replace("+", "%2B", StringComparison.Ordinal));
        }

        Assert.Empty(_model.Bodies);
    }

    [Fact]
    public async Task A_server_that_is_down_leaves_search_by_words_and_is_not_asked_again_at_once()
    {
        await Embed();
        var client = Client();
        _model.Embed = call => call.Fail(503);
        _model.Bodies.Clear();

        var first = await client.GetJson("/v1/search?q=" + Uri.EscapeDataString(Plain));
        var second = await client.GetJson("/v1/search?q=" + Uri.EscapeDataString(Plain));
        var answer = await client.Ask("When did Belarus rank 40th in e-government?");

        await AssertByWords(first);
        await AssertByWords(second);
        Assert.Equal("2020", answer.Text("shortAnswer"));
        Assert.Equal(["Search by meaning is not available now; found by words."], answer.GetProperty("notices").Texts());
        Assert.Single(_model.Bodies);
    }

    [Fact]
    public async Task A_slow_server_is_not_waited_for()
    {
        await Embed();
        _model.Embed = call => Task.Delay(Timeout.Infinite, call.Aborted);

        await AssertByWords(await Client(("Embedding:TimeoutSeconds", "0.2")).GetJson("/v1/search?q=" + Uri.EscapeDataString(Plain)));
    }

    [Fact]
    public async Task Vectors_of_another_model_of_another_length_or_none_at_all_leave_search_by_words()
    {
        await AssertByWords(await Client().GetJson("/v1/search?q=" + Uri.EscapeDataString(Plain)));
        await Embed();

        await AssertByWords(await Client(("Embedding:Model", "another")).GetJson("/v1/search?q=" + Uri.EscapeDataString(Plain)));
        _model.Embed = call => call.Send(dimension: 32);
        await AssertByWords(await Client().GetJson("/v1/search?q=" + Uri.EscapeDataString(Plain)));
    }

    [Fact]
    public async Task Embedding_goes_on_where_it_was_stopped_and_pages_with_the_same_text_keep_their_vectors()
    {
        var calls = 0;
        using var stopping = new CancellationTokenSource();
        _model.Embed = async call =>
        {
            if (++calls == _passages - 1)
            {
                await stopping.CancelAsync();
            }

            await call.Send();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Embed(batch: 1, stopping.Token));
        _model.Embed = call => call.Send();

        var rest = await Embed(batch: 1);
        var again = await Embed(batch: 1);

        Assert.InRange(rest.Kept, 1, _passages - 2);
        Assert.Equal(new EmbeddingReport(_passages - rest.Kept, rest.Kept, null), rest);
        Assert.Equal(new EmbeddingReport(0, _passages, null), again);
        Assert.Equal(new VectorManifest(Model, EmbeddingCall.Dimension), PassageEmbedder.Manifest(_index));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_loses_its_last_page_alone()
    {
        var whole = await Embed();
        using (var file = File.Open(Path.Combine(_index, "passages.vec"), FileMode.Open))
        {
            file.SetLength(file.Length - 10);
        }

        var mended = await Embed();

        Assert.InRange(mended.Embedded, 1, whole.Embedded - 1);
        Assert.Equal(whole.Embedded, mended.Kept + mended.Embedded);
    }

    [Fact]
    public async Task The_model_that_answers_nonsense_leaves_an_index_that_is_found_by_words()
    {
        _model.Embed = call => call.Nonsense();

        var report = await Embed();

        Assert.Equal(0, report.Embedded);
        Assert.Contains("vectors", report.Failure, StringComparison.Ordinal);
    }

    private async Task<EmbeddingReport> Embed(int batch = 32, CancellationToken cancellation = default)
    {
        using var embedder = new PassageEmbedder(new EmbeddingModelOptions { Endpoint = _model.Endpoint, Model = Model, BatchSize = batch }, new ImpatientTime());
        return await embedder.EmbedAsync(_index, null, cancellation);
    }

    private HttpClient Client(params (string Name, string Value)[] settings)
    {
        var started = service.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Archive:Index", _index);
            builder.UseSetting("Archive:Prepare", "false");
            builder.UseSetting("Embedding:Endpoint", _model.Endpoint);
            builder.UseSetting("Embedding:Model", Model);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        });
        _started.Add(started);
        return started.CreateClient();
    }

    private async Task AssertByWords(System.Text.Json.JsonElement found)
    {
        var byWords = await service.CreateClient().GetJson("/v1/search?q=" + Uri.EscapeDataString(Plain));
        Assert.Equal(["Поиск по смыслу сейчас недоступен; найдено по словам."], found.GetProperty("query").GetProperty("notices").EnumerateArray().Select(notice => notice.GetString()));
        Assert.Equal(byWords.GetProperty("results").ToString(), found.GetProperty("results").ToString());
    }

    /// <summary>Waits between attempts are over at once.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
