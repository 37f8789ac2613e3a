using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>What the features of a sentence's spans share, counted once.</summary>
internal sealed class SentenceView
{
    /// <summary>Counts a sentence.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="headConcept">Concept of the question's head noun, or −1.</param>
    /// <param name="verbConcept">Concept of the question's first verb, or −1.</param>
    public SentenceView(UnderstoodQuestion question, QuestionMatcher matcher, EvidenceSentence sentence, int headConcept, int verbConcept)
    {
        Sentence = sentence;
        var length = sentence.End - sentence.First;
        Content = new int[length + 1];
        Matched = new int[length + 1];
        Commas = new int[length + 1];
        var matches = new List<(int Token, int Concept, float Weight)>();
        for (var i = 0; i < length; i++)
        {
            var token = sentence.Passage.Tokens[sentence.First + i];
            var concept = sentence.Passage.Concepts[sentence.First + i];
            Content[i + 1] = Content[i] + (token.IsContent ? 1 : 0);
            Matched[i + 1] = Matched[i] + (concept >= 0 && token.IsContent ? 1 : 0);
            Commas[i + 1] = Commas[i] + (token.Shape == TokenShape.Sign && token.Lower is "," or ";" or "—" or "–" or ":" or "(" or ")" ? 1 : 0);
            if (concept >= 0)
            {
                matches.Add((sentence.First + i, concept, (float)(matcher.Concepts[concept].Weight / matcher.TotalWeight) * sentence.Passage.Weights[sentence.First + i]));
            }
        }

        Matches = matches;
        HeadAt = Place(sentence, headConcept);
        VerbAt = Place(sentence, verbConcept);
        UnmatchedCount = sentence.Own.Count(match => match == 0);
        Types = new int[(int)AnswerType.List + 1];
        foreach (var value in sentence.Values)
        {
            Types[(int)value.Type]++;
        }
    }

    /// <summary>The sentence.</summary>
    public EvidenceSentence Sentence { get; }

    /// <summary>Content tokens before each token, counted from the sentence's first.</summary>
    public int[] Content { get; }

    /// <summary>Content tokens before each token that stand for a concept.</summary>
    public int[] Matched { get; }

    /// <summary>Marks that part clauses before each token.</summary>
    public int[] Commas { get; }

    /// <summary>Tokens that stand for a concept, with the share of the question's weight.</summary>
    public IReadOnlyList<(int Token, int Concept, float Weight)> Matches { get; }

    /// <summary>Token that stands for the question's head noun, or −1.</summary>
    public int HeadAt { get; }

    /// <summary>Token that stands for the question's first verb, or −1.</summary>
    public int VerbAt { get; }

    /// <summary>Concepts that are not in the sentence.</summary>
    public int UnmatchedCount { get; }

    /// <summary>Values of each type in the sentence.</summary>
    public int[] Types { get; }

    private static int Place(EvidenceSentence sentence, int concept)
    {
        for (var i = sentence.First; concept >= 0 && i < sentence.End; i++)
        {
            if (sentence.Passage.Concepts[i] == concept)
            {
                return i;
            }
        }

        return -1;
    }
}
