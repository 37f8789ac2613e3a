using System.Collections.Frozen;
using System.Text;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Documents with a number (any of their numbers) in a range; reads doc values, so best beside a narrower query. Constant score.</summary>
/// <param name="Field">A field with numeric or sorted numeric doc values.</param>
/// <param name="Low">The least number that matches.</param>
/// <param name="High">The greatest number that matches.</param>
public sealed record NumericRangeQuery(string Field, long Low, long High) : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) =>
        new DocValuesWeight(this, leaf => NumberCheck.Of(leaf, Field, number => number >= Low && number <= High), boost);
}

/// <summary>Documents with one of some numbers; reads doc values, so best beside a narrower query. Constant score.</summary>
/// <param name="Field">A field with numeric or sorted numeric doc values.</param>
/// <param name="Numbers">The numbers that match.</param>
public sealed record NumericSetQuery(string Field, IReadOnlyCollection<long> Numbers) : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost)
    {
        var numbers = Numbers.ToFrozenSet();
        return new DocValuesWeight(this, leaf => NumberCheck.Of(leaf, Field, numbers.Contains), boost);
    }
}

/// <summary>
/// Documents with a doc-values term (any of their terms) in a range of byte order; best beside a narrower query. Constant score.
/// </summary>
/// <param name="Field">A field with sorted or sorted set doc values.</param>
/// <param name="Lower">The lower end; null for none.</param>
/// <param name="Upper">The upper end; null for none.</param>
/// <param name="LowerEnd">Whether the lower end itself counts. Default yes.</param>
/// <param name="UpperEnd">Whether the upper end itself counts. Default yes.</param>
public sealed record SortedRangeQuery(
    string Field, string? Lower, string? Upper, RangeEnd LowerEnd = RangeEnd.Included, RangeEnd UpperEnd = RangeEnd.Included) : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) =>
        new DocValuesWeight(this, Check, boost);

    private Func<int, bool>? Check(LeafContext leaf)
    {
        if (leaf.Reader.SortedSetDocValues(Field) is not { } values)
        {
            return null;
        }

        var first = Lower is null ? 0 : Place(values, Lower, LowerEnd == RangeEnd.Excluded);
        var end = Upper is null ? values.ValueCount : Place(values, Upper, UpperEnd == RangeEnd.Included);
        return first >= end ? null : OrdCheck.Of(leaf, Field, values, ord => ord >= first && ord < end);
    }

    /// <summary>The number of the first term at or after a text, or after it.</summary>
    private static long Place(SortedSetDocValues values, string text, bool passEqual)
    {
        var ord = values.LookupTerm(Encoding.UTF8.GetBytes(text));
        return ord < 0 ? -ord - 1 : passEqual ? ord + 1 : ord;
    }
}

/// <summary>Documents with one of some doc-values terms; best beside a narrower query. Constant score.</summary>
/// <param name="Field">A field with sorted or sorted set doc values.</param>
/// <param name="Values">The terms that match.</param>
public sealed record SortedSetQuery(string Field, IReadOnlyCollection<string> Values) : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) =>
        new DocValuesWeight(this, Check, boost);

    private Func<int, bool>? Check(LeafContext leaf)
    {
        if (leaf.Reader.SortedSetDocValues(Field) is not { } values)
        {
            return null;
        }

        var ords = Values.Select(value => values.LookupTerm(Encoding.UTF8.GetBytes(value))).Where(ord => ord >= 0).ToFrozenSet();
        return ords.Count == 0 ? null : OrdCheck.Of(leaf, Field, values, ords.Contains);
    }
}

/// <summary>A check of every document by its doc values.</summary>
/// <param name="check">Makes the check for a segment; null where nothing there can match.</param>
internal sealed class DocValuesWeight(Query query, Func<LeafContext, Func<int, bool>?> check, float score) : Weight
{
    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf) =>
        check(leaf) is { } matches ? new DocValuesScorer(leaf.Reader.MaxDoc, matches, score) : null;

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId) => ExplainByScorer(leaf, docId, query.ToString());
}

internal sealed class DocValuesScorer(int maxDoc, Func<int, bool> matches, float score) : Scorer
{
    private int _doc = -1;

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => maxDoc;

    /// <inheritdoc/>
    public override bool NeedsVerification => true;

    /// <inheritdoc/>
    public override int Advance(int target) => _doc = target < maxDoc ? target : NoMoreDocs;

    /// <inheritdoc/>
    public override bool Matches() => matches(_doc);

    /// <inheritdoc/>
    public override float Score() => score;

    /// <inheritdoc/>
    public override float MaxScore(int upTo) => score;
}

/// <summary>Checks of numeric doc values.</summary>
internal static class NumberCheck
{
    /// <summary>Whether any number of a document passes; null where no document of the segment has one.</summary>
    public static Func<int, bool>? Of(LeafContext leaf, string field, Func<long, bool> passes)
    {
        if (leaf.Reader.NumericDocValues(field) is { } single)
        {
            return doc => single.TryGet(doc, out var number) && passes(number);
        }

        if (leaf.Reader.SortedNumericDocValues(field) is not { } several)
        {
            return null;
        }

        return doc =>
        {
            for (var left = several.Advance(doc); left > 0; left--)
            {
                if (passes(several.NextValue()))
                {
                    return true;
                }
            }

            return false;
        };
    }
}

/// <summary>Checks of sorted doc values by the numbers of their terms.</summary>
internal static class OrdCheck
{
    /// <summary>Whether any term of a document passes.</summary>
    public static Func<int, bool> Of(LeafContext leaf, string field, SortedSetDocValues several, Func<long, bool> passes)
    {
        if (leaf.Reader.SortedDocValues(field) is { } single)
        {
            return doc => single.Ord(doc) is var ord and >= 0 && passes(ord);
        }

        return doc =>
        {
            for (var left = several.Advance(doc); left > 0; left--)
            {
                if (passes(several.NextOrd()))
                {
                    return true;
                }
            }

            return false;
        };
    }
}
