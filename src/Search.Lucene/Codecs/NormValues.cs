namespace Search.Lucene.Codecs;

/// <summary>The encoded field length of every document of one field of one segment.</summary>
public sealed class NormValues
{
    internal NormValues() { }

    /// <summary>
    /// One byte a document, indexed by document number, when norms lie so (the usual case of many documents that all have the field); else empty.
    /// </summary>
    public ReadOnlySpan<byte> Bytes => throw new NotImplementedException();

    /// <summary>The norm of a document; 0 if it has no term of the field. BM25 reads the low byte.</summary>
    public long Get(int docId) => throw new NotImplementedException();
}
