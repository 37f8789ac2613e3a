using System.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Search.Answering;
using SearchApi.Archive;
using SearchApi.Endpoints;

namespace SearchApi.Chat;

/// <summary>
/// A chat answer as chunks, each sentence as soon as it is verified: for answers that a language model words while the reader waits. The last
/// chunk holds the whole answer in this service's own form, with its notices.
/// </summary>
internal sealed class ChatStream(ServedArchive archive, ChatRequest request, ChatCompletion frame, string site) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var cancellationToken = httpContext.RequestAborted;
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var started = Stopwatch.GetTimestamp();
        var writer = new ChatWriter(request.MaxWords, site);
        var citations = new List<CitationReply>();
        var sentences = 0;
        response.BeginEventStream();
        try
        {
            await Send(new ChatMessage("assistant", ""), null, null);
            await foreach (var part in archive.Stream("chat", request.Question, cancellationToken))
            {
                if (part is AnswerPart.Sentence sentence)
                {
                    citations.AddRange(sentence.Citations.Select(CitationReply.Of));
                    await Write((sentences++ == 0 ? "" : " ") + sentence.Value.Text);
                }
                else if (part is AnswerPart.Whole { Answer: var answer })
                {
                    var reply = AskReply.Of(request.Question, answer, Stopwatch.GetElapsedTime(started));
                    citations = [.. reply.Citations];
                    foreach (var text in ChatAnswer.Texts(answer, reply, site).Skip(sentences))
                    {
                        await Write(text);
                    }

                    await Send(new ChatMessage(null, null), writer.IsCut ? "length" : "stop", reply);
                }
            }

            if (request.IncludesUsage)
            {
                var words = ChatWriter.Words(request.Question.Text);
                await response.WriteEvent(null, frame with { Usage = new ChatUsage(words, writer.WordCount, words + writer.WordCount) }, json, cancellationToken);
            }

            await response.WriteEvent(null, "[DONE]", cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The reader went away.
        }

        async Task Write(string text)
        {
            if (writer.Add(text, citations) is { } piece)
            {
                await Send(new ChatMessage(null, piece.Text) { Annotations = piece.Annotations.Count > 0 ? [.. piece.Annotations.Select(ChatAnnotation.Of)] : null }, null, null);
            }
        }

        Task Send(ChatMessage delta, string? finishReason, AskReply? whole) =>
            response.WriteEvent(null, frame with { Choices = [new ChatChoice(0, null, delta, finishReason)], Archive = whole }, json, cancellationToken);
    }
}
