using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>Tells who holds an office by what stands beside the name.</summary>
internal static class OfficeHolder
{
    /// <summary>Whether a span names a person, and no deputy where the question asks for none.</summary>
    public static bool IsNamed(UnderstoodQuestion question, SpanCandidate span) =>
        span.Values.Any(value => IsPerson(span.Sentence, value)) && !IsOfDeputy(question, span);

    /// <summary>Whether an office that only one holds, or that somebody heads something, is told beside a person of the span.</summary>
    public static bool IsTold(SpanCandidate span) => Holder(span) is not null;

    private static TypedValue? Holder(SpanCandidate span) =>
        span.Values.FirstOrDefault(value => IsPerson(span.Sentence, value) && OfficeBeside(span.Sentence, value).Any(i => UnderstoodQuestion.TellsHead(span.Sentence.Passage.Tokens[i])));

    // «Министра» of «заместитель Министра» is written with a capital, «Совета Министров» is as long as a name, "Minister of Communications" is none, and "Informatization" the question knew.
    private static bool IsPerson(EvidenceSentence sentence, TypedValue value) =>
        value.Type == AnswerType.Person && !sentence.Passage.Tokens[value.End - 1].Is(WordClass.Role)
        && !Enumerable.Range(value.First, value.End - value.First).Any(i => sentence.Passage.Tokens[i].Lower == "of" || sentence.Passage.Tokens[i].Shape == TokenShape.Mixed)
        && Enumerable.Range(value.First, value.End - value.First).Any(i => sentence.Passage.Concepts[i] < 0 && sentence.Passage.Tokens[i].IsContent && !sentence.Passage.Tokens[i].Is(WordClass.Role));

    /// <summary>Whether the person of a span is a deputy and the question asks for none: «заместитель министра связи Анна Рябинина», "Anna Ryabinina, Deputy Minister".</summary>
    public static bool IsOfDeputy(UnderstoodQuestion question, SpanCandidate span)
    {
        if (question.Tokens.Any(IsDeputy))
        {
            return false;
        }

        var sentence = span.Sentence;
        var person = Holder(span) ?? span.Values.FirstOrDefault(value => IsPerson(sentence, value)) ?? new TypedValue(AnswerType.Person, span.First, span.End, double.NaN, "", null, span.End);
        return OfficeBeside(sentence, person).Any(i => IsDeputy(sentence.Passage.Tokens[i]));
    }

    // Tokens that may tell what office a person holds: those before the name up to a mark or another name, and the next few behind a comma.
    private static IEnumerable<int> OfficeBeside(EvidenceSentence sentence, TypedValue person)
    {
        const int Before = 8;
        const int Behind = 4;
        var tokens = sentence.Passage.Tokens;
        var name = person.First;
        while (name < person.End - 1 && tokens[name].Is(WordClass.Role))
        {
            name++;
        }

        for (var i = name - 1; i >= Math.Max(sentence.First, name - Before) && !tokens[i].IsSign(',') && !tokens[i].IsSign(';') && !sentence.Values.Any(value => value.End == i + 1 && IsPerson(sentence, value)); i--)
        {
            yield return i;
        }

        for (var i = person.End; i < Math.Min(sentence.End, person.End + Behind) && tokens[person.End].IsSign(','); i++)
        {
            yield return i;
        }
    }

    private static readonly string[] Deputies = ["заместител", "замминистр", "намеснік", "намесник", "deputy", "vice", "помощник", "памочнік", "assistant"];

    /// <summary>Whether a word says that an office is another one's in his stead.</summary>
    public static bool IsDeputy(ReadingToken token) => token.StartsWithAny(Deputies);
}
