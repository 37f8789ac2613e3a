using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Reads the entries of doc values of a segment (layout: <see cref="DocValuesWriter"/>); values are read when asked for.</summary>
internal sealed class DocValuesReader
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly int _maxDoc;

    public DocValuesReader(int maxDoc) => _maxDoc = maxDoc;

    /// <summary>Reads the files of one suffix.</summary>
    public void Read(SegmentInput segment, FieldInfos fields, string suffix)
    {
        var meta = segment.Open(DocValuesWriter.MetaExtension, suffix, WholeCheck.Always);
        var data = segment.Open(DocValuesWriter.DataExtension, suffix);
        CodecFrame.ReadHeader(meta, DocValuesWriter.MetaCodec, DocValuesWriter.Version, DocValuesWriter.Version, segment.Id, suffix);
        CodecFrame.ReadHeader(data, DocValuesWriter.DataCodec, DocValuesWriter.Version, DocValuesWriter.Version, segment.Id, suffix);
        for (var number = meta.ReadInt(); number != -1; number = meta.ReadInt())
        {
            var field = fields.FindNumber(number) ?? throw meta.Corrupt($"Doc values of field number {number}, which the segment does not have.");
            var kind = meta.ReadByte();
            Entry entry = kind switch
            {
                0 => ReadNumbers(meta, data),
                1 => ReadBinary(meta, data, field),
                2 => ReadSorted(meta, data),
                3 => ReadSortedSet(meta, data),
                4 => ReadSortedNumeric(meta, data),
                _ => throw meta.Corrupt($"Field {field.Name} has doc values of unknown kind {kind}."),
            };
            if ((DocValuesType)(kind switch { 0 => 1, 1 => 2, 2 => 3, 3 => 4, _ => 5 }) != field.DocValuesType || field.DocValuesSuffix != suffix)
            {
                throw meta.Corrupt($"Field {field.Name} has doc values of another kind than its description.");
            }

            _entries[field.Name] = entry;
        }

        CodecFrame.CheckAtFooter(meta);
    }

    public NumericDocValues? Numeric(string field) => Find(field) is NumberEntry entry ? new(entry.Open(_maxDoc, entry.Count)) : null;

    public BinaryDocValues? Binary(string field) => Find(field) is BinaryEntry entry ? new(entry, _maxDoc) : null;

    public SortedDocValues? Sorted(string field) => Find(field) is SortedEntry entry ? new(entry, _maxDoc) : null;

    public SortedSetDocValues? SortedSet(string field) => Find(field) switch
    {
        SortedSetEntry { Single: { } single } => new(new SortedDocValues(single, _maxDoc)),
        SortedSetEntry entry => new(entry, _maxDoc),
        SortedEntry entry => new(new SortedDocValues(entry, _maxDoc)),
        _ => null,
    };

    public SortedNumericDocValues? SortedNumeric(string field) => Find(field) switch
    {
        SortedNumericEntry entry => new(entry.Numbers.Open(_maxDoc, entry.Documents), entry.Ends),
        NumberEntry entry => new(entry.Open(_maxDoc, entry.Count), null),
        _ => null,
    };

    private Entry? Find(string field) => _entries.GetValueOrDefault(field);

    private static NumberEntry ReadNumbers(IndexInput meta, IndexInput data)
    {
        var set = DocSet.ReadMeta(meta);
        var count = meta.ReadLong();
        var tableSize = meta.ReadInt();
        if (tableSize > 256 || count < 0)
        {
            throw meta.Corrupt($"Numbers with a table of {tableSize} values.");
        }

        var table = tableSize >= 0 ? new long[tableSize] : null;
        for (var i = 0; i < tableSize; i++)
        {
            table![i] = meta.ReadLong();
        }

        var blockShift = tableSize < -1 ? -2 - tableSize : -1;
        return new(data, set, count, table, blockShift, meta.ReadByte(), meta.ReadLong(), meta.ReadLong(), meta.ReadLong(), meta.ReadLong(), meta.ReadLong());
    }

    private static BinaryEntry ReadBinary(IndexInput meta, IndexInput data, FieldInfo field)
    {
        if (field.DocValuesCompressed)
        {
            throw meta.Corrupt($"The binary doc values of field {field.Name} are compressed, which this program does not read.");
        }

        var offset = meta.ReadLong();
        var length = meta.ReadLong();
        var set = DocSet.ReadMeta(meta);
        var documents = meta.ReadInt();
        var shortest = meta.ReadInt();
        var longest = meta.ReadInt();
        if (documents < 0 || shortest < 0 || longest < shortest)
        {
            throw meta.Corrupt($"Binary doc values of {documents} documents with {shortest} to {longest} bytes.");
        }

        var ends = shortest < longest ? ReadEnds(meta, data, documents + 1L) : null;
        if (ends is null && (long)documents * longest > length)
        {
            throw meta.Corrupt("Binary doc values are shorter than their documents need.");
        }

        return new(data.Slice(offset, length), data, set, documents, longest, ends);
    }

    private static MonotonicNumbers ReadEnds(IndexInput meta, IndexInput data, long count)
    {
        var offset = meta.ReadLong();
        var ends = MonotonicNumbers.ReadMeta(meta, count, meta.ReadVInt());
        return ends.Attach(data, offset, meta.ReadLong());
    }

    private static SortedEntry ReadSorted(IndexInput meta, IndexInput data)
    {
        var set = DocSet.ReadMeta(meta);
        var documents = meta.ReadInt();
        var bits = meta.ReadByte();
        var offset = meta.ReadLong();
        meta.ReadLong();
        var ords = new DirectNumbers(data, offset, bits, documents);
        return new(data, set, documents, ords, ReadDictionary(meta, data));
    }

    private static SortedSetEntry ReadSortedSet(IndexInput meta, IndexInput data)
    {
        if (meta.ReadByte() == 0)
        {
            return new(ReadSorted(meta, data));
        }

        var set = DocSet.ReadMeta(meta);
        var bits = meta.ReadByte();
        var offset = meta.ReadLong();
        meta.ReadLong();
        var documents = meta.ReadInt();
        var ends = ReadEnds(meta, data, documents + 1L);
        var ords = new DirectNumbers(data, offset, bits, ends.Get(documents));
        return new(null) { Data = data, Set = set, Documents = documents, Ords = ords, Ends = ends, Terms = ReadDictionary(meta, data) };
    }

    private static SortedNumericEntry ReadSortedNumeric(IndexInput meta, IndexInput data)
    {
        var numbers = ReadNumbers(meta, data);
        var documents = meta.ReadInt();
        return new(numbers, documents, documents == numbers.Count ? null : ReadEnds(meta, data, documents + 1L));
    }

    private static TermDictionary ReadDictionary(IndexInput meta, IndexInput data)
    {
        var count = meta.ReadVLong();
        var blockShift = meta.ReadInt();
        var shift = meta.ReadInt();
        if (count is < 0 or > int.MaxValue || blockShift is < 0 or > 30)
        {
            throw meta.Corrupt($"A dictionary of {count} terms in blocks of 2^{blockShift}.");
        }

        var places = MonotonicNumbers.ReadMeta(meta, (count + (1L << blockShift) - 1) >> blockShift, shift);
        var longest = meta.ReadInt();
        var offset = meta.ReadLong();
        var length = meta.ReadLong();
        var placesOffset = meta.ReadLong();
        places.Attach(data, placesOffset, meta.ReadLong());
        var indexShift = meta.ReadInt();
        if (indexShift is < 0 or > 30)
        {
            throw meta.Corrupt("A dictionary's index is damaged.");
        }

        MonotonicNumbers.ReadMeta(meta, 1 + ((count + (1L << indexShift) - 1) >> indexShift), shift);
        meta.ReadSpan(32);
        return new((int)count, blockShift, places, longest, data.Slice(offset, length));
    }

    internal abstract record Entry;

    internal sealed record NumberEntry(
        IndexInput Data, DocSetMeta Set, long Count, long[]? Table, int BlockShift, int Bits, long Least, long Divisor, long Offset, long Length, long Jumps)
        : Entry
    {
        public NumberReader Open(int maxDoc, long documents) => new(this, DocSet.Open(Data, Set, maxDoc, documents));
    }

    internal sealed record BinaryEntry(IndexInput Bytes, IndexInput Data, DocSetMeta Set, int Documents, int Longest, MonotonicNumbers? Ends) : Entry;

    internal sealed record SortedEntry(IndexInput Data, DocSetMeta Set, int Documents, DirectNumbers Ords, TermDictionary Terms) : Entry;

    internal sealed record SortedSetEntry(SortedEntry? Single) : Entry
    {
        public IndexInput? Data { get; init; }

        public DocSetMeta Set { get; init; }

        public int Documents { get; init; }

        public DirectNumbers Ords { get; init; }

        public MonotonicNumbers? Ends { get; init; }

        public TermDictionary? Terms { get; init; }
    }

    internal sealed record SortedNumericEntry(NumberEntry Numbers, int Documents, MonotonicNumbers? Ends) : Entry;
}
