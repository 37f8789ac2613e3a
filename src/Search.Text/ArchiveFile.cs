namespace Search.Text;

/// <summary>A file of the archive as it lies on disk.</summary>
/// <param name="Name">Its place below the folder that was read, with <c>/</c> between folders; it stands in for the address of a page that has none, so that two such pages of one name in two folders stay two.</param>
/// <param name="Path">Where it was read from, for reports.</param>
/// <param name="Content">Its bytes, in whatever encoding.</param>
public sealed record ArchiveFile(string Name, string Path, ReadOnlyMemory<byte> Content);
