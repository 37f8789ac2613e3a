using System.Text.Json.Serialization;

namespace SearchApi.Chat;

/// <summary>A chat completion, or a chunk of one, in OpenAI's form.</summary>
internal sealed record ChatCompletion(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("object")] string Object,
    [property: JsonPropertyName("created")] long Created,
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("choices")] IReadOnlyList<ChatChoice> Choices)
{
    /// <summary>Counts; in a stream only in the last chunk.</summary>
    [JsonPropertyName("usage")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChatUsage? Usage { get; init; }

    /// <summary>The whole answer in this service's own form, for callers who know it; absent in chunks.</summary>
    [JsonPropertyName("archive")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Endpoints.AskReply? Archive { get; init; }
}

/// <summary>The only choice there is.</summary>
internal sealed record ChatChoice(
    [property: JsonPropertyName("index")] int Index,
    [property: JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChatMessage? Message,
    [property: JsonPropertyName("delta"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChatMessage? Delta,
    [property: JsonPropertyName("finish_reason")] string? FinishReason);

/// <summary>A message or a part of one.</summary>
internal sealed record ChatMessage(
    [property: JsonPropertyName("role"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role,
    [property: JsonPropertyName("content"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content)
{
    /// <summary>Citations.</summary>
    [JsonPropertyName("annotations")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChatAnnotation>? Annotations { get; init; }
}

/// <summary>An annotation of type <c>url_citation</c>.</summary>
internal sealed record ChatAnnotation([property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("url_citation")] ChatUrlCitation UrlCitation)
{
    public static ChatAnnotation Of(UrlAnnotation annotation) => new("url_citation", new ChatUrlCitation(annotation.Start, annotation.End, annotation.Title, annotation.Url));
}

/// <summary>A cited page and where its marker stands in the content.</summary>
internal sealed record ChatUrlCitation(
    [property: JsonPropertyName("start_index")] int StartIndex,
    [property: JsonPropertyName("end_index")] int EndIndex,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("url")] string Url);

/// <summary>Counts in words, since there is no tokenizer here.</summary>
internal sealed record ChatUsage(
    [property: JsonPropertyName("prompt_tokens")] int PromptTokens,
    [property: JsonPropertyName("completion_tokens")] int CompletionTokens,
    [property: JsonPropertyName("total_tokens")] int TotalTokens);

/// <summary>The list of models.</summary>
internal sealed record ModelList([property: JsonPropertyName("object")] string Object, [property: JsonPropertyName("data")] IReadOnlyList<ChatModel> Data);

/// <summary>A model's name card.</summary>
internal sealed record ChatModel(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("object")] string Object,
    [property: JsonPropertyName("created")] long Created,
    [property: JsonPropertyName("owned_by")] string OwnedBy);

/// <summary>The body of a chat completion request, as far as it is read.</summary>
internal sealed record ChatBody(
    [property: JsonPropertyName("model")] string Model,
    [property: JsonPropertyName("messages")] IReadOnlyList<ChatMessage> Messages,
    [property: JsonPropertyName("stream")] bool Stream,
    [property: JsonPropertyName("max_completion_tokens")] int? MaxCompletionTokens);
