using Search.Answering.Extraction;
using Search.Answering.Questions;

namespace Search.Answering.Verification;

/// <summary>How well a chosen answer is supported, as numbers that a small model weighs.</summary>
internal static class Support
{
    /// <summary>Names of the numbers, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "coverage", "coverage-in-view", "coverage-squared", "names-in-view", "unmatched-weight", "unmatched-heaviest", "score", "margin", "share",
        "year-in-sentence", "year-other", "year-missing", "numbers-in-sentence", "type-fits", "cross-language", "yes-no", "why-or-how", "keywords", "question-length", "passage-rank", "typed-and-covered",
    ];

    /// <summary>The numbers of one answer, each about 0 to 1.</summary>
    public static double[] Describe(FoundEvidence evidence, ChosenAnswer chosen)
    {
        var question = evidence.Question;
        var sentence = chosen.Sentence;
        double unmatched = 0;
        double heaviest = 0;
        for (var i = 0; i < evidence.Matcher.Concepts.Count; i++)
        {
            var inView = Math.Max(Math.Max(sentence.Own[i], sentence.Intro[i]), Math.Max(sentence.Passage.Topic[i], sentence.Passage.Anywhere[i]));
            var missing = evidence.Matcher.Concepts[i].Weight * (1 - inView);
            unmatched += missing;
            heaviest = Math.Max(heaviest, missing);
        }

        var typed = question.Expected is not (AnswerType.Any or AnswerType.Clause or AnswerType.YesNo or AnswerType.List);
        var fits = chosen.Span is { } span && sentence.Values.Any(value => SpanFeatures.Fits(question.Expected, value.Type) && value.First < span.End && span.First < value.End);
        return
        [
            sentence.Coverage,
            sentence.CoverageInView,
            sentence.Coverage * sentence.Coverage,
            AnswerChoice.NamesInView(evidence, sentence),
            unmatched / evidence.Matcher.TotalWeight,
            Math.Min(1, heaviest / 8),
            Math.Clamp(chosen.Score / 5, -2, 2),
            Math.Clamp(chosen.Margin / 3, -1, 2),
            chosen.Share,
            sentence.Year == YearAgreement.InSentence ? 1 : 0,
            sentence.Year == YearAgreement.Other ? 1 : 0,
            sentence.Year is YearAgreement.Missing or YearAgreement.OnPage ? 1 : 0,
            AnswerChoice.NumbersInSentence(question, sentence),
            typed && fits ? 1 : typed ? -1 : 0,
            question.Language == sentence.Passage.Language ? 0 : 1,
            question.Kind == QuestionKind.YesNo ? 1 : 0,
            question.Kind is QuestionKind.Why or QuestionKind.How ? 1 : 0,
            question.Kind == QuestionKind.Keywords ? 1 : 0,
            Math.Min(1, question.Tokens.Count / 20.0),
            1.0 / sentence.Passage.Ranked.Rank,
            typed && fits ? sentence.CoverageInView : 0,
        ];
    }
}
