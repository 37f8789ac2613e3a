using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Keeps the first matches in an order by doc values; the earlier document first among equals.</summary>
internal sealed class SortCollector(Sort sort, int topN, SearchBudget budget) : HitCollector(budget)
{
    private readonly KeyReader[] _keys = new KeyReader[sort.Fields.Count];
    private readonly List<Entry> _kept = [];
    private int _docBase;

    /// <summary>Matches so far.</summary>
    public long Seen { get; private set; }

    /// <inheritdoc/>
    public override void Begin(in LeafContext leaf)
    {
        _docBase = leaf.DocBase;
        for (var i = 0; i < _keys.Length; i++)
        {
            var field = sort.Fields[i].Field;
            _keys[i] = new KeyReader(leaf.Reader.NumericDocValues(field), leaf.Reader.SortedDocValues(field));
        }
    }

    /// <inheritdoc/>
    public override void Collect(int docId, float score)
    {
        Seen++;
        if (topN == 0)
        {
            return;
        }

        var entry = Read(docId);
        if (_kept.Count == topN)
        {
            if (Compare(entry, _kept[^1]) >= 0)
            {
                return;
            }

            _kept.RemoveAt(topN - 1);
        }

        // The newcomer goes after its equals, which came earlier.
        var (low, high) = (0, _kept.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(entry, _kept[middle]) < 0)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        _kept.Insert(low, entry);
    }

    /// <summary>The matches kept, in order; without scores.</summary>
    public ScoreDoc[] Ranked() => [.. _kept.Select(entry => new ScoreDoc(entry.DocId, 0f))];

    private Entry Read(int docId)
    {
        var values = new SortValue[_keys.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var missing = sort.Fields[i].Missing == MissingValues.Last ? 1 : -1;
            values[i] = _keys[i].Read(docId, missing);
        }

        return new Entry(docId + _docBase, values);
    }

    private int Compare(Entry a, Entry b)
    {
        for (var i = 0; i < a.Values.Length; i++)
        {
            var order = SortValue.Compare(a.Values[i], b.Values[i], sort.Fields[i].Direction);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private sealed record Entry(int DocId, SortValue[] Values);

    private readonly record struct KeyReader(NumericDocValues? Numbers, SortedDocValues? Terms)
    {
        public SortValue Read(int docId, int missing)
        {
            if (Numbers is not null)
            {
                return Numbers.TryGet(docId, out var number) ? new SortValue(0, number, null, 0) : new SortValue(missing, 0, null, 0);
            }

            return Terms?.Ord(docId) is { } ord and >= 0 ? new SortValue(0, 0, Terms, ord) : new SortValue(missing, 0, null, 0);
        }
    }

    /// <summary>A value to order by; <paramref name="Class"/> is 0, or where a document without a value stands.</summary>
    private readonly record struct SortValue(int Class, long Number, SortedDocValues? Terms, int Ord)
    {
        public static int Compare(SortValue a, SortValue b, SortDirection direction)
        {
            if (a.Class != b.Class)
            {
                return a.Class.CompareTo(b.Class);
            }

            var order = a.Number != b.Number ? a.Number.CompareTo(b.Number) : CompareTerms(a, b);
            return direction == SortDirection.Ascending ? order : -order;
        }

        private static int CompareTerms(SortValue a, SortValue b)
        {
            if (a.Terms is null || b.Terms is null || ReferenceEquals(a.Terms, b.Terms))
            {
                return a.Ord.CompareTo(b.Ord);
            }

            // Each segment has its own walk, so one term stays valid while the other is read.
            return a.Terms.LookupOrd(a.Ord).SequenceCompareTo(b.Terms.LookupOrd(b.Ord));
        }
    }
}
