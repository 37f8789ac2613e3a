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

    // Any question: it makes the runtime compile, and the models load, before a visitor asks.
    private const string FirstQuestion = "Калі і дзе?";

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
        await opened.Answers.AskAsync(new QuestionRequest(FirstQuestion), cancellationToken);
        Prepared = generation;
        ApiLog.Prepared(log, generation, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
