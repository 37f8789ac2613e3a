namespace Search.Lucene.Search;

/// <summary>Documents that all clauses match, with the sum of the scores of some of them.</summary>
/// <remarks>The clause with the fewest documents leads; verification comes last, when all stand at the same document.</remarks>
internal sealed class ConjunctionScorer : Scorer
{
    private readonly Scorer[] _scoring;
    private readonly Scorer[] _byCost;
    private readonly Scorer[] _verified;

    /// <param name="scoring">Have to match and score.</param>
    /// <param name="filters">Have to match.</param>
    public ConjunctionScorer(IReadOnlyList<Scorer> scoring, IReadOnlyList<Scorer> filters)
    {
        _scoring = [.. scoring];
        _byCost = [.. scoring.Concat(filters).OrderBy(clause => clause.Cost)];
        _verified = [.. _byCost.Where(clause => clause.NeedsVerification)];
    }

    /// <inheritdoc/>
    public override int DocId => _byCost[0].DocId;

    /// <inheritdoc/>
    public override long Cost => _byCost[0].Cost;

    /// <inheritdoc/>
    public override bool NeedsVerification => _verified.Length > 0;

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        var lead = _byCost[0];
        var doc = lead.Advance(target);
        for (var i = 1; i < _byCost.Length && doc != NoMoreDocs;)
        {
            var other = _byCost[i];
            var next = other.DocId < doc ? other.Advance(doc) : other.DocId;
            if (next == doc)
            {
                i++;
            }
            else
            {
                doc = lead.Advance(next);
                i = 1;
            }
        }

        return doc;
    }

    /// <inheritdoc/>
    public override bool Matches()
    {
        foreach (var clause in _verified)
        {
            if (!clause.Matches())
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override float Score()
    {
        double sum = 0;
        foreach (var clause in _scoring)
        {
            sum += clause.Score();
        }

        return (float)sum;
    }

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        var upTo = NoMoreDocs;
        foreach (var clause in _scoring)
        {
            upTo = Math.Min(upTo, clause.AdvanceShallow(target));
        }

        return upTo;
    }

    /// <inheritdoc/>
    public override float MaxScore(int upTo)
    {
        double sum = 0;
        foreach (var clause in _scoring)
        {
            sum += clause.MaxScore(upTo);
        }

        return MathF.BitIncrement((float)sum);
    }
}
