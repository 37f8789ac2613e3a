using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;
using Search.Text.Languages;

namespace Search.Answering.Conversation;

/// <summary>
/// Makes a follow-up stand alone by the turns before it: "and in 2018?" changes the year of the earlier question, «а калі?» what it asks for, «хто яго
/// ўзначальвае?» names what the pronoun stands for. A question that stands alone is left as it is. Pure; nothing is kept.
/// </summary>
internal static class FollowUp
{
    // An ellipsis of more words says enough to be searched by itself.
    private const int MaxFragmentWords = 5;

    // Without "and" before it a fragment must be this short and end in a question mark.
    private const int MaxBareWords = 2;

    /// <summary>The question as it would be asked by itself.</summary>
    /// <param name="text">The question.</param>
    /// <param name="earlier">Turns before it, oldest first; each may lean on the one before.</param>
    public static ResolvedQuestion Resolve(string text, IReadOnlyList<ConversationTurn> earlier)
    {
        EarlierQuestion? before = null;
        foreach (var turn in earlier)
        {
            before = new EarlierQuestion(Lean(turn.Question, before).Text, turn.Answer);
        }

        return Lean(text, before);
    }

    private static ResolvedQuestion Lean(string text, EarlierQuestion? before)
    {
        var alone = new ResolvedQuestion(text, null, false);
        if (before is null || string.IsNullOrWhiteSpace(text))
        {
            return alone;
        }

        var language = LanguageOf(text, before.Question.Language);
        var question = EarlierQuestion.Read(text, language);
        if (SmallTalk.IsOnlySmallTalk(question.Tokens, language))
        {
            return alone;
        }

        // The opener is no part of what is asked: "what about" asks nothing.
        var opener = FollowUpWords.OpenerLength(question.Tokens);
        var part = opener == 0 ? question : EarlierQuestion.Read(text[question.Tokens[opener].Start..], language);
        var filled = QuestionWordAlone(part) is { } asks ? before.AskedAs(asks)
            : IsFragment(part, opener > 0) ? new Fragment(part).PutInto(before)
            : Pronouns.Replace(question, before);
        return filled is null || filled.Length > QuestionRequest.MaxLength || filled == text ? alone : new ResolvedQuestion(filled, language, true);
    }

    // "and when?", «а кто?», "why did this happen?": the words that ask, and nothing that is asked about.
    private static string? QuestionWordAlone(UnderstoodQuestion question)
    {
        if (question.Kind is QuestionKind.Keywords or QuestionKind.YesNo or QuestionKind.NotAQuestion && !question.Frame.Contains(true))
        {
            return null;
        }

        var first = question.Frame.ToList().IndexOf(true);
        if (first < 0 || question.Tokens.Where((token, i) => !question.Frame[i] && token.IsContent && !FollowUpWords.IsHappening(token.Lower)).Any())
        {
            return null;
        }

        // A pronoun of a thing makes it a question about that thing: "where is it?", «что это?»
        var pointsAtThing = question.Tokens.Any(token => FollowUpWords.PointerOf(token.Lower) is var pointer && pointer != Pointer.None && (pointer != Pointer.Event || question.Kind is not (QuestionKind.When or QuestionKind.Where or QuestionKind.Why or QuestionKind.How)));
        if (pointsAtThing && !question.Tokens.Any(token => FollowUpWords.IsHappening(token.Lower)))
        {
            return null;
        }

        var last = question.Frame.ToList().LastIndexOf(true);
        return question.Text[question.Tokens[first].Start..question.Tokens[last].End];
    }

    private static bool IsFragment(UnderstoodQuestion question, bool isOpened)
    {
        var words = Enumerable.Range(0, question.Tokens.Count).Where(i => question.Tokens[i].Shape != TokenShape.Sign).ToList();
        var isAsking = question.Kind is not (QuestionKind.Keywords or QuestionKind.YesNo or QuestionKind.NotAQuestion) || question.Frame.Contains(true);
        var content = words.Where(i => question.Tokens[i].IsContent).ToList();
        var hasVerb = content.Count > 1 && content.Any(i => question.Tags[i] == PartOfSpeech.Verb && !question.Tokens[i].IsCapital);
        if (isAsking || hasVerb || words.Count is 0 or > MaxFragmentWords || content.Count == 0)
        {
            return false;
        }

        var isTimeAlone = content.TrueForAll(i => TimeWords.Find(question).Any(time => time.First <= i && i < time.End));
        return isOpened || isTimeAlone || (content.Count <= MaxBareWords && question.Tokens[^1].IsSign('?'));
    }

    // Short texts name no language by themselves: the earlier question does, unless script or letters speak against it.
    private static Language LanguageOf(string text, Language earlier)
    {
        var letters = text.Where(char.IsLetter).ToList();
        if (letters.Count == 0)
        {
            return earlier;
        }

        if (letters.TrueForAll(char.IsAscii))
        {
            return Language.English;
        }

        var (language, confidence) = LanguageIdentifier.Identify(text);
        return earlier == Language.English || (language != earlier && language is Language.Russian or Language.Belarusian && confidence >= LanguageIdentifier.SureFrom) ? language : earlier;
    }
}
