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

    // Beside the forms of translated terms: a stem of the query's own words.
    private const int OwnStem = 100;

    private static readonly int FormCount = Enum.GetValues<TermForm>().Length;

    private readonly IReadOnlyList<SearchConcept> _concepts;
    private readonly Dictionary<uint, List<Use>> _byHash = [];
    private readonly List<PhraseProgress> _phrases = [];
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
                Add(term.Text, new Use(concept, (int)MarkedTerm.FormOf(term.Text), term.Weight));
            }

            foreach (var phrase in concepts[concept].Phrases)
            {
                var progress = new PhraseProgress(phrase.Terms.Count);
                _phrases.Add(progress);
                for (var place = 0; place < phrase.Terms.Count; place++)
                {
                    Add(phrase.Terms[place], new Use(concept, (int)TermForm.Stem, phrase.Weight, progress, place));
                }
            }

            foreach (var stem in concepts[concept].OwnStems)
            {
                Add(stem, new Use(concept, OwnStem, 1));
            }

            foreach (var form in concepts[concept].ExactForms)
            {
                Add(MarkedTerm.Exact(form), new Use(concept, (int)TermForm.Exact, 1));
            }
        }
    }

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
        _phrases.ForEach(phrase => phrase.Restart());
        var (position, explained, explainedUpTo) = (-1, 0, -1);
        foreach (var term in terms)
        {
            position += (term & ForwardEntry.SamePosition) == 0 ? 1 : 0;
            if (!_byHash.TryGetValue(term & ~ForwardEntry.SamePosition, out var uses))
            {
                continue;
            }

            foreach (var use in uses)
            {
                if (use.Form is (int)TermForm.Exact or OwnStem)
                {
                    (use.Form == OwnStem ? _isOwn : _isExact)[use.Concept] = true;
                }
                else if (use.Phrase is null || use.Phrase.Ends(use.Place, position, out _))
                {
                    Meet(use, position);
                    explained += explainedUpTo == position ? 0 : 1;
                    explainedUpTo = position;
                }
            }
        }

        Explained = position < 0 ? 0 : (double)explained / (position + 1);
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

    private void Add(string term, Use use)
    {
        var hash = ForwardEntry.Hash(term);
        if (!_byHash.TryGetValue(hash, out var uses))
        {
            _byHash[hash] = uses = [];
        }

        uses.Add(use);
    }

    private void Meet(Use use, int position)
    {
        var frequency = _frequencies[(use.Concept * FormCount) + use.Form] += use.Weight;
        _strength[use.Concept] = Math.Max(_strength[use.Concept], Math.Min(frequency, 1));
        if (_positions[use.Concept] is not [.., var last] || last != position)
        {
            _positions[use.Concept].Add(position);
        }
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

    /// <summary>What a term of a text may stand for.</summary>
    /// <param name="Concept">Number of the concept.</param>
    /// <param name="Form">In which form.</param>
    /// <param name="Weight">How much an occurrence counts.</param>
    /// <param name="Phrase">The phrase it is a word of; <see langword="null"/> where it stands for the concept alone.</param>
    /// <param name="Place">Which word of the phrase.</param>
    private readonly record struct Use(int Concept, int Form, float Weight, PhraseProgress? Phrase = null, int Place = 0);
}
