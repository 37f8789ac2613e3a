using Search.Answering.Claims;
using Search.Answering.Conversation;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Timeline;

/// <summary>A value of a sentence with its date.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Value">The value.</param>
/// <param name="Date">When it was so.</param>
/// <param name="Origin">Where the date comes from.</param>
/// <param name="Topic">Share of the question's words in the sentence and over it, 0 to 1.</param>
internal sealed record DatedValue(EvidenceSentence Sentence, StatedValue Value, PartialDate Date, DateOrigin Origin, double Topic);

/// <summary>Finds the values of what a question asks for, each with its date.</summary>
internal static class DatedValues
{
    // Share of the query's words that must stand in a sentence or over it.
    private const double LeastTopic = 0.7;

    /// <summary>What a question asks to be told; <see langword="null"/> where its words do not say.</summary>
    public static ValueRole? RoleOf(UnderstoodQuestion question) => question.Expected switch
    {
        AnswerType.Ordinal => ValueRole.Rank,
        AnswerType.Percent => ValueRole.Percent,
        AnswerType.Money => ValueRole.Money,
        AnswerType.Duration => ValueRole.Duration,
        AnswerType.Number => ValueRole.Count,
        _ when question.Tokens.Any(token => Units.Of(token.Lower) == Units.Place) => ValueRole.Rank,
        _ when question.Tokens.Any(token => token.Is(WordClass.Percent) || QuestionRules.Of(question.Language).TypeOf(token.Lower) == AnswerType.Percent) => ValueRole.Percent,
        _ when question.Tokens.Any(token => QuestionRules.Of(question.Language).TypeOf(token.Lower) == AnswerType.Money) => ValueRole.Money,
        _ when question.Tokens.Any(token => QuestionRules.Of(question.Language).TypeOf(token.Lower) == AnswerType.Number) => ValueRole.Count,
        _ => null,
    };

    /// <summary>The values of one role that the sentences read for a question state of its subject, best sentence first.</summary>
    public static List<DatedValue> Of(FoundEvidence evidence, ValueRole role)
    {
        var claim = new Claim(evidence, role);
        var head = evidence.Question.Head >= 0 ? evidence.Question.Head : evidence.Question.Frame.ToList().IndexOf(false);
        var asked = new StatedValue(role, double.NaN, "", new TypedValue(AnswerType.Any, Math.Max(0, head), Math.Max(0, head), double.NaN, "", null, Math.Max(0, head)));
        var values = new List<DatedValue>();
        if (claim.TopicWeight == 0)
        {
            return values;
        }

        foreach (var sentence in evidence.Sentences.Where(sentence => sentence.Form != SentenceForm.Heading))
        {
            var topic = claim.TopicIn(sentence, withView: true);
            if (topic < LeastTopic || IsOfAnotherMeasure(sentence) || !claim.NamesAgree(sentence) || (role == ValueRole.Rank && !claim.NamesItsOrder(sentence)))
            {
                continue;
            }

            foreach (var value in ClaimCheck.Comparable(claim, asked, sentence))
            {
                var isCounted = role != ValueRole.Count || ClaimCheck.SameNoun(claim, asked, value, sentence) == true || (ClaimCheck.IsBareCell(sentence, value) && Names(claim, asked, sentence));
                if (isCounted && !ValueContext.IsOfAnother(sentence, value.Typed, evidence.Matcher) && DateOf(sentence, value.Typed) is { } date)
                {
                    values.Add(new DatedValue(sentence, value, date.Date, date.Origin, topic));
                }
            }
        }

        return values;
    }

    // "By this indicator": the ranking is named elsewhere, and need not be the one asked for.
    private static bool IsOfAnotherMeasure(EvidenceSentence sentence)
    {
        const int Beginning = 3;
        return Enumerable.Range(sentence.First, Math.Min(Beginning, sentence.End - sentence.First)).Any(i => FollowUpWords.IsPointing(sentence.Passage.Tokens[i].Lower));
    }

    // A row that counts what is asked for, by its own words.
    private static bool Names(Claim claim, StatedValue asked, EvidenceSentence sentence) =>
        asked.NounPlaces(claim.Evidence.Question.Tokens.Count).Select(i => ClaimCheck.ConceptAt(claim, i)).Any(concept => concept >= 0 && Math.Max(sentence.Own[concept], sentence.Intro[concept]) > 0)
        && !Enumerable.Range(sentence.First, sentence.End - sentence.First).Any(i => Units.Of(sentence.Passage.Tokens[i].Lower) == Units.Place);

    private static (PartialDate Date, DateOrigin Origin)? DateOf(EvidenceSentence sentence, TypedValue value)
    {
        if (ValueContext.YearsOf(sentence, value) is not [var year, ..])
        {
            return null;
        }

        if (SentenceScorer.YearsIn(sentence).Contains(year))
        {
            var exact = sentence.Values.FirstOrDefault(date => date.Type == AnswerType.Date && date.Date?.Year == year)?.Date;
            return (exact ?? new PartialDate(year), DateOrigin.Sentence);
        }

        return sentence.Passage.Ranked.Document.Published is { } published && published.Year == year && !NamesYear(sentence, year)
            ? (published, DateOrigin.Published)
            : (new PartialDate(year), DateOrigin.Heading);
    }

    private static bool NamesYear(EvidenceSentence sentence, int year)
    {
        var digits = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return sentence.Passage.Ranked.Document.Title.Contains(digits, StringComparison.Ordinal)
            || sentence.Passage.Ranked.Passage.Headings.Any(heading => heading.Contains(digits, StringComparison.Ordinal))
            || sentence.Cells.Any(cell => cell.Head.Contains(digits, StringComparison.Ordinal));
    }
}
