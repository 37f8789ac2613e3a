namespace Search.Lucene.Codecs;

/// <summary>A bit for every document of a segment: set = not deleted.</summary>
public sealed class LiveDocs
{
    private readonly ulong[] _words;

    internal LiveDocs(ulong[] words, int maxDoc)
    {
        _words = words;
        MaxDoc = maxDoc;
    }

    /// <summary>Documents in the segment.</summary>
    public int MaxDoc { get; }

    /// <summary>64 documents a word, the lowest bit first; bits from <see cref="MaxDoc"/> on are zero.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>True if the document is not deleted.</summary>
    public bool this[int docId] => (_words[docId >> 6] >> (docId & 63) & 1) != 0;
}
