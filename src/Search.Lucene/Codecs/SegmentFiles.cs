using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Where a segment that is being written puts its files, and which it has written.</summary>
internal sealed class SegmentFiles(FSDirectory directory, string segment, byte[] id)
{
    /// <summary>Suffix that Lucene's per-field postings format gives its first format.</summary>
    public const string PostingsSuffix = "Lucene84_0";

    /// <summary>Suffix that Lucene's per-field doc-values format gives its first format.</summary>
    public const string DocValuesSuffix = "Lucene80_0";

    private readonly List<string> _files = [];

    public string Segment { get; } = segment;

    public byte[] Id { get; } = id;

    public FSDirectory Directory { get; } = directory;

    public IReadOnlyList<string> Files => _files;

    /// <summary>A new file of the segment with its header.</summary>
    public IndexOutput Create(string extension, string suffix, string codec, int version)
    {
        var name = Name(Segment, suffix, extension);
        var output = Directory.CreateOutput(name);
        _files.Add(name);
        CodecFrame.WriteHeader(output, codec, version, Id, suffix);
        return output;
    }

    public static string Name(string segment, string suffix, string extension) =>
        suffix.Length == 0 ? $"{segment}.{extension}" : $"{segment}_{suffix}.{extension}";
}
