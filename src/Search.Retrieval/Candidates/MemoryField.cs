using Search.Retrieval.Schema;

namespace Search.Retrieval.Candidates;

/// <summary>The postings of one field: term → passage → positions.</summary>
internal sealed class MemoryField
{
    private static readonly Dictionary<int, int[]> None = [];

    private readonly Dictionary<string, Dictionary<int, int[]>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _lengths = [];

    public IEnumerable<string> Terms => _postings.Keys;

    /// <summary>Passages that have the field.</summary>
    public int PassageCount => _lengths.Count;

    public Dictionary<int, int[]> Postings(string term) => _postings.GetValueOrDefault(term, None);

    public void Add(int passage, IReadOnlyList<PositionedTerm> terms)
    {
        if (terms.Count == 0)
        {
            return;
        }

        // Alternatives at one position count as one token in the length, as in Lucene (overlaps discounted).
        _lengths[passage] = terms.Select(term => term.Position).Distinct().Count();
        foreach (var group in terms.GroupBy(term => term.Text, StringComparer.Ordinal))
        {
            if (!_postings.TryGetValue(group.Key, out var postings))
            {
                _postings[group.Key] = postings = [];
            }

            postings[passage] = group.Select(term => term.Position).ToArray();
        }
    }

    public Dictionary<int, float> Score(Dictionary<int, float> frequencies, float inverseDocumentFrequency, Bm25 scoring)
    {
        // Lucene's average counts every term, alternatives too.
        var average = (float)_postings.Values.Sum(postings => postings.Values.Sum(positions => (long)positions.Length)) / PassageCount;
        return frequencies.ToDictionary(
            pair => pair.Key,
            pair => scoring.Score(inverseDocumentFrequency, pair.Value, Bm25.Quantize(_lengths[pair.Key]), average));
    }
}
