using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>The walk over one term of a phrase.</summary>
/// <param name="postings">With positions.</param>
/// <param name="offset">The term's place in the phrase, counted from the first term's.</param>
/// <param name="term">The term.</param>
internal sealed class PhraseCursor(PostingsEnum postings, int offset, Term term)
{
    private int _left;

    /// <summary>The documents of the term.</summary>
    public PostingsEnum Postings => postings;

    /// <summary>The term's place in the phrase.</summary>
    public int Offset => offset;

    /// <summary>The term.</summary>
    public Term Term => term;

    /// <summary>Where the phrase would begin, were this term where the phrase has it.</summary>
    public int Start { get; private set; }

    /// <summary>Before the first position of the document.</summary>
    public void Reset()
    {
        _left = postings.Freq;
        Start = int.MinValue;
    }

    /// <summary>Goes to the next position; false after the last.</summary>
    public bool Next()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        Start = postings.NextPosition() - offset;
        return true;
    }

    /// <summary>Goes to the first position whose <see cref="Start"/> is at or after <paramref name="target"/>.</summary>
    public bool Advance(int target)
    {
        while (Start < target)
        {
            if (!Next())
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Counts how often, and how closely, the terms stand as in the phrase, in a document that holds all of them.</summary>
internal abstract class PhraseMatcher
{
    /// <summary>The frequency of the phrase in the document that all cursors stand at; 0 if it is not there.</summary>
    public abstract float Freq();

    /// <summary>The frequency that the phrase has at most, given those of its terms (or bounds on them).</summary>
    public abstract float MaxFreq(ReadOnlySpan<float> freqs);
}

/// <summary>Counts the places where every term stands exactly as in the phrase.</summary>
internal sealed class ExactPhraseMatcher(PhraseCursor[] cursors) : PhraseMatcher
{
    private readonly PhraseCursor[] _byCost = [.. cursors.OrderBy(cursor => cursor.Postings.DocFreq)];

    /// <summary>No more often than the least frequent of its terms.</summary>
    public override float MaxFreq(ReadOnlySpan<float> freqs)
    {
        var least = float.PositiveInfinity;
        foreach (var freq in freqs)
        {
            least = Math.Min(least, freq);
        }

        return least;
    }

    /// <inheritdoc/>
    public override float Freq()
    {
        foreach (var cursor in _byCost)
        {
            cursor.Reset();
        }

        var lead = _byCost[0];
        var freq = 0;
        var more = lead.Next();
        while (more)
        {
            var start = lead.Start;
            var agreed = true;
            for (var i = 1; i < _byCost.Length; i++)
            {
                if (!_byCost[i].Advance(start))
                {
                    return freq;
                }

                if (_byCost[i].Start > start)
                {
                    more = lead.Advance(_byCost[i].Start);
                    agreed = false;
                    break;
                }
            }

            if (agreed)
            {
                freq++;
                more = lead.Next();
            }
        }

        return freq;
    }
}
