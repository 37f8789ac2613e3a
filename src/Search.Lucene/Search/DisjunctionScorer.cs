namespace Search.Lucene.Search;

/// <summary>
/// Documents that at least so many of the clauses match, with the sum of the matching clauses' scores, or with the
/// best of them plus a share of the others.
/// </summary>
/// <remarks>A binary heap holds the clauses by the document they stand at.</remarks>
internal sealed class DisjunctionScorer : Scorer
{
    private readonly SearchContext _context;
    private readonly Scorer[] _heap;
    private readonly Scorer[] _matching;
    private readonly int _minimumMatches;
    private readonly float? _tieBreaker;
    private int _doc = -1;
    private int _standing;
    private int _matched;
    private bool _verified;
    private ScoreWindow? _scores;
    private ScoreWindow? _clauseScores;

    /// <param name="context">Lends memory.</param>
    /// <param name="clauses">The clauses, before their first documents.</param>
    /// <param name="minimumMatches">Clauses that have to match, 1 or more.</param>
    /// <param name="tieBreaker">Null to sum; else the share of the scores beside the best.</param>
    public DisjunctionScorer(SearchContext context, IReadOnlyList<Scorer> clauses, int minimumMatches, float? tieBreaker)
    {
        _context = context;
        _heap = [.. clauses];
        _matching = new Scorer[_heap.Length];
        _minimumMatches = minimumMatches;
        _tieBreaker = tieBreaker;
        Cost = clauses.Sum(clause => clause.Cost);
        NeedsVerification = minimumMatches > 1 || clauses.Any(clause => clause.NeedsVerification);
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override bool NeedsVerification { get; }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (_heap[0].DocId < target)
        {
            _heap[0].Advance(target);
            SiftDown();
        }

        _verified = false;
        return _doc = _heap[0].DocId;
    }

    /// <inheritdoc/>
    public override bool Matches()
    {
        Verify();
        return _matched >= _minimumMatches;
    }

    /// <inheritdoc/>
    public override float Score()
    {
        Verify();
        double sum = 0;
        var best = 0f;
        for (var i = 0; i < _matched; i++)
        {
            var score = _matching[i].Score();
            sum += score;
            best = Math.Max(best, score);
        }

        return _tieBreaker is { } share ? (float)(best + ((sum - best) * share)) : (float)sum;
    }

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        var upTo = NoMoreDocs;
        foreach (var clause in _heap)
        {
            if (clause.DocId <= target)
            {
                upTo = Math.Min(upTo, clause.AdvanceShallow(target));
            }
            else if (clause.DocId != NoMoreDocs)
            {
                upTo = Math.Min(upTo, clause.DocId - 1);
            }
        }

        return upTo;
    }

    /// <inheritdoc/>
    public override float MaxScore(int upTo)
    {
        double sum = 0;
        double best = 0;
        foreach (var clause in _heap)
        {
            if (clause.DocId <= upTo)
            {
                double bound = clause.MaxScore(upTo);
                sum += bound;
                best = Math.Max(best, bound);
            }
        }

        return MathF.BitIncrement((float)(_tieBreaker is { } share ? best + ((sum - best) * share) : sum));
    }

    /// <inheritdoc/>
    public override void ScoreInto(ScoreWindow window)
    {
        if (_minimumMatches > 1 || _tieBreaker is > 0)
        {
            base.ScoreInto(window);
            return;
        }

        // Clause by clause: each is then read in blocks of its own, and no document is compared with another.
        _scores ??= _context.BorrowWindow();
        _clauseScores ??= _context.BorrowWindow();
        _scores.Open(window.Start, window.End);
        foreach (var clause in _heap)
        {
            if (clause.DocId >= window.End)
            {
                continue;
            }

            _clauseScores.Open(window.Start, window.End);
            clause.ScoreInto(_clauseScores);
            _scores.Combine(_clauseScores, _tieBreaker is null);
            _clauseScores.Clear();
        }

        window.Combine(_scores, isSum: true);
        _scores.Clear();
        Array.Sort(_heap, static (one, other) => one.DocId.CompareTo(other.DocId));
        _verified = false;
        _doc = _heap[0].DocId;
    }

    /// <summary>Finds which clauses stand at the document and match it.</summary>
    private void Verify()
    {
        if (_verified)
        {
            return;
        }

        _verified = true;
        _standing = 0;
        _matched = 0;
        Gather(0);
        if (_standing < _minimumMatches)
        {
            return;
        }

        for (var i = 0; i < _standing; i++)
        {
            var clause = _matching[i];
            if (!clause.NeedsVerification || clause.Matches())
            {
                _matching[_matched++] = clause;
            }
        }
    }

    private void Gather(int place)
    {
        if (place < _heap.Length && _heap[place].DocId == _doc)
        {
            _matching[_standing++] = _heap[place];
            Gather((2 * place) + 1);
            Gather((2 * place) + 2);
        }
    }

    private void SiftDown()
    {
        for (var place = 0; ;)
        {
            var child = (2 * place) + 1;
            if (child >= _heap.Length)
            {
                return;
            }

            if (child + 1 < _heap.Length && _heap[child + 1].DocId < _heap[child].DocId)
            {
                child++;
            }

            if (_heap[place].DocId <= _heap[child].DocId)
            {
                return;
            }

            (_heap[place], _heap[child]) = (_heap[child], _heap[place]);
            place = child;
        }
    }
}
