using System.Numerics.Tensors;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Search.Lucene;
using Search.Retrieval.Candidates;
using Search.Text;

namespace Search.Retrieval.Embeddings;

/// <summary>What a run of embedding came to.</summary>
/// <param name="Embedded">Passages that were sent to the model.</param>
/// <param name="Kept">Passages whose vectors were there.</param>
/// <param name="Failure">Why the run ended early; <see langword="null"/> where every passage has its vector.</param>
public sealed record EmbeddingReport(int Embedded, int Kept, string? Failure);

/// <summary>
/// Embeds the passages of an index that was built before. It may be stopped at any time and goes on where it was: what has the same text keeps its
/// vectors.
/// </summary>
public sealed class PassageEmbedder : IDisposable
{
    // Of a longer passage the beginning tells what it is about.
    private const int MaxInput = 4000;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(16)];

    private readonly EmbeddingModelOptions _options;
    private readonly IEmbeddingGenerator<string, Embedding<float>> _model;
    private readonly TimeProvider _time;

    /// <summary>With the configured model.</summary>
    /// <param name="options">The model, validated.</param>
    /// <param name="time">Measures the waits between attempts; the system's clock by default.</param>
    public PassageEmbedder(EmbeddingModelOptions options, TimeProvider? time = null)
    {
        _options = options;
        _model = new OpenAiEmbeddingGenerator(options);
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    /// <summary>What the vectors of an index were made with; <see langword="null"/> where it has none.</summary>
    /// <param name="folder">Folder of the index.</param>
    public static VectorManifest? Manifest(string folder) => VectorFile.Read(folder)?.Manifest;

    /// <summary>Embeds what has no vector yet. Vectors of another model are thrown away.</summary>
    /// <param name="folder">Folder of the index.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancellation">Ends the run; what is embedded stays.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    /// <exception cref="IOException">Another run is at work, or the disk is full.</exception>
    public async Task<EmbeddingReport> EmbedAsync(string folder, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var index = new LucenePassageIndex(DirectoryReader.Open(folder));
        var known = VectorFile.Read(folder) is { } read && read.Manifest.Model == _options.Model ? read : null;
        await using var file = new FileStream(VectorFile.PathIn(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        file.SetLength(known?.End ?? 0);
        var run = new Run(file, known?.Manifest, known?.Pages ?? new Dictionary<string, PageVectors>());
        var (done, waiting) = (0, new List<Page>());
        try
        {
            for (var document = 0; document < index.Documents.Count; document++)
            {
                cancellation.ThrowIfCancellationRequested();
                var page = Page.Of(index, document);
                if (!run.Keeps(page))
                {
                    waiting.Add(page);
                }

                if (waiting.Sum(one => one.Inputs.Count) >= _options.BatchSize || document == index.Documents.Count - 1)
                {
                    await EmbedPagesAsync(waiting, run, cancellation);
                    waiting.Clear();
                }

                progress?.Report(new IndexProgress("embedding", ++done, index.Documents.Count));
            }
        }
        catch (Exception failure) when (failure is ModelException or HttpRequestException or JsonException)
        {
            return new EmbeddingReport(run.Embedded, run.Kept, failure.Message);
        }

        return new EmbeddingReport(run.Embedded, run.Kept, null);
    }

    private async Task EmbedPagesAsync(IReadOnlyList<Page> pages, Run run, CancellationToken cancellation)
    {
        var vectors = new List<float[]>();
        foreach (var batch in pages.SelectMany(page => page.Inputs).Chunk(_options.BatchSize))
        {
            vectors.AddRange(await EmbedBatchAsync(batch, cancellation));
        }

        var first = 0;
        foreach (var page in pages)
        {
            run.Write(page, vectors.GetRange(first, page.Inputs.Count), _options.Model);
            first += page.Inputs.Count;
        }
    }

    // A server that is busy is asked again a little later.
    private async Task<IEnumerable<float[]>> EmbedBatchAsync(string[] texts, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return (await _model.GenerateAsync(texts, null, cancellation)).Select(embedding => Normalised(embedding.Vector.Span));
            }
            catch (Exception failure) when (attempt < Waits.Length && failure is ModelException or HttpRequestException)
            {
                await Task.Delay(Waits[attempt], _time, cancellation);
            }
        }
    }

    /// <summary>The vector of length 1 in the same direction.</summary>
    internal static float[] Normalised(ReadOnlySpan<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        var normalised = new float[vector.Length];
        TensorPrimitives.Divide(vector, norm > 0 ? norm : 1, normalised);
        return normalised;
    }

    /// <summary>A page with the texts that stand for its passages.</summary>
    private sealed record Page(string Id, string Checksum, IReadOnlyList<string> Inputs, string Hash)
    {
        public static Page Of(LucenePassageIndex index, int document)
        {
            var title = index.Document(document).Title;
            var inputs = index.PassagesOf(document).Select(passage => Input(title, index.Passage(passage))).ToList();
            return new Page(index.Documents[document].Id, index.Entries[document].Checksum, inputs, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', inputs)))));
        }

        // The title says what a passage from the middle of a page is about.
        private static string Input(string title, Passage passage)
        {
            var text = string.Join('\n', passage.Headings.Prepend(title).Append(passage.Text).Where(part => part.Length > 0));
            return text.Length <= MaxInput ? text : text[..MaxInput];
        }
    }

    /// <summary>The file as it grows.</summary>
    private sealed class Run(FileStream file, VectorManifest? manifest, IReadOnlyDictionary<string, PageVectors> known)
    {
        private VectorManifest? _manifest = manifest;

        public int Embedded { get; private set; }

        public int Kept { get; private set; }

        /// <summary>Whether the page's texts have their vectors; a record for the page as it is now is added where only its file changed.</summary>
        public bool Keeps(Page page)
        {
            if (_manifest is null || !known.TryGetValue(page.Id, out var before) || before.Inputs != page.Hash || before.Count != page.Inputs.Count)
            {
                return false;
            }

            if (before.Checksum != page.Checksum)
            {
                Append(VectorFile.Record(page.Id, page.Checksum, page.Hash, before.Count, VectorFile.VectorsOf(file, before, _manifest.Dimension)));
            }

            Kept += before.Count;
            return true;
        }

        public void Write(Page page, List<float[]> vectors, string model)
        {
            foreach (var vector in vectors)
            {
                if (_manifest is null)
                {
                    _manifest = new VectorManifest(model, vector.Length);
                    Append(VectorFile.Head(_manifest));
                }

                if (vector.Length != _manifest.Dimension)
                {
                    throw new ModelException($"The model gives vectors of {vector.Length} numbers, the index holds vectors of {_manifest.Dimension}. Remove '{file.Name}' to embed everything anew.");
                }
            }

            if (_manifest is not null)
            {
                Append(VectorFile.Record(page.Id, page.Checksum, page.Hash, vectors.Count, vectors.SelectMany(vector => vector).ToArray()));
                Embedded += vectors.Count;
            }
        }

        private void Append(byte[] bytes)
        {
            file.Position = file.Length;
            file.Write(bytes);
            file.Flush();
        }
    }
}
