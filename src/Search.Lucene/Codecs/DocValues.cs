using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>A number a document. Any order of access; ascending is fastest.</summary>
public sealed class NumericDocValues
{
    private readonly NumberReader _numbers;

    internal NumericDocValues(NumberReader numbers) => _numbers = numbers;

    /// <summary>The value of a document; false if it has none.</summary>
    public bool TryGet(int docId, out long value)
    {
        var at = _numbers.Rank(docId);
        value = at < 0 ? 0 : _numbers.Get(at);
        return at >= 0;
    }
}

/// <summary>Bytes a document. Any order of access; ascending is fastest.</summary>
public sealed class BinaryDocValues
{
    private readonly DocValuesReader.BinaryEntry _entry;
    private readonly DocSet _docs;

    internal BinaryDocValues(DocValuesReader.BinaryEntry entry, int maxDoc)
    {
        _entry = entry;
        _docs = DocSet.Open(entry.Data, entry.Set, maxDoc, entry.Documents);
    }

    /// <summary>The bytes of a document, valid as long as the reader; false if it has none.</summary>
    public bool TryGet(int docId, out ReadOnlySpan<byte> value)
    {
        var at = _docs.Rank(docId);
        if (at < 0)
        {
            value = default;
            return false;
        }

        var start = _entry.Ends is null ? (long)at * _entry.Longest : _entry.Ends.Get(at);
        var end = _entry.Ends is null ? start + _entry.Longest : _entry.Ends.Get(at + 1);
        if (end - start is < 0 or > int.MaxValue)
        {
            throw _entry.Data.Corrupt("A binary doc value has an impossible length.");
        }

        value = _entry.Bytes.Span(start, (int)(end - start));
        return true;
    }
}

/// <summary>A term a document, as its number among the segment's terms in byte order.</summary>
public sealed class SortedDocValues
{
    private readonly DocValuesReader.SortedEntry _entry;
    private readonly DocSet _docs;
    private readonly TermDictionary.Cursor _terms;

    internal SortedDocValues(DocValuesReader.SortedEntry entry, int maxDoc)
    {
        _entry = entry;
        _docs = DocSet.Open(entry.Data, entry.Set, maxDoc, entry.Documents);
        _terms = entry.Terms.Open();
    }

    /// <summary>Different terms in the segment.</summary>
    public int ValueCount => _entry.Terms.Count;

    /// <summary>Number of the document's term, from 0; -1 if it has none.</summary>
    public int Ord(int docId)
    {
        var at = _docs.Rank(docId);
        if (at < 0)
        {
            return -1;
        }

        var ord = _entry.Ords.Get(at);
        return ord < _entry.Terms.Count ? (int)ord : throw _entry.Data.Corrupt($"A document has term {ord} of {_entry.Terms.Count}.");
    }

    /// <summary>The term of a number; valid until the next look-up.</summary>
    public ReadOnlySpan<byte> LookupOrd(int ord) => _terms.Lookup(ord);

    /// <summary>Number of a term, or if absent −(number it would have) − 1.</summary>
    public int LookupTerm(ReadOnlySpan<byte> term) => _terms.Find(term);
}

/// <summary>Terms a document, as numbers among the segment's terms in byte order.</summary>
public sealed class SortedSetDocValues
{
    private readonly SortedDocValues? _single;
    private readonly DocValuesReader.SortedSetEntry? _entry;
    private readonly DocSet? _docs;
    private readonly TermDictionary.Cursor? _terms;
    private long _next;
    private long _end;

    internal SortedSetDocValues(SortedDocValues single) => _single = single;

    internal SortedSetDocValues(DocValuesReader.SortedSetEntry entry, int maxDoc)
    {
        _entry = entry;
        _docs = DocSet.Open(entry.Data!, entry.Set, maxDoc, entry.Documents);
        _terms = entry.Terms!.Open();
    }

    /// <summary>Different terms in the segment.</summary>
    public long ValueCount => _single?.ValueCount ?? _entry!.Terms!.Count;

    /// <summary>Goes to a document; returns how many terms it has.</summary>
    public int Advance(int docId)
    {
        if (_single is not null)
        {
            _next = _single.Ord(docId);
            _end = _next + 1;
            return _next < 0 ? 0 : 1;
        }

        var at = _docs!.Rank(docId);
        _next = at < 0 ? 0 : _entry!.Ends!.Get(at);
        _end = at < 0 ? 0 : _entry!.Ends!.Get(at + 1);
        if (_end < _next || _next < 0 || _end > (_entry!.Documents == 0 ? 0 : _entry.Ends!.Get(_entry.Documents)))
        {
            throw _entry!.Data!.Corrupt("A document has an impossible number of terms.");
        }

        return (int)(_end - _next);
    }

    /// <summary>Next number of the document's terms, ascending; call at most as often as <see cref="Advance"/> said.</summary>
    public long NextOrd()
    {
        if (_next < 0 || _next >= _end)
        {
            throw new InvalidOperationException("The document has no more terms.");
        }

        if (_single is not null)
        {
            var only = _next;
            _next = _end;
            return only;
        }

        var ord = _entry!.Ords.Get(_next++);
        return ord < ValueCount ? ord : throw _entry.Data!.Corrupt($"A document has term {ord} of {ValueCount}.");
    }

    /// <summary>The term of a number; valid until the next look-up.</summary>
    public ReadOnlySpan<byte> LookupOrd(long ord) => _single is null ? _terms!.Lookup((int)ord) : _single.LookupOrd((int)ord);

    /// <summary>Number of a term, or if absent −(number it would have) − 1.</summary>
    public long LookupTerm(ReadOnlySpan<byte> term) => _single?.LookupTerm(term) ?? _terms!.Find(term);
}

/// <summary>Numbers a document.</summary>
public sealed class SortedNumericDocValues
{
    private readonly NumberReader _numbers;
    private readonly MonotonicNumbers? _ends;
    private long _next;
    private long _end;

    internal SortedNumericDocValues(NumberReader numbers, MonotonicNumbers? ends)
    {
        _numbers = numbers;
        _ends = ends;
    }

    /// <summary>Goes to a document; returns how many values it has.</summary>
    public int Advance(int docId)
    {
        var at = _numbers.Rank(docId);
        _next = at < 0 ? 0 : _ends?.Get(at) ?? at;
        _end = at < 0 ? 0 : _ends?.Get(at + 1) ?? at + 1;
        return (int)Math.Max(0, _end - _next);
    }

    /// <summary>Next value of the document, ascending; call at most as often as <see cref="Advance"/> said.</summary>
    public long NextValue() =>
        _next < _end ? _numbers.Get(_next++) : throw new InvalidOperationException("The document has no more values.");
}
