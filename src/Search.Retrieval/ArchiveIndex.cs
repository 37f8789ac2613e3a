using Search.Lucene;
using Search.Lucene.Store;
using Search.Retrieval.Candidates;

namespace Search.Retrieval;

/// <summary>
/// The index in a folder: opened when it is first needed, and again when a later commit is there, made by this process or another.
/// Safe for concurrent use.
/// </summary>
/// <param name="folder">Folder of the index.</param>
/// <param name="time">Tells when to look for a later commit; the system's clock by default.</param>
public sealed class ArchiveIndex(string folder, TimeProvider? time = null) : IArchiveIndex, IDisposable
{
    // Looking costs a glance at the folder; nobody waits longer than this for what was just indexed.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _opening = new();
    private Snapshot? _current;
    private long _looked;

    /// <summary>Whether the folder holds an index of any kind.</summary>
    public static bool Exists(string folder) => Directory.Exists(folder) && DirectoryReader.IndexExists(new FSDirectory(folder));

    /// <inheritdoc/>
    public IndexLease Lease()
    {
        lock (_opening)
        {
            if (_current is null || _time.GetElapsedTime(_looked) >= LookInterval)
            {
                Refresh();
            }

            var snapshot = _current!;
            snapshot.Users++;
            return new IndexLease(snapshot.Index, () => Release(snapshot));
        }
    }

    /// <summary>Closes the index as soon as nobody uses it any more.</summary>
    public void Dispose()
    {
        lock (_opening)
        {
            Retire(_current);
            _current = null;
        }
    }

    private void Refresh()
    {
        try
        {
            var reader = _current is null ? Open() : DirectoryReader.OpenIfChanged(_current.Reader);
            if (reader is not null)
            {
                var next = new Snapshot(reader);
                Retire(_current);
                _current = next;
            }

            _looked = _time.GetTimestamp();
        }
        catch (IndexException error)
        {
            throw new IndexUnavailableException($"The index in '{folder}' cannot be read. {error.Message}", error);
        }
    }

    private DirectoryReader Open() =>
        Exists(folder)
            ? DirectoryReader.Open(folder)
            : throw new IndexUnavailableException($"No index in '{folder}'. Build one: dotnet run --project src/Indexer -- index SOURCE --index \"{folder}\"");

    private void Release(Snapshot snapshot)
    {
        lock (_opening)
        {
            snapshot.Users--;
            CloseUnused(snapshot);
        }
    }

    private static void Retire(Snapshot? snapshot)
    {
        if (snapshot is not null)
        {
            snapshot.IsRetired = true;
            CloseUnused(snapshot);
        }
    }

    private static void CloseUnused(Snapshot snapshot)
    {
        if (snapshot is { IsRetired: true, Users: 0 })
        {
            snapshot.Index.Dispose();
        }
    }

    private sealed class Snapshot(DirectoryReader reader)
    {
        public DirectoryReader Reader { get; } = reader;

        public LucenePassageIndex Index { get; } = new(reader);

        public int Users { get; set; }

        public bool IsRetired { get; set; }
    }
}
