using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>What the sentences of one question share when their spans are described.</summary>
internal sealed class RankingContext
{
    private readonly QuestionMatcher _matcher;
    private readonly double _nameWeight;
    private readonly Dictionary<string, LocalWeights> _local;

    /// <summary>Looks over the sentences.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="sentences">The sentences that are read for it.</param>
    public RankingContext(UnderstoodQuestion question, QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> sentences)
    {
        _matcher = matcher;
        _nameWeight = matcher.Concepts.Where(concept => concept.IsName || concept.IsNumber).Sum(concept => concept.Weight);
        _local = sentences.GroupBy(sentence => sentence.Passage.Ranked.Document.Id, StringComparer.Ordinal).ToDictionary(page => page.Key, page => new LocalWeights(matcher, page), StringComparer.Ordinal);
        BestCoverage = sentences.Max(sentence => sentence.Coverage);
        BestScore = sentences.Max(sentence => sentence.Score);
        BestCoverageInView = sentences.Max(sentence => sentence.CoverageInView);
        BestPassageScore = Math.Max(1e-6, sentences.Max(sentence => sentence.Passage.Ranked.Score));
        HeadConcept = question.Head < 0 ? -1 : ConceptAt(matcher, question.Tokens[question.Head]);
        for (var i = 0; i < question.Tokens.Count && VerbConcept < 0; i++)
        {
            VerbConcept = question.Tags[i] == PartOfSpeech.Verb && !question.Frame[i] ? ConceptAt(matcher, question.Tokens[i]) : -1;
        }

        QuestionEnd = question.QuestionEnd;
        Cases = CasesOf(question);
        Preposition = question.QuestionWord < 0 ? null
            : question.Tokens[question.QuestionWord].Is(WordClass.AnyPreposition) ? question.Tokens[question.QuestionWord]
            : question.QuestionWord > 0 && question.Tokens[question.QuestionWord - 1].Is(WordClass.AnyPreposition) ? question.Tokens[question.QuestionWord - 1] : null;
        var asked = question.QuestionWord < 0 ? 0 : question.Tokens[question.QuestionWord].Start;
        for (var i = 0; i < matcher.Concepts.Count; i++)
        {
            var concept = matcher.Concepts[i];
            HeaviestConcept = HeaviestConcept < 0 || concept.Weight > matcher.Concepts[HeaviestConcept].Weight ? i : HeaviestConcept;
            ConceptBefore = concept.Span.Start < asked ? i : ConceptBefore;
            ConceptBehind = ConceptBehind < 0 && concept.Span.Start > asked && i != HeadConcept ? i : ConceptBehind;
        }
    }

    /// <summary>Highest coverage of a sentence.</summary>
    public float BestCoverage { get; }

    /// <summary>Highest score of a sentence; 0 before they are ranked.</summary>
    public float BestScore { get; }

    /// <summary>Highest coverage in view of a sentence.</summary>
    public float BestCoverageInView { get; }

    /// <summary>Highest score of a passage; above 0.</summary>
    public double BestPassageScore { get; }

    /// <summary>Concept of the question's head noun, or −1.</summary>
    public int HeadConcept { get; } = -1;

    /// <summary>Concept of the question's first verb, or −1.</summary>
    public int VerbConcept { get; } = -1;

    /// <summary>The question's rarest concept, or −1.</summary>
    public int HeaviestConcept { get; } = -1;

    /// <summary>The last concept before the question word, or −1.</summary>
    public int ConceptBefore { get; } = -1;

    /// <summary>The first concept behind the question word and its noun, or −1.</summary>
    public int ConceptBehind { get; } = -1;

    /// <summary>Just behind the run of tokens that only ask, or −1.</summary>
    public int QuestionEnd { get; }

    /// <summary>Cases that the question asks for.</summary>
    public WordCases Cases { get; }

    /// <summary>The preposition before the question word: "in which", «на чём».</summary>
    public ReadingToken? Preposition { get; }

    /// <summary>Where in the question a concept stands, counted from the one behind the question word.</summary>
    public int PlaceOf(int concept) => concept - (ConceptBehind < 0 ? _matcher.Concepts.Count : ConceptBehind);

