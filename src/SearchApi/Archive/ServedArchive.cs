using System.Runtime.CompilerServices;
using Search.Answering;
using Search.Answering.Claims;
using Search.Answering.Timeline;
using Search.Retrieval;
using SearchApi.Metrics;

namespace SearchApi.Archive;

/// <summary>An opened archive: what the doors lead to.</summary>
/// <param name="Passages">Searches, completes, and hands out pages.</param>
/// <param name="Answers">Answers questions from those passages.</param>
/// <param name="Metrics">Counts the answers.</param>
internal sealed record ServedArchive(PassageRetriever Passages, QuestionAnswerer Answers, ArchiveMetrics Metrics)
{
    /// <summary>Checks texts against the same passages.</summary>
    public TextVerifier Verifier { get; } = new(Passages);

    /// <summary>Follows facts over time in the same passages.</summary>
    public FactTimeline Timeline { get; } = new(Passages);

    /// <summary>Answers a question, and counts the answer.</summary>
    /// <param name="door">The door it was asked at.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Answer> Ask(string door, QuestionRequest question, CancellationToken cancellationToken)
    {
        var answer = await Answers.AskAsync(question, cancellationToken);
        Metrics.Count(door, answer);
        return answer;
    }

    /// <summary>Answers a question part by part, and counts the answer.</summary>
    /// <param name="door">The door it was asked at.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<AnswerPart> Stream(string door, QuestionRequest question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in Answers.StreamAsync(question, cancellationToken))
        {
            if (part is AnswerPart.Whole whole)
            {
                Metrics.Count(door, whole.Answer);
            }

            yield return part;
        }
    }
}
