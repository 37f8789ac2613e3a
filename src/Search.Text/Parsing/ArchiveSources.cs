namespace Search.Text.Parsing;

/// <summary>What lies at a place of the archive: a file to read, one that is passed over, or one that cannot be opened.</summary>
public abstract record ArchiveEntry(string Path)
{
    /// <summary>A file of a kind that is read.</summary>
    /// <param name="File">Its name and bytes.</param>
    public sealed record Readable(ArchiveFile File) : ArchiveEntry(File.Path);

    /// <summary>A file of a kind that holds no pages.</summary>
    /// <param name="Path">Where it lies.</param>
    /// <param name="Reason">Why it was passed over.</param>
    public sealed record Skipped(string Path, string Reason) : ArchiveEntry(Path);

    /// <summary>A file or folder that could not be opened.</summary>
    /// <param name="Path">Where it lies.</param>
    /// <param name="Reason">What the system said.</param>
    public sealed record Unreadable(string Path, string Reason) : ArchiveEntry(Path);
}

/// <summary>Walks the folders and files of an archive.</summary>
public static class ArchiveSources
{
    /// <summary>Extensions of pages, in any case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".md", ".html", ".htm"];

    /// <summary>
    /// Files one by one, so that one file at a time is in memory: each source in the order given, folders with all below them in ordinal order of path.
    /// A link to a folder is not followed, so that a loop of links ends; names that begin with a dot are passed over silently.
    /// A file named as a source is read whatever its extension.
    /// </summary>
    /// <exception cref="FileNotFoundException">A source does not exist; said before anything is read, with all that are missing.</exception>
    public static IEnumerable<ArchiveEntry> Enumerate(IReadOnlyList<string> sources)
    {
        var missing = sources.Where(source => !File.Exists(source) && !Directory.Exists(source)).ToList();
        return missing.Count > 0
            ? throw new FileNotFoundException($"There is no file or folder {string.Join(", ", missing.Select(source => $"'{source}'"))}.", missing[0])
            : sources.SelectMany(source => File.Exists(source) ? [Open(source, Path.GetFileName(source))] : Walk(source));
    }

    private static IEnumerable<ArchiveEntry> Walk(string root)
    {
        var waiting = new Stack<(string Path, bool IsFolder)>([(root, true)]);
        while (waiting.TryPop(out var place))
        {
            if (!place.IsFolder)
            {
                yield return Extensions.Contains(Path.GetExtension(place.Path).ToLowerInvariant())
                    ? Open(place.Path, Path.GetRelativePath(root, place.Path).Replace(Path.DirectorySeparatorChar, '/'))
                    : new ArchiveEntry.Skipped(place.Path, $"not a page: {(Path.GetExtension(place.Path) is { Length: > 0 } extension ? extension : "no extension")}");
                continue;
            }

            var (inside, reason) = Inside(place.Path);
            if (reason is not null)
            {
                yield return new ArchiveEntry.Unreadable(place.Path, reason);
            }

            // The last pushed comes first.
            foreach (var entry in inside.OrderByDescending(entry => entry.Path, StringComparer.Ordinal))
            {
                waiting.Push(entry);
            }
        }
    }

    private static (List<(string Path, bool IsFolder)> Inside, string? Reason) Inside(string folder)
    {
        try
        {
            return (new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => !entry.Name.StartsWith('.') && !(entry is DirectoryInfo && entry.LinkTarget is not null))
                .Select(entry => (Path.Combine(folder, entry.Name), entry is DirectoryInfo))
                .ToList(), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ([], $"cannot be opened: {failure.Message}");
        }
    }

    private static ArchiveEntry Open(string path, string name)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length > FileDecoder.MaxBytes
                ? new ArchiveEntry.Unreadable(path, $"larger than {FileDecoder.MaxBytes / 1024 / 1024} MB")
                : new ArchiveEntry.Readable(new ArchiveFile(name, path, File.ReadAllBytes(path)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new ArchiveEntry.Unreadable(path, $"cannot be opened: {failure.Message}");
        }
    }
}
