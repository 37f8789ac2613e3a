using Search.Answering.Claims;
using Search.Answering.Composition;
using Search.Answering.Conversation;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
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

    // Share of the query's words that must stand in a sentence or over it.
    private const double LeastTopic = 0.7;

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
        var evidence = new FoundEvidence(question, matcher, passages, [.. SentenceScorer.Order(question, matcher, passages).Take(SentenceCount)]);
        var stated = RoleOf(question) is { } asked
            ? Stated(evidence, asked)
            : Enum.GetValues<ValueRole>().Where(role => role is not (ValueRole.Date or ValueRole.Ordinal)).Select(role => Stated(evidence, role)).MaxBy(values => values.Count) ?? [];
        var points = stated
            .Where(value => (from is null || value.Date.Last >= from.Value.First) && (to is null || value.Date.First <= to.Value.Last))
            .GroupBy(value => (value.Date.Year, value.Value.Value, value.Value.Unit))
            .Select(group => Point(group, stated))
            .OrderBy(point => point.Date)
            .ThenBy(point => point.Number)
            .ToList();
        return new TimelineReport(report, points.Count == 0 ? null : stated[0].Value.Role.ToString().ToLowerInvariant(), points);
    }

    private static ValueRole? RoleOf(UnderstoodQuestion question) => question.Expected switch
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

    private static List<DatedValue> Stated(FoundEvidence evidence, ValueRole role)
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

    /// <summary>A value of a sentence with its date.</summary>
    private sealed record DatedValue(EvidenceSentence Sentence, StatedValue Value, PartialDate Date, DateOrigin Origin, double Topic);
}
