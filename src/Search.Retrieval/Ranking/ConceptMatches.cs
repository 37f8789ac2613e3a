using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Retrieval.Understanding;
using Search.Text.Translation;

namespace Search.Retrieval.Ranking;

/// <summary>Where the concepts of a query stand in texts, read from their terms in order.</summary>
internal sealed class ConceptMatches
{
    // Words farther apart than a clause have nothing to do with one another.
    private const int FarthestPair = 8;

    private readonly IReadOnlyList<SearchConcept> _concepts;
    private readonly Dictionary<uint, List<(int Concept, int Form, float Weight)>> _byHash = [];
    private readonly List<int>[] _positions;
    private readonly float[] _frequencies;
    private readonly float[] _strength;
    private readonly bool[] _isExact;
    private readonly bool[] _isOwn;

    public ConceptMatches(IReadOnlyList<SearchConcept> concepts)
    {
        _concepts = concepts;
        _positions = new List<int>[concepts.Count];
        _frequencies = new float[concepts.Count * FormCount];
        _strength = new float[concepts.Count];
        _isExact = new bool[concepts.Count];
        _isOwn = new bool[concepts.Count];
        for (var concept = 0; concept < concepts.Count; concept++)
        {
            _positions[concept] = [];
            foreach (var term in concepts[concept].Terms)
            {
                Add(term.Text, concept, (int)MarkedTerm.FormOf(term.Text), term.Weight);
            }

            foreach (var stem in concepts[concept].OwnStems)
            {
                Add(stem, concept, OwnStem, 1);
            }

            foreach (var form in concepts[concept].ExactForms)
            {
                Add(MarkedTerm.Exact(form), concept, (int)TermForm.Exact, 1);
            }
        }
    }

    // Beside the forms of translated terms: a stem of the query's own words.
    private const int OwnStem = 100;

    private static readonly int FormCount = Enum.GetValues<TermForm>().Length;

    /// <summary>How well each concept is met by the text read last: weighted frequency of its terms in the form that meets it best, at most 1.</summary>
    public IReadOnlyList<float> Strength => _strength;

    /// <summary>Share of the words of the text read last that stand for a concept of the query, 0 to 1.</summary>
    public double Explained { get; private set; }

    /// <summary>Finds the concepts in a text.</summary>
    public void Read(ReadOnlySpan<uint> terms)
    {
        foreach (var list in _positions)
        {
            list.Clear();
        }

        Array.Clear(_strength);
        Array.Clear(_frequencies);
        Array.Clear(_isExact);
        Array.Clear(_isOwn);
        var position = -1;
        var lastMatched = -1;
        var matched = 0;
        foreach (var term in terms)
        {
            position += (term & ForwardEntry.SamePosition) == 0 ? 1 : 0;
            if (!_byHash.TryGetValue(term & ~ForwardEntry.SamePosition, out var met))
            {
                continue;
            }

            foreach (var (concept, form, weight) in met)
            {
                if (form is (int)TermForm.Exact or OwnStem)
                {
                    (form == OwnStem ? _isOwn : _isExact)[concept] = true;
                    continue;
                }

                if (lastMatched != position)
                {
                    lastMatched = position;
                    matched++;
                }

                var frequency = _frequencies[(concept * FormCount) + form] += weight;
                _strength[concept] = Math.Max(_strength[concept], Math.Min(frequency, 1));
                if (_positions[concept] is not [.., var last] || last != position)
                {
                    _positions[concept].Add(position);
                }
            }
        }

        Explained = position < 0 ? 0 : (double)matched / (position + 1);
    }

    /// <summary>Weight of the concepts whose very form stands in the text read last.</summary>
    public double ExactWeight() => Weight(_isExact);

    /// <summary>Weight of the concepts of which some form in the query's own language stands in the text read last.</summary>
    public double OwnWeight() => Weight(_isOwn);

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

    private double Weight(bool[] isMet) => _concepts.Where((_, i) => isMet[i]).Sum(concept => concept.Weight * concept.InverseDocumentFrequency);

    private void Add(string term, int concept, int form, float weight)
    {
        var hash = ForwardEntry.Hash(term);
        if (!_byHash.TryGetValue(hash, out var list))
        {
            _byHash[hash] = list = [];
        }

        list.Add((concept, form, weight));
    }

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
