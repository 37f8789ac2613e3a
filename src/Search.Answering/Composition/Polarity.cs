using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Composition;

/// <summary>What a sentence says to a question for yes or no.</summary>
internal enum Verdict
{
    /// <summary>It speaks of the same without saying either.</summary>
    Unclear,
    Yes,
    No,
}

/// <summary>Tells whether a sentence affirms or denies what a question asks.</summary>
internal static class Polarity
{
    // A negation belongs to words this near behind it: «не выполнен», "has not been signed".
    private const int Reach = 4;

    // A sentence that holds less of the question is about something near it.
    private const double LeastCoverage = 0.4;

    // Of the question's names at least so much stands on the page.
    private const double LeastNames = 0.5;

    private static readonly string[][] Lines = [.. EmbeddedText.Lines("Composition.Rules.denials.tsv").Select(line => line.Split('\t'))];
    private static readonly string[] Denials = Words("deny");
    private static readonly string[] Modals = Words("modal");
    private static readonly (string[] Asked, string[] Said)[] Opposites = [.. Lines.Where(columns => columns[0] == "if").Select(columns => (columns[1].Split(' '), columns[2].Split(' ')))];

    /// <summary>Yes where the sentence says so, or denies what the question asks with "not"; no the other way round.</summary>
    public static Verdict Of(FoundEvidence evidence, EvidenceSentence sentence)
    {
        // An interviewer's question affirms nothing.
        if (Coverage(evidence, sentence) < LeastCoverage || AnswerChoice.NamesInView(evidence, sentence) < LeastNames || sentence.Passage.Tokens[sentence.End - 1].IsSign('?'))
        {
            return Verdict.Unclear;
        }

        var question = evidence.Question;
        var denies = IsDenial(sentence) || Opposites.Any(pair => Holds(question.Tokens, pair.Asked) && Holds(Own(sentence), pair.Said));
        return denies != question.IsNegated ? Verdict.No : Verdict.Yes;
    }

    // What the sentence holds of the question, with or without modal words; nothing where it holds names alone: what is asked of them is not said.
    private static double Coverage(FoundEvidence evidence, EvidenceSentence sentence)
    {
        double held = 0, all = 0, said = 0, asked = 0;
        for (var i = 0; i < evidence.Matcher.Concepts.Count; i++)
        {
            var concept = evidence.Matcher.Concepts[i];
            if (Holds(evidence.Question.Tokens.Where(concept.Holds), Modals))
            {
                continue;
            }

            held += concept.Weight * sentence.Own[i];
            all += concept.Weight;
            said += concept.IsName ? 0 : concept.Weight * sentence.Own[i];
            asked += concept.IsName ? 0 : concept.Weight;
        }

        return asked > 0 && said == 0 ? 0 : Math.Max(sentence.Coverage, held / Math.Max(1e-6, all));
    }

    private static bool IsDenial(EvidenceSentence sentence)
    {
        var tokens = sentence.Passage.Tokens;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var isNear = i - sentence.First <= Reach || IsNearMatch(sentence, i);
            if (tokens[i].Is(WordClass.Negation) && isNear)
            {
                // «не запрещено» denies nothing.
                var isDouble = i + 1 < sentence.End && sentence.Passage.Concepts[i + 1] < 0 && WordStarts.Match(tokens[i + 1].Lower, Denials);
                if (!isDouble)
                {
                    return true;
                }

                i++;
            }
            else if (isNear && sentence.Passage.Concepts[i] < 0 && WordStarts.Match(tokens[i].Lower, Denials))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNearMatch(EvidenceSentence sentence, int at)
    {
        for (var i = Math.Max(sentence.First, at - Reach); i < Math.Min(sentence.End, at + Reach + 1); i++)
        {
            if (sentence.Passage.Concepts[i] >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Words(string name) => [.. Lines.Where(columns => columns[0] == name).SelectMany(columns => columns[1].Split(' '))];

    private static IEnumerable<ReadingToken> Own(EvidenceSentence sentence) => sentence.Passage.Tokens.Skip(sentence.First).Take(sentence.End - sentence.First);

    private static bool Holds(IEnumerable<ReadingToken> tokens, string[] words) => tokens.Any(token => WordStarts.Match(token.Lower, words));
}
