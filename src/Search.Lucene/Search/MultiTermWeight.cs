using System.Numerics;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>The documents of many terms, without scores.</summary>
internal sealed class MultiTermWeight(MultiTermQuery query, SearchContext context) : Weight
{
    // Postings of less than a block are decoded whole in any case: cheaper to mark at once than to come back to.
    private const int FewDocuments = 127;
    private const int TermsPerCheck = 256;

    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf)
    {
        if (leaf.Reader.Terms(query.Field) is not { } terms)
        {
            return null;
        }

        var marked = context.BorrowBits(leaf.Reader.MaxDoc);
        var many = new List<PostingsEnum>();
        var markedCount = 0L;
        PostingsEnum? reuse = null;
        var untilCheck = TermsPerCheck;
        query.VisitTerms(terms, context.Budget, (ReadOnlySpan<byte> _, in TermState state) =>
        {
            if (state.DocFreq > FewDocuments)
            {
                many.Add(terms.Postings(state, PostingsFeatures.Docs));
            }
            else if (state.DocFreq == 1)
            {
                markedCount++;
                marked[state.SingletonDocId >> 6] |= 1UL << state.SingletonDocId;
            }
            else
            {
                markedCount += state.DocFreq;
                reuse = terms.Postings(state, PostingsFeatures.Docs, reuse);
                Mark(reuse, marked);
            }

            if (--untilCheck > 0)
            {
                return true;
            }

            untilCheck = TermsPerCheck;
            return !context.Budget.Check();
        });
        return markedCount == 0 && many.Count == 0 ? null : new DocSetScorer(marked, [.. many], markedCount, leaf.Reader.MaxDoc);
    }

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId) => ExplainByScorer(leaf, docId, query.ToString());

    private static void Mark(PostingsEnum postings, ulong[] marked)
    {
        while (postings.NextBlock())
        {
            foreach (var doc in postings.BlockDocs)
            {
                marked[doc >> 6] |= 1UL << doc;
            }
        }
    }
}

/// <summary>Documents marked in a bit set, and those of some terms read only as far as the walk goes.</summary>
internal sealed class DocSetScorer(ulong[] marked, PostingsEnum[] many, long markedCount, int maxDoc) : Scorer
{
    private const int WordsPerWindow = ScoreWindow.Size / 64;

    private readonly ulong[] _window = new ulong[WordsPerWindow];
    private int _doc = -1;
    private int _windowStart;
    private int _windowEnd;

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost { get; } = markedCount + many.Sum(postings => (long)postings.DocFreq);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (target < maxDoc)
        {
            if (target >= _windowEnd)
            {
                OpenWindow(target);
            }

            var place = target - _windowStart;
            var index = place >> 6;
            var word = _window[index] & (ulong.MaxValue << place);
            while (word == 0 && ++index < WordsPerWindow)
            {
                word = _window[index];
            }

            if (word != 0)
            {
                return _doc = _windowStart + (index << 6) + BitOperations.TrailingZeroCount(word);
            }

            target = _windowEnd;
        }

        return _doc = NoMoreDocs;
    }

    /// <inheritdoc/>
    public override float Score() => 0f;

    /// <inheritdoc/>
    public override float MaxScore(int upTo) => 0f;

    private void OpenWindow(int target)
    {
        var first = target >> 6;
        var words = Math.Min(WordsPerWindow, ((maxDoc + 63) >> 6) - first);
        marked.AsSpan(first, words).CopyTo(_window);
        _window.AsSpan(words).Clear();
        _windowStart = first << 6;
        _windowEnd = Math.Min(_windowStart + ScoreWindow.Size, maxDoc);
        foreach (var postings in many)
        {
            var doc = postings.DocId < _windowStart ? postings.Advance(_windowStart) : postings.DocId;
            for (; doc < _windowEnd; doc = postings.NextDoc())
            {
                var place = doc - _windowStart;
                _window[place >> 6] |= 1UL << place;
            }
        }
    }
}
