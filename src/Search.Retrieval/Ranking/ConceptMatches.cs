using Search.Retrieval.Candidates;
using Search.Retrieval.Understanding;

namespace Search.Retrieval.Ranking;

/// <summary>Where the concepts of a query stand in passages, read from their stems in order.</summary>
internal sealed class ConceptMatches
{
    private readonly Dictionary<uint, List<int>> _conceptsByHash = [];
    private readonly IReadOnlyList<SearchConcept> _concepts;
    private readonly List<int>[] _positions;

    public ConceptMatches(IReadOnlyList<SearchConcept> concepts)
    {
        _concepts = concepts;
        _positions = new List<int>[concepts.Count];
        for (var concept = 0; concept < concepts.Count; concept++)
        {
            _positions[concept] = [];
            foreach (var stem in concepts[concept].Terms)
            {
                var hash = ForwardEntry.Hash(stem.Text);
                if (!_conceptsByHash.TryGetValue(hash, out var list))
                {
                    _conceptsByHash[hash] = list = [];
                }

                list.Add(concept);
            }
        }
    }

    /// <summary>Positions of each concept in the text read last, ascending.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Positions => _positions;

    /// <summary>Finds the concepts in a text.</summary>
    public void Read(ReadOnlySpan<uint> stems)
    {
        foreach (var list in _positions)
        {
            list.Clear();
        }

        var position = -1;
        foreach (var stem in stems)
        {
            if ((stem & ForwardEntry.SamePosition) == 0)
            {
                position++;
            }

            if (_conceptsByHash.TryGetValue(stem & ~ForwardEntry.SamePosition, out var concepts))
            {
                foreach (var concept in concepts)
                {
                    if (_positions[concept] is not [.., var last] || last != position)
                    {
                        _positions[concept].Add(position);
                    }
                }
            }
        }
    }

    /// <summary>
    /// How close together neighbouring concepts of the query stand in the text read last, 0 to 1: each pair weighed by its rarity
    /// and divided by its distance in words, 1 where all stand side by side.
    /// </summary>
    public double Proximity()
    {
        var (found, possible) = (0.0, 0.0);
        for (var i = 1; i < _concepts.Count; i++)
        {
            var weight = _concepts[i].InverseDocumentFrequency + _concepts[i - 1].InverseDocumentFrequency;
            possible += weight;
            var distance = Distance(_positions[i - 1], _positions[i]);
            if (distance is > 0 and <= FarthestPair)
            {
                found += weight / distance;
            }
        }

        return possible == 0 ? 0 : found / possible;
    }

    // Words farther apart than a clause have nothing to do with one another.
    private const int FarthestPair = 8;

    private static int Distance(List<int> first, List<int> second)
    {
        var best = int.MaxValue;
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
        {
            var distance = Math.Abs(first[i] - second[j]);
            best = distance == 0 ? best : Math.Min(best, distance);
            if (first[i] <= second[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return best;
    }
}
