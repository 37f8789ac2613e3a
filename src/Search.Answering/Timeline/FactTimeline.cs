using Search.Answering.Claims;
using Search.Answering.Composition;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Answering.Timeline;

/// <summary>The front door of timelines: a query → the sentences about it → their values, by date. Safe for concurrent use.</summary>
/// <param name="retriever">Finds the passages.</param>
public sealed class FactTimeline(PassageRetriever retriever)
{
    // A fact of many years stands on many pages, each of few passages.
    private const int PassageCount = 40;
    private const int SentenceCount = 200;

    // Sources beside the first one of a value.
    private const int MaxAlsoIn = 3;

    private readonly TextAnalyzer _analyzer = new();

    /// <summary>The values of what a query asks for.</summary>
    /// <param name="query">A question or key words, at most <see cref="QuestionRequest.MaxLength"/> code units.</param>
    /// <param name="from">Earliest date of a value, inclusive.</param>
    /// <param name="to">Latest date of a value, inclusive.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public TimelineReport Read(string query, PartialDate? from = null, PartialDate? to = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var retrieved = retriever.Retrieve(new RetrievalRequest(query) { Count = PassageCount }, cancellation);
        var report = new QuestionReport(query, retrieved.Language, retrieved.IsMended ? retrieved.Text : null);
        var question = QuestionReader.Read(retrieved.Text, retrieved.Language, retriever.LatestDate?.Last ?? DateOnly.MinValue);
        var matcher = new QuestionMatcher(question, retrieved.Concepts, _analyzer);
        var passages = retrieved.Passages.Select(ranked => EvidenceReader.Read(ranked, matcher)).ToList();
        cancellation.ThrowIfCancellationRequested();
        var evidence = new FoundEvidence(question, matcher, passages, [.. SentenceScorer.Order(question, matcher, passages).Take(SentenceCount)], retrieved.ArchivePassages);
        var stated = DatedValues.RoleOf(question) is { } asked
            ? DatedValues.Of(evidence, asked)
            : Enum.GetValues<ValueRole>().Where(role => role is not (ValueRole.Date or ValueRole.Ordinal)).Select(role => DatedValues.Of(evidence, role)).MaxBy(values => values.Count) ?? [];
        var points = stated
            .Where(value => (from is null || value.Date.Last >= from.Value.First) && (to is null || value.Date.First <= to.Value.Last))
            .GroupBy(value => (value.Date.Year, value.Value.Value, value.Value.Unit))
            .Select(group => Point(group, stated))
            .OrderBy(point => point.Date)
            .ThenBy(point => point.Number)
            .ToList();
        return new TimelineReport(report, points.Count == 0 ? null : stated[0].Value.Role.ToString().ToLowerInvariant(), points);
    }

    private TimelinePoint Point(IEnumerable<DatedValue> group, List<DatedValue> all)
    {
        var ordered = group
            .OrderBy(value => value.Origin)
            .ThenByDescending(value => value.Topic)
            .ThenBy(value => value.Sentence.Rank)
            .ToList();
        var first = ordered[0];
        var exact = ordered.Where(value => value.Origin == first.Origin).Select(value => value.Date).MaxBy(date => date.Precision == "day" ? 2 : date.Precision == "month" ? 1 : 0);
        var citations = new List<Citation>();
        foreach (var sentence in ordered.Select(value => value.Sentence))
        {
            var proof = new Proof(sentence.Passage.Ranked, sentence.Span, sentence.Text);
            var id = sentence.Passage.Ranked.Document.Id;
            if (citations.Count <= MaxAlsoIn && AnswerVerifier.IsVerbatim(proof) && !citations.Exists(known => known.Document.Id == id || known.Versions.Any(version => version.Id == id)))
            {
                citations.Add(AnswerVerifier.Cite(citations.Count + 1, proof, retriever.Versions));
            }
        }

        var isDisputed = all.Exists(other => other.Date == exact && other.Value.Value != first.Value.Value && other.Value.Unit == first.Value.Unit && other.Origin != DateOrigin.Published && first.Origin != DateOrigin.Published);
        return new TimelinePoint(exact, first.Origin, first.Value.Words(first.Sentence), first.Value.Value, first.Value.Unit, isDisputed, citations[0], citations[1..]);
    }
}
