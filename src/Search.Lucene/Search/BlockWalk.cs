using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Reads postings in ranges of documents, block by block, from wherever they stand.</summary>
internal static class BlockWalk
{
    /// <summary>Makes current the block of the first document at or after <paramref name="target"/>, or of the later one it stands at.</summary>
    /// <returns>The place of that document in the block; -1 if there is none.</returns>
    public static int Open(PostingsEnum postings, int target)
    {
        if (postings.DocId >= target)
        {
            return postings.DocId == PostingsEnum.NoMoreDocs ? -1 : postings.BlockIndex;
        }

        return postings.AdvanceBlock(target) ? postings.BlockIndex + 1 : -1;
    }

    /// <summary>Makes current the block after the current one.</summary>
    /// <returns>0, the place of its first document, or -1 if there is none.</returns>
    public static int OpenNext(PostingsEnum postings) => postings.NextBlock() ? 0 : -1;

    /// <summary>Adds the documents of a window with their scores, or with their weighted frequencies, and moves to the first document after it.</summary>
    public static void AddTo(ScoreWindow window, PostingsEnum postings, BlockScoring scoring, BlockValue value)
    {
        for (var from = Open(postings, window.Start); from >= 0; from = OpenNext(postings))
        {
            var docs = postings.BlockDocs[from..];
            var within = docs[^1] < window.End ? docs.Length : FirstAtOrAfter(docs, window.End);
            docs = docs[..within];
            var freqs = postings.BlockFreqs.Slice(from, within);
            window.Add(docs, value == BlockValue.Score ? scoring.Score(docs, freqs) : scoring.WeightedFreqs(docs, freqs));
            if (from + within < postings.BlockDocs.Length)
            {
                break;
            }
        }

        if (postings.DocId < window.End)
        {
            postings.Advance(window.End);
        }
    }

    private static int FirstAtOrAfter(ReadOnlySpan<int> docs, int target)
    {
        var place = docs.BinarySearch(target);
        return place < 0 ? ~place : place;
    }
}

/// <summary>What is summed by document.</summary>
internal enum BlockValue
{
    /// <summary>The score.</summary>
    Score,

    /// <summary>The weighted frequency, divided by the length norm.</summary>
    WeightedFreq,
}