    /// <summary>Share of the question's weight that a text holds.</summary>
    public float Share(float[] matches)
    {
        double sum = 0;
        for (var i = 0; i < matches.Length; i++)
        {
            sum += matches[i] * _matcher.Concepts[i].Weight;
        }

        return (float)(sum / _matcher.TotalWeight);
    }

    /// <summary>Which words of the question tell the sentences of this one's page apart.</summary>
    public LocalWeights Local(EvidenceSentence sentence) => _local[sentence.Passage.Ranked.Document.Id];

    /// <summary>Share of the question's weight that a text holds, of what another text does not hold already.</summary>
    public float Share(float[] matches, float[] except)
    {
        double sum = 0, all = 0;
        for (var i = 0; i < matches.Length; i++)
        {
            var weight = _matcher.Concepts[i].Weight * (1 - except[i]);
            sum += matches[i] * weight;
            all += weight;
        }

        return (float)(sum / Math.Max(1e-6, all));
    }

    /// <summary>Share of the weight of the question's names and numbers that a text holds; 1 where the question has none.</summary>
    public double NameShare(float[] matches)
    {
        if (_nameWeight == 0)
        {
            return 1;
        }

        double sum = 0;
        for (var i = 0; i < matches.Length; i++)
        {
            sum += _matcher.Concepts[i].IsName || _matcher.Concepts[i].IsNumber ? matches[i] * _matcher.Concepts[i].Weight : 0;
        }

        return sum / _nameWeight;
    }

    private static WordCases CasesOf(UnderstoodQuestion question)
    {
        for (var i = Math.Max(0, question.QuestionWord); i < question.QuestionEnd; i++)
        {
            if (CaseGuess.OfQuestionWord(question.Tokens[i].Lower) is var asked && asked != WordCases.None)
            {
                var agreed = question.Head > i ? asked & CaseGuess.Of(question.Tokens[question.Head], question.Language) : asked;
                return agreed == WordCases.None ? asked : agreed;
            }
        }

        return WordCases.None;
    }

    private static int ConceptAt(QuestionMatcher matcher, ReadingToken token)
    {
        for (var i = 0; i < matcher.Concepts.Count; i++)
        {
            if (matcher.Concepts[i].Holds(token))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Weighs the concepts of a question by how few sentences of one page hold them: what the whole page is about tells none of its sentences apart.</summary>
internal sealed class LocalWeights
{
    // A weaker match is a guess by sound.
    private const float Held = 0.3f;

    private readonly double[] _weights;
    private readonly int[] _counts;
    private readonly double _total;
    private readonly double _best;

    /// <summary>Counts a page.</summary>
    /// <param name="matcher">The question's concepts.</param>
    /// <param name="sentences">The sentences that were read of the page.</param>
    public LocalWeights(QuestionMatcher matcher, IEnumerable<EvidenceSentence> sentences)
    {
        var all = sentences.ToList();
        _weights = new double[matcher.Concepts.Count];
        _counts = new int[matcher.Concepts.Count];
        for (var i = 0; i < _weights.Length; i++)
        {
            _counts[i] = all.Count(sentence => sentence.Own[i] >= Held);
            _weights[i] = matcher.Concepts[i].Weight * Math.Log((all.Count + 1) / (_counts[i] + 0.5));
            _total += _weights[i];
        }

        _best = Math.Max(1e-6, all.Max(Sum));
        Sentences = all.Count;
    }

    /// <summary>Number of sentences counted.</summary>
    public int Sentences { get; }

    /// <summary>Share of all weight that the sentence holds, 0 to 1.</summary>
    public float Share(EvidenceSentence sentence) => (float)(Sum(sentence) / Math.Max(1e-6, _total));

    /// <summary>What the sentence holds beside what the best one of its page holds, 0 to 1.</summary>
    public float Relative(EvidenceSentence sentence) => (float)(Sum(sentence) / _best);

    /// <summary>Share of the weight of those words that no other sentence of the page holds.</summary>
    public float Alone(EvidenceSentence sentence)
    {
        double sum = 0;
        for (var i = 0; i < _weights.Length; i++)
        {
            sum += _counts[i] == 1 && sentence.Own[i] >= Held ? _weights[i] : 0;
        }

        return (float)(sum / Math.Max(1e-6, _total));
    }

    private double Sum(EvidenceSentence sentence)
    {
        double sum = 0;
        for (var i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i] * sentence.Own[i];
        }

        return sum;
    }
}
