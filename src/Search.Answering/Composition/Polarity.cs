using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Composition;

/// <summary>Tells whether a sentence denies what a question asks.</summary>
internal static class Polarity
{
    // A negation belongs to words this near behind it: «не выполнен», "has not been signed".
    private const int Reach = 4;

    /// <summary>Whether the sentence says no where the question asks without "not", or yes where it asks with it.</summary>
    public static bool IsDenied(UnderstoodQuestion question, EvidenceSentence sentence)
    {
        var denies = false;
        var tokens = sentence.Passage.Tokens;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            denies |= tokens[i].Is(WordClass.Negation) && (Matches(sentence, i) || i - sentence.First <= Reach);
        }

        return denies != question.IsNegated;
    }

    private static bool Matches(EvidenceSentence sentence, int negation)
    {
        for (var i = Math.Max(sentence.First, negation - Reach); i < Math.Min(sentence.End, negation + Reach + 1); i++)
        {
            if (sentence.Passage.Concepts[i] >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
