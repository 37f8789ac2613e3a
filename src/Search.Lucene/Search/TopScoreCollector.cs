namespace Search.Lucene.Search;

/// <summary>Keeps the best matches by score, the earlier document first among equals.</summary>
/// <remarks>
/// A binary heap with the worst kept match at its root. Documents come in ascending order, so a newcomer with the
/// root's score is always worse than the root, and the root's score is the floor.
/// </remarks>
internal sealed class TopScoreCollector : HitCollector
{
    private readonly float[] _scores;
    private readonly int[] _docs;
    private readonly int _hitsToCount;
    private int _kept;
    private int _docBase;

    /// <param name="topN">Matches to keep; 0 or more.</param>
    /// <param name="hitsToCount">Matches to see before any may be passed over.</param>
    public TopScoreCollector(int topN, int hitsToCount, SearchBudget budget) : base(budget)
    {
        _scores = new float[topN];
        _docs = new int[topN];
        _hitsToCount = hitsToCount;
    }

    /// <summary>Matches handed over.</summary>
    public long Seen { get; private set; }

    /// <summary>True once matches may have been passed over.</summary>
    public bool PassesOver => Floor >= 0;

    /// <inheritdoc/>
    public override void Begin(in LeafContext leaf) => _docBase = leaf.DocBase;

    /// <inheritdoc/>
    public override void Collect(int docId, float score)
    {
        Seen++;
        if (_kept < _scores.Length)
        {
            SiftUp(_kept++, score, docId + _docBase);
        }
        else if (_kept > 0 && score > _scores[0])
        {
            SiftDown(score, docId + _docBase);
        }

        if (Seen > _hitsToCount && _kept == _scores.Length)
        {
            Floor = _kept == 0 ? float.MaxValue : _scores[0];
        }
    }

    /// <summary>The matches kept, best first.</summary>
    public ScoreDoc[] Ranked()
    {
        var ranked = new ScoreDoc[_kept];
        for (var i = 0; i < _kept; i++)
        {
            ranked[i] = new ScoreDoc(_docs[i], _scores[i]);
        }

        Array.Sort(ranked, (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.DocId.CompareTo(b.DocId));
        return ranked;
    }

    private bool IsWorse(int i, int j) => _scores[i] < _scores[j] || (_scores[i] == _scores[j] && _docs[i] > _docs[j]);

    private void SiftUp(int place, float score, int doc)
    {
        _scores[place] = score;
        _docs[place] = doc;
        for (int parent; place > 0 && IsWorse(place, parent = (place - 1) / 2); place = parent)
        {
            Swap(place, parent);
        }
    }

    private void SiftDown(float score, int doc)
    {
        _scores[0] = score;
        _docs[0] = doc;
        for (var place = 0; ;)
        {
            var child = (2 * place) + 1;
            if (child >= _kept)
            {
                return;
            }

            if (child + 1 < _kept && IsWorse(child + 1, child))
            {
                child++;
            }

            if (!IsWorse(child, place))
            {
                return;
            }

            Swap(place, child);
            place = child;
        }
    }

    private void Swap(int i, int j)
    {
        (_scores[i], _scores[j]) = (_scores[j], _scores[i]);
        (_docs[i], _docs[j]) = (_docs[j], _docs[i]);
    }
}
