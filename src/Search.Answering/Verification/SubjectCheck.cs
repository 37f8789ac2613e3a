using Search.Answering.Claims;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Verification;

/// <summary>Finds the right number of the wrong subject: a value that the page states of another place or body than the one asked about.</summary>
internal static class SubjectCheck
{
    private const float SameName = 0.4f;

    // Above a skeleton, which joins words that sound alike.
    private const float SureWord = 0.6f;

    // Tokens between who has a value and the value: «Казахстан – 29-м», «в Бресте работает 12».
    private const int Beside = 2;

    // The archive's own country is often left unsaid: a place that tells pages apart is about as rare as the question's rarest word.
    private const double TellingShare = 0.7;

    /// <summary>Whether the chosen answer speaks of somebody or somewhere else.</summary>
    public static bool IsOfAnother(FoundEvidence evidence, ChosenAnswer chosen) =>
        !chosen.IsOfficeTold && (IsUnknown(evidence, chosen) || IsOfAnotherPart(evidence, chosen) || IsElsewhere(evidence, chosen) || IsOtherOffice(evidence, chosen));

    // «Кто такие ляхи?», "How are pancakes made?": no word of the question stands on the page, nor a sure translation of one; others are related or sound alike.
    private static bool IsUnknown(FoundEvidence evidence, ChosenAnswer chosen)
    {
        var page = evidence.PageOf(chosen.Sentence);
        return Enumerable.Range(0, evidence.Matcher.Concepts.Count).All(i => FoundEvidence.OnPage(chosen.Sentence, page, i) < SureWord);
    }

    // «В Минске шесть, в Бресте 12»: the other part of the sentence has the name and a value of its own. «Беларусь заняла 40-е место»: the name asked about
    // stands on other pages only. A name that stands nowhere may be spelt otherwise; what is known of it decides elsewhere.
    private static bool IsOfAnotherPart(FoundEvidence evidence, ChosenAnswer chosen)
    {
        var sentence = chosen.Sentence;
        var value = chosen.Span?.Values.FirstOrDefault(value => !double.IsNaN(value.Value));
        if (value is null || value.Type == AnswerType.Year || !IsNumeric(evidence.Question.Expected) || !ValueContext.IsOfAnother(sentence, value, evidence.Matcher, Beside))
        {
            return false;
        }

        var telling = Telling(evidence.Matcher);
        return sentence.Values.Any(other => other.Type == value.Type && other.First != value.First && ValueContext.IsOfNamed(sentence, other, evidence.Matcher))
            || Enumerable.Range(0, evidence.Matcher.Concepts.Count)
                .Where(i => evidence.Matcher.Concepts[i].IsName && evidence.Matcher.Concepts[i].Weight >= telling)
                .Any(i => !IsInView(sentence, i) && evidence.Passages.Any(passage => passage.Match(i) >= SameName));
    }

    // "Who is the minister of defence": what tells the office from others stands nowhere on the page.
    private static bool IsOtherOffice(FoundEvidence evidence, ChosenAnswer chosen)
    {
        if (!evidence.Question.AsksForHead)
        {
            return false;
        }

        if (chosen.Span is { } span && OfficeHolder.IsOfOtherCountry(evidence, span))
        {
            return true;
        }

        var page = evidence.PageOf(chosen.Sentence);
        var concepts = evidence.Matcher.Concepts;
        var others = Enumerable.Range(0, concepts.Count).Where(i => evidence.Question.Tokens.Any(token => token.IsContent && concepts[i].Holds(token) && !OfficeWords.TellsHead(token))).ToList();
        var telling = TellingShare * others.Select(i => concepts[i].Weight).DefaultIfEmpty(0).Max();
        return others.Exists(i => concepts[i].Weight >= telling && FoundEvidence.OnPage(chosen.Sentence, page, i) < SameName);
    }

    private static bool IsNumeric(AnswerType type) =>
        type is AnswerType.Number or AnswerType.Money or AnswerType.Percent or AnswerType.Ordinal or AnswerType.Quantity or AnswerType.Duration;

    // "in Brest": neither the sentence nor what stands over or before it names the place, and the page is about another.
    private static bool IsElsewhere(FoundEvidence evidence, ChosenAnswer chosen)
    {
        var question = evidence.Question;
        if (!IsNumeric(question.Expected) && question.Kind != QuestionKind.When)
        {
            return false;
        }

        var telling = Telling(evidence.Matcher);
        foreach (var place in ValueFinder.Find(question.Tokens, [.. question.Tags], 0, question.Tokens.Count).Where(value => value.Type == AnswerType.Place && IsBehindIn(question, value)))
        {
            var span = TextSpan.FromBounds(question.Tokens[place.First].Start, question.Tokens[place.End - 1].End);
            var concepts = Enumerable.Range(0, evidence.Matcher.Concepts.Count).Where(i => evidence.Matcher.Concepts[i].Span.Overlaps(span)).ToList();
            if (concepts.Count > 0 && concepts.TrueForAll(i => evidence.Matcher.Concepts[i].Weight >= telling && !IsInView(chosen.Sentence, i)) && NamesAnotherPlace(chosen.Sentence, concepts))
            {
                return true;
            }
        }

        return false;
    }

    private static double Telling(QuestionMatcher matcher) => TellingShare * matcher.Concepts.Select(concept => concept.Weight).DefaultIfEmpty(0).Max();

    private static bool IsBehindIn(UnderstoodQuestion question, TypedValue value) =>
        value.First > 0 && question.Tokens[value.First - 1].Is(WordClass.PrepositionIn) && question.Tokens[value.First - 1].Lower is not ("at" or "on" or "на") && question.Tokens[value.First].IsCapital;

    private static bool IsInView(EvidenceSentence sentence, int concept)
    {
        var siblings = sentence.Passage.Sentences;
        var before = sentence.Number > 0 ? siblings[sentence.Number - 1].Own[concept] : 0;
        return Math.Max(Math.Max(Math.Max(sentence.Own[concept], before), sentence.Intro[concept]), sentence.Passage.Topic[concept]) >= SameName;
    }

    // The nearest sentence before that names a place, or the title, names another one than the question.
    private static bool NamesAnotherPlace(EvidenceSentence sentence, List<int> asked)
    {
        var nearest = sentence.Passage.Sentences
            .Where(other => other.Number <= sentence.Number)
            .LastOrDefault(other => asked.Exists(i => other.Own[i] >= SameName) || other.Values.Any(value => IsPlace(other.Passage.Tokens, value)));
        if (nearest is not null)
        {
            return !asked.Exists(i => nearest.Own[i] >= SameName);
        }

        var document = sentence.Passage.Ranked.Document;
        var title = ReadingTokenizer.Read(document.Title, document.Language);
        return ValueFinder.Find(title, PosTagger.Default.Tag(title, document.Language), 0, title.Count).Any(value => IsPlace(title, value));
    }

    private static bool IsPlace(IReadOnlyList<ReadingToken> tokens, TypedValue value) =>
        value.Type == AnswerType.Place && value.First > 0 && tokens[value.First - 1].Is(WordClass.PrepositionIn | WordClass.Place);
}
