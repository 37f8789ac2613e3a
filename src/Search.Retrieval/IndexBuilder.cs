using Search.Retrieval.Candidates;
using Search.Text;

namespace Search.Retrieval;

/// <summary>Whether a build keeps what the index holds.</summary>
public enum BuildMode
{
    /// <summary>Pages read are added or replaced, other pages stay.</summary>
    Update,

    /// <summary>The index holds the pages read and no others.</summary>
    Fresh,
}

/// <summary>The front door of indexing: files → documents → passages → index.</summary>
public static class IndexBuilder
{
    /// <summary>Builds or updates an index. Searches go on in the old state until the new one is there as a whole.</summary>
    /// <param name="sources">Folders and files.</param>
    /// <param name="folder">Folder of the index; made where it does not exist.</param>
    /// <param name="mode">Whether to keep what the index holds.</param>
    /// <param name="progress">Told how far the build has come.</param>
    /// <param name="cancellation">Ends the build; the index stays as it was.</param>
    /// <param name="time">Tells when pages are seen; the system's clock by default.</param>
    /// <exception cref="FileNotFoundException">A source does not exist; nothing is changed.</exception>
    /// <exception cref="IndexUnavailableException">The folder holds an index that cannot be read, or another build is at work.</exception>
    public static IndexReport Build(
        IReadOnlyList<string> sources,
        string folder,
        BuildMode mode = BuildMode.Update,
        IProgress<IndexProgress>? progress = null,
        CancellationToken cancellation = default,
        TimeProvider? time = null)
    {
        var archive = PassageReader.ReadAll(sources, new Relay(progress), cancellation);
        using var writer = PassageIndexWriter.Open(folder, mode, (time ?? TimeProvider.System).GetUtcNow());
        var counts = writer.Write(archive.Documents, progress, cancellation);
        writer.Commit();
        using var built = new ArchiveIndex(folder);
        using var lease = built.Lease();
        return new IndexReport(archive.Report, counts.Added, counts.Updated, counts.Unchanged, lease.Index.Manifest);
    }

    private sealed class Relay(IProgress<IndexProgress>? progress) : IProgress<int>
    {
        public void Report(int value) => progress?.Report(new IndexProgress("reading", value, null));
    }
}
