using System.Text.Json;
using Search.Answering;

namespace SearchApi.Endpoints;

/// <summary>An earlier turn of a conversation, as callers give it.</summary>
/// <param name="Question">What was asked, at most 1000 characters.</param>
/// <param name="Answer">What was answered: the reply's <c>shortAnswer</c> or <c>answer</c>; null where it was declined.</param>
internal sealed record AskTurn(string Question, string? Answer = null)
{
    /// <summary>Most turns that are read; older ones seldom decide what "it" means.</summary>
    public const int MaxCount = 8;

    /// <summary>What <see cref="AreFew"/> asks for, in words.</summary>
    public static readonly string Limits = $"at most {MaxCount} turns, each question of at most {QuestionRequest.MaxLength} characters.";

    /// <summary>Whether turns keep to their number and length.</summary>
    public static bool AreFew(IReadOnlyCollection<ConversationTurn> turns) => turns.Count <= MaxCount && turns.All(turn => turn.Question.Length <= QuestionRequest.MaxLength);

    /// <summary>Reads the field <c>earlier</c>; what is wrong with it is added to the errors.</summary>
    public static IReadOnlyList<ConversationTurn> Read(JsonElement body, IDictionary<string, string[]> errors)
    {
        if (!body.TryGetProperty("earlier", out var earlier) || earlier.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (earlier.ValueKind != JsonValueKind.Array || earlier.EnumerateArray().Any(turn => !IsTurn(turn)))
        {
            errors["earlier"] = ["Must be an array of objects with the text question and, where there was one, the text answer."];
            return [];
        }

        var turns = earlier.EnumerateArray().Select(turn => new ConversationTurn(Text(turn, "question") ?? "", Text(turn, "answer"))).ToList();
        if (!AreFew(turns))
        {
            errors["earlier"] = [$"Must hold {Limits}"];
            return [];
        }

        return turns;
    }

    private static bool IsTurn(JsonElement turn) =>
        turn.ValueKind == JsonValueKind.Object
        && turn.EnumerateObject().All(field => field.Name is "question" or "answer" && (field.Value.ValueKind == JsonValueKind.String || (field.Name == "answer" && field.Value.ValueKind == JsonValueKind.Null)))
        && !string.IsNullOrWhiteSpace(Text(turn, "question"));

    private static string? Text(JsonElement turn, string name) => turn.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
