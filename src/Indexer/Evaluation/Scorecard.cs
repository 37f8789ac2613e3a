namespace Indexer.Evaluation;

/// <summary>Means of figures by group: <c>all</c> first, then the groups in ordinal order.</summary>
internal sealed class Scorecard
{
    private readonly SortedDictionary<string, List<IReadOnlyDictionary<string, double>>> _groups = new(StringComparer.Ordinal);
    private readonly List<double> _elapsedMs = [];

    /// <summary>Adds one row's figures to every group it belongs to.</summary>
    public void Add(IReadOnlyDictionary<string, double> figures, IEnumerable<string> groups, TimeSpan elapsed)
    {
        _elapsedMs.Add(elapsed.TotalMilliseconds);
        foreach (var group in groups.Prepend("all"))
        {
            if (!_groups.TryGetValue(group, out var rows))
            {
                _groups[group] = rows = [];
            }

            rows.Add(figures);
        }
    }

    /// <summary>Mean of each figure by group, with the number of rows and, for all, the time by quantile in milliseconds.</summary>
    public IReadOnlyList<(string Group, int Count, IReadOnlyList<(string Name, double Value)> Figures)> Rows() =>
        _groups.OrderByDescending(pair => pair.Key == "all").ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair =>
            {
                var figures = pair.Value.SelectMany(row => row.Keys).Distinct().Order(StringComparer.Ordinal)
                    .Select(name => (name, pair.Value.Where(row => row.ContainsKey(name)).Average(row => row[name])))
                    .ToList();
                if (pair.Key == "all")
                {
                    figures.Add(("p50 ms", Quantile(0.5)));
                    figures.Add(("p95 ms", Quantile(0.95)));
                }

                return (pair.Key, pair.Value.Count, (IReadOnlyList<(string, double)>)figures);
            })
            .ToList();

    private double Quantile(double share)
    {
        var sorted = _elapsedMs.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
