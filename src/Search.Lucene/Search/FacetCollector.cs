using System.Globalization;
using System.Text;

namespace Search.Lucene.Search;

/// <summary>How many of the documents have a value.</summary>
/// <param name="Value">The term, or the number in decimal.</param>
/// <param name="Count">Documents; 1 or more.</param>
public readonly record struct FacetCount(string Value, int Count);

/// <summary>Counts the doc values of the matches: by number within a segment, by value over all of them.</summary>
internal sealed class FacetCollector(IReadOnlyList<string> fields, SearchBudget budget) : HitCollector(budget)
{
    private readonly Dictionary<string, int>[] _counts =
        [.. fields.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    private readonly List<Action<int>> _counters = [];
    private readonly List<Action> _finishers = [];

    /// <inheritdoc/>
    public override void Begin(in LeafContext leaf)
    {
        Finish();
        for (var i = 0; i < fields.Count; i++)
        {
            CountSegment(leaf, fields[i], _counts[i]);
        }
    }

    /// <inheritdoc/>
    public override void Collect(int docId, float score)
    {
        foreach (var counter in _counters)
        {
            counter(docId);
        }
    }

    /// <summary>By field, the most frequent value first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counts()
    {
        Finish();
        var result = new SortedDictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            result[fields[i]] =
            [
                .. _counts[i].Select(pair => new FacetCount(pair.Key, pair.Value))
                    .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal),
            ];
        }

        return result;
    }

    private void CountSegment(LeafContext leaf, string field, Dictionary<string, int> counts)
    {
        var reader = leaf.Reader;
        if (reader.NumericDocValues(field) is { } numbers)
        {
            _counters.Add(doc =>
            {
                if (numbers.TryGet(doc, out var number))
                {
                    Add(counts, number.ToString(CultureInfo.InvariantCulture), 1);
                }
            });
        }
        else if (reader.SortedDocValues(field) is { } single)
        {
            var byOrd = new int[single.ValueCount];
            _counters.Add(doc =>
            {
                if (single.Ord(doc) is var ord and >= 0)
                {
                    byOrd[ord]++;
                }
            });
            _finishers.Add(() => AddAll(counts, byOrd, ord => Encoding.UTF8.GetString(single.LookupOrd(ord))));
        }
        else if (reader.SortedSetDocValues(field) is { } several)
        {
            var byOrd = new int[several.ValueCount];
            _counters.Add(doc =>
            {
                for (var left = several.Advance(doc); left > 0; left--)
                {
                    byOrd[several.NextOrd()]++;
                }
            });
            _finishers.Add(() => AddAll(counts, byOrd, ord => Encoding.UTF8.GetString(several.LookupOrd(ord))));
        }
    }

    private void Finish()
    {
        foreach (var finisher in _finishers)
        {
            finisher();
        }

        _finishers.Clear();
        _counters.Clear();
    }

    private static void AddAll(Dictionary<string, int> counts, int[] byOrd, Func<int, string> termOf)
    {
        for (var ord = 0; ord < byOrd.Length; ord++)
        {
            if (byOrd[ord] > 0)
            {
                Add(counts, termOf(ord), byOrd[ord]);
            }
        }
    }

    private static void Add(Dictionary<string, int> counts, string value, int count) =>
        counts[value] = counts.GetValueOrDefault(value) + count;
}
