using System.Text.Json.Serialization;
using Search.Answering;
using Search.Retrieval;
using Search.Text;

namespace SearchApi.Endpoints;

/// <summary>What <c>POST /v1/ask</c> answers.</summary>
/// <param name="Question">As asked.</param>
/// <param name="Language">Language of the answer.</param>
/// <param name="Status"><c>answered</c>, <c>partial</c> or <c>no_answer</c>.</param>
/// <param name="Reason">With <c>no_answer</c>: <c>no_evidence</c>, <c>false_premise</c>, <c>out_of_scope</c> or <c>not_a_question</c>.</param>
/// <param name="ShortAnswer">A few words; null with <c>no_answer</c>.</param>
/// <param name="Answer">The answer with its markers, or the refusal, in the language of the question.</param>
/// <param name="Citations">Evidence in the order of its markers.</param>
/// <param name="Method"><c>extractive</c> or <c>generative</c>.</param>
/// <param name="Confidence">Probability that the answer is right, 0 to 1.</param>
/// <param name="Notices">What the user should know.</param>
/// <param name="Related">The nearest passages, best first; always given with <c>no_answer</c>.</param>
/// <param name="TookMs">Time spent, milliseconds; absent at an answer's permanent address.</param>
internal sealed record AskReply(
    string Question,
    string Language,
    string Status,
    string? Reason,
    string? ShortAnswer,
    string Answer,
    IReadOnlyList<CitationReply> Citations,
    string Method,
    double Confidence,
    IReadOnlyList<string> Notices,
    IReadOnlyList<RelatedReply> Related,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? TookMs)
{
    /// <summary>The question as run, where it was mended or completed by earlier turns; otherwise null.</summary>
    public string? InterpretedAs { get; init; }

    /// <summary>The answer's permanent address on this service; null where the same question may be answered in other words.</summary>
    public string? Permalink { get; init; }

    /// <summary>The contract's form of <paramref name="answer"/>.</summary>
    public static AskReply Of(QuestionRequest request, Answer answer, TimeSpan took)
    {
        var language = (request.Language ?? answer.Question.Language).Code();
        IReadOnlyList<RelatedReply> related = [.. answer.Related.Select(RelatedReply.Of)];
        var tookMs = Math.Round(took.TotalMilliseconds, 2);
        var reply = answer switch
        {
            Answer.Grounded grounded => new AskReply(
                request.Text,
                language,
                grounded.IsPartial ? "partial" : "answered",
                null,
                grounded.ShortAnswer,
                grounded.Text,
                [.. grounded.Citations.Select(CitationReply.Of)],
                grounded.Method,
                Math.Round(grounded.Confidence, 4),
                answer.Notices,
                related,
                tookMs),
            Answer.Declined declined => new AskReply(
                request.Text,
                language,
                "no_answer",
                declined.Reason.Code(),
                null,
                declined.Explanation,
                [.. declined.Citations.Select(CitationReply.Of)],
                "extractive",
                0,
                answer.Notices,
                related,
                tookMs),
            _ => throw new InvalidOperationException("An answer is grounded or declined."),
        };
        return reply with { InterpretedAs = answer.Question.InterpretedAs, Permalink = AnswerAddress.Of(request, answer, reply) };
    }
}

/// <summary>A sentence that proves an answer.</summary>
/// <param name="Number">Marker in the answer, from 1.</param>
/// <param name="Id">Document id.</param>
/// <param name="Url">Address of the page.</param>
/// <param name="Title">Title of the page.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Published">Publication date as exactly as known, or null.</param>
/// <param name="Quote">Verbatim text of the stored document at <paramref name="Start"/>.</param>
/// <param name="Start">Offset of the quote in the stored text, in UTF-16 code units.</param>
/// <param name="Length">Length of the quote, in UTF-16 code units.</param>
/// <param name="Link">Address with a text fragment that leads a browser to the quote.</param>
/// <param name="Versions">Other versions of the page that hold the same fact.</param>
internal sealed record CitationReply(
    int Number,
    string Id,
    string Url,
    string Title,
    string Language,
    string? Published,
    string Quote,
    int Start,
    int Length,
    string Link,
    IReadOnlyList<VersionReply> Versions)
{
    public static CitationReply Of(Citation citation) => new(
        citation.Number,
        citation.Document.Id,
        citation.Document.Url,
        citation.Document.Title,
        citation.Document.Language.Code(),
        citation.Document.Published?.ToString(),
        citation.Quote,
        citation.Span.Start,
        citation.Span.Length,
        citation.Link,
        [.. citation.Versions.Select(VersionReply.Of)]);
}

/// <summary>A passage near the question.</summary>
/// <param name="Rank">Place, from 1.</param>
/// <param name="Id">Document id.</param>
/// <param name="Url">Address of the page.</param>
/// <param name="Title">Title of the page.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Published">Publication date as exactly as known, or null.</param>
/// <param name="Text">Verbatim text of the passage.</param>
/// <param name="Start">Offset of the passage in the stored text, in UTF-16 code units.</param>
/// <param name="Length">Length of the passage, in UTF-16 code units.</param>
internal sealed record RelatedReply(int Rank, string Id, string Url, string Title, string Language, string? Published, string Text, int Start, int Length)
{
    public static RelatedReply Of(RankedPassage ranked) => new(
        ranked.Rank,
        ranked.Document.Id,
        ranked.Document.Url,
        ranked.Document.Title,
        ranked.Document.Language.Code(),
        ranked.Document.Published?.ToString(),
        ranked.Passage.Text,
        ranked.Passage.Span.Start,
        ranked.Passage.Span.Length);
}
