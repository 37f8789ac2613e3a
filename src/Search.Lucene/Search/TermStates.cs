using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Where a term lies in each segment, looked up once a search, and its statistics over all of them.</summary>
internal sealed class TermStates
{
    private readonly TermState?[] _states;

    public TermStates(Term term, int leafCount)
    {
        Term = term;
        _states = new TermState?[leafCount];
    }

    /// <summary>Looks the term up in every segment.</summary>
    public TermStates(Term term, DirectoryReader reader) : this(term, reader.Leaves.Count)
    {
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(term.Field)?.Enumerate() is { } terms && terms.SeekExact(term.Bytes.Span))
            {
                Add(leaf.Ord, terms.State);
            }
        }
    }

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <summary>Documents that hold the term, in all segments.</summary>
    public int DocFreq { get; private set; }

    /// <summary>Occurrences, in all segments.</summary>
    public long TotalTermFreq { get; private set; }

    /// <summary>Where it lies in a segment; null if it is not there.</summary>
    public TermState? this[int leafOrd] => _states[leafOrd];

    /// <summary>Marks the documents of a segment that hold the term, deleted ones included, one bit a document.</summary>
    public void Mark(in LeafContext leaf, ulong[] bits)
    {
        if (_states[leaf.Ord] is not { } state || leaf.Reader.Terms(Term.Field) is not { } terms)
        {
            return;
        }

        var postings = terms.Postings(state, PostingsFeatures.Docs);
        while (postings.NextBlock())
        {
            foreach (var doc in postings.BlockDocs)
            {
                bits[doc >> 6] |= 1UL << doc;
            }
        }
    }

    /// <summary>Takes note of the term in one more segment.</summary>
    public void Add(int leafOrd, TermState state)
    {
        _states[leafOrd] = state;
        DocFreq += state.DocFreq;
        TotalTermFreq += state.TotalTermFreq;
    }
}
