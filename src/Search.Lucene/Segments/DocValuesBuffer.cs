using System.Runtime.InteropServices;
using Search.Lucene.Codecs;

namespace Search.Lucene.Segments;

/// <summary>The doc values of one field of the documents in memory.</summary>
internal sealed class DocValuesBuffer(FieldInfo field)
{
    private readonly List<int> _docs = [];
    private readonly List<int> _counts = [];
    private readonly List<long> _numbers = [];
    private readonly List<int> _ords = [];
    private readonly TermTable? _terms = field.DocValuesType is DocValuesType.Sorted or DocValuesType.SortedSet ? new() : null;
    private byte[] _bytes = [];
    private int _byteCount;

    public FieldInfo Field { get; } = field;

    public long Bytes => (_docs.Capacity * 8L) + (_numbers.Capacity * 8L) + (_ords.Capacity * 4L) + _bytes.Length + (_terms?.Bytes ?? 0);

    /// <summary>Adds a value; documents come ascending, kinds of several values may come again for the same document.</summary>
    public void Add(int docId, in DocumentField value)
    {
        if (_docs.Count == 0 || _docs[^1] != docId)
        {
            _docs.Add(docId);
            _counts.Add(0);
        }

        switch (Field.DocValuesType)
        {
            case DocValuesType.Numeric:
            case DocValuesType.SortedNumeric:
                _numbers.Add(value.Number);
                _counts[^1]++;
                break;
            case DocValuesType.Binary:
                AddBytes(value.Bytes.Span);
                _counts[^1] = value.Bytes.Length;
                break;
            case DocValuesType.Sorted:
            case DocValuesType.SortedSet:
                var ord = _terms!.GetOrAdd(value.Bytes.Span);
                if (!CollectionsMarshal.AsSpan(_ords)[(_ords.Count - _counts[^1])..].Contains(ord))
                {
                    _ords.Add(ord);
                    _counts[^1]++;
                }

                break;
            default:
                throw new InvalidOperationException($"Field {Field.Name} has no doc values.");
        }
    }

    public void WriteTo(DocValuesWriter writer)
    {
        var docs = CollectionsMarshal.AsSpan(_docs);
        var counts = CollectionsMarshal.AsSpan(_counts);
        switch (Field.DocValuesType)
        {
            case DocValuesType.Numeric:
                writer.AddNumeric(Field, docs, CollectionsMarshal.AsSpan(_numbers));
                break;
            case DocValuesType.SortedNumeric:
                writer.AddSortedNumeric(Field, docs, counts, SortWithin(CollectionsMarshal.AsSpan(_numbers), counts));
                break;
            case DocValuesType.Binary:
                WriteBinary(writer);
                break;
            case DocValuesType.Sorted:
                writer.AddSorted(Field, docs, Ranked(), _terms!);
                break;
            default:
                writer.AddSortedSet(Field, docs, counts, SortWithin(Ranked().AsSpan(), counts), _terms!);
                break;
        }
    }

    private void WriteBinary(DocValuesWriter writer)
    {
        writer.StartBinary(Field);
        var at = 0;
        for (var i = 0; i < _docs.Count; i++)
        {
            writer.AddBinary(_docs[i], _bytes.AsSpan(at, _counts[i]));
            at += _counts[i];
        }

        writer.FinishBinary();
    }

    /// <summary>The numbers of the terms in byte order instead of in order of first sight.</summary>
    private int[] Ranked()
    {
        var sorted = _terms!.Sort();
        var rank = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            rank[sorted[i]] = i;
        }

        var ranked = new int[_ords.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            ranked[i] = rank[_ords[i]];
        }

        return ranked;
    }

    private static Span<T> SortWithin<T>(Span<T> values, ReadOnlySpan<int> counts)
    {
        var at = 0;
        foreach (var count in counts)
        {
            values.Slice(at, count).Sort();
            at += count;
        }

        return values;
    }

    private void AddBytes(ReadOnlySpan<byte> value)
    {
        if (_bytes.Length - _byteCount < value.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_byteCount + value.Length, Math.Max(1024, _bytes.Length * 2)));
        }

        value.CopyTo(_bytes.AsSpan(_byteCount));
        _byteCount += value.Length;
    }
}
