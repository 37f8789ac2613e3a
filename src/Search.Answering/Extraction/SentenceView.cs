using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>What the features of a sentence's spans share, counted once.</summary>
internal sealed class SentenceView
{
    /// <summary>Counts a sentence.</summary>
    /// <param name="matcher">The question's concepts.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="context">What the sentences of the question share.</param>
    public SentenceView(QuestionMatcher matcher, EvidenceSentence sentence, RankingContext context)
    {
        Sentence = sentence;
        var length = sentence.End - sentence.First;
        Content = new int[length + 1];
        Matched = new int[length + 1];
        Commas = new int[length + 1];
        Cases = new WordCases[length];
        Concords = new Concord[length];
        Verbs = new Concord[length];
        MayBeSubject = new bool[length];
        IsRelative = new bool[length + 1];
        VerbBefore = new int[length + 1];
        VerbBehind = new int[length + 1];
        VerbBefore[0] = VerbBehind[length] = -1;
        var matches = new List<(int Token, int Concept, float Weight)>();
        for (var i = 0; i < length; i++)
        {
            var token = sentence.Passage.Tokens[sentence.First + i];
            var concept = sentence.Passage.Concepts[sentence.First + i];
            var tag = sentence.Passage.Tags[sentence.First + i];
            VerbBefore[i + 1] = tag == PartOfSpeech.Verb ? sentence.First + i : VerbBefore[i];
            MemberCount += sentence.Passage.Members[sentence.First + i] ? 1 : 0;
            Cases[i] = CaseGuess.Of(token, sentence.Passage.Language);
            Concords[i] = ConcordGuess.OfSubject(token, sentence.Passage.Language);
            Verbs[i] = tag == PartOfSpeech.Verb ? ConcordGuess.OfVerb(token, sentence.Passage.Language) : Concord.None;
            MayBeSubject[i] = tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun && (Cases[i] & WordCases.Nominative) != 0;
            Content[i + 1] = Content[i] + (token.IsContent ? 1 : 0);
            Matched[i + 1] = Matched[i] + (concept >= 0 && token.IsContent ? 1 : 0);
            Commas[i + 1] = Commas[i] + (token.Shape == TokenShape.Sign && token.Lower is "," or ";" or "—" or "–" or ":" or "(" or ")" ? 1 : 0);
            IsRelative[i] = token.IsSign(',') && StartsRelative(sentence, sentence.First + i);
            if (concept >= 0)
            {
                matches.Add((sentence.First + i, concept, (float)(matcher.Concepts[concept].Weight / matcher.TotalWeight) * sentence.Passage.Weights[sentence.First + i]));
            }
        }

        for (var i = length - 1; i >= 0; i--)
        {
            VerbBehind[i] = sentence.Passage.Tags[sentence.First + i] == PartOfSpeech.Verb ? sentence.First + i : VerbBehind[i + 1];
        }

        Matches = matches;
        AsksForKind = matcher.AsksForKind;
        HeaviestAt = PlacesOf(context.HeaviestConcept);
        BeforeAt = PlacesOf(context.ConceptBefore);
        BehindAt = PlacesOf(context.ConceptBehind);
        LastAt = PlacesOf(matcher.Concepts.Count - 1);
        HeadAt = PlacesOf(context.HeadConcept);
        VerbAt = PlacesOf(context.VerbConcept);
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

    /// <summary>Cases that each token may stand in, counted from the sentence's first.</summary>
    public WordCases[] Cases { get; }

    /// <summary>What each token asks of its verb, were it the subject.</summary>
    public Concord[] Concords { get; }

    /// <summary>What each verb asks of its subject; none for other words.</summary>
    public Concord[] Verbs { get; }

    /// <summary>Which tokens are nouns or names that may stand in the nominative.</summary>
    public bool[] MayBeSubject { get; }

    /// <summary>Marks that part clauses before each token.</summary>
    public int[] Commas { get; }

    /// <summary>Commas behind which a clause begins that tells of the words before them; counted from the sentence's first token.</summary>
    public bool[] IsRelative { get; }

    /// <summary>The last verb before each token, or −1; tokens are counted from the sentence's first.</summary>
    public int[] VerbBefore { get; }

    /// <summary>The first verb from each token on, or −1.</summary>
    public int[] VerbBehind { get; }

    /// <summary>Tokens that stand for a concept, with the share of the question's weight.</summary>
    public IReadOnlyList<(int Token, int Concept, float Weight)> Matches { get; }

    /// <summary>Tokens that stand for the question's head noun.</summary>
    public IReadOnlyList<int> HeadAt { get; }

    /// <summary>Tokens that stand for the question's first verb.</summary>
    public IReadOnlyList<int> VerbAt { get; }

    /// <summary>Whether the kind of thing asked for has known members.</summary>
    public bool AsksForKind { get; }

    /// <summary>Tokens that name such a thing.</summary>
    public int MemberCount { get; }

    /// <summary>Tokens that stand for the question's rarest concept.</summary>
    public IReadOnlyList<int> HeaviestAt { get; }

    /// <summary>Tokens that stand for the concept just before the question word.</summary>
    public IReadOnlyList<int> BeforeAt { get; }

    /// <summary>Tokens that stand for the concept just behind the question word and its noun.</summary>
    public IReadOnlyList<int> BehindAt { get; }

    /// <summary>Tokens that stand for the question's last concept.</summary>
    public IReadOnlyList<int> LastAt { get; }

    /// <summary>Concepts that are not in the sentence.</summary>
    public int UnmatchedCount { get; }

    /// <summary>Values of each type in the sentence.</summary>
    public int[] Types { get; }

    // «, с помощью которого».
    private static bool StartsRelative(EvidenceSentence sentence, int comma)
    {
        const int Reach = 4;
        return Enumerable.Range(comma + 1, Math.Min(Reach, sentence.End - comma - 1)).Any(i => WordStarts.Match(sentence.Passage.Tokens[i].Lower, Relatives));
    }

    private static readonly string[] Relatives = ["котор", "чей", "чья", "чьи", "чье", "якая", "якое", "якія", "які", "якой", "якую", "якім", "якіх", "якога", "якому", "чый", "чыя", "=which", "=who", "=whom", "=whose", "=where", "=that", "=где", "=дзе"];

    private List<int> PlacesOf(int concept) => [.. Matches.Where(match => match.Concept == concept).Select(match => match.Token)];
}
