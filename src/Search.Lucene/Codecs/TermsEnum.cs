namespace Search.Lucene.Codecs;

/// <summary>Walks the terms of one field of one segment in unsigned byte order.</summary>
public sealed class TermsEnum
{
    internal TermsEnum() { }

    /// <summary>The term it stands at; valid until the next move.</summary>
    public ReadOnlySpan<byte> Term => throw new NotImplementedException();

    /// <summary>Documents that hold the term.</summary>
    public int DocFreq => throw new NotImplementedException();

    /// <summary>Occurrences of the term; equals <see cref="DocFreq"/> where frequencies are not kept.</summary>
    public long TotalTermFreq => throw new NotImplementedException();

    /// <summary>What <see cref="Terms.Postings"/> needs to come back to this term.</summary>
    public TermState State => throw new NotImplementedException();

    /// <summary>Goes to the next term; false after the last.</summary>
    public bool Next() => throw new NotImplementedException();

    /// <summary>Goes to <paramref name="term"/>; false if it is not there, and then it stands nowhere.</summary>
    public bool SeekExact(ReadOnlySpan<byte> term) => throw new NotImplementedException();

    /// <summary>Goes to the least term at or after <paramref name="term"/>.</summary>
    public SeekStatus SeekCeil(ReadOnlySpan<byte> term) => throw new NotImplementedException();

    /// <summary>Postings of the term it stands at, before the first document.</summary>
    /// <param name="features">What is needed of each document.</param>
    /// <param name="reuse">One no longer needed, of any term of this field: spares its buffers.</param>
    public PostingsEnum Postings(PostingsFeatures features, PostingsEnum? reuse = null) => throw new NotImplementedException();
}

/// <summary>Where <see cref="TermsEnum.SeekCeil"/> ended.</summary>
public enum SeekStatus
{
    /// <summary>At the term asked for.</summary>
    Found,

    /// <summary>At the least term after it.</summary>
    NotFound,

    /// <summary>No term at or after it.</summary>
    End,
}
