using System.Runtime.ExceptionServices;

namespace Search.Lucene.Store;

/// <summary>The folder that holds one index. Made when first written to.</summary>
public sealed class FSDirectory
{
    /// <summary>An index in the folder <paramref name="path"/>; nothing is touched yet.</summary>
    public FSDirectory(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Called with path and length before bytes are written; tests throw here what a full disk throws.</summary>
    internal Action<string, int>? BeforeWrite { get; set; }

    internal string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Names of all files, in ordinal order; none if there is no folder.</summary>
    internal IReadOnlyList<string> ListFiles()
    {
        try
        {
            return [.. new DirectoryInfo(Path).EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexCorruptException(Path, $"The folder cannot be listed ({e.Message}).", e);
        }
    }

    internal MappedFile OpenInput(string file) => MappedFile.Open(PathOf(file));

    /// <summary>A new file, written from its first byte; one of this name left by a dead writer is overwritten.</summary>
    internal IndexOutput CreateOutput(string file)
    {
        var path = PathOf(file);
        try
        {
            BeforeWrite?.Invoke(path, 0);
            // Readers of a file of this name keep their own: the old name is unlinked, never written over.
            File.Delete(path);
            return new(this, path, File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexWriteException(path, $"The file could not be made ({e.Message}).", e);
        }
    }

    internal void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexWriteException(Path, $"The folder could not be made ({e.Message}).", e);
        }
    }

    /// <summary>Makes the bytes of files safe from a power cut; side by side, because the disk then takes many at the price of few.</summary>
    internal void Sync(IReadOnlyCollection<string> files)
    {
        try
        {
            Parallel.ForEach(files, Sync);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>Makes the bytes of a file safe from a power cut.</summary>
    internal void Sync(string file)
    {
        var path = PathOf(file);
        try
        {
            BeforeWrite?.Invoke(path, 0);
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexWriteException(path, $"The file could not be synced ({e.Message}).", e);
        }
    }

    /// <summary>Makes the names in the folder safe from a power cut.</summary>
    internal void SyncFolder() => FolderSync.Sync(Path);

    internal void Rename(string from, string to)
    {
        try
        {
            BeforeWrite?.Invoke(PathOf(to), 0);
            File.Move(PathOf(from), PathOf(to), overwrite: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IndexWriteException(PathOf(to), $"The file could not be renamed from {from} ({e.Message}).", e);
        }
    }

    /// <summary>Deletes a file if it is there; one that cannot be deleted now is tried again after the next commit.</summary>
    internal void Delete(string file)
    {
        try
        {
            File.Delete(PathOf(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file in use elsewhere (not on Linux) or a folder made read-only: it takes space, it does no harm.
        }
    }
}
