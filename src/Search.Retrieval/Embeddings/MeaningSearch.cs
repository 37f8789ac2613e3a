using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Search.Retrieval.Candidates;
using Search.Retrieval.Understanding;

namespace Search.Retrieval.Embeddings;

/// <summary>
/// Finds passages by the nearness of their vectors to the query's. Whatever is wrong with model or vectors, searches go on by words alone and say so.
/// Safe for concurrent use.
/// </summary>
public sealed class MeaningSearch : IDisposable
{
    /// <summary>Passages that vectors may bring in.</summary>
    internal const int Count = 50;

    // A run of the indexer appends for minutes; reading the file anew costs some tenths of a second.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly EmbeddingModelOptions _options;
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly Action<string>? _report;
    private readonly OpenAiEmbeddingGenerator _model;
    private readonly Lock _loading = new();
    private Loaded? _loaded;
    private string? _lastReport;
    private long _failed;

    /// <summary>Over the configured server and the vectors of an index.</summary>
    /// <param name="options">The model, validated.</param>
    /// <param name="folder">Folder of the index.</param>
    /// <param name="time">Measures waits and pauses.</param>
    /// <param name="report">Told once why vectors cannot be used, for the operator's log; never any text of a query.</param>
    public MeaningSearch(EmbeddingModelOptions options, string folder, TimeProvider time, Action<string>? report = null)
    {
        _options = options;
        _folder = folder;
        _time = time;
        _report = report;
        _model = new OpenAiEmbeddingGenerator(options);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    /// <summary>The vector of a query, of length 1; <see langword="null"/> where the model does not give it in time, or lately did not.</summary>
    internal async Task<float[]?> EmbedAsync(string text, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _failed) is not 0 and var failed && _time.GetElapsedTime(failed) < TimeSpan.FromSeconds(_options.PauseSeconds))
        {
            return null;
        }

        using var slow = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, slow.Token);
        try
        {
            var vectors = await _model.GenerateAsync([text], null, either.Token);
            Volatile.Write(ref _failed, 0);
            return PassageEmbedder.Normalised(vectors[0].Vector.Span);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is ModelException or HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            Volatile.Write(ref _failed, _time.GetTimestamp());
            Report(failure is OperationCanceledException ? $"No vector within {_options.TimeoutSeconds} s." : failure.Message);
            return null;
        }
    }

    /// <summary>The nearest passages that pass a filter, best first, ties by ordinal; <see langword="null"/> where the index has no vectors of this model.</summary>
    /// <param name="query">The query's vector.</param>
    /// <param name="index">The snapshot to look in.</param>
    /// <param name="filter">Which pages are wanted.</param>
    /// <param name="cancellation">Observed page by page.</param>
    internal IReadOnlyList<Candidate>? Nearest(float[] query, IPassageIndex index, PassageFilter filter, CancellationToken cancellation)
    {
        if (VectorsOf(index) is not { } loaded)
        {
            return null;
        }

        if (loaded.Dimension != query.Length)
        {
            Report($"The model gives vectors of {query.Length} numbers, the index holds vectors of {loaded.Dimension}. Embed it anew with the indexer.");
            return null;
        }

        var best = new PriorityQueue<Candidate, (float Score, int Passage)>();
        for (var document = 0; document < loaded.Vectors.Length; document++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (loaded.Vectors[document] is not { } vectors || !filter.MatchesLanguage(index.Documents[document]) || !filter.MatchesTime(index.Documents[document]))
            {
                continue;
            }

            var passages = index.PassagesOf(document);
            for (var i = 0; i < passages.Count; i++)
            {
                var score = TensorPrimitives.Dot(query, vectors.AsSpan(i * query.Length, query.Length));
                if (score >= _options.LeastSimilarity && (best.Count < Count || score > best.Peek().Score))
                {
                    best.Enqueue(new Candidate(passages[i], score), (score, -passages[i]));
                    if (best.Count > Count)
                    {
                        best.Dequeue();
                    }
                }
            }
        }

        return [.. best.UnorderedItems.Select(item => item.Element).OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Passage)];
    }

    private Loaded? VectorsOf(IPassageIndex index)
    {
        lock (_loading)
        {
            if (_loaded is { } known && known.Index == index && _time.GetElapsedTime(known.Looked) < LookInterval)
            {
                return known.Vectors.Length > 0 ? known : null;
            }

            var file = new FileInfo(VectorFile.PathIn(_folder));
            var stamp = file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
            _loaded = _loaded is { } same && same.Index == index && same.Stamp == stamp ? same with { Looked = _time.GetTimestamp() } : Load(index, stamp);
            return _loaded.Vectors.Length > 0 ? _loaded : null;
        }
    }

    private Loaded Load(IPassageIndex index, (long Length, DateTime Written) stamp)
    {
        var nothing = new Loaded(index, stamp, _time.GetTimestamp(), 0, []);
        if (index is not LucenePassageIndex lucene || VectorFile.Read(_folder) is not { } read)
        {
            Report($"The index in '{_folder}' has no vectors. Run the indexer with Embedding__Endpoint and Embedding__Model set.");
            return nothing;
        }

        if (read.Manifest.Model != _options.Model)
        {
            Report($"The vectors of the index are of the model '{read.Manifest.Model}', the configuration names '{_options.Model}'. Embed it anew with the indexer, or name that model.");
            return nothing;
        }

        using var file = VectorFile.Open(VectorFile.PathIn(_folder));
        var vectors = new float[]?[index.Documents.Count];
        for (var document = 0; document < vectors.Length; document++)
        {
            if (read.Pages.TryGetValue(index.Documents[document].Id, out var page) && page.Checksum == lucene.Entries[document].Checksum && page.Count == index.PassagesOf(document).Count)
            {
                vectors[document] = VectorFile.VectorsOf(file, page, read.Manifest.Dimension);
            }
        }

        return new Loaded(index, stamp, _time.GetTimestamp(), read.Manifest.Dimension, vectors);
    }

    private void Report(string reason)
    {
        if (Interlocked.Exchange(ref _lastReport, reason) != reason)
        {
            _report?.Invoke(reason);
        }
    }

    /// <summary>Vectors in memory.</summary>
    /// <param name="Index">The snapshot they belong to.</param>
    /// <param name="Stamp">Length and time of the file they were read from.</param>
    /// <param name="Looked">When the file was last looked at.</param>
    /// <param name="Dimension">Numbers a vector.</param>
    /// <param name="Vectors">A page's vectors one behind the other, by document ordinal; empty where none can be used.</param>
    private sealed record Loaded(IPassageIndex Index, (long Length, DateTime Written) Stamp, long Looked, int Dimension, float[]?[] Vectors);
}
