namespace Search.Text;

/// <summary>A file of the archive as it lies on disk.</summary>
/// <param name="Name">File name without folder; it stands in for the address of a page that has none.</param>
/// <param name="Path">Where it was read from, for reports.</param>
/// <param name="Content">Its bytes, in whatever encoding.</param>
public sealed record ArchiveFile(string Name, string Path, ReadOnlyMemory<byte> Content);
