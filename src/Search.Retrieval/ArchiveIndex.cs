using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval;

/// <summary>The index in a folder, opened when it is first needed and again when it has changed. Safe for concurrent use.</summary>
/// <param name="folder">Folder of the index.</param>
public sealed class ArchiveIndex(string folder) : IArchiveIndex, IDisposable
{
    private readonly Lock _opening = new();
    private IPassageIndex? _current;
    private DateTime _written;

    /// <inheritdoc/>
    public IPassageIndex Current
    {
        get
        {
            lock (_opening)
            {
                var written = File.GetLastWriteTimeUtc(DocumentFile.PathIn(folder));
                if (_current is null || written != _written)
                {
                    _current = new MemoryPassageIndex(DocumentFile.Read(folder), PassageReader.Passages, new TextAnalyzer());
                    _written = written;
                }

                return _current;
            }
        }
    }

    /// <summary>Whether the folder holds an index of any kind.</summary>
    public static bool Exists(string folder) => DocumentFile.Exists(folder);

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();
}
