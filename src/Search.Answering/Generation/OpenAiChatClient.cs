using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Search.Answering.Generation;

/// <summary>
/// A chat model behind any server that speaks OpenAI's protocol (<c>POST ENDPOINT/chat/completions</c>). It asks for a stream and takes a
/// whole reply as well. It never retries and never follows a redirect: what is sent goes to the configured address or nowhere.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    /// <summary>Most bytes of a reply. Every token comes in an envelope of a few hundred bytes.</summary>
    private const long MaxReplyBytes = 4 << 20;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Uri _address;
    private readonly string _model;

    /// <summary>Prepares; nothing is sent yet.</summary>
    /// <param name="endpoint">Base address of the server.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="apiKey">Bearer token; empty for none.</param>
    public OpenAiChatClient(Uri endpoint, string model, string apiKey)
    {
        _address = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/chat/completions");
        _model = model;
        if (apiKey.Length > 0)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        }
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ModelException">The server refused, broke off, or spoke another protocol.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = JsonContent.Create(new
            {
                model = _model,
                messages = messages.Select(message => new { role = message.Role.Value, content = message.Text }),
                max_tokens = options?.MaxOutputTokens,
                temperature = options?.Temperature,
                stream = true,
                stream_options = new { include_usage = true },
            }),
        };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ModelException($"{_address.Host} answered {(int)response.StatusCode}.");
        }

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
            throw new ModelException($"{_address.Host} broke off its reply.");
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

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
