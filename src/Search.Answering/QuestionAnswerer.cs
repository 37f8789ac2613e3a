using System.Runtime.CompilerServices;
using Search.Answering.Claims;
using Search.Answering.Composition;
using Search.Answering.Conversation;
using Search.Answering.Extraction;
using Search.Answering.Generation;
using Search.Answering.Questions;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Text;

namespace Search.Answering;

/// <summary>The front door of answering: question → understood → evidence → answer → verified, or a refusal. Safe for concurrent use.</summary>
/// <param name="retriever">Finds the passages.</param>
/// <param name="writer">Has a language model word the answers of requests that name a caller; <see langword="null"/> where none is configured.</param>
/// <param name="leastSupport">Least probability, 0 to 1, that a page answers at all; below it the question is declined. <see langword="null"/> lets the size of the archive decide.</param>
public sealed class QuestionAnswerer(PassageRetriever retriever, AnswerWriter? writer = null, double? leastSupport = null)
{
    // Where the archive dates no page, "now" means the day this was written; years are then told by the text alone.
    private static readonly DateOnly UndatedReference = new(2026, 1, 1);

    // Below it the question is declined: see docs/answering.md for the curve. In a small archive people ask about its own subjects; in a large one something
    // always looks like an answer, and more is asked of it with every tenfold.
    private const double LeastSupportOfFew = 0.28;
    private const double LeastSupportPerTenfold = 0.05;
    private const int Few = 200;

    // A tariff or an office lasts longer than a year, and news speaks of it when it changes.
    private const int RecentMonths = 18;
    private const int NewestMonths = 6;

    // Passages that are read to find who heads something.
    private const int PassagesForHead = 3 * EvidenceFinder.PassageCount;

    private readonly EvidenceFinder _finder = new();

    /// <summary>Whether a language model may word answers, so that they come in parts, over seconds.</summary>
    public bool MayGenerate => writer is not null;

    /// <summary>Answers a question from the archive, or says why not.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellation = default)
    {
        await foreach (var part in StreamAsync(request, cancellation))
        {
            if (part is AnswerPart.Whole whole)
            {
                return whole.Answer;
            }
        }

        throw new InvalidOperationException("An answer ends with the whole of it.");
    }

    /// <summary>Answers a question part by part, each as soon as it is verified; the whole comes last.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public async IAsyncEnumerable<AnswerPart> StreamAsync(QuestionRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (answer, extracted) = await ExtractAsync(request, cancellation);
        if (writer is not null && request.Caller is { } caller && extracted is not null)
        {
            await foreach (var part in writer.WriteAsync(extracted, caller, retriever, cancellation))
            {
                yield return part;
            }

            yield break;
        }

