using Search.Answering.Extraction;
using Search.Answering.Questions;

namespace Search.Answering.Verification;

/// <summary>How well a chosen answer is supported: trees tell whether its page answers at all, a small model how surely it is right.</summary>
internal static class Support
{
    /// <summary>The numbers in order; the last is the trees' score.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "coverage", "coverage-in-view", "coverage-squared", "names-in-view", "unmatched-weight", "score", "margin", "share",
        "year-in-sentence", "year-other", "year-missing", "numbers-in-sentence", "type-fits", "cross-language", "yes-no", "why-or-how",
        "keywords", "question-length", "typed-and-covered", "sentence-share", "page-share", "residual-coverage", "name-missing", "missing-share",
        "trees",
    ];

    private static readonly BoostedTrees Trees = BoostedTrees.Embedded("support.bin");

    // A weaker match is a guess by sound.
    private const float Held = 0.3f;

    /// <summary>Numbers that the trees of support see.</summary>
    public static int DetailCount => Numbers.Count - 1 + SentenceFeatures.Count + SpanFeatures.Count + EvidenceFeatures.Count;

    /// <summary>The numbers of one answer, each about 0 to 1, and the trees' score, a logit.</summary>
    public static double[] Describe(FoundEvidence evidence, ChosenAnswer chosen)
    {
        var (plain, details) = Look(evidence, chosen);
        return [.. plain, Trees.Score(details)];
    }

    /// <summary>The numbers of an answer but the last, and everything known of it: those numbers, then the sentence and the span as the rankers see them, then how its page stands out.</summary>
    public static (double[] Plain, float[] Details) Look(FoundEvidence evidence, ChosenAnswer chosen)
    {
        // A change of a value and the holder of an office may stand in a sentence that was not ranked among the best.
        var sentences = evidence.Sentences.Contains(chosen.Sentence) ? evidence.Sentences : [.. evidence.Sentences, chosen.Sentence];
        var context = new RankingContext(evidence.Question, evidence.Matcher, sentences);
        var plain = Plain(evidence, chosen, context);
        var details = new float[DetailCount];
        for (var i = 0; i < plain.Length; i++)
        {
            details[i] = (float)plain[i];
        }

        SentenceFeatures.Describe(evidence.Question, evidence.Matcher, chosen.Sentence, context, details.AsSpan(plain.Length, SentenceFeatures.Count));
        EvidenceFeatures.Describe(evidence, chosen.Sentence, details.AsSpan(DetailCount - EvidenceFeatures.Count));
        var ofSpan = details.AsSpan(plain.Length + SentenceFeatures.Count, SpanFeatures.Count);
        if (chosen.Span is { } span)
        {
            SpanFeatures.Describe(evidence.Question, new SentenceView(evidence.Matcher, chosen.Sentence, context), span, context, ofSpan);
        }
        else
        {
            ofSpan.Fill(-1);
        }

        return (plain, details);
    }

    private static double[] Plain(FoundEvidence evidence, ChosenAnswer chosen, RankingContext context)
    {
        var question = evidence.Question;
        var sentence = Ground(chosen);
        double unmatched = 0;
        double heaviest = 0;
        double nameMissing = 0;
        var page = sentence.Passage.Ranked.Document.Id;
        for (var i = 0; i < evidence.Matcher.Concepts.Count; i++)
        {
            var inView = InView(sentence, i);
            var missing = evidence.Matcher.Concepts[i].Weight * (1 - inView);
            unmatched += missing;
            heaviest = Math.Max(heaviest, missing);
            nameMissing += evidence.Matcher.Concepts[i].IsName && inView < Held ? evidence.Matcher.Concepts[i].Weight : 0;
        }

        var typed = question.Expected is not (AnswerType.Any or AnswerType.Clause or AnswerType.YesNo or AnswerType.List);
        var fits = chosen.Span is { } span && span.Values.Any(value => SpanFeatures.Fits(question.Expected, value.Type));
        return
        [
            sentence.Coverage,
            sentence.CoverageInView,
            sentence.Coverage * sentence.Coverage,
            AnswerChoice.NamesInView(evidence, sentence),
            unmatched / evidence.Matcher.TotalWeight,
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
            typed && fits ? sentence.CoverageInView : 0,
            sentence.Share,
            evidence.Sentences.Where(other => other.Passage.Ranked.Document.Id == page).Sum(other => other.Share),
            context.Share(sentence.Own, sentence.Passage.Topic),
            nameMissing / evidence.Matcher.TotalWeight,
            heaviest / evidence.Matcher.TotalWeight,
        ];
    }

    // What a whole list is about stands in the line above it, not in its items.
    private static EvidenceSentence Ground(ChosenAnswer chosen)
    {
        var sentence = chosen.Sentence;
        if (chosen.Span is not null || sentence.Form != SentenceForm.ListItem)
        {
            return sentence;
        }

        return sentence.Passage.Sentences.Take(sentence.Number).LastOrDefault(other => other.Form == SentenceForm.Prose) ?? sentence;
    }

    private static float InView(EvidenceSentence sentence, int concept) =>
        Math.Max(Math.Max(sentence.Own[concept], sentence.Intro[concept]), sentence.Passage.Match(concept));
}
