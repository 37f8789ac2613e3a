using Search.Answering.Claims;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Verification;

/// <summary>Finds conditions of the question that the chosen answer breaks, however well the words agree.</summary>
internal static class ConditionCheck
{
    /// <summary>Whether the answer is of another time or another unit than asked for, one of two values where their difference is wanted, no address where one is, or an organisation where the holder of an office is.</summary>
    public static bool IsBroken(UnderstoodQuestion question, ChosenAnswer chosen) =>
        (chosen.ChangedBy is null && IsOtherTime(question, chosen.Sentence))
        || IsHalfOfChange(question, chosen)
        || IsOtherUnit(question, chosen)
        || (chosen.Span is { } span && (IsNoContact(question, span) || IsNoHolder(question, span) || IsNoAmount(question, span)));

    // Whether the page speaks of a later time than the question and never names the question's year: what it states was not so then, or nobody knows.
    private static bool IsOtherTime(UnderstoodQuestion question, EvidenceSentence sentence) =>
        sentence.Year is YearAgreement.Missing or YearAgreement.Other
        && question.Time.Years.Count > 0
        && sentence.Passage.Ranked.Document.Published is { } published
        && question.Time.Years.All(year => year < published.Year)
        && question.Expected is not (AnswerType.Date or AnswerType.Year);

    // Whether the question asks how far a value changed between two years, and the sentence states a value of one of them: the difference is not computed.
    private static bool IsHalfOfChange(UnderstoodQuestion question, ChosenAnswer chosen)
    {
        if (question.Time.Years.Count != 2 || !AsksForChange(question) || chosen.Span is not { } span)
        {
            return false;
        }

        var before = span.First > span.Sentence.First ? span.Sentence.Passage.Tokens[span.First - 1].Lower : "";
        return before is not ("на" or "by") && !question.Time.Years.All(SentenceScorer.YearsIn(span.Sentence).Contains);
    }

    // Whether a share is given for what is counted in units of its own: "how many places" is not told in per cent.
    private static bool IsOtherUnit(UnderstoodQuestion question, ChosenAnswer chosen)
    {
        // People are counted in shares as well.
        var asked = question.Kind == QuestionKind.HowMany && question.Head >= 0 ? Units.Of(question.HeadWord) : "";
        var values = chosen.Span?.Values.Where(value => !double.IsNaN(value.Value)).ToList() ?? [];
        return asked.Length > 0 && asked != Units.Person && values.Count > 0 && values.TrueForAll(value => value.Type == AnswerType.Percent);
    }

    // "by how many places", «на сколько мест», «наколькі».
    private static bool AsksForChange(UnderstoodQuestion question)
    {
        var tokens = question.Tokens;
        return Enumerable.Range(0, tokens.Count).Any(i => tokens[i].Lower is "насколько" or "наколькі"
            || (i > 0 && (tokens[i - 1].Lower, tokens[i].Lower) is ("by", "how") or ("на", "сколько") or ("на", "колькі")));
    }

    // Whether a span cannot be the telephone number or the address that is asked for: to guess these does harm.
    private static bool IsNoContact(UnderstoodQuestion question, SpanCandidate span) => question.Expected switch
    {
        AnswerType.Phone => !span.Values.Any(value => value.Type == AnswerType.Phone),
        AnswerType.Address => !IsAddress(span),
        _ => false,
    };

    // Whether an organisation is named for who holds an office, or for one that only one person holds a deputy, or now somebody beside whom it is not told.
    private static bool IsNoHolder(UnderstoodQuestion question, SpanCandidate span) =>
        (question.AsksForHead && (!OfficeHolder.IsNamed(question, span) || (question.IsOfPresent && !OfficeHolder.IsTold(span))))
        || (question.AsksForHolder && span.Values.Any(value => value.Type == AnswerType.Organisation) && !span.Values.Any(value => value.Type == AnswerType.Person));

    // Whether a sum is asked for and something else given, or a measure and no number. A bare number is a sum where one stands beside or right before it: «выросла с 8 млн долларов до 11 млн».
    private static bool IsNoAmount(UnderstoodQuestion question, SpanCandidate span)
    {
        var sentence = span.Sentence;
        if (question.Expected == AnswerType.Quantity)
        {
            return sentence.Cells.Count == 0 && span.Values.All(value => double.IsNaN(value.Value));
        }

        var tokens = sentence.Passage.Tokens;
        if (question.Expected != AnswerType.Money || sentence.Cells.Count > 0 || span.Values.Any(value => value.Type == AnswerType.Money) || Enumerable.Range(span.First, span.End - span.First).Any(i => tokens[i].Is(WordClass.Currency)))
        {
            return false;
        }

        var isBare = span.Values.Any(value => value.Type == AnswerType.Number) && span.Values.All(value => value.Type == AnswerType.Number && value.Unit.Length == 0);
        var beside = sentence.Number > 0 ? sentence.Values.Concat(sentence.Passage.Sentences[sentence.Number - 1].Values) : sentence.Values;
        return !(isBare && beside.Any(value => value.Type == AnswerType.Money));
    }

    // A house of a street, a mail box or a site.
    private static bool IsAddress(SpanCandidate span)
    {
        var text = span.Text;
        return text.Contains('@', StringComparison.Ordinal)
            || Enumerable.Range(1, Math.Max(0, text.Length - 2)).Any(i => text[i] == '.' && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]))
            || (text.Any(char.IsDigit) && span.Sentence.Passage.Tokens.Skip(span.First).Take(span.End - span.First).Any(token => token.Shape == TokenShape.Word && (token.IsCapital || token.Is(WordClass.Place))));
    }
}
