using System.Diagnostics;
using Search.Answering;
using SearchApi.Archive;
using SearchApi.Generation;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>POST /v1/ask</c>, as one JSON object or, on request, as server-sent events.</summary>
internal static class AskEndpoint
{
    /// <summary>Maps the door.</summary>
    public static void MapAsk(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/ask", Ask)
            .WithName("ask")
            .WithTags("Ask")
            .WithSummary("Answer a question from the archive")
            .WithDescription("Every statement of an answer rests on a sentence quoted verbatim. Turns in `earlier` complete a follow-up (and in 2018?) and are not kept; `interpretedAs` then holds the question as run. With Accept: text/event-stream the answer comes as events status, citation, sentence, answer, error.")
            .Accepts<AskRequest>("application/json")
            .WithMetadata(new BodyExampleMetadata("""{ "question": "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?" }"""))
            .Produces<AskReply>(contentType: "application/json", additionalContentTypes: ServerSentEvents.ContentType)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Ask(HttpContext http, ArchiveOpener archive, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(http.Request.Query, []);
        if (reader.Errors is { Count: > 0 } unknown)
        {
            return Problem.Invalid(unknown);
        }

        var (body, problem) = await JsonBody.Read(http.Request, cancellationToken);
        if (body is null)
        {
            return problem!;
        }

        using (body)
        {
            var (question, errors) = AskRequest.Read(body.RootElement);
            if (question is null)
            {
                return Problem.Invalid(errors);
            }

            var opened = archive.Current;
            question = question with { Caller = Caller.Of(http) };
            return http.Request.AcceptsEventStream()
                ? new AskStream(opened, question)
                : TypedResults.Ok(await Answer("ask", opened, question, cancellationToken));
        }
    }

    /// <summary>Asks and measures.</summary>
    public static async Task<AskReply> Answer(string door, ServedArchive archive, QuestionRequest question, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await archive.Ask(door, question, cancellationToken);
        return AskReply.Of(question, answer, Stopwatch.GetElapsedTime(started));
    }
}
