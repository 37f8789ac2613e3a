using System.Diagnostics;
using Microsoft.Extensions.Options;
using Search.Answering;
using Search.Retrieval;

namespace SearchApi.Archive;

/// <summary>
/// Reads in the background what the first visitor would otherwise wait for: words for mending and completing, models for answering; again after
/// every commit. The service is ready before and meanwhile.
/// </summary>
internal sealed class ArchivePreparer(ArchiveOpener archive, IOptions<ArchiveOptions> options, TimeProvider clock, ILogger<ArchivePreparer> log) : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    // The runtime compiles a method for speed after thirty calls: what every search and answer runs has them before the first visitor comes.
    private const int RehearsalCount = 40;

    /// <summary>Generation of the index that is prepared; 0 before the first is.</summary>
    public long Prepared { get; private set; }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Prepare && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PrepareOnce(stoppingToken);
            }
            catch (IndexUnavailableException)
            {
                // Whoever asks is told; here there is only the next look.
            }

            await Task.Delay(LookInterval, clock, stoppingToken);
        }
    }

    private async Task PrepareOnce(CancellationToken cancellationToken)
    {
        var opened = archive.Current;
        if (opened.Passages.Manifest.Generation == Prepared)
        {
            return;
        }

        var started = Stopwatch.GetTimestamp();
        var generation = opened.Passages.Prepare();
        if (Prepared == 0)
        {
            await RehearseAsync(opened, cancellationToken);
        }

        Prepared = generation;
        ApiLog.Prepared(log, generation, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task RehearseAsync(ServedArchive opened, CancellationToken cancellationToken)
    {
        foreach (var words in opened.Passages.SampleQueries(RehearsalCount))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var query = words[..Math.Min(words.Length, SearchRequest.MaxQueryLength)];
            opened.Passages.Search(new SearchRequest(query), cancellationToken);
            await opened.Answers.AskAsync(new QuestionRequest(query + "?"), cancellationToken);
        }
    }
}
