using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Questions;

/// <summary>A question as its words were understood.</summary>
/// <param name="Text">The question as run: mended where it had to be.</param>
/// <param name="Language">Its language.</param>
/// <param name="Kind">How it asks.</param>
/// <param name="Expected">What kind of thing the answer must be.</param>
/// <param name="Tokens">Its words, numbers and signs.</param>
/// <param name="Tags">Part of speech of each token.</param>
/// <param name="Frame">Tokens that only ask («в каком», "how many"); they need no evidence. One flag a token.</param>
/// <param name="Head">Index of the token that names what is asked for («город» in «в каком городе»), or −1.</param>
/// <param name="Time">What the question says about time.</param>
/// <param name="Numbers">Numbers and ordinals that are no years, as values: "40th" is 40.</param>
/// <param name="Names">Spans of names and quoted titles in <paramref name="Text"/>, in order.</param>
/// <param name="IsNegated">Whether it asks what is not so.</param>
/// <param name="IsSuperlative">Whether it asks for the most, first or last of something.</param>
/// <param name="WantsList">Whether several things are asked for.</param>
internal sealed record UnderstoodQuestion(
    string Text,
    Language Language,
    QuestionKind Kind,
    AnswerType Expected,
    IReadOnlyList<ReadingToken> Tokens,
    IReadOnlyList<PartOfSpeech> Tags,
    IReadOnlyList<bool> Frame,
    int Head,
    TimeCondition Time,
    IReadOnlyList<double> Numbers,
    IReadOnlyList<TextSpan> Names,
    bool IsNegated,
    bool IsSuperlative,
    bool WantsList)
{
    /// <summary>The head noun in lower case; empty where there is none.</summary>
    public string HeadWord => Head >= 0 ? Tokens[Head].Lower : "";

    /// <summary>The first token that only asks, or −1.</summary>
    public int QuestionWord { get; } = Frame.Index().Where(token => token.Item).Select(token => token.Index).DefaultIfEmpty(-1).First();

    /// <summary>Just behind the run of tokens that begins with <see cref="QuestionWord"/> and only asks, or −1.</summary>
    public int QuestionEnd => QuestionWord < 0 ? -1 : QuestionWord + Frame.Skip(QuestionWord).TakeWhile(asks => asks).Count();

    /// <summary>Whether an office stands behind "who": "who was the minister".</summary>
    public bool AsksForHolder => Kind == QuestionKind.Who && Tokens.Skip(QuestionEnd).Take(OfficeReach).Any(token => token.Is(WordClass.Role));

    /// <summary>Whether the person is asked for who alone holds an office: "who is the minister", «хто ўзначальвае міністэрства».</summary>
    public bool AsksForHead
    {
        get
        {
            if (Kind != QuestionKind.Who || Tokens.Any(OfficeWords.TellsRanking))
            {
                return false;
            }

            for (var i = Math.Max(0, QuestionEnd); i < Math.Min(Tokens.Count, QuestionEnd + OfficeReach); i++)
            {
                if (OfficeWords.TellsHead(Tokens[i]))
                {
                    return true;
                }

                // "Who visited the minister".
                if (Tags[i] == PartOfSpeech.Verb && !Tokens[i].Is(WordClass.Auxiliary) && !OfficeWords.TellsAppointment(Tokens[i]))
                {
                    return false;
                }
            }

            return false;
        }
    }

    /// <summary>Whether the question is about no time but its own: «кто министр», but not «кто был министром» or "the minister in 2016".</summary>
    public bool IsOfPresent => Time.Relation == TimeRelation.Now || (Time is { Relation: TimeRelation.At, Years.Count: 0 } && !Tokens.Any(OfficeWords.TellsPast));

    /// <summary>Whether the office that somebody holds is asked for: "what post does X hold".</summary>
    public bool AsksForOffice => Head < 0
        ? Kind == QuestionKind.What && QuestionWord >= 0 && Tokens[QuestionWord].Lower is "кем" or "кім"
        : OfficeWords.NamesOffice(HeadWord) && !(Head > 0 && Tokens[Head - 1].Lower == "post");

    // How far behind "who was" the office may stand.
    private const int OfficeReach = 4;
}
