using Search.Answering;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>GET /v1/answers/{hash}</c>: an answer at its permanent address.</summary>
internal static class AnswerEndpoint
{
    /// <summary>Maps the door.</summary>
    public static void MapAnswers(this IEndpointRouteBuilder app) =>
        app.MapGet(AnswerAddress.Path + "{hash}", Find)
            .WithName("answer")
            .WithTags("Ask")
            .WithSummary("An answer at its permanent address")
            .WithDescription("The address stands in `permalink` of an answer. While the archive gives the same answer, its bytes are the same at every call; once it answers otherwise, the address says 410 and names the present one. Nothing is kept: the address itself holds the question and a checksum of the answer.")
            .WithMetadata(new ParametersMetadata([]))
            .Produces<AskReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Find(string hash, HttpContext http, ArchiveOpener archive, CancellationToken cancellationToken)
    {
        if (new QueryReader(http.Request.Query, []).Errors is { Count: > 0 } errors)
        {
            return Problem.Invalid(errors);
        }

        if (AnswerAddress.Read(hash) is not { } address || address.Question.Text.Length > QuestionRequest.MaxLength)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "No answer has this address. Addresses stand in `permalink` of what POST /v1/ask replies.");
        }

        var answer = await archive.Current.Ask("answers", address.Question, cancellationToken);
        var reply = AskReply.Of(address.Question, answer, TimeSpan.Zero);
        return AnswerAddress.FingerprintOf(answer, reply) == address.Fingerprint
            ? TypedResults.Ok(reply with { TookMs = null })
            : TypedResults.Problem(
                "The archive has changed since and answers this question otherwise now. The present answer stands at the address in `permalink`.",
                statusCode: StatusCodes.Status410Gone,
                extensions: new Dictionary<string, object?> { ["question"] = address.Question.Text, ["permalink"] = reply.Permalink });
    }
}
