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

    /// <summary>Documents that are not deleted; counted anew at every call.</summary>
    internal int Count => _words.Sum(word => System.Numerics.BitOperations.PopCount(word));

    internal static LiveDocs All(int maxDoc)
    {
        var words = new ulong[(maxDoc + 63) >> 6];
        words.AsSpan().Fill(ulong.MaxValue);
        if ((maxDoc & 63) != 0)
        {
            words[^1] = (1UL << (maxDoc & 63)) - 1;
        }

        return new(words, maxDoc);
    }

    internal LiveDocs Copy() => new([.. _words], MaxDoc);

    /// <summary>Deletes a document; false if it was deleted already. Only while no one else has the bits.</summary>
    internal bool Clear(int docId)
    {
        ref var word = ref _words[docId >> 6];
        var bit = 1UL << (docId & 63);
        var wasLive = (word & bit) != 0;
        word &= ~bit;
        return wasLive;
    }
}
