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

    /// <summary>Where the name of a person begins: «Министр» of «Министр Анна Рябинина» belongs to none.</summary>
    public static int NameOf(EvidenceSentence sentence, int first, int end)
    {
        while (first < end - 1 && sentence.Passage.Tokens[first].Is(WordClass.Role))
        {
            first++;
        }

        return first;
    }

    /// <summary>Whether the office beside the persons of a span is one of another country than a question for a foreign one asks about.</summary>
    public static bool IsOfOtherCountry(FoundEvidence evidence, SpanCandidate span) =>
        Enumerable.Range(0, evidence.Matcher.Concepts.Count)
            .Where(concept => evidence.Matcher.IsAbout(evidence.Question, concept, token => CountryNames.IsAny(token.Lower) && !CountryNames.Contains(token.Lower)))
            .Any(concept => !span.Values.Any(value => IsPerson(span.Sentence, value) && OfficeBeside(span.Sentence, value.First, value.End).Any(i => span.Sentence.Passage.Concepts[i] == concept && span.Sentence.Passage.Weights[i] > QuestionMatcher.RelatedWeight)));

    private static TypedValue? Holder(SpanCandidate span) =>
        span.Values.FirstOrDefault(value => IsPerson(span.Sentence, value) && OfficeBeside(span.Sentence, value.First, value.End).Any(i => OfficeWords.TellsHead(span.Sentence.Passage.Tokens[i])));

    /// <summary>Whether a value names a person whom the question does not know.</summary>
    /// <remarks>«Министра» of «заместитель Министра» is written with a capital, «Совета Министров» is as long as a name, and "Minister of Communications" is none.</remarks>
    public static bool IsPerson(EvidenceSentence sentence, TypedValue value) =>
        value.Type == AnswerType.Person && !sentence.Passage.Tokens[value.End - 1].Is(WordClass.Role)
        && !Enumerable.Range(value.First, value.End - value.First).Any(i => sentence.Passage.Tokens[i].Lower == "of" || sentence.Passage.Tokens[i].Shape == TokenShape.Mixed || (sentence.Passage.Tokens[i].IsUpper && sentence.Passage.Tokens[i].Lower.Length > 1))
        && Enumerable.Range(value.First, value.End - value.First).Any(i => sentence.Passage.Concepts[i] < 0 && sentence.Passage.Tokens[i].IsContent && !sentence.Passage.Tokens[i].Is(WordClass.Role));

    /// <summary>Whether the person of a span is a deputy and the question asks for none: «заместитель министра связи Анна Рябинина», "Anna Ryabinina, Deputy Minister".</summary>
    public static bool IsOfDeputy(UnderstoodQuestion question, SpanCandidate span)
    {
        if (question.Tokens.Any(OfficeWords.IsDeputy))
        {
            return false;
        }

        var sentence = span.Sentence;
        var person = Holder(span) ?? span.Values.FirstOrDefault(value => IsPerson(sentence, value));
        return OfficeBeside(sentence, person?.First ?? span.First, person?.End ?? span.End).Any(i => OfficeWords.IsDeputy(sentence.Passage.Tokens[i]));
    }

    /// <summary>Tokens that may tell what office a person holds: those before the name up to a mark or another name, the nearest first, and the next few behind a comma.</summary>
    public static IEnumerable<int> OfficeBeside(EvidenceSentence sentence, int first, int end)
    {
        const int Before = 8;
        const int Behind = 4;
        var tokens = sentence.Passage.Tokens;
        var name = NameOf(sentence, first, end);
        for (var i = name - 1; i >= Math.Max(sentence.First, name - Before) && !tokens[i].IsSign(',') && !tokens[i].IsSign(';') && !sentence.Values.Any(value => value.End == i + 1 && IsPerson(sentence, value)); i--)
        {
            yield return i;
        }

        for (var i = end; i < Math.Min(sentence.End, end + Behind) && tokens[end].IsSign(','); i++)
        {
            yield return i;
        }
    }

    /// <summary>The first token of a span that names an office, or −1.</summary>
    public static int OfficeIn(SpanCandidate span) =>
        Enumerable.Range(span.First, span.End - span.First).FirstOrDefault(i => span.Sentence.Passage.Tokens[i].Is(WordClass.Role), -1);

    /// <summary>The person named right behind the office that a span holds; <see langword="null"/> where none is.</summary>
    public static TypedValue? Behind(SpanCandidate span)
    {
        // The longest office: «директор Центра реагирования на киберинциденты».
        const int Reach = 8;
        var passage = span.Sentence.Passage;
        var office = OfficeIn(span);
        var holder = office < 0 ? null : span.Sentence.Values.FirstOrDefault(value => value.Type == AnswerType.Person && value.First > office && value.First <= office + Reach);
        return holder is not null && !Enumerable.Range(office, holder.First - office).Any(i => passage.Tokens[i].IsSign(',') || passage.Tokens[i].IsSign(';') || passage.Tags[i] == PartOfSpeech.Verb || (passage.Tokens[i].Is(WordClass.Conjunction) && passage.Tokens[i + 1].Is(WordClass.Role))) ? holder : null;
    }
}
