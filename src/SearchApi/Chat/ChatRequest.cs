using System.Text.Json;
using Search.Answering;

namespace SearchApi.Chat;

/// <summary>What is taken from a chat completion request; everything else a caller may send is accepted and changes nothing.</summary>
/// <param name="Question">The last user message, with the turns before it.</param>
/// <param name="IsStream">Whether the answer comes as chunks.</param>
/// <param name="IncludesUsage">Whether a stream ends with a chunk of counts.</param>
/// <param name="MaxWords">Most words of the answer; <see langword="null"/> for no limit.</param>
internal sealed record ChatRequest(QuestionRequest Question, bool IsStream, bool IncludesUsage, int? MaxWords)
{
    /// <summary>Turns before the last question that are read; older ones seldom decide what "it" means.</summary>
    private const int MaxEarlier = 8;

    /// <summary>Reads a body.</summary>
    /// <returns>The request, or the field and what is wrong with it.</returns>
    public static (ChatRequest? Request, string Field, string Message) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
        {
            return (null, "messages", "Must be an array of messages with role and content.");
        }

        var turns = new List<(string Role, string Text)>();
        foreach (var message in messages.EnumerateArray())
        {
            if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("role", out var role) || role.ValueKind != JsonValueKind.String)
            {
                return (null, "messages", "Each message must be an object with a role.");
            }

            turns.Add((role.GetString() ?? "", Text(message)));
        }

        var last = turns.FindLastIndex(turn => turn.Role == "user");
        if (last < 0 || string.IsNullOrWhiteSpace(turns[last].Text))
        {
            return (null, "messages", "Must hold a user message with text.");
        }

        var question = turns[last].Text.Trim();
        if (question.Length > QuestionRequest.MaxLength)
        {
            return (null, "messages", $"The last user message is {question.Length} characters long; at most {QuestionRequest.MaxLength} are allowed.");
        }

        var limit = Number(body, "max_completion_tokens") ?? Number(body, "max_tokens");
        if (limit is < 1)
        {
            return (null, "max_completion_tokens", "Must be 1 or more.");
        }

        var isStream = body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;
        var includesUsage = body.TryGetProperty("stream_options", out var options) && options.ValueKind == JsonValueKind.Object
            && options.TryGetProperty("include_usage", out var usage) && usage.ValueKind == JsonValueKind.True;
        return (new ChatRequest(new QuestionRequest(question) { Earlier = Earlier(turns[..last]) }, isStream, includesUsage, limit), "", "");
    }

    private static List<ConversationTurn> Earlier(List<(string Role, string Text)> turns)
    {
        var earlier = new List<ConversationTurn>();
        for (var at = 0; at < turns.Count; at++)
        {
            if (turns[at].Role == "user" && turns[at].Text.Length is > 0 and <= QuestionRequest.MaxLength)
            {
                var answer = at + 1 < turns.Count && turns[at + 1].Role == "assistant" ? turns[at + 1].Text : null;
                earlier.Add(new ConversationTurn(turns[at].Text, string.IsNullOrWhiteSpace(answer) ? null : answer));
            }
        }

        return earlier.Count > MaxEarlier ? earlier[^MaxEarlier..] : earlier;
    }

    // Content is a text, or a list of parts of which only texts are read.
    private static string Text(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
        {
            return "";
        }

        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString() ?? "",
            JsonValueKind.Array => string.Join('\n', content.EnumerateArray()
                .Where(part => part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                .Select(part => part.GetProperty("text").GetString())),
            _ => "",
        };
    }

    private static int? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
