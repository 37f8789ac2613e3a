using System.Globalization;
using Search.Answering.Composition;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Timeline;
using Search.Retrieval;
using Search.Text;

namespace Search.Answering.Verification;

/// <summary>Says why a question is not answered, and what is known instead.</summary>
internal static class Refusals
{
    /// <summary>Passages shown with a refusal.</summary>
    public const int RelatedCount = 5;

    // With less of the question in view of its best sentence the archive treats another subject.
    private const double OutOfScopeCoverage = 0.35;

    /// <summary>The refusal of a text that asks nothing.</summary>
    public static Answer.Declined NotAQuestion(QuestionReport report, Language language, IReadOnlyList<RankedPassage> related) =>
        new(report, DeclineReason.NotAQuestion, AnswerTexts.NotAQuestion(language), [], related, []);

    /// <summary>The refusal of a question that takes for true what the archive denies.</summary>
    /// <param name="denial">The sentence that says otherwise.</param>
    /// <param name="report">The question as understood.</param>
    /// <param name="language">Language of the answer.</param>
    /// <param name="versions">Other versions of a page.</param>
    /// <param name="related">The nearest passages.</param>
    /// <returns><see langword="null"/> where the sentence does not stand verbatim at its place.</returns>
    public static Answer.Declined? FalsePremise(EvidenceSentence denial, QuestionReport report, Language language, Func<string, IReadOnlyList<DocumentVersion>> versions, IReadOnlyList<RankedPassage> related)
    {
        var proof = new Proof(denial.Passage.Ranked, denial.Span, denial.Text);
        var text = string.Format(CultureInfo.InvariantCulture, AnswerTexts.FalsePremise(language), AnswerComposer.OneLine(denial.Text));
        return AnswerVerifier.IsVerbatim(proof) ? new Answer.Declined(report, DeclineReason.FalsePremise, text, [AnswerVerifier.Cite(1, proof, versions)], related, []) : null;
    }

    /// <summary>The refusal of a question that nothing supports.</summary>
    public static Answer.Declined Unsupported(FoundEvidence evidence, ChosenAnswer? chosen, QuestionReport report, Language language, IReadOnlyList<RankedPassage> related)
    {
        var best = evidence.Sentences.Select(sentence => sentence.CoverageInView).DefaultIfEmpty(0).Max();
        if (chosen is null || best < OutOfScopeCoverage)
        {
            return new Answer.Declined(report, DeclineReason.OutOfScope, AnswerTexts.OutOfScope(language), [], related, []);
        }

        var known = YearsStated(evidence) is { Count: > 0 } stated ? stated : YearsKnown(evidence, chosen);
        if (known.Count > 0)
        {
            var text = string.Format(CultureInfo.InvariantCulture, AnswerTexts.OtherYears(language), Join(known), Join(evidence.Question.Time.Years));
            return new Answer.Declined(report, DeclineReason.NoEvidence, $"{AnswerTexts.NoEvidence(language)} {text}", [], related, []);
        }

        var names = NamesMissing(evidence);
        var missing = names.Count > 0 ? " " + string.Format(CultureInfo.InvariantCulture, AnswerTexts.UnknownNames(language), string.Join(", ", names)) : "";
        return new Answer.Declined(report, DeclineReason.NoEvidence, AnswerTexts.NoEvidence(language) + missing, [], related, []);
    }

    // Years of which the very thing that is asked for is stated, where the year asked for is not among them.
    private static List<int> YearsStated(FoundEvidence evidence)
    {
        if (evidence.Question.Time.Years.Count == 0 || DatedValues.RoleOf(evidence.Question) is not { } role)
        {
            return [];
        }

        var years = DatedValues.Of(evidence with { Sentences = [.. evidence.Passages.SelectMany(passage => passage.Sentences)] }, role).Select(value => value.Date.Year).Distinct().Order().ToList();
        return years.Exists(evidence.Question.Time.Years.Contains) ? [] : years;
    }

    // Where only the year is wrong, the years of sentences about the same thing are what is known.
    private static List<int> YearsKnown(FoundEvidence evidence, ChosenAnswer chosen)
    {
        if (evidence.Question.Time.Years.Count == 0 || chosen.Sentence.Year is YearAgreement.InSentence or YearAgreement.InView or YearAgreement.Published)
        {
            return [];
        }

        return [.. evidence.Sentences
            .Where(sentence => sentence.CoverageInView >= 0.8 * chosen.Sentence.CoverageInView)
            .SelectMany(SentenceScorer.YearsIn)
            .Where(year => !evidence.Question.Time.Years.Contains(year))
            .Distinct()
            .Order()];
    }

    // Names that none of the passages read holds in any language or spelling.
    private static List<string> NamesMissing(FoundEvidence evidence) =>
        [.. Enumerable.Range(0, evidence.Matcher.Concepts.Count)
            .Where(i => evidence.Matcher.Concepts[i].IsName && evidence.Passages.All(passage => passage.Match(i) == 0))
            .Select(i => evidence.Matcher.Concepts[i].Span.Of(evidence.Question.Text))
            .Distinct(StringComparer.Ordinal)];

    private static string Join(IEnumerable<int> years) => string.Join(", ", years.Select(year => year.ToString(CultureInfo.InvariantCulture)));
}
