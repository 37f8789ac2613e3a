using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>What a segment is, as <c>.si</c> says.</summary>
/// <param name="Name">Such as <c>_3</c>: the number of the segment to base 36.</param>
/// <param name="Id">16 bytes, unlike those of any other segment; in the header of every file of it.</param>
/// <param name="MaxDoc">Documents, deleted ones included.</param>
/// <param name="IsCompound">Its files lie in one.</param>
/// <param name="Files">Names of its files, without those of deletes.</param>
/// <param name="Diagnostics">Who wrote it and why; read by people.</param>
/// <param name="Attributes">What formats remember; kept as it came.</param>
internal sealed record SegmentInfo(
    string Name,
    byte[] Id,
    int MaxDoc,
    bool IsCompound,
    IReadOnlyList<string> Files,
    IReadOnlyDictionary<string, string> Diagnostics,
    IReadOnlyDictionary<string, string> Attributes);

/// <summary>
/// <code>
/// .si  header · int int int version of Lucene · byte 1 · int int int least version of Lucene · int documents · byte 1 compound, −1 not
///      · map diagnostics · set files · map attributes · VInt sort fields (0) · footer
/// </code>
/// </summary>
internal static class SegmentInfoFormat
{
    public const string Extension = "si";
    public const string StoredFieldsMode = "Lucene87StoredFieldsFormat.mode";
    private const string Codec = "Lucene86SegmentInfo";

    // The version whose format this is; Lucene 8 opens what any 8 wrote.
    public const int Major = 8;
    public const int Minor = 8;
    public const int Bugfix = 1;

    /// <summary>Writes the file, which names all files of <paramref name="files"/> and itself.</summary>
    public static SegmentInfo Write(SegmentFiles files, int maxDoc, string source)
    {
        using var output = files.Create(Extension, "", Codec, 0);
        var info = new SegmentInfo(
            files.Segment,
            files.Id,
            maxDoc,
            IsCompound: false,
            [.. files.Files],
            new Dictionary<string, string> { ["source"] = source, ["writer"] = "Search.Lucene" },
            new Dictionary<string, string> { [StoredFieldsMode] = "BEST_SPEED" });
        WriteVersion(output);
        output.WriteByte(1);
        WriteVersion(output);
        output.WriteInt(maxDoc);
        output.WriteByte(0xFF);
        output.WriteMap(info.Diagnostics);
        output.WriteSet(info.Files);
        output.WriteMap(info.Attributes);
        output.WriteVInt(0);
        CodecFrame.WriteFooter(output);
        return info;
    }

    public static SegmentInfo Read(FSDirectory directory, string name, ReadOnlySpan<byte> id)
    {
        using var mapped = directory.OpenInput(name + "." + Extension);
        var input = mapped.Input();
        CodecFrame.CheckFooter(input, whole: true);
        CodecFrame.ReadHeader(input, Codec, 0, 0, id, "");
        var major = input.ReadInt();
        if (major != Major)
        {
            throw input.Corrupt($"Segment {name} was written by Lucene {major}, this program reads Lucene {Major}.");
        }

        input.ReadSpan(8);
        if (input.ReadByte() != 0)
        {
            input.ReadSpan(12);
        }

        var maxDoc = input.ReadInt();
        var isCompound = input.ReadByte() == 1;
        var diagnostics = input.ReadMap();
        var files = input.ReadSet();
        var attributes = input.ReadMap();
        if (input.ReadVInt() != 0)
        {
            throw input.Corrupt($"Segment {name} is sorted, which this program does not read.");
        }

        CodecFrame.CheckAtFooter(input);
        if (maxDoc < 0)
        {
            throw input.Corrupt($"Segment {name} would have {maxDoc} documents.");
        }

        return new(name, id.ToArray(), maxDoc, isCompound, files, diagnostics, attributes);
    }

    private static void WriteVersion(IndexOutput output)
    {
        output.WriteInt(Major);
        output.WriteInt(Minor);
        output.WriteInt(Bugfix);
    }
}
