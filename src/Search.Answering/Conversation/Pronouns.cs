using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Conversation;

/// <summary>Puts what the earlier turn speaks of in the place of pronouns: "who leads it?", «хто яго ўзначальвае?», "who won there?".</summary>
internal static class Pronouns
{
    private const int NameScore = 3;
    private const int OrganisationScore = 2;
    private const int AgreementScore = 3;
    private const int StemLength = 4;

    /// <summary>The question with its pronouns replaced; <see langword="null"/> where it has none that point to the earlier turn.</summary>
    public static string? Replace(UnderstoodQuestion question, EarlierQuestion earlier)
    {
        var changes = new TextChanges(question.Text);
        var isChanged = false;
        for (var i = 0; i < question.Tokens.Count; i++)
        {
            var token = question.Tokens[i];
            if (i + 1 < question.Tokens.Count && FollowUpWords.IsPointing(token.Lower) && PointedAt(question, i + 1, earlier) is { } group)
            {
                changes.Replace(token.Start, question.Tokens[i + 1].End, group);
                isChanged = true;
                continue;
            }

            var pointer = FollowUpWords.PointerOf(token.Lower);
            if (pointer is Pointer.None or Pointer.Event || !PointsBack(question, i, pointer) || Antecedent(pointer, earlier, question.Language) is not { } words)
            {
                continue;
            }

            changes.Replace(token.Start, token.End, IsPossessive(question, i) ? words + "'s" : words);
            isChanged = true;
        }

        return isChanged ? changes.ToQuestion() : null;
    }

    // A name earlier in the same question is what its pronouns stand for.
    private static bool PointsBack(UnderstoodQuestion question, int i, Pointer pointer)
    {
        if (question.Tokens[i].Lower == "it" && i + 1 < question.Tokens.Count && FollowUpWords.IsExpletive(question.Tokens[i + 1].Lower))
        {
            return false;
        }

        // "there is", "is there": no place is meant.
        if (question.Tokens[i].Lower == "there" && Neighbours(question, i).Any(token => token.Lower is "is" or "are" or "was" or "were" or "will" or "be" or "been"))
        {
            return false;
        }

        return pointer is Pointer.Place or Pointer.Time || !question.Names.Any(name => name.End <= question.Tokens[i].Start);
    }

    private static IEnumerable<ReadingToken> Neighbours(UnderstoodQuestion question, int i) =>
        new[] { i - 1, i + 1 }.Where(at => at >= 0 && at < question.Tokens.Count).Select(at => question.Tokens[at]);

    private static bool IsPossessive(UnderstoodQuestion question, int i) =>
        question.Language == Language.English
        && (question.Tokens[i].Lower is "its" or "his" or "their" || (question.Tokens[i].Lower == "her" && i + 1 < question.Tokens.Count && question.Tags[i + 1] is PartOfSpeech.Noun or PartOfSpeech.Adjective));

    private static string? Antecedent(Pointer pointer, EarlierQuestion earlier, Language language)
    {
        var answered = earlier.AnswerNames();
        var isAboutPerson = earlier.Question.Expected == AnswerType.Person;
        switch (pointer)
        {
            case Pointer.Time:
                return TimeWords.Find(earlier.Question) is [var time, ..] ? time.Of(earlier.Question) : null;
            case Pointer.Person:
                return Named(answered, AnswerType.Person) ?? (isAboutPerson ? Named(answered, AnswerType.Name) : null) ?? BestGroup(pointer, earlier.Question);
            case Pointer.Place when earlier.Question.Kind == QuestionKind.Where && answered.Count > 0:
                return InPlace(answered[0].Text, language);
            case Pointer.Place:
                return PlaceIn(earlier.Question) ?? (BestGroup(pointer, earlier.Question) is { } place ? InPlace(place, language) : null);
            case Pointer.Masculine or Pointer.Feminine when isAboutPerson && answered.Count > 0:
                return answered[0].Text;
            case Pointer.Neuter or Pointer.Masculine or Pointer.Feminine or Pointer.Plural when earlier.Question.Kind is QuestionKind.Which or QuestionKind.What or QuestionKind.Who && answered.Count > 0:
                return answered[0].Text;
            default:
                return BestGroup(pointer, earlier.Question);
        }
    }

    private static string? Named(IReadOnlyList<(string Text, AnswerType Type)> names, AnswerType type) =>
        names.Where(name => name.Type == type).Select(name => name.Text).FirstOrDefault();

    private static string? PlaceIn(UnderstoodQuestion question) =>
        NounGroup.Find(question)
            .Where(group => group.Preposition >= 0 && group.IsName && question.Tokens[group.Preposition].Is(WordClass.PrepositionIn))
            .Select(group => question.Text[question.Tokens[group.Preposition].Start..question.Tokens[group.End - 1].End])
            .FirstOrDefault();

    private static string InPlace(string place, Language language) => language switch
    {
        Language.English => "in " + place,
        Language.Belarusian => "у " + place,
        _ => "в " + place,
    };

    // A name before a noun, a body before another name, forms that agree before others; then the first.
    private static string? BestGroup(Pointer pointer, UnderstoodQuestion question)
    {
        var groups = NounGroup.Find(question);
        if (groups.Exists(group => !group.IsAsked))
        {
            groups.RemoveAll(group => group.IsAsked && !group.IsName);
        }

        return groups
            .OrderByDescending(group => (group.IsName ? NameScore : 0) + (group.Type is AnswerType.Organisation or AnswerType.Name ? OrganisationScore : 0) + (Agrees(pointer, question.Tokens[group.End - 1].Shape == TokenShape.Sign ? question.Tokens[group.First + 1] : question.Tokens[group.First], question.Language) ? AgreementScore : 0))
            .ThenBy(group => group.First)
            .Select(group => group.Of(question))
            .FirstOrDefault();
    }

    // By the ending alone, as far as it tells.
    private static bool Agrees(Pointer pointer, ReadingToken noun, Language language)
    {
        var last = noun.Lower[^1];
        return pointer switch
        {
            _ when language == Language.English => pointer == Pointer.Plural ? last == 's' : pointer == Pointer.Neuter && last != 's',
            Pointer.Feminine => last is 'а' or 'я' or 'у' or 'ю' or 'ь',
            Pointer.Plural => last is 'ы' or 'и' or 'і',
            Pointer.Masculine or Pointer.Neuter => last is not ('а' or 'я' or 'у' or 'ю' or 'ь' or 'ы' or 'і'),
            _ => false,
        };
    }

    // "this programme": the noun as it stood in the earlier question, with what stood beside it.
    private static string? PointedAt(UnderstoodQuestion question, int noun, EarlierQuestion earlier)
    {
        var word = question.Tokens[noun];
        if (word.Lower.Length < StemLength || !word.IsContent || word.Is(WordClass.Year | WordClass.Time | WordClass.Month))
        {
            return null;
        }

        var known = NounGroup.Find(earlier.Question).FirstOrDefault(group => Enumerable.Range(group.First, group.End - group.First)
            .Any(i => earlier.Question.Tokens[i].Lower.Length >= StemLength && string.CompareOrdinal(earlier.Question.Tokens[i].Lower, 0, word.Lower, 0, StemLength) == 0));
        return known is not null && known.End - known.First > 1 ? known.Of(earlier.Question)
            : earlier.Question.Kind is QuestionKind.Which or QuestionKind.What && earlier.AnswerNames() is [var name, ..] ? $"{question.Text[word.Start..word.End]} {name.Text}"
            : null;
    }
}
