using System.Collections.Concurrent;
using Search.Lucene.Search;
using Search.Lucene.Segments;

namespace Search.Lucene;

/// <summary>
/// Searches one snapshot of an index. Safe for several threads at once; the reader has to stay open while it is in use.
/// </summary>
public sealed class IndexSearcher
{
    private readonly ConcurrentDictionary<string, CollectionStatistics> _statistics = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<BM25Similarity, ConcurrentDictionary<string, float[]>> _normInverses = new();

    /// <param name="reader">The snapshot; not closed by the searcher.</param>
    /// <param name="similarity">How matches score; null for BM25 with k1 = 1.2 and b = 0.75.</param>
    public IndexSearcher(DirectoryReader reader, BM25Similarity? similarity = null)
    {
        Reader = reader;
        Similarity = similarity ?? new BM25Similarity();
    }

    /// <summary>The snapshot that is searched.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>How matches score.</summary>
    public BM25Similarity Similarity { get; }

    /// <summary>The best documents for a query.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="topN">Documents wanted; 0 or more.</param>
    /// <param name="options">Filter, order, counting and time; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public TopDocs Search(Query query, int topN, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(topN);
        options ??= new SearchOptions();
        var budget = new SearchBudget(options.TimeBudget, cancellationToken);
        topN = Math.Min(topN, Reader.MaxDoc);
        return options.Sort is { } sort
            ? SearchSorted(Filtered(query, options.Filter), topN, sort, budget)
            : SearchScored(Filtered(query, options.Filter), topN, options.TotalHitsThreshold, budget);
    }

    /// <summary>How many documents match.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public int Count(Query query, Query? filter = null, CancellationToken cancellationToken = default)
    {
        var budget = new SearchBudget(null, cancellationToken);
        var collector = new CountCollector(budget);
        using var context = new SearchContext(this, budget);
        Walk(Filtered(query, filter).CreateWeight(context, ScoreMode.None, 1f), collector);
        return collector.Count;
    }

    /// <summary>Every document that matches, ascending.</summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public IReadOnlyList<int> Match(Query query, CancellationToken cancellationToken = default)
    {
        var budget = new SearchBudget(null, cancellationToken);
        var collector = new MatchCollector(budget);
        using var context = new SearchContext(this, budget);
        Walk(query.CreateWeight(context, ScoreMode.None, 1f), collector);
        return collector.DocIds;
    }

    /// <summary>How many of the matching documents have each doc value of some fields.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="fields">Fields with numeric, sorted or sorted set doc values.</param>
    /// <param name="options">Filter and time; the rest does not matter here.</param>
    /// <param name="cancellationToken">Ends the count.</param>
    /// <returns>By field, as many values as occur: the most frequent first, then in ordinal order.</returns>
    /// <exception cref="OperationCanceledException">The count was cancelled.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> CountFacets(
        Query query, IReadOnlyList<string> fields, SearchOptions? options = null, CancellationToken cancellationToken = default)
    {
        var budget = new SearchBudget(options?.TimeBudget, cancellationToken);
        var collector = new FacetCollector(fields, budget);
        using var context = new SearchContext(this, budget);
        Walk(Filtered(query, options?.Filter).CreateWeight(context, ScoreMode.None, 1f), collector);
        return collector.Counts();
    }

    /// <summary>How the score of a document comes about.</summary>
    /// <param name="query">The query.</param>
    /// <param name="docId">Number of the document in the index.</param>
    public Explanation Explain(Query query, int docId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(docId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(docId, Reader.MaxDoc);
        var leaf = Reader.Leaves.Last(candidate => candidate.DocBase <= docId);
        using var context = new SearchContext(this, SearchBudget.Unlimited);
        var weight = query.CreateWeight(context, ScoreMode.Complete, 1f);
        return leaf.Reader.LiveDocs is { } live && !live[docId - leaf.DocBase]
            ? Explanation.NoMatch
            : weight.Explain(leaf, docId - leaf.DocBase);
    }

    /// <summary>Statistics of a field over the whole index.</summary>
    public CollectionStatistics CollectionStatistics(string field) => _statistics.GetOrAdd(field, Collect);

    /// <summary>Statistics of a term over the whole index.</summary>
    public TermStatistics TermStatistics(Term term)
    {
        var states = new TermStates(term, Reader);
        return new TermStatistics(term, states.DocFreq, states.TotalTermFreq);
    }

    /// <summary>Memory that searches use one after the other.</summary>
    internal SearchBuffers Buffers { get; } = new();

    /// <summary>How a term of a field scores.</summary>
    internal TermScoring Scoring(string field, float boost, double docFreq) =>
        new(boost * BM25Similarity.Idf(docFreq, CollectionStatistics(field).DocCount), NormInverses(field, Similarity));

    /// <summary>By norm, what a frequency in a field is multiplied by before saturation.</summary>
    internal float[] NormInverses(string field, BM25Similarity similarity) =>
        _normInverses.GetOrAdd(similarity, _ => new(StringComparer.Ordinal))
            .GetOrAdd(field, name => similarity.NormInverses(CollectionStatistics(name).AverageLength));

    private static Query Filtered(Query query, Query? filter) => (query, filter) switch
    {
        (_, null) => query,
        (BooleanQuery boolean, _) => boolean.With(filter),
        _ => new BooleanQuery([new BooleanClause(query, Occur.Must), new BooleanClause(filter, Occur.Filter)]),
    };

    private TopDocs SearchScored(Query query, int topN, int totalHitsThreshold, SearchBudget budget)
    {
        var mode = totalHitsThreshold == int.MaxValue ? ScoreMode.Complete : ScoreMode.TopScores;
        using var context = new SearchContext(this, budget);
        var weight = query.CreateWeight(context, mode, 1f);

        // Where the index tells at once that there are more hits than are to be counted, none has to be counted.
        var promised = Reader.Leaves.Sum(leaf => Math.Max(0L, weight.MatchesAtLeast(leaf) - (leaf.Reader.MaxDoc - leaf.Reader.NumDocs)));
        var collector = new TopScoreCollector(topN, promised > totalHitsThreshold ? 0 : totalHitsThreshold, budget);
        Walk(weight, collector);
        return new TopDocs(
            collector.PassesOver ? Math.Max(promised, collector.Seen) : collector.Seen,
            collector.PassesOver || budget.IsSpent ? TotalHitsRelation.AtLeast : TotalHitsRelation.Exact,
            collector.Ranked(),
            !budget.IsSpent);
    }

    private TopDocs SearchSorted(Query query, int topN, Sort sort, SearchBudget budget)
    {
        var collector = new SortCollector(sort, topN, budget);
        using var context = new SearchContext(this, budget);
        Walk(query.CreateWeight(context, ScoreMode.None, 1f), collector);
        return new TopDocs(
            collector.Seen,
            budget.IsSpent ? TotalHitsRelation.AtLeast : TotalHitsRelation.Exact,
            collector.Ranked(),
            !budget.IsSpent);
    }

    private void Walk(Weight weight, HitCollector collector)
    {
        foreach (var leaf in Reader.Leaves)
        {
            // What is read there is checked number by number; what they say together shows only here.
            var spent = Damage.Named(leaf.Reader.Name, () =>
            {
                collector.Begin(leaf);
                weight.Collect(leaf, collector);
                return collector.Budget.IsSpent;
            });
            if (spent)
            {
                return;
            }
        }
    }

    private CollectionStatistics Collect(string field)
    {
        var (docCount, occurrences, pairs) = (0, 0L, 0L);
        foreach (var leaf in Reader.Leaves)
        {
            if (leaf.Reader.Terms(field) is { } terms)
            {
                docCount += terms.DocCount;
                occurrences += terms.SumTotalTermFreq;
                pairs += terms.SumDocFreq;
            }
        }

        return new CollectionStatistics(field, Reader.MaxDoc, docCount, occurrences, pairs);
    }
}
