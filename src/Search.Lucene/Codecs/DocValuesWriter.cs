using System.Runtime.InteropServices;
using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Writes doc values, field by field.
/// <code>
/// .dvm  header · a field: int number · byte kind (0 numeric · 1 binary · 2 sorted · 3 sorted set · 4 sorted numeric) · entry · int −1 · footer
///   numeric: set of documents (<see cref="DocSet"/>) · long values · int table size (−1 none, −16 blocks) · [long a table value]
///            · byte bits · long least · long divisor · long place · long length · long place of block offsets (−1 none)
///   binary: long place · long length · set · int documents · int shortest · int longest
///            · [of unequal lengths: long place of ends · VInt shift · meta (<see cref="MonotonicNumbers"/>) · long length of ends]
///   sorted: set · int documents · byte bits of a number · long place · long length · dictionary
///   sorted set: byte 0 · as sorted (no document has two), or byte 1 · set · byte bits · long place · long length · int documents
///            · long place of ends · VInt shift · meta · long length of ends · dictionary
///   sorted numeric: numeric · int documents · [if some document has two: long place of ends · VInt shift · meta · long length]
///   dictionary: VLong terms · int 4 · int 16 · meta of block places · int longest term · long long place and length of terms
///            · long long of block places · int 10 · meta of index ends · long long of index bytes · long long of index ends
/// .dvd  header · what the entries point at · footer
///   terms: blocks of 16: VInt length · first term; then: byte shared (low 4 bits, 15 = more) and own − 1 (high 4) · [VInt more shared]
///          · [VInt more own] · own bytes
///   index: of every 1,024th term as many bytes as tell it from the one before
/// </code>
/// </summary>
internal sealed class DocValuesWriter : IDisposable
{
    public const string DataExtension = "dvd";
    public const string MetaExtension = "dvm";
    public const string DataCodec = "Lucene80DocValuesData";
    public const string MetaCodec = "Lucene80DocValuesMetadata";
    public const int Version = 2;
    public const int TermBlockShift = 4;

    private const int EndsShift = 16;
    private const int IndexShift = 10;

    private readonly IndexOutput _data;
    private readonly IndexOutput _meta;
    private readonly int _maxDoc;

    private readonly List<int> _binaryDocs = [];
    private readonly List<long> _binaryEnds = [];
    private FieldInfo? _binaryField;
    private long _binaryStart;
    private int _shortest;
    private int _longest;

    public DocValuesWriter(SegmentFiles files, int maxDoc)
    {
        _maxDoc = maxDoc;
        _data = files.Create(DataExtension, SegmentFiles.DocValuesSuffix, DataCodec, Version);
        _meta = files.Create(MetaExtension, SegmentFiles.DocValuesSuffix, MetaCodec, Version);
    }

    /// <param name="docs">Documents that have a value, ascending.</param>
    /// <param name="values">The value of each.</param>
    public void AddNumeric(FieldInfo field, ReadOnlySpan<int> docs, ReadOnlySpan<long> values)
    {
        StartEntry(field, 0);
        WriteNumbers(docs, values);
    }

    /// <param name="docs">Documents that have values, ascending.</param>
    /// <param name="counts">How many values each has, 1 or more.</param>
    /// <param name="values">The values of all, those of one document ascending.</param>
    public void AddSortedNumeric(FieldInfo field, ReadOnlySpan<int> docs, ReadOnlySpan<int> counts, ReadOnlySpan<long> values)
    {
        StartEntry(field, 4);
        WriteNumbers(docs, values);
        _meta.WriteInt(docs.Length);
        if (values.Length != docs.Length)
        {
            WriteEnds(Ends(counts));
        }
    }

    /// <summary>Begins a binary field; its values follow by <see cref="AddBinary"/>, documents ascending.</summary>
    public void StartBinary(FieldInfo field)
    {
        _binaryField = field;
        _binaryStart = _data.Position;
        _binaryDocs.Clear();
        _binaryEnds.Clear();
        _binaryEnds.Add(0);
        _shortest = int.MaxValue;
        _longest = 0;
    }

    public void AddBinary(int docId, ReadOnlySpan<byte> value)
    {
        _binaryDocs.Add(docId);
        _data.WriteBytes(value);
        _binaryEnds.Add(_data.Position - _binaryStart);
        _shortest = Math.Min(_shortest, value.Length);
        _longest = Math.Max(_longest, value.Length);
    }

