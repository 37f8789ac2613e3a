using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>What the sentences of one question share when their spans are described.</summary>
internal sealed class RankingContext
{
    private readonly QuestionMatcher _matcher;
    private readonly double _nameWeight;

    /// <summary>Looks over the sentences.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="sentences">The sentences that are read for it.</param>
    public RankingContext(UnderstoodQuestion question, QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> sentences)
    {
        _matcher = matcher;
        _nameWeight = matcher.Concepts.Where(concept => concept.IsName || concept.IsNumber).Sum(concept => concept.Weight);
        BestCoverage = sentences.Max(sentence => sentence.Coverage);
        BestCoverageInView = sentences.Max(sentence => sentence.CoverageInView);
        BestPassageScore = Math.Max(1e-6, sentences.Max(sentence => sentence.Passage.Ranked.Score));
        HeadConcept = question.Head < 0 ? -1 : ConceptAt(matcher, question.Tokens[question.Head]);
        for (var i = 0; i < question.Tokens.Count && VerbConcept < 0; i++)
        {
            VerbConcept = question.Tags[i] == PartOfSpeech.Verb && !question.Frame[i] ? ConceptAt(matcher, question.Tokens[i]) : -1;
        }
    }

    /// <summary>Highest coverage of a sentence.</summary>
    public float BestCoverage { get; }

    /// <summary>Highest coverage in view of a sentence.</summary>
    public float BestCoverageInView { get; }

    /// <summary>Highest score of a passage; above 0.</summary>
    public double BestPassageScore { get; }

    /// <summary>Concept of the question's head noun, or −1.</summary>
    public int HeadConcept { get; } = -1;

    /// <summary>Concept of the question's first verb, or −1.</summary>
    public int VerbConcept { get; } = -1;

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

    private static int ConceptAt(QuestionMatcher matcher, ReadingToken token)
    {
        for (var i = 0; i < matcher.Concepts.Count; i++)
        {
            if (matcher.Concepts[i].Span.Start < token.End && token.Start < matcher.Concepts[i].Span.End)
            {
                return i;
            }
        }

        return -1;
    }
}
