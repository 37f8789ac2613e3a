using Search.Lucene.Codecs;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>Carries an index whole: one commit of it is copied while it is searched and written, and put back in place of another.</summary>
public static class IndexSnapshot
{
    /// <summary>Copies the last commit. A writer that commits meanwhile only makes the copy begin again with the newer commit.</summary>
    /// <param name="index">The index.</param>
    /// <param name="folder">Where the copy goes; must not exist, or be empty.</param>
    /// <param name="cancellation">Ends the work; the folder is then as it was.</param>
    /// <returns>What the copy was found to be: every file read again, every checksum compared.</returns>
    /// <exception cref="IndexCorruptException">There is no index, or it cannot be read.</exception>
    /// <exception cref="IndexWriteException">The folder is not empty or cannot be written.</exception>
    public static IndexCheckReport Take(FSDirectory index, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var target = new FSDirectory(folder);
        if (Directory.Exists(target.Path) && Directory.EnumerateFileSystemEntries(target.Path).Any())
        {
            throw new IndexWriteException(target.Path, "The folder is not empty. Name a new one.");
        }

        return Place(target.Path, beside => CommitFile.ReadLast(index, commit =>
        {
            Copy(index, beside, commit, cancellation);
            return Sound(beside, cancellation);
        }));
    }

    /// <summary>Puts a copy in place of an index. Searches of the old state go on until the new one is there as a whole; the next look finds it.</summary>
    /// <param name="snapshot">A copy by <see cref="Take"/>, or any index.</param>
    /// <param name="folder">Folder of the index; what it held is gone afterwards.</param>
    /// <param name="cancellation">Ends the work; the index is then as it was.</param>
    /// <returns>What was put in place.</returns>
    /// <exception cref="IndexCorruptException">The copy is damaged; nothing was changed.</exception>
    /// <exception cref="IndexWriteException">The folder cannot be written, or a writer is at work there; nothing was changed.</exception>
    public static IndexCheckReport Restore(FSDirectory snapshot, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Sound(snapshot, cancellation);
        var index = new FSDirectory(folder);
        Directory.CreateDirectory(index.Path);
        using var writing = WriteLock.Obtain(index);
        return Place(index.Path, beside =>
        {
            var commit = CommitFile.ReadLast(snapshot, commit => commit);
            Copy(snapshot, beside, commit, cancellation);

            // A later generation than either had, so that whoever has the old state open sees a new one.
            var later = commit with { Generation = Math.Max(commit.Generation, CommitFile.LastGeneration(index)) + 1 };
            later.WritePending(beside);
            beside.Sync(CommitFile.PendingPrefix + Base36.Encode(later.Generation));
            later.Publish(beside);
            beside.Delete(CommitFile.FileName(commit.Generation));
            return Sound(beside, cancellation);
        });
    }

    private static void Copy(FSDirectory from, FSDirectory to, CommitFile commit, CancellationToken cancellation)
    {
        // A copy begun for an earlier commit is of no use.
        foreach (var left in to.ListFiles())
        {
            to.Delete(left);
        }

        var files = commit.Files.ToList();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                File.Copy(from.PathOf(file), to.PathOf(file));
            }
            catch (FileNotFoundException gone)
            {
                throw new IndexCorruptException(from.PathOf(file), "The file of the commit is gone.", gone);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new IndexWriteException(to.PathOf(file), $"The file could not be copied ({e.Message}).", e);
            }
        }

        to.Sync(files);
        to.SyncFolder();
    }

    private static IndexCheckReport Sound(FSDirectory directory, CancellationToken cancellation)
    {
        var report = IndexCheck.Run(directory, cancellation);
        return report.IsClean ? report : throw new IndexCorruptException(directory.Path, report.Problems[0]);
    }

    /// <summary>Makes a folder beside another and puts it in its place once it is whole.</summary>
    private static IndexCheckReport Place(string folder, Func<FSDirectory, IndexCheckReport> make)
    {
        var beside = folder + ".new";
        var before = folder + ".old";
        try
        {
            Remove(beside);
            Remove(before);
            Directory.CreateDirectory(beside);
            var report = make(new FSDirectory(beside));
            if (Directory.Exists(folder))
            {
                Directory.Move(folder, before);
            }

            Directory.Move(beside, folder);
            Remove(before);
            return report;
        }
        catch (Exception e) when (e is not IndexException and (IOException or UnauthorizedAccessException))
        {
            throw new IndexWriteException(folder, $"The folder could not be put in place ({e.Message}).", e);
        }
        finally
        {
            Remove(beside);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