    public void FinishBinary()
    {
        StartEntry(_binaryField!, 1);
        _meta.WriteLong(_binaryStart);
        _meta.WriteLong(_data.Position - _binaryStart);
        DocSet.Write(_meta, _data, CollectionsMarshal.AsSpan(_binaryDocs), _maxDoc);
        _meta.WriteInt(_binaryDocs.Count);
        _meta.WriteInt(_binaryDocs.Count == 0 ? 0 : _shortest);
        _meta.WriteInt(_longest);
        if (_binaryDocs.Count > 0 && _shortest < _longest)
        {
            WriteEnds(CollectionsMarshal.AsSpan(_binaryEnds));
        }
    }

    /// <param name="docs">Documents that have a term, ascending.</param>
    /// <param name="ords">Number of the term of each.</param>
    /// <param name="terms">The terms, in byte order.</param>
    public void AddSorted(FieldInfo field, ReadOnlySpan<int> docs, ReadOnlySpan<int> ords, ITermSource terms)
    {
        StartEntry(field, 2);
        WriteSorted(docs, ords, terms);
    }

    /// <param name="docs">Documents that have terms, ascending.</param>
    /// <param name="counts">How many terms each has, 1 or more.</param>
    /// <param name="ords">Numbers of the terms of all, those of one document strictly ascending.</param>
    /// <param name="terms">The terms, in byte order.</param>
    public void AddSortedSet(FieldInfo field, ReadOnlySpan<int> docs, ReadOnlySpan<int> counts, ReadOnlySpan<int> ords, ITermSource terms)
    {
        StartEntry(field, 3);
        if (ords.Length == docs.Length)
        {
            _meta.WriteByte(0);
            WriteSorted(docs, ords, terms);
            return;
        }

        _meta.WriteByte(1);
        DocSet.Write(_meta, _data, docs, _maxDoc);
        WriteOrds(ords, terms.Count);
        _meta.WriteInt(docs.Length);
        WriteEnds(Ends(counts));
        WriteDictionary(terms);
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        _meta.WriteInt(-1);
        CodecFrame.WriteFooter(_meta);
        CodecFrame.WriteFooter(_data);
    }

    public void Dispose()
    {
        _data.Dispose();
        _meta.Dispose();
    }

