using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Search.Retrieval.Embeddings;

namespace Search.Answering.Generation;

/// <summary>
/// A chat model behind any server that speaks OpenAI's protocol (<c>POST ENDPOINT/chat/completions</c>). It asks for a stream and takes a
/// whole reply as well.
/// </summary>
/// <param name="endpoint">Base address of the server.</param>
/// <param name="model">Name of the model.</param>
/// <param name="apiKey">Bearer token; empty for none.</param>
internal sealed class OpenAiChatClient(string endpoint, string model, string apiKey) : IChatClient
{
    /// <summary>Most bytes of a reply. Every token comes in an envelope of a few hundred bytes.</summary>
    private const long MaxReplyBytes = 4 << 20;

    private readonly ModelEndpoint _endpoint = new(endpoint, "chat/completions", apiKey);

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ModelException">The server refused, broke off, or spoke another protocol.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await _endpoint.PostAsync(
            new
            {
                model,
                messages = messages.Select(message => new { role = message.Role.Value, content = message.Text }),
                max_tokens = options?.MaxOutputTokens,
                temperature = options?.Temperature,
                stream = true,
                stream_options = new { include_usage = true },
            },
            cancellationToken);
        await using var body = new BoundedStream(await response.Content.ReadAsStreamAsync(cancellationToken), MaxReplyBytes);
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            using var whole = await JsonDocument.ParseAsync(body, default, cancellationToken);
            yield return Update(whole.RootElement, "message");
            yield break;
        }

        var isComplete = false;
        await foreach (var item in SseParser.Create(body).EnumerateAsync(cancellationToken))
        {
            if (item.Data == "[DONE]")
            {
                isComplete = true;
                break;
            }

            using var chunk = JsonDocument.Parse(item.Data);
            var update = Update(chunk.RootElement, "delta");
            isComplete |= update.FinishReason is not null;
            yield return update;
        }

        if (!isComplete)
        {
            throw new ModelException($"{_endpoint.Host} broke off its reply.");
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => _endpoint.Dispose();

    // Fields that are missing or of another type are read as absent; an error in place of a reply is none.
    private static ChatResponseUpdate Update(JsonElement reply, string part)
    {
        if (reply.ValueKind != JsonValueKind.Object || reply.TryGetProperty("error", out _))
        {
            throw new ModelException("The server sent an error in place of a reply.");
        }

        var update = new ChatResponseUpdate { Role = ChatRole.Assistant };
        if (reply.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0 && choices[0].ValueKind == JsonValueKind.Object)
        {
            var choice = choices[0];
            if (choice.TryGetProperty(part, out var message) && message.ValueKind == JsonValueKind.Object && message.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.String)
            {
                update.Contents.Add(new TextContent(content.GetString()));
            }

            if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String)
            {
                update.FinishReason = new ChatFinishReason(reason.GetString() is { Length: > 0 } name ? name : "stop");
            }
        }
        else if (part == "message")
        {
            throw new ModelException("The server's reply holds no message.");
        }

        if (reply.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            update.Contents.Add(new UsageContent(new UsageDetails { InputTokenCount = Count(usage, "prompt_tokens"), OutputTokenCount = Count(usage, "completion_tokens") }));
        }

        return update;
    }

    private static long? Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) && count >= 0 ? count : null;
}
