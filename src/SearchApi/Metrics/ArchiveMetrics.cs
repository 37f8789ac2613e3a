using System.Diagnostics.Metrics;
using Search.Answering;
using Search.Retrieval;
using Search.Retrieval.Candidates;
using SearchApi.Archive;

namespace SearchApi.Metrics;

/// <summary>What the service counts of itself. No question, query or address of a visitor is ever a label.</summary>
internal sealed class ArchiveMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "SearchApi";

    private readonly Meter _meter;
    private readonly Counter<long> _answers;
    private readonly TimeProvider _clock;

    /// <summary>Creates the instruments.</summary>
    public ArchiveMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        _meter = meters.Create(MeterName);
        _answers = _meter.CreateCounter<long>("archive.answers", description: "Questions answered or declined, by door, status and reason.");
    }

    /// <summary>Counts an answer.</summary>
    /// <param name="door">The door it left by.</param>
    /// <param name="answer">The answer.</param>
    public void Count(string door, Answer answer)
    {
        var (status, reason) = answer switch
        {
            Answer.Grounded grounded => (grounded.IsPartial ? "partial" : "answered", ""),
            Answer.Declined declined => ("no_answer", declined.Reason.Code()),
            _ => ("unknown", ""),
        };
        _answers.Add(1, new("door", door), new("status", status), new("reason", reason));
    }

    /// <summary>Watches the index: its measures are taken when they are read, and are absent where there is none.</summary>
    /// <param name="archive">Opens it.</param>
    public void Watch(ArchiveOpener archive)
    {
        Gauge("archive.ready", null, "Whether the index is open: 1 or 0.", () => ManifestOf(archive) is null ? 0 : 1);
        Gauge("archive.documents", null, "Pages in the index.", () => ManifestOf(archive)?.DocumentCount);
        Gauge("archive.passages", null, "Passages in the index.", () => ManifestOf(archive)?.PassageCount);
        Gauge("archive.index.generation", null, "Generation of the commit that is served.", () => ManifestOf(archive)?.Generation);
        Gauge("archive.index.size", "By", "Size of all files in the folder of the index.", () => Files(archive, "*").Sum(file => file.Length));
        Gauge("archive.index.age", "s", "Time since the last commit of the index.", () =>
            Files(archive, "segments_*").Select(file => (double?)(_clock.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc).TotalSeconds).Min());
    }

    private void Gauge(string name, string? unit, string description, Func<double?> measure) =>
        _meter.CreateObservableGauge(name, () => measure() is { } value ? [new Measurement<double>(value)] : Array.Empty<Measurement<double>>(), unit, description);

    private static IndexManifest? ManifestOf(ArchiveOpener archive)
    {
        try
        {
            return archive.Current.Passages.Manifest;
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    private static FileInfo[] Files(ArchiveOpener archive, string pattern)
    {
        var folder = new DirectoryInfo(archive.IndexFolder);
        return folder.Exists ? folder.GetFiles(pattern) : [];
    }
}
