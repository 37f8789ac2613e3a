namespace Search.Lucene.Search;

/// <summary>The matches of one scorer, their scores raised where another matches too.</summary>
internal sealed class OptionalScorer(Scorer required, Scorer optional) : Scorer
{
    /// <inheritdoc/>
    public override int DocId => required.DocId;

    /// <inheritdoc/>
    public override long Cost => required.Cost;

    /// <inheritdoc/>
    public override bool NeedsVerification => required.NeedsVerification;

    /// <inheritdoc/>
    public override int Advance(int target) => required.Advance(target);

    /// <inheritdoc/>
    public override bool Matches() => required.Matches();

    /// <inheritdoc/>
    public override float Score()
    {
        double sum = required.Score();
        var doc = required.DocId;
        var at = optional.DocId < doc ? optional.Advance(doc) : optional.DocId;
        return at == doc && optional.Matches() ? (float)(sum + optional.Score()) : (float)sum;
    }

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        var upTo = required.AdvanceShallow(target);
        if (optional.DocId <= target)
        {
            return Math.Min(upTo, optional.AdvanceShallow(target));
        }

        return optional.DocId == NoMoreDocs ? upTo : Math.Min(upTo, optional.DocId - 1);
    }

    /// <inheritdoc/>
    public override float MaxScore(int upTo)
    {
        double bound = required.MaxScore(upTo);
        return MathF.BitIncrement((float)(optional.DocId <= upTo ? bound + optional.MaxScore(upTo) : bound));
    }
}

/// <summary>The matches of one scorer that another does not match.</summary>
internal sealed class ExclusionScorer(Scorer included, Scorer excluded) : Scorer
{
    /// <inheritdoc/>
    public override int DocId => included.DocId;

    /// <inheritdoc/>
    public override long Cost => included.Cost;

    /// <inheritdoc/>
    public override bool NeedsVerification => true;

    /// <inheritdoc/>
    public override int Advance(int target) => included.Advance(target);

    /// <inheritdoc/>
    public override bool Matches()
    {
        if (!included.Matches())
        {
            return false;
        }

        var doc = included.DocId;
        var at = excluded.DocId < doc ? excluded.Advance(doc) : excluded.DocId;
        return at != doc || !excluded.Matches();
    }

    /// <inheritdoc/>
    public override float Score() => included.Score();

    /// <inheritdoc/>
    public override int AdvanceShallow(int target) => included.AdvanceShallow(target);

    /// <inheritdoc/>
    public override float MaxScore(int upTo) => included.MaxScore(upTo);
}
