namespace Search.Lucene.Codecs;

/// <summary>A number a document. Any order of access; ascending is fastest.</summary>
public sealed class NumericDocValues
{
    internal NumericDocValues() { }

    /// <summary>The value of a document; false if it has none.</summary>
    public bool TryGet(int docId, out long value) => throw new NotImplementedException();
}

/// <summary>Bytes a document. Any order of access; ascending is fastest.</summary>
public sealed class BinaryDocValues
{
    internal BinaryDocValues() { }

    /// <summary>The bytes of a document, valid as long as the reader; false if it has none.</summary>
    public bool TryGet(int docId, out ReadOnlySpan<byte> value) => throw new NotImplementedException();
}

/// <summary>A term a document, as its number among the segment's terms in byte order.</summary>
public sealed class SortedDocValues
{
    internal SortedDocValues() { }

    /// <summary>Different terms in the segment.</summary>
    public int ValueCount => throw new NotImplementedException();

    /// <summary>Number of the document's term, from 0; -1 if it has none.</summary>
    public int Ord(int docId) => throw new NotImplementedException();

    /// <summary>The term of a number; valid until the next look-up.</summary>
    public ReadOnlySpan<byte> LookupOrd(int ord) => throw new NotImplementedException();

    /// <summary>Number of a term, or if absent −(number it would have) − 1.</summary>
    public int LookupTerm(ReadOnlySpan<byte> term) => throw new NotImplementedException();
}

/// <summary>Terms a document, as numbers among the segment's terms in byte order.</summary>
public sealed class SortedSetDocValues
{
    internal SortedSetDocValues() { }

    /// <summary>Different terms in the segment.</summary>
    public long ValueCount => throw new NotImplementedException();

    /// <summary>Goes to a document; returns how many terms it has.</summary>
    public int Advance(int docId) => throw new NotImplementedException();

    /// <summary>Next number of the document's terms, ascending; call at most as often as <see cref="Advance"/> said.</summary>
    public long NextOrd() => throw new NotImplementedException();

    /// <summary>The term of a number; valid until the next look-up.</summary>
    public ReadOnlySpan<byte> LookupOrd(long ord) => throw new NotImplementedException();

    /// <summary>Number of a term, or if absent −(number it would have) − 1.</summary>
    public long LookupTerm(ReadOnlySpan<byte> term) => throw new NotImplementedException();
}

/// <summary>Numbers a document.</summary>
public sealed class SortedNumericDocValues
{
    internal SortedNumericDocValues() { }

    /// <summary>Goes to a document; returns how many values it has.</summary>
    public int Advance(int docId) => throw new NotImplementedException();

    /// <summary>Next value of the document, ascending; call at most as often as <see cref="Advance"/> said.</summary>
    public long NextValue() => throw new NotImplementedException();
}
