using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Search.Retrieval;
using SearchApi.Archive;
using SearchApi.Endpoints;
using SearchApi.Generation;

namespace SearchApi.Chat;

/// <summary><c>POST /v1/chat/completions</c> and <c>GET /v1/models</c>: the archive for whatever speaks OpenAI's protocol.</summary>
internal static class ChatEndpoints
{
    /// <summary>Name of the only model. Any other name in a request is taken for it.</summary>
    public const string Model = "ministry-archive";

    private static readonly ChatModel Card = new(Model, "model", 0, "ministry-archive");

    /// <summary>Maps the doors.</summary>
    public static void MapChat(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/chat/completions", Complete)
            .WithName("chatCompletions")
            .WithTags("Chat")
            .WithSummary("Answer a conversation's last question (OpenAI-compatible)")
            .WithDescription("Earlier messages give the context of a follow-up. System prompts, tools and sampling settings are accepted and change nothing: the archive answers. Sources stand in annotations of type url_citation and as lines below the answer. Counts of usage are words.")
            .Accepts<ChatBody>("application/json")
            .WithMetadata(new BodyExampleMetadata("""{ "model": "ministry-archive", "messages": [{ "role": "user", "content": "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?" }] }"""))
            .Produces<ChatCompletion>(contentType: "application/json", additionalContentTypes: ServerSentEvents.ContentType)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        app.MapGet("/v1/models", () => TypedResults.Ok(new ModelList("list", [Card]))).WithName("models").WithTags("Chat").WithSummary("The models: there is one");
        app.MapGet("/v1/models/{id}", (string id) => id == Model ? TypedResults.Ok(Card) : Refusal(StatusCodes.Status404NotFound, "model", $"There is no model of this name. There is one: {Model}."))
            .WithName("model")
            .WithTags("Chat")
            .WithSummary("A model by its name")
            .Produces<ChatModel>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Complete(HttpContext http, ArchiveOpener archive, PublicAddress address, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.Read(http.Request, cancellationToken);
        if (body is null)
        {
            return problem!;
        }

        using (body)
        {
            var (request, field, message) = ChatRequest.Read(body.RootElement);
            if (request is null)
            {
                return Refusal(StatusCodes.Status400BadRequest, field, message);
            }

            ServedArchive opened;
            try
            {
                opened = archive.Current;
            }
            catch (IndexUnavailableException unavailable)
            {
                return Refusal(StatusCodes.Status503ServiceUnavailable, null, unavailable.Message);
            }

            request = request with { Question = request.Question with { Caller = Caller.Of(http) } };
            var site = address.Of(http.Request);
            if (request.IsStream && opened.Answers.MayGenerate)
            {
                return new ChatStream(opened, request, new ChatCompletion(Id(request, ""), "chat.completion.chunk", clock.GetUtcNow().ToUnixTimeSeconds(), Model, []), site);
            }

            var started = Stopwatch.GetTimestamp();
            var answer = await opened.Ask("chat", request.Question, cancellationToken);
            var reply = AskReply.Of(request.Question, answer, Stopwatch.GetElapsedTime(started));
            var chat = ChatAnswer.Of(answer, reply, request.MaxWords, site);
            var words = ChatWriter.Words(request.Question.Text);
            var frame = new ChatCompletion(Id(request, chat.Content), "chat.completion", clock.GetUtcNow().ToUnixTimeSeconds(), Model, []);
            var usage = new ChatUsage(words, chat.WordCount, words + chat.WordCount);
            return request.IsStream
                ? new Stream(frame with { Object = "chat.completion.chunk" }, chat, request.IncludesUsage ? usage : null)
                : TypedResults.Ok(frame with
                {
                    Choices = [new ChatChoice(0, new ChatMessage("assistant", chat.Content) { Annotations = [.. chat.Pieces.SelectMany(piece => piece.Annotations).Select(ChatAnnotation.Of)] }, null, chat.FinishReason)],
                    Usage = usage,
                    Archive = reply,
                });
        }
    }

    // The same question and answer have the same id; of a stream still to be written, the question, so that two runs can be compared.
    private static string Id(ChatRequest request, string content) =>
        "chatcmpl-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{request.Question.Text}\n{content}"))))[..24];

    // A problem that OpenAI's clients can read, too: they look for "error".
    private static IResult Refusal(int status, string? field, string message) => TypedResults.Problem(
        message,
        statusCode: status,
        extensions: new Dictionary<string, object?>
        {
            ["errors"] = field is null ? null : new Dictionary<string, string[]> { [field] = [message] },
            ["error"] = new { message, type = status == StatusCodes.Status400BadRequest ? "invalid_request_error" : "server_error", param = field, code = (string?)null },
        });

    private sealed class Stream(ChatCompletion frame, ChatAnswer chat, ChatUsage? usage) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            var cancellationToken = httpContext.RequestAborted;
            var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            response.BeginEventStream();
            await Send(new ChatMessage("assistant", ""), null);
            foreach (var piece in chat.Pieces)
            {
                await Send(new ChatMessage(null, piece.Text) { Annotations = piece.Annotations.Count > 0 ? [.. piece.Annotations.Select(ChatAnnotation.Of)] : null }, null);
            }

            await Send(new ChatMessage(null, null), chat.FinishReason);
            if (usage is not null)
            {
                await response.WriteEvent(null, frame with { Usage = usage }, json, cancellationToken);
            }

            await response.WriteEvent(null, "[DONE]", cancellationToken);

            Task Send(ChatMessage delta, string? finishReason) =>
                response.WriteEvent(null, frame with { Choices = [new ChatChoice(0, null, delta, finishReason)] }, json, cancellationToken);
        }
    }
}