        foreach (var part in AnswerPart.Of(answer))
        {
            yield return part;
        }
    }

    // The archive's own answer; with it, where there is one, what a model needs to word it.
    private async Task<(Answer Answer, ExtractedAnswer? Extracted)> ExtractAsync(QuestionRequest request, CancellationToken cancellation)
    {
        var resolved = FollowUp.Resolve(Openings.Without(request.Text), request.Earlier);
        var asked = request.Text;
        request = request with { Text = Misspellings.WithFirstWordRight(resolved.Text) };
        var retrieved = await retriever.RetrieveAsync(new RetrievalRequest(request.Text) { From = request.From, To = request.To }, cancellation);
        var language = request.Language ?? resolved.Language ?? retrieved.Language;
        var report = new QuestionReport(asked, language, retrieved.IsMended || resolved.IsFollowUp ? retrieved.Text : null) { StandingAlone = resolved.Text };
        IReadOnlyList<RankedPassage> related = [.. retrieved.Passages.DistinctBy(passage => passage.Document.Id).Take(Refusals.RelatedCount)];
        var question = Understand(request, retrieved);
        if (question.Kind == QuestionKind.NotAQuestion)
        {
            return (Noting(Refusals.NotAQuestion(report, language, related), retrieved.Notices), null);
        }

        var evidence = _finder.Find(question, WithPagesOfItsTime(question, request, retrieved, cancellation), question.AsksForHead ? PassagesForHead : EvidenceFinder.PassageCount);
        var denial = question.Kind == QuestionKind.YesNo ? null : Premise.Denial(evidence);
        if (denial is not null && Refusals.FalsePremise(denial.Sentence, report, language, retriever.Versions, related) is { } refusal)
        {
            return (Noting(refusal, retrieved.Notices), null);
        }

        var chosen = AnswerChoice.Choose(evidence, SpanRanker.Default);
        cancellation.ThrowIfCancellationRequested();
        var support = chosen is null ? null : Verification.Support.Describe(evidence, chosen);
        if (chosen is null || support is null || !IsSupported(evidence, chosen, support))
        {
            return (Noting(Refusals.Unsupported(evidence, chosen, report, language, related), retrieved.Notices), null);
        }

        var draft = EarlierValue.Add(AnswerComposer.Compose(evidence, chosen, language), evidence, chosen, language, retriever.Versions);
        draft = draft with { Notices = [.. draft.Notices, .. retrieved.Notices] };
        var answer = AnswerVerifier.Verify(draft, report, language, SupportModel.Default.Right(support), retriever.Versions, related);
        return answer is null
            ? (Noting(Refusals.Unsupported(evidence, chosen, report, language, related), retrieved.Notices), null)
            : (answer, new ExtractedAnswer(answer, draft, retrieved.Text, language, evidence, SupportModel.Answerable(support)));
    }

    private double LeastSupport(int passages) => leastSupport ?? LeastSupportOfFew + (LeastSupportPerTenfold * Math.Max(0, Math.Log10((double)passages / Few)));

    private bool IsSupported(FoundEvidence evidence, ChosenAnswer chosen, double[] support) =>
        (chosen.ChangedBy is not null || chosen.IsOfficeTold || SupportModel.Answerable(support) >= LeastSupport(evidence.ArchivePassages))
        && !SubjectCheck.IsOfAnother(evidence, chosen)
        && !ConditionCheck.IsBroken(evidence.Question, chosen)
        && !(evidence.Question.Kind == QuestionKind.YesNo && Polarity.Of(evidence, chosen.Sentence) == Verdict.Unclear);

    // Mending may take a misspelt question word for another word: what the question asks for is then read as it was typed.
    private UnderstoodQuestion Understand(QuestionRequest request, RetrievedPassages retrieved)
    {
        var reference = retriever.LatestDate?.Last ?? UndatedReference;
        var question = QuestionReader.Read(retrieved.Text, retrieved.Language, reference);
        if (!retrieved.IsMended)
        {
            return question;
        }

        var asTyped = QuestionReader.Read(request.Text, retrieved.Language, reference);
        return asTyped.Kind is QuestionKind.YesNo or QuestionKind.Keywords or QuestionKind.NotAQuestion ? question : question with { Kind = asTyped.Kind, Expected = asTyped.Expected };
    }

    // What was true in a year, or is now, stands on pages of that time, which may rank low among all: the best of them are read as well.
    private RetrievedPassages WithPagesOfItsTime(UnderstoodQuestion question, QuestionRequest request, RetrievedPassages retrieved, CancellationToken cancellation)
    {
        var isNow = question.Time.Relation == TimeRelation.Now;
        if (request.From is not null || request.To is not null || (!isNow && (question.Time.Relation != TimeRelation.At || question.Time.Years.Count != 1)))
        {
            return retrieved;
        }

        var reference = retriever.LatestDate?.Last ?? UndatedReference;
        var from = isNow ? reference.AddMonths(-RecentMonths) : new DateOnly(question.Time.Years[0], 1, 1);
        var to = isNow ? reference : new DateOnly(question.Time.Years[0], 12, 31);
        var period = new RetrievalRequest(request.Text) { From = Partial(from), To = Partial(to) };
        if (question.AsksForHead)
        {
            // Most pages name the head of something in passing: many are read, for the present once more of the newest.
            var titled = period with { Text = OfficeWords.WithTitle(request.Text, question), Count = EvidenceFinder.PassageCount };
            var newest = isNow ? retriever.Retrieve(titled with { From = Partial(reference.AddMonths(-NewestMonths)) }, cancellation).Passages : [];
            return EvidenceFinder.Joined(retrieved, EvidenceFinder.PassageCount, newest.Concat(retriever.Retrieve(titled, cancellation).Passages));
        }

        var ofItsTime = retriever.Retrieve(period with { Count = EvidenceFinder.PassageCount / 2 }, cancellation);
        return isNow
            ? EvidenceFinder.Joined(retrieved, EvidenceFinder.PassageCount / 2, WithWholePage(ofItsTime.Passages))
            : EvidenceFinder.Joined(retrieved, EvidenceFinder.PassageCount - (EvidenceFinder.PassageCount / 4), ofItsTime.Passages);
    }

    // What is so now stands in any passage of the page that changed it.
    private static IEnumerable<RankedPassage> WithWholePage(IReadOnlyList<RankedPassage> passages)
    {
        if (passages.Count == 0)
        {
            return passages;
        }

        var first = passages[0];
        var rest = PassageReader.Passages(first.Document).Where(passage => passage.Id != first.Passage.Id).Select(passage => first with { Passage = passage });
        return [first, .. rest.Concat(passages.Skip(1)).DistinctBy(passage => passage.Passage.Id).Select((passage, i) => passage with { Rank = i + 2 })];
    }

    private static Answer.Declined Noting(Answer.Declined refusal, IReadOnlyList<string> notices) =>
        notices.Count == 0 ? refusal : new(refusal.Question, refusal.Reason, refusal.Explanation, refusal.Citations, refusal.Related, [.. refusal.Notices, .. notices]);

    private static PartialDate Partial(DateOnly day) => new(day.Year, day.Month, day.Day);
}
