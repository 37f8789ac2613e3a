using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Conversation;

/// <summary>A name, or a noun with what stands with it, in a question.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Just behind the last token.</param>
/// <param name="Preposition">The preposition before it, past an article, or −1.</param>
/// <param name="IsName">Whether it holds a name or a quoted title.</param>
/// <param name="Type">What kind of name it is; <see cref="AnswerType.Any"/> for nouns.</param>
/// <param name="IsAsked">Whether it holds the noun that names what is asked for.</param>
internal sealed record NounGroup(int First, int End, int Preposition, bool IsName, AnswerType Type, bool IsAsked)
{
    /// <summary>All groups of a question, in order, without what says when.</summary>
    public static List<NounGroup> Find(UnderstoodQuestion question)
    {
        var tokens = question.Tokens;
        var times = TimeWords.Find(question);
        var names = ValueFinder.Find(tokens, [.. question.Tags], 0, tokens.Count).Where(value => IsNameType(value.Type)).ToList();
        var groups = new List<NounGroup>();
        for (var at = 0; at < tokens.Count;)
        {
            var end = at;
            while (end < tokens.Count && Belongs(question, end, times) && (end == at || !IsNewName(names, end)))
            {
                end++;
            }

            if (end > at && Enumerable.Range(at, end - at).Any(i => tokens[i].IsContent))
            {
                var inside = names.Where(name => name.First < end && at < name.End).ToList();
                var isName = inside.Count > 0 || question.Names.Any(name => name.Start < tokens[end - 1].End && tokens[at].Start < name.End);
                groups.Add(new NounGroup(at, end, PrepositionBefore(tokens, at), isName, inside.Count > 0 ? inside[^1].Type : AnswerType.Any, question.Head >= at && question.Head < end));
            }

            at = Math.Max(end, at + 1);
        }

        return groups;
    }

    /// <summary>The words as written.</summary>
    public string Of(UnderstoodQuestion question) => question.Text[question.Tokens[First].Start..question.Tokens[End - 1].End];

    /// <summary>Whether values of the type are names.</summary>
    public static bool IsNameType(AnswerType type) => type is AnswerType.Name or AnswerType.Person or AnswerType.Organisation or AnswerType.Place;

    private static bool Belongs(UnderstoodQuestion question, int i, List<TimeWords> times)
    {
        var token = question.Tokens[i];
        if (question.Frame[i] || times.Exists(time => time.First <= i && i < time.End))
        {
            return false;
        }

        return token.Shape switch
        {
            TokenShape.Sign => token.Lower is "«" or "»" or "“" or "”" or "\"" or "„",
            TokenShape.Word => !token.Is(WordClass.Stop) && (token.IsCapital || question.Tags[i] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective),
            TokenShape.Mixed => !token.Is(WordClass.Ordinal),
            _ => false,
        };
    }

    // A name of its own begins a group of its own: "did the Ministry" and "Vietnam" side by side.
    private static bool IsNewName(List<TypedValue> names, int i) => names.Exists(name => name.First == i && name.Type is AnswerType.Person or AnswerType.Place);

    private static int PrepositionBefore(IReadOnlyList<ReadingToken> tokens, int at)
    {
        var before = at - 1;
        while (before >= 0 && tokens[before].Is(WordClass.Article))
        {
            before--;
        }

        return before >= 0 && tokens[before].Is(WordClass.AnyPreposition) ? before : -1;
    }
}
