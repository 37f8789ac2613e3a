using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// The fields of a segment.
/// <code>
/// .fnm  header · VInt fields · each: string name · VInt number · byte flags (1 term vectors · 2 no norms · 4 payloads · 8 soft deletes)
///       · byte index options · byte doc values · long generation of doc values · map attributes · VInt point dimensions
///       · [VInt indexed dimensions · VInt bytes a dimension] · footer
/// </code>
/// The attributes name the per-field formats, as Lucene's reader asks for them.
/// </summary>
internal static class FieldInfosFormat
{
    public const string Extension = "fnm";
    private const string Codec = "Lucene60FieldInfos";
    private const int Version = 2;
    private const int TermVectors = 1;
    private const int OmitNorms = 2;
    private const int Payloads = 4;
    private const string PostingsFormatKey = "PerFieldPostingsFormat.format";
    private const string PostingsSuffixKey = "PerFieldPostingsFormat.suffix";
    private const string DocValuesFormatKey = "PerFieldDocValuesFormat.format";
    private const string DocValuesSuffixKey = "PerFieldDocValuesFormat.suffix";
    private const string DocValuesModeKey = "Lucene80DocValuesFormat.mode";

    public static void Write(SegmentFiles files, FieldInfos fields)
    {
        using var output = files.Create(Extension, "", Codec, Version);
        output.WriteVInt(fields.Count);
        foreach (var field in fields)
        {
            output.WriteString(field.Name);
            output.WriteVInt(field.Number);
            output.WriteByte((byte)(field.OmitsNorms ? OmitNorms : 0));
            output.WriteByte((byte)field.IndexOptions);
            output.WriteByte((byte)field.DocValuesType);
            output.WriteLong(-1);
            output.WriteMap(Attributes(field));
            output.WriteVInt(0);
        }

        CodecFrame.WriteFooter(output);
    }

    public static FieldInfos Read(SegmentInput segment)
    {
        var input = segment.Open(Extension, "", WholeCheck.Always);
        CodecFrame.ReadHeader(input, Codec, 0, Version, segment.Id, "");
        var count = input.ReadCount(15);
        var fields = new List<FieldInfo>(count);
        for (var i = 0; i < count; i++)
        {
            fields.Add(ReadField(input));
        }

        CodecFrame.CheckAtFooter(input);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<int>();
        if (!fields.TrueForAll(field => names.Add(field.Name) && numbers.Add(field.Number)))
        {
            throw input.Corrupt("Two fields have the same name or number.");
        }

        return new(fields);
    }

    private static FieldInfo ReadField(IndexInput input)
    {
        var name = input.ReadString();
        var number = input.ReadVInt();
        var flags = input.ReadByte();
        var indexOptions = input.ReadByte();
        var docValues = input.ReadByte();
        if (number < 0 || indexOptions > (int)IndexOptions.DocsAndFreqsAndPositionsAndOffsets || docValues > (int)DocValuesType.SortedNumeric)
        {
            throw input.Corrupt($"Field {name} has an unknown kind of index or doc values.");
        }

        if (input.ReadLong() != -1)
        {
            throw input.Corrupt($"Field {name} has updated doc values, which this program does not read.");
        }

        var attributes = input.ReadMap();
        var hasPoints = input.ReadVInt() != 0;
        if (hasPoints)
        {
            input.ReadVInt();
            input.ReadVInt();
        }

        var postingsFormat = attributes.GetValueOrDefault(PostingsFormatKey);
        var docValuesFormat = attributes.GetValueOrDefault(DocValuesFormatKey);
        if (postingsFormat is not null and not "Lucene84" || docValuesFormat is not null and not "Lucene80")
        {
            throw input.Corrupt($"Field {name} is in format {postingsFormat} {docValuesFormat}, this program reads Lucene84 and Lucene80.");
        }

        return new(
            name, number, (IndexOptions)indexOptions, (flags & OmitNorms) != 0, (flags & Payloads) != 0, (DocValuesType)docValues)
        {
            PostingsSuffix = "Lucene84_" + attributes.GetValueOrDefault(PostingsSuffixKey, "0"),
            DocValuesSuffix = "Lucene80_" + attributes.GetValueOrDefault(DocValuesSuffixKey, "0"),
            IsReadOnly = hasPoints || (flags & (TermVectors | Payloads)) != 0
                || indexOptions > (int)IndexOptions.DocsAndFreqsAndPositions,
            DocValuesCompressed = attributes.GetValueOrDefault(DocValuesModeKey) == "BEST_COMPRESSION",
        };
    }

    private static Dictionary<string, string> Attributes(FieldInfo field)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (field.IndexOptions != IndexOptions.None)
        {
            attributes[PostingsFormatKey] = "Lucene84";
            attributes[PostingsSuffixKey] = "0";
        }

        if (field.DocValuesType != DocValuesType.None)
        {
            attributes[DocValuesFormatKey] = "Lucene80";
            attributes[DocValuesSuffixKey] = "0";
            attributes[DocValuesModeKey] = "BEST_SPEED";
        }

        return attributes;
    }
}
