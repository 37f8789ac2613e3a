using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>
/// Documents that hold any of the terms of a field that the query describes, each with the same score: the boost
/// around it, 1 where there is none.
/// </summary>
/// <param name="Field">The field.</param>
public abstract record MultiTermQuery(string Field) : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) =>
        new ConstantScoreWeight(new MultiTermWeight(this, context), boost);

    /// <summary>Hands over the terms of a segment that the query describes, in byte order.</summary>
    /// <param name="terms">The terms of the field in the segment.</param>
    /// <param name="budget">The limits of the search, for visits that pass over many terms.</param>
    /// <param name="take">Called with every term; false to end the visit.</param>
    internal abstract void VisitTerms(Terms terms, SearchBudget budget, TermVisitor take);
}

/// <summary>Takes a term of a segment and what is known of it there; false to see no more.</summary>
internal delegate bool TermVisitor(ReadOnlySpan<byte> term, in TermState state);

/// <summary>Documents with a term that begins so.</summary>
/// <param name="Field">The field.</param>
/// <param name="Prefix">How the term begins; empty for every term.</param>
public sealed record PrefixQuery(string Field, string Prefix) : MultiTermQuery(Field)
{
    /// <inheritdoc/>
    internal override void VisitTerms(Terms terms, SearchBudget budget, TermVisitor take)
    {
        var prefix = System.Text.Encoding.UTF8.GetBytes(Prefix);
        var walk = terms.Enumerate();
        if (walk.SeekCeil(prefix) == SeekStatus.End)
        {
            return;
        }

        while (walk.Term.StartsWith(prefix) && take(walk.Term, walk.State) && walk.Next())
        {
        }
    }
}

/// <summary>Documents with a term that lies between two others in byte order.</summary>
/// <param name="Field">The field.</param>
/// <param name="Lower">The lower end; null for none.</param>
/// <param name="Upper">The upper end; null for none.</param>
/// <param name="LowerEnd">Whether the lower end itself counts. Default yes.</param>
/// <param name="UpperEnd">Whether the upper end itself counts. Default yes.</param>
public sealed record TermRangeQuery(
    string Field, string? Lower, string? Upper, RangeEnd LowerEnd = RangeEnd.Included, RangeEnd UpperEnd = RangeEnd.Included)
    : MultiTermQuery(Field)
{
    /// <inheritdoc/>
    internal override void VisitTerms(Terms terms, SearchBudget budget, TermVisitor take)
    {
        var lower = System.Text.Encoding.UTF8.GetBytes(Lower ?? "");
        var upper = Upper is null ? null : System.Text.Encoding.UTF8.GetBytes(Upper);
        var walk = terms.Enumerate();
        var status = walk.SeekCeil(lower);
        if (status == SeekStatus.End
            || (status == SeekStatus.Found && Lower is not null && LowerEnd == RangeEnd.Excluded && !walk.Next()))
        {
            return;
        }

        while (IsBelow(walk.Term) && take(walk.Term, walk.State) && walk.Next())
        {
        }

        bool IsBelow(ReadOnlySpan<byte> term)
        {
            var order = upper is null ? -1 : term.SequenceCompareTo(upper);
            return order < 0 || (order == 0 && UpperEnd == RangeEnd.Included);
        }
    }
}

/// <summary>Whether the end of a range belongs to it.</summary>
public enum RangeEnd
{
    /// <summary>It does.</summary>
    Included,

    /// <summary>It does not.</summary>
    Excluded,
}
