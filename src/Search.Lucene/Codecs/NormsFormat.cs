using System.Buffers.Binary;
using System.Numerics;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Field lengths by document.
/// <code>
/// .nvm  header · a field: int number · set of documents (<see cref="DocSet"/>) · int documents · byte bytes a norm
///       · long place of the norms, or with 0 bytes the norm of all · int −1 · footer
/// .nvd  header · sets of documents and norms, a norm for every document of the set · footer
/// </code>
/// </summary>
internal static class NormsFormat
{
    private const string DataExtension = "nvd";
    private const string MetaExtension = "nvm";
    private const string DataCodec = "Lucene80NormsData";
    private const string MetaCodec = "Lucene80NormsMetadata";

    /// <summary>Writes norms of one byte; 0 means the document does not have the field.</summary>
    public static void Write(SegmentFiles files, IEnumerable<(FieldInfo Field, byte[] Norms)> fields, int maxDoc)
    {
        using var data = files.Create(DataExtension, "", DataCodec, 0);
        using var meta = files.Create(MetaExtension, "", MetaCodec, 0);
        foreach (var (field, norms) in fields)
        {
            var documents = new List<int>();
            sbyte least = sbyte.MaxValue;
            sbyte most = sbyte.MinValue;
            for (var doc = 0; doc < maxDoc; doc++)
            {
                if (norms[doc] != 0)
                {
                    documents.Add(doc);
                    least = Math.Min(least, (sbyte)norms[doc]);
                    most = Math.Max(most, (sbyte)norms[doc]);
                }
            }

            meta.WriteInt(field.Number);
            DocSet.Write(meta, data, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(documents), maxDoc);
            meta.WriteInt(documents.Count);
            if (least >= most)
            {
                meta.WriteByte(0);
                meta.WriteLong(documents.Count == 0 ? 0 : least);
                continue;
            }

            meta.WriteByte(1);
            meta.WriteLong(data.Position);
            foreach (var doc in documents)
            {
                data.WriteByte(norms[doc]);
            }
        }

        meta.WriteInt(-1);
        CodecFrame.WriteFooter(meta);
        CodecFrame.WriteFooter(data);
    }

    public static Dictionary<int, NormsEntry> Read(SegmentInput segment, FieldInfos fields, int maxDoc, out IndexInput data)
    {
        var meta = segment.Open(MetaExtension, "", WholeCheck.Always);
        data = segment.Open(DataExtension, "");
        CodecFrame.ReadHeader(meta, MetaCodec, 0, 0, segment.Id, "");
        CodecFrame.ReadHeader(data, DataCodec, 0, 0, segment.Id, "");
        var entries = new Dictionary<int, NormsEntry>();
        for (var number = meta.ReadInt(); number != -1; number = meta.ReadInt())
        {
            if (fields.FindNumber(number) is not { HasNorms: true })
            {
                throw meta.Corrupt($"Norms of field number {number}, which the segment does not have.");
            }

            var set = DocSet.ReadMeta(meta);
            var entry = new NormsEntry(set, meta.ReadInt(), meta.ReadByte(), meta.ReadLong());
            if (entry.BytesEach is not (0 or 1 or 2 or 4 or 8) || entry.Documents < 0 || entry.Documents > maxDoc)
            {
                throw meta.Corrupt($"Norms of {entry.Documents} documents in {entry.BytesEach} bytes each.");
            }

            if (entry.BytesEach > 0)
            {
                data.CheckRange(entry.Value, (long)entry.Documents * entry.BytesEach);
            }

            entries[number] = entry;
        }

        CodecFrame.CheckAtFooter(meta);
        return entries;
    }
}

/// <summary>Where the norms of one field lie.</summary>
/// <param name="Value">Their place, or the norm of all if they have 0 bytes.</param>
internal sealed record NormsEntry(DocSetMeta Set, int Documents, int BytesEach, long Value);

/// <summary>The encoded field length of every document of one field of one segment.</summary>
public sealed class NormValues
{
    private readonly byte[] _bytes = [];
    private readonly long[] _wide = [];

    internal NormValues(IndexInput data, NormsEntry entry, int maxDoc)
    {
        var set = DocSet.Open(data, entry.Set, maxDoc, entry.Documents);
        if (entry.BytesEach > 1 || (entry.BytesEach == 0 && entry.Value is < sbyte.MinValue or > sbyte.MaxValue))
        {
            _wide = new long[maxDoc];
            for (var doc = 0; doc < maxDoc; doc++)
            {
                var at = set.Rank(doc);
                _wide[doc] = at < 0 ? 0 : entry.BytesEach == 0 ? entry.Value : ReadWide(data, entry, at);
            }

            return;
        }

        _bytes = new byte[maxDoc];
        var stored = entry.BytesEach == 1 ? data.Span(entry.Value, entry.Documents) : default;
        if (entry.Documents == maxDoc && entry.BytesEach == 1)
        {
            stored.CopyTo(_bytes);
            return;
        }

        for (var doc = 0; doc < maxDoc; doc++)
        {
            var at = set.Rank(doc);
            _bytes[doc] = at < 0 ? (byte)0 : entry.BytesEach == 0 ? (byte)entry.Value : stored[at];
        }
    }

    /// <summary>
    /// One byte a document, indexed by document number; 0 if it has no term of the field. Empty only where a foreign writer kept wider norms.
    /// </summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    internal byte[] Array => _bytes;

    /// <summary>The norm of a document; 0 if it has no term of the field. BM25 reads the low byte.</summary>
    public long Get(int docId) => _wide.Length > 0 ? _wide[docId] : (sbyte)_bytes[docId];

    private static long ReadWide(IndexInput data, NormsEntry entry, int index)
    {
        var bytes = data.Span(entry.Value + ((long)index * entry.BytesEach), entry.BytesEach);
        return entry.BytesEach switch
        {
            2 => BinaryPrimitives.ReadInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
        };
    }
}

/// <summary>Lengths as Lucene 8's BM25 keeps them: exact to 40, then with three bits after the highest.</summary>
/// <remarks>Lucene's <c>SmallFloat.intToByte4</c>: the 24 values up to 23 stand for themselves, the rest is a float of 4 bits.</remarks>
internal static class FieldLength
{
    private const int FreeValues = 255 - 231; // 231 = the code of the largest int

    public static byte Encode(int length) =>
        length < FreeValues ? (byte)length : (byte)(FreeValues + EncodeFloat(length - FreeValues));

    private static int EncodeFloat(int value)
    {
        var bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        if (bits < 4)
        {
            return value;
        }

        var shift = bits - 4;
        return ((value >>> shift) & 7) | ((shift + 1) << 3);
    }
}
