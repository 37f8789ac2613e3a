namespace Search.Lucene.Search;

/// <summary>
/// Sums 1 / (1 + width) over the narrowest matches of at most the slop's width; a match's width is how far apart its
/// terms lie beyond what the phrase says.
/// </summary>
/// <remarks>
/// The terms' walks lie in a queue by where the phrase would begin for each. The first in the queue is moved on until it
/// passes the second, and the least width met on the way is one match. Terms that come several times in the phrase must
/// not share a position: after each move, of two that do the earlier one is moved on. Order and ties are those of
/// Lucene 8, because they decide which matches count.
/// </remarks>
internal sealed class SloppyPhraseMatcher : PhraseMatcher
{
    private readonly PhraseCursor[] _cursors;
    private readonly int[][] _repeats;
    private readonly int[] _groupOf;
    private readonly int _slop;
    private readonly List<int> _queue = [];
    private int _end;

    public SloppyPhraseMatcher(PhraseCursor[] cursors, int slop)
    {
        _cursors = cursors;
        _slop = slop;
        _repeats = [.. Enumerable.Range(0, cursors.Length)
            .GroupBy(i => cursors[i].Term)
            .Where(group => group.Select(i => cursors[i].Offset).Distinct().Count() > 1)
            .Select(group => group.OrderBy(i => cursors[i].Offset).ToArray())];
        _groupOf = [.. Enumerable.Range(0, cursors.Length).Select(i => Array.FindIndex(_repeats, group => group.Contains(i)))];
    }

    /// <summary>Every position of every term begins at most one match.</summary>
    public override float MaxFreq(ReadOnlySpan<float> freqs)
    {
        double sum = 0;
        foreach (var freq in freqs)
        {
            sum += freq;
        }

        // The matches are summed in single precision; a little more covers what rounding may add.
        return (float)(sum * (1 + 1e-5));
    }

    /// <inheritdoc/>
    public override float Freq()
    {
        if (!Begin())
        {
            return 0f;
        }

        var freq = 0f;
        while (true)
        {
            var width = NextMatch(out var more);
            if (width <= _slop)
            {
                freq += 1f / (1f + width);
            }

            if (!more)
            {
                return freq;
            }
        }
    }

    /// <summary>Puts every walk at its first position, the repeats of a term one after the other.</summary>
    private bool Begin()
    {
        _queue.Clear();
        _end = int.MinValue;
        foreach (var cursor in _cursors)
        {
            cursor.Reset();
            cursor.Next();
        }

        foreach (var group in _repeats)
        {
            for (var i = 1; i < group.Length; i++)
            {
                for (var step = 0; step < i; step++)
                {
                    if (!_cursors[group[i]].Next())
                    {
                        return false;
                    }
                }
            }
        }

        for (var i = 0; i < _cursors.Length; i++)
        {
            _end = Math.Max(_end, _cursors[i].Start);
            Enqueue(i);
        }

        return true;
    }

    /// <summary>Moves on until a match within the slop is past; the width of the last one met, and whether positions are left.</summary>
    private int NextMatch(out bool more)
    {
        more = true;
        var first = Dequeue();
        var width = _end - _cursors[first].Start;
        var second = _cursors[_queue[0]].Start;
        while (MoveOn(first))
        {
            if (_groupOf[first] >= 0 && !PartRepeats(first))
            {
                break;
            }

            if (_cursors[first].Start > second)
            {
                Enqueue(first);
                if (width <= _slop)
                {
                    return width;
                }

                first = Dequeue();
                second = _cursors[_queue[0]].Start;
                width = _end - _cursors[first].Start;
            }
            else
            {
                width = Math.Min(width, _end - _cursors[first].Start);
            }
        }

        more = false;
        return width;
    }

    private bool MoveOn(int i)
    {
        if (!_cursors[i].Next())
        {
            return false;
        }

        _end = Math.Max(_end, _cursors[i].Start);
        return true;
    }

    /// <summary>Moves repeats of a term apart until none shares a position with the one just moved.</summary>
    private bool PartRepeats(int moved)
    {
        var group = _repeats[_groupOf[moved]];
        var requeue = new HashSet<int>();
        var current = moved;
        for (int other; (other = Collision(current, group)) >= 0;)
        {
            var place = Array.IndexOf(group, other);
            current = Earlier(current, other);
            if (!MoveOn(current))
            {
                return false;
            }

            if (other != moved)
            {
                requeue.Add(place);
            }
        }

        // What was moved besides has the wrong place in the queue: take all out down to the last of them, and put back.
        var taken = new Stack<int>();
        while (requeue.Count > 0)
        {
            var next = Dequeue();
            taken.Push(next);
            if (_groupOf[next] >= 0)
            {
                requeue.Remove(Array.IndexOf(_repeats[_groupOf[next]], next));
            }
        }

        while (taken.TryPop(out var next))
        {
            Enqueue(next);
        }

        return true;
    }

    private int Collision(int i, int[] group)
    {
        var position = _cursors[i].Start + _cursors[i].Offset;
        foreach (var other in group)
        {
            if (other != i && _cursors[other].Start + _cursors[other].Offset == position)
            {
                return other;
            }
        }

        return -1;
    }

    private int Earlier(int i, int other)
    {
        var (a, b) = (_cursors[i], _cursors[other]);
        return a.Start < b.Start || (a.Start == b.Start && a.Offset < b.Offset) ? i : other;
    }

    private bool ComesBefore(int i, int j)
    {
        var (a, b) = (_cursors[i], _cursors[j]);
        if (a.Start != b.Start)
        {
            return a.Start < b.Start;
        }

        return a.Offset != b.Offset ? a.Offset < b.Offset : i < j;
    }

    private void Enqueue(int i)
    {
        var place = _queue.Count;
        while (place > 0 && ComesBefore(i, _queue[place - 1]))
        {
            place--;
        }

        _queue.Insert(place, i);
    }

    private int Dequeue()
    {
        var first = _queue[0];
        _queue.RemoveAt(0);
        return first;
    }
}