    private static long[] Ends(ReadOnlySpan<int> counts)
    {
        var ends = new long[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
        {
            ends[i + 1] = ends[i] + counts[i];
        }

        return ends;
    }

    private void StartEntry(FieldInfo field, int kind)
    {
        _meta.WriteInt(field.Number);
        _meta.WriteByte((byte)kind);
    }

    private void WriteNumbers(ReadOnlySpan<int> docs, ReadOnlySpan<long> values)
    {
        DocSet.Write(_meta, _data, docs, _maxDoc);
        _meta.WriteLong(values.Length);

        long least = long.MaxValue;
        long most = long.MinValue;
        foreach (var value in values)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        var divisor = 1L;
        var bits = 0;
        long[]? table = null;
        if (least < most)
        {
            divisor = Divisor(values, least, most);
            table = Table(values);
            bits = DirectNumbers.BitsFor((ulong)(most - least) / (ulong)divisor);
            if (table is not null && DirectNumbers.BitsFor((ulong)table.Length - 1) is var tableBits && tableBits < bits)
            {
                bits = tableBits;
                least = 0;
                divisor = 1;
            }
            else
            {
                table = null;
            }
        }

        _meta.WriteInt(table?.Length ?? -1);
        foreach (var value in table ?? [])
        {
            _meta.WriteLong(value);
        }

        _meta.WriteByte((byte)bits);
        _meta.WriteLong(values.IsEmpty ? 0 : least);
        _meta.WriteLong(divisor);
        var start = _data.Position;
        _meta.WriteLong(start);
        if (bits > 0)
        {
            var packed = new long[values.Length];
            for (var i = 0; i < packed.Length; i++)
            {
                packed[i] = table is not null
                    ? Array.BinarySearch(table, values[i])
                    : (long)((ulong)(values[i] - least) / (ulong)divisor);
            }

            DirectNumbers.Write(_data, packed, bits);
        }

        _meta.WriteLong(_data.Position - start);
        _meta.WriteLong(-1);
    }

    /// <summary>The greatest number that divides all differences; 1 if a difference does not fit a long.</summary>
    private static long Divisor(ReadOnlySpan<long> values, long least, long most)
    {
        if (most - least < 0)
        {
            return 1;
        }

        long divisor = 0;
        foreach (var value in values)
        {
            for (var rest = value - least; rest != 0;)
            {
                (divisor, rest) = (rest, divisor % rest);
            }

            if (divisor == 1)
            {
                break;
            }
        }

        return Math.Max(divisor, 1);
    }

    /// <summary>The different values in order, if there are at most 256.</summary>
    private static long[]? Table(ReadOnlySpan<long> values)
    {
        var different = new HashSet<long>();
        foreach (var value in values)
        {
            if (different.Add(value) && different.Count > 256)
            {
                return null;
            }
        }

        return [.. different.Order()];
    }

    private void WriteSorted(ReadOnlySpan<int> docs, ReadOnlySpan<int> ords, ITermSource terms)
    {
        DocSet.Write(_meta, _data, docs, _maxDoc);
        _meta.WriteInt(docs.Length);
        WriteOrds(ords, terms.Count);
        WriteDictionary(terms);
    }

    private void WriteOrds(ReadOnlySpan<int> ords, int termCount)
    {
        if (termCount <= 1)
        {
            _meta.WriteByte(0);
            _meta.WriteLong(0);
            _meta.WriteLong(0);
            return;
        }

        var bits = DirectNumbers.BitsFor((ulong)termCount - 1);
        _meta.WriteByte((byte)bits);
        var start = _data.Position;
        _meta.WriteLong(start);
        var wide = new long[ords.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = ords[i];
        }

        DirectNumbers.Write(_data, wide, bits);
        _meta.WriteLong(_data.Position - start);
    }

    private void WriteEnds(ReadOnlySpan<long> ends)
    {
        var start = _data.Position;
        _meta.WriteLong(start);
        _meta.WriteVInt(EndsShift);
        MonotonicNumbers.Write(_meta, _data, start, ends, EndsShift);
        _meta.WriteLong(_data.Position - start);
    }

    private void WriteDictionary(ITermSource terms)
    {
        _meta.WriteVLong(terms.Count);
        _meta.WriteInt(TermBlockShift);
        _meta.WriteInt(EndsShift);
        var places = new List<long>();
        var previous = Array.Empty<byte>();
        var longest = 0;
        var start = _data.Position;
        for (var ord = 0; ord < terms.Count; ord++)
        {
            var term = terms.Term(ord);
            longest = Math.Max(longest, term.Length);
            if ((ord & ((1 << TermBlockShift) - 1)) == 0)
            {
                places.Add(_data.Position - start);
                _data.WriteVInt(term.Length);
                _data.WriteBytes(term);
            }
            else
            {
                WriteRestOfTerm(term, term.CommonPrefixLength(previous));
            }

            previous = term.ToArray();
        }

        var length = _data.Position - start;
        using var buffer = new IndexOutput();
        MonotonicNumbers.Write(_meta, buffer, 0, CollectionsMarshal.AsSpan(places), EndsShift);
        _meta.WriteInt(longest);
        _meta.WriteLong(start);
        _meta.WriteLong(length);
        WritePlaced(buffer.Written);
        WriteIndex(terms);
    }

    private void WriteRestOfTerm(ReadOnlySpan<byte> term, int shared)
    {
        var own = term.Length - shared;
        _data.WriteByte((byte)(Math.Min(shared, 15) | (Math.Min(own - 1, 15) << 4)));
        if (shared >= 15)
        {
            _data.WriteVInt(shared - 15);
        }

        if (own >= 16)
        {
            _data.WriteVInt(own - 16);
        }

        _data.WriteBytes(term[shared..]);
    }

    private void WriteIndex(ITermSource terms)
    {
        _meta.WriteInt(IndexShift);
        var ends = new List<long>();
        var start = _data.Position;
        for (var ord = 0; ord < terms.Count; ord += 1 << IndexShift)
        {
            ends.Add(_data.Position - start);
            if (ord > 0)
            {
                var previous = terms.Term(ord - 1).ToArray();
                var term = terms.Term(ord);
                _data.WriteBytes(term[..(term.CommonPrefixLength(previous) + 1)]);
            }
        }

        ends.Add(_data.Position - start);
        var length = _data.Position - start;
        using var buffer = new IndexOutput();
        MonotonicNumbers.Write(_meta, buffer, 0, CollectionsMarshal.AsSpan(ends), EndsShift);
        _meta.WriteLong(start);
        _meta.WriteLong(length);
        WritePlaced(buffer.Written);
    }

    private void WritePlaced(ReadOnlySpan<byte> bytes)
    {
        _meta.WriteLong(_data.Position);
        _data.WriteBytes(bytes);
        _meta.WriteLong(bytes.Length);
    }
}

/// <summary>Terms in byte order, numbered from 0.</summary>
internal interface ITermSource
{
    /// <summary>How many.</summary>
    int Count { get; }

    /// <summary>A term; valid until the next call.</summary>
    ReadOnlySpan<byte> Term(int ord);
}
