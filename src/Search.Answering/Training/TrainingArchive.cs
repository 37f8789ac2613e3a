using Search.Retrieval;
using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Answering.Training;

/// <summary>The pages of a training collection, ready to be searched: few of them in memory, many as an index in a folder of its own that goes with this.</summary>
internal sealed class TrainingArchive : IDisposable
{
    // What the reference searches in a moment.
    private const int Few = 1000;

    private readonly DirectoryInfo? _folder;
    private readonly ArchiveIndex? _archive;
    private readonly IndexLease? _lease;

    /// <summary>Indexes pages.</summary>
    public TrainingArchive(IReadOnlyList<ArchiveDocument> documents)
    {
        if (documents.Count <= Few)
        {
            Index = new MemoryPassageIndex(documents, PassageReader.Passages, new TextAnalyzer());
            return;
        }

        _folder = Directory.CreateTempSubdirectory("training");
        using (var writer = PassageIndexWriter.Open(_folder.FullName, BuildMode.Fresh, DateTimeOffset.UnixEpoch))
        {
            writer.Write(documents, null, default);
            writer.Commit();
        }

        _archive = new ArchiveIndex(_folder.FullName);
        _lease = _archive.Lease();
        Index = _lease.Index;
    }

    /// <summary>The index.</summary>
    public IPassageIndex Index { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lease?.Dispose();
        _archive?.Dispose();
        _folder?.Delete(recursive: true);
    }
}
