using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Search.Answering;
using Search.Retrieval;
using SearchApi.Archive;

namespace SearchApi.Endpoints;

/// <summary>
/// An answer as events: <c>status</c>, then each <c>citation</c> before the first <c>sentence</c> that rests on it, then the whole
/// <c>answer</c>. Only verified sentences are ever sent, so nothing is taken back.
/// </summary>
internal sealed class AskStream(ServedArchive archive, QuestionRequest question) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var cancellationToken = httpContext.RequestAborted;
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        response.BeginEventStream();
        try
        {
            await response.WriteEvent("status", new StatusEvent("searching"), json, cancellationToken);
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            await foreach (var part in archive.Stream("ask", question, cancellationToken))
            {
                if (part is AnswerPart.Sentence sentence)
                {
                    await Send(sentence.Value, sentence.Citations.Select(CitationReply.Of));
                }
                else if (part is AnswerPart.Whole { Answer: var answer })
                {
                    var reply = AskReply.Of(question, answer, System.Diagnostics.Stopwatch.GetElapsedTime(started));
                    if (answer is Answer.Declined)
                    {
                        await Send(new AnswerSentence(reply.Answer, [.. reply.Citations.Select(citation => citation.Number)]), reply.Citations);
                    }

                    await response.WriteEvent("answer", reply, json, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The reader went away.
        }
        catch (IndexUnavailableException unavailable)
        {
            await response.WriteEvent("error", new ErrorEvent(StatusCodes.Status503ServiceUnavailable, unavailable.Message), json, cancellationToken);
        }
        catch (Exception failure)
        {
            ApiLog.RequestFailed(httpContext.RequestServices.GetRequiredService<ILogger<AskStream>>(), failure);
            await response.WriteEvent("error", new ErrorEvent(StatusCodes.Status500InternalServerError, "The service failed to answer this request."), json, cancellationToken);
        }

        async Task Send(AnswerSentence sentence, IEnumerable<CitationReply> citations)
        {
            foreach (var citation in citations)
            {
                await response.WriteEvent("citation", citation, json, cancellationToken);
            }

            await response.WriteEvent("sentence", new SentenceEvent(sentence.Text, sentence.Citations), json, cancellationToken);
        }
    }

    private sealed record StatusEvent(string State);

    private sealed record SentenceEvent(string Text, IReadOnlyList<int> Citations);

    private sealed record ErrorEvent(int Status, string Detail);
}
