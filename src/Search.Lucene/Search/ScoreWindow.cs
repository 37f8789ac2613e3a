using System.Numerics;

namespace Search.Lucene.Search;

/// <summary>
/// The scores of a few thousand documents in a row, summed clause by clause: a clause is then read block by block
/// without a comparison with the other clauses.
/// </summary>
internal sealed class ScoreWindow
{
    /// <summary>Documents in a window: their sums (32 KiB) still lie in the first cache.</summary>
    public const int Size = 4096;

    private readonly double[] _sums = new double[Size];
    private readonly ulong[] _matches = new ulong[Size / 64];

    /// <summary>The first document.</summary>
    public int Start { get; private set; }

    /// <summary>One more than the last document.</summary>
    public int End { get; private set; }

    /// <summary>64 documents a word, lowest bit first.</summary>
    public ReadOnlySpan<ulong> Matches => _matches;

    /// <summary>True if nothing was added since the last <see cref="Clear"/>.</summary>
    public bool IsEmpty => !_matches.AsSpan().ContainsAnyExcept(0UL);

    /// <summary>The sum of a document, by its place in the window.</summary>
    public double SumAt(int place) => _sums[place];

    /// <summary>Begins a window, of at most <see cref="Size"/> documents; the one before has to be cleared.</summary>
    public void Open(int start, int end)
    {
        Start = start;
        End = end;
    }

    /// <summary>Adds to the score of a document of the window.</summary>
    public void Add(int docId, float score)
    {
        var place = docId - Start;
        _matches[place >> 6] |= 1UL << place;
        _sums[place] += score;
    }

    /// <summary>Adds to the scores of documents of the window.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        var sums = _sums.AsSpan(0, Size);
        var matches = _matches.AsSpan(0, Size / 64);
        for (var i = 0; i < docs.Length; i++)
        {
            var place = docs[i] - Start;
            matches[place >> 6] |= 1UL << place;
            sums[place] += scores[i];
        }
    }

    /// <summary>Adds the matches of another window over the same documents, each score as one float.</summary>
    /// <param name="other">The window.</param>
    /// <param name="isSum">Whether scores of one document are added; else the greater stays.</param>
    public void Combine(ScoreWindow other, bool isSum)
    {
        for (var i = 0; i < _matches.Length; i++)
        {
            _matches[i] |= other._matches[i];
            for (var word = other._matches[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                var score = (float)other._sums[place];
                _sums[place] = isSum ? _sums[place] + score : Math.Max(_sums[place], score);
            }
        }
    }

    /// <summary>Forgets the matches and their sums.</summary>
    public void Clear()
    {
        for (var i = 0; i < _matches.Length; i++)
        {
            for (var word = _matches[i]; word != 0; word &= word - 1)
            {
                _sums[(i << 6) + BitOperations.TrailingZeroCount(word)] = 0;
            }

            _matches[i] = 0;
        }
    }
}
