using Search.Retrieval;
using Search.Retrieval.Highlighting;
using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Answering;

/// <summary>The front door of answering: question → passages → sentence → answer or refusal. Safe for concurrent use.</summary>
/// <param name="retriever">Finds the passages.</param>
public sealed class QuestionAnswerer(PassageRetriever retriever)
{
    // Below half of the question's weight, a passage is about something else.
    private const double LeastCoverage = 0.5;

    private readonly TextAnalyzer _analyzer = new();

    /// <summary>Answers a question from the archive, or says why not.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    public Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var retrieval = retriever.Retrieve(new RetrievalRequest(request.Text) { From = request.From, To = request.To }, cancellation);
        var question = new QuestionReport(request.Text, request.Language ?? retrieval.Language, retrieval.IsMended ? retrieval.Text : null);
        var best = retrieval.Passages.FirstOrDefault();
        return Task.FromResult<Answer>(best is null || Coverage(best, retrieval) < LeastCoverage
            ? new Answer.Declined(question, DeclineReason.NoEvidence, "", [], [.. retrieval.Passages.Take(5)], [])
            : Grounded(question, best, Coverage(best, retrieval)));
    }

    private double Coverage(RankedPassage ranked, RetrievedPassages retrieval)
    {
        var whole = retrieval.Concepts.Sum(concept => concept.InverseDocumentFrequency);
        var stems = _analyzer.Analyze(ranked.Passage.Text, ranked.Passage.Language)
            .SelectMany(token => MarkedTerm.Of(token, ranked.Passage.Text))
            .ToHashSet(StringComparer.Ordinal);
        var found = retrieval.Concepts.Where(concept => concept.Terms.Any(term => stems.Contains(term.Text))).Sum(concept => concept.InverseDocumentFrequency);
        return whole == 0 ? 0 : found / whole;
    }

    private static Answer.Grounded Grounded(QuestionReport question, RankedPassage ranked, double coverage)
    {
        var quote = ranked.Passage.Text;
        var citation = new Citation(1, ranked.Document, ranked.Passage.Id, quote, ranked.Passage.Span, TextFragment.Link(ranked.Document.Url, quote), []);
        return new Answer.Grounded(question, quote, [new AnswerSentence($"{quote} [1]", [1])], [citation], coverage, false, "extractive", [], []);
    }
}
