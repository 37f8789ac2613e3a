using Search.Retrieval.Candidates;
using Search.Text;

namespace Search.Retrieval;

/// <summary>The front door of indexing: files → documents → passages → index.</summary>
public static class IndexBuilder
{
    /// <summary>Builds or updates an index: pages read are added or replaced, other pages in it stay.</summary>
    /// <param name="sources">Folders and files.</param>
    /// <param name="folder">Folder of the index; made where it does not exist.</param>
    /// <param name="progress">Told how far the build has come.</param>
    /// <param name="cancellation">Ends the build; the index stays as it was.</param>
    /// <exception cref="FileNotFoundException">A source does not exist; nothing is changed.</exception>
    /// <exception cref="IndexUnavailableException">The folder holds an index that cannot be read.</exception>
    public static IndexReport Build(IReadOnlyList<string> sources, string folder, IProgress<IndexProgress>? progress = null, CancellationToken cancellation = default)
    {
        var archive = PassageReader.ReadAll(sources, new Relay(progress), cancellation);
        var documents = DocumentFile.Exists(folder) ? DocumentFile.Read(folder).ToDictionary(document => document.Id, StringComparer.Ordinal) : [];
        var (added, updated, unchanged) = (0, 0, 0);
        foreach (var document in archive.Documents)
        {
            var known = documents.GetValueOrDefault(document.Id);
            (added, updated, unchanged) = known is null ? (added + 1, updated, unchanged)
                : known == document ? (added, updated, unchanged + 1)
                : (added, updated + 1, unchanged);
            documents[document.Id] = document;
        }

        cancellation.ThrowIfCancellationRequested();
        DocumentFile.Write(folder, documents.Values.OrderBy(document => document.Id, StringComparer.Ordinal));
        using var index = new ArchiveIndex(folder);
        return new IndexReport(archive.Report, added, updated, unchanged, index.Current.Manifest);
    }

    private sealed class Relay(IProgress<IndexProgress>? progress) : IProgress<int>
    {
        public void Report(int value) => progress?.Report(new IndexProgress("reading", value, null));
    }
}
