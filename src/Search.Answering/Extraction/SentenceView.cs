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
        AsksForKind = matcher.AsksForKind;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            MemberCount += sentence.Passage.Members[i] ? 1 : 0;
        }

        QuestionWord = FirstOf(question.Frame);
        var heaviest = -1;
        var before = -1;
        var behind = -1;
        var last = -1;
        QuestionEnd = QuestionWord;
        while (QuestionEnd >= 0 && QuestionEnd < question.Frame.Count && question.Frame[QuestionEnd])
        {
            QuestionEnd++;
        }

        var asked = QuestionWord < 0 ? 0 : question.Tokens[QuestionWord].Start;
        for (var i = 0; i < matcher.Concepts.Count; i++)
        {
            heaviest = heaviest < 0 || matcher.Concepts[i].Weight > matcher.Concepts[heaviest].Weight ? i : heaviest;
            before = matcher.Concepts[i].Span.Start < asked ? i : before;
            behind = behind < 0 && matcher.Concepts[i].Span.Start > asked && i != headConcept ? i : behind;
            last = i;
        }

        FirstBehind = behind < 0 ? matcher.Concepts.Count : behind;

        foreach (var (token, concept, _) in matches)
        {
            Add(HeaviestAt, heaviest);
            Add(BeforeAt, before);
            Add(BehindAt, behind);
            Add(LastAt, last);
            Add(VerbPlaces, verbConcept);

            void Add(List<int> places, int wanted)
            {
                if (concept == wanted)
                {
                    places.Add(token);
                }
            }
        }

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

    /// <summary>Whether the kind of thing asked for has known members.</summary>
    public bool AsksForKind { get; }

    /// <summary>Tokens that name such a thing.</summary>
    public int MemberCount { get; }

    /// <summary>The question's first token that only asks, or −1.</summary>
    public int QuestionWord { get; }

    /// <summary>Just behind the run of tokens that only ask, or −1.</summary>
    public int QuestionEnd { get; }

    /// <summary>The first concept behind the question word and its noun; the number of concepts where there is none.</summary>
    public int FirstBehind { get; }

    /// <summary>Tokens that stand for the question's rarest concept.</summary>
    public List<int> HeaviestAt { get; } = [];

    /// <summary>Tokens that stand for the concept just before the question word.</summary>
    public List<int> BeforeAt { get; } = [];

    /// <summary>Tokens that stand for the concept just behind the question word and its noun.</summary>
    public List<int> BehindAt { get; } = [];

    /// <summary>Tokens that stand for the question's last concept.</summary>
    public List<int> LastAt { get; } = [];

    /// <summary>Tokens that stand for the question's first verb.</summary>
    public List<int> VerbPlaces { get; } = [];

    /// <summary>Concepts that are not in the sentence.</summary>
    public int UnmatchedCount { get; }

    /// <summary>Values of each type in the sentence.</summary>
    public int[] Types { get; }

    private static int FirstOf(IReadOnlyList<bool> flags)
    {
        for (var i = 0; i < flags.Count; i++)
        {
            if (flags[i])
            {
                return i;
            }
        }

        return -1;
    }

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
