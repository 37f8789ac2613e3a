using System.Numerics;

namespace Search.Lucene.Search;

/// <summary>
/// Collects the documents that any clause matches, with the sum of the scores, best ones only: in each range of
/// documents the clauses whose bounds together do not compete are looked up only for the documents of the others.
/// </summary>
/// <remarks>
/// MaxScore (Turtle and Flood, 1995) over ranges that the impacts bound: block-max MaxScore (Chakrabarti, Chaudhuri and
/// Ganti, ICDE 2011). Sums are kept in double precision, where a few floats add without rounding, so that a document
/// has the same score in whatever order the clauses come.
/// </remarks>
internal sealed class MaxScoreWalk
{
    private readonly Clause[] _clauses;
    private readonly DocFilter _filter;
    private readonly HitCollector _collector;
    private readonly int _maxDoc;
    private readonly ScoreWindow _window;

    // _clauses[.._lookedUp] are the ones not worth a walk of their own in the present range.
    private int _lookedUp;
    private double _lookedUpBound;

    /// <param name="filter">What matches have to pass besides.</param>
    public MaxScoreWalk(IReadOnlyList<Scorer> scorers, DocFilter filter, int maxDoc, ScoreWindow window, HitCollector collector)
    {
        _clauses = [.. scorers.Select(scorer => new Clause(scorer))];
        _filter = filter;
        _maxDoc = maxDoc;
        _window = window;
        _collector = collector;
    }

    public void Collect()
    {
        foreach (var clause in _clauses)
        {
            clause.Scorer.Advance(0);
        }

        for (var start = 0; start < _maxDoc && !_collector.Budget.Check();)
        {
            var end = Divide(start);
            if (_lookedUp < _clauses.Length)
            {
                CollectRange(start, end);
            }

            start = end;
        }
    }

    /// <summary>Bounds the clauses from <paramref name="start"/> on and says which are looked up.</summary>
    /// <returns>The end of the range for which this holds.</returns>
    private int Divide(int start)
    {
        if (_collector.Floor < 0)
        {
            (_lookedUp, _lookedUpBound) = (0, 0);
            return Math.Min(start + ScoreWindow.Size, _maxDoc);
        }

        // Only the clauses that were walked last time decide how far: the others are long, and their blocks would cut the range short.
        var last = _maxDoc - 1;
        for (var i = 0; i < _clauses.Length; i++)
        {
            var scorer = _clauses[i].Scorer;
            var upTo = scorer.DocId == Scorer.NoMoreDocs ? last : scorer.AdvanceShallow(Math.Max(start, scorer.DocId));
            if (i >= Math.Min(_lookedUp, _clauses.Length - 1))
            {
                last = Math.Min(last, upTo);
            }
        }

        foreach (var clause in _clauses)
        {
            clause.Bound = clause.Scorer.DocId <= last ? clause.Scorer.MaxScore(last) : 0f;
        }

        // A low bound for much work goes first among the looked up.
        Array.Sort(_clauses, static (a, b) => (a.Bound * (double)b.Cost).CompareTo(b.Bound * (double)a.Cost));
        (_lookedUp, _lookedUpBound) = (0, 0);
        for (var i = 0; i < _clauses.Length; i++)
        {
            if (_lookedUpBound + _clauses[i].Bound <= _collector.Floor)
            {
                _lookedUpBound += _clauses[i].Bound;
                (_clauses[i], _clauses[_lookedUp]) = (_clauses[_lookedUp], _clauses[i]);
                _lookedUp++;
            }
        }

        // The highest bound first: it decides soonest.
        Array.Sort(_clauses, 0, _lookedUp, Clause.HighestBoundFirst);
        var below = _lookedUpBound;
        for (var i = 0; i < _lookedUp; i++)
        {
            below -= _clauses[i].Bound;
            _clauses[i].BoundOfTheRest = Math.Max(0, below);
        }

        return last + 1;
    }

    private void CollectRange(int start, int end)
    {
        if (_lookedUp == _clauses.Length - 1 && _collector.Floor >= 0 && _clauses[^1].Scorer is TermScorer term)
        {
            CollectOne(term, start, end);
            return;
        }

        for (var from = start; (from = Math.Max(from, NextWalked())) < end && !_collector.Budget.Check(); from = _window.End)
        {
            _window.Open(from, Math.Min(from + ScoreWindow.Size, end));
            for (var i = _lookedUp; i < _clauses.Length; i++)
            {
                if (_clauses[i].Scorer.DocId < _window.End)
                {
                    _clauses[i].Scorer.ScoreInto(_window);
                }
            }

            CollectWindow();
            _window.Clear();
        }
    }

    private int NextWalked()
    {
        var next = Scorer.NoMoreDocs;
        for (var i = _lookedUp; i < _clauses.Length; i++)
        {
            next = Math.Min(next, _clauses[i].Scorer.DocId);
        }

        return next;
    }

    private void CollectWindow()
    {
        var matches = _window.Matches;
        for (var i = 0; i < matches.Length; i++)
        {
            for (var word = matches[i]; word != 0; word &= word - 1)
            {
                var place = (i << 6) + BitOperations.TrailingZeroCount(word);
                Consider(_window.Start + place, _window.SumAt(place));
            }
        }
    }

    /// <summary>One term is walked: its blocks are scored and sifted without a window.</summary>
    private void CollectOne(TermScorer term, int start, int end)
    {
        var postings = term.Postings;
        for (var from = BlockWalk.Open(postings, start); from >= 0; from = BlockWalk.OpenNext(postings))
        {
            var docs = postings.BlockDocs[from..];
            var scores = term.Blocks.Score(docs, postings.BlockFreqs[from..]);
            for (var i = 0; i < docs.Length; i++)
            {
                if (docs[i] >= end)
                {
                    postings.Advance(end);
                    return;
                }

                Consider(docs[i], scores[i]);
            }
        }
    }

    /// <summary>Completes the score of a document, as long as it may still compete.</summary>
    private void Consider(int doc, double score)
    {
        if (score + _lookedUpBound <= _collector.Floor)
        {
            return;
        }

        for (var i = 0; i < _lookedUp; i++)
        {
            var clause = _clauses[i];
            var at = clause.Scorer.DocId;
            if (at < doc)
            {
                at = clause.Scorer.Advance(doc);
            }

            if (at == doc && clause.Scorer.Matches())
            {
                score += clause.Scorer.Score();
            }

            if (score + clause.BoundOfTheRest <= _collector.Floor)
            {
                return;
            }
        }

        if (_filter.Passes(doc))
        {
            _collector.Collect(doc, (float)score);
        }
    }

    private sealed class Clause(Scorer scorer)
    {
        public static readonly Comparer<Clause> HighestBoundFirst = Comparer<Clause>.Create((a, b) => b.Bound.CompareTo(a.Bound));

        public Scorer Scorer => scorer;

        public long Cost { get; } = scorer.Cost;

        public float Bound { get; set; }

        public double BoundOfTheRest { get; set; }
    }
}
