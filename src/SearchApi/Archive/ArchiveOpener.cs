using System.Diagnostics;
using Microsoft.Extensions.Options;
using Search.Answering;
using Search.Retrieval;
using SearchApi.Generation;
using SearchApi.Metrics;

namespace SearchApi.Archive;

/// <summary>
/// Opens the index before the first request and builds it where there is none. An index that cannot be opened does not stop the
/// service: every door then answers 503 with the reason, until the index can be read.
/// </summary>
internal sealed class ArchiveOpener(IOptions<ArchiveOptions> options, ArchiveMetrics metrics, ConfiguredModels models, ILogger<ArchiveOpener> log) : IHostedService, IDisposable
{
    private readonly Lock _opening = new();
    private ArchiveIndex? _index;
    private ServedArchive? _opened;

    /// <summary>Folder of the index, absolute.</summary>
    public string IndexFolder => Path.GetFullPath(options.Value.Index, ArchivePaths.Root);

    /// <summary>Pages that the index is built from, absolute.</summary>
    public string Source => Path.GetFullPath(options.Value.Source, ArchivePaths.Root);

    /// <summary>The opened archive.</summary>
    /// <exception cref="IndexUnavailableException">The index is missing, damaged or of another version.</exception>
    public ServedArchive Current
    {
        get
        {
            lock (_opening)
            {
                return _opened ??= Open();
            }
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var manifest = Current.Passages.Manifest;
            ApiLog.ArchiveOpened(log, IndexFolder, manifest.DocumentCount, manifest.PassageCount);
        }
        catch (IndexUnavailableException unavailable)
        {
            ApiLog.IndexUnavailable(log, unavailable.Message);
        }

        ApiLog.WidgetIntegrity(log, Pages.StaticFiles.Named("widget.js").Integrity);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _index?.Dispose();

    private ServedArchive Open()
    {
        if (!ArchiveIndex.Exists(IndexFolder))
        {
            Build();
        }

        _index = new ArchiveIndex(IndexFolder);
        var passages = new PassageRetriever(_index, models.Meaning);
        return new ServedArchive(passages, new QuestionAnswerer(passages, models.Writer, options.Value.LeastSupport), metrics);
    }

    private void Build()
    {
        ApiLog.BuildingIndex(log, IndexFolder, Source);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var report = IndexBuilder.Build([Source], IndexFolder);
            ApiLog.BuiltIndex(log, report.Index.DocumentCount, report.Index.PassageCount, report.Reading.Unreadable.Count, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (FileNotFoundException missing)
        {
            throw new IndexUnavailableException($"There is no index in {IndexFolder} and no pages to build one from at {Source}. Set Archive:Source, or run the indexer.", missing);
        }
    }
}
