using System.Text.Json;
using Search.Answering;
using Search.Text;

namespace SearchApi.Endpoints;

/// <summary>The body of <c>POST /v1/ask</c>.</summary>
/// <param name="Question">The question, at most 1000 characters.</param>
/// <param name="Language">Language of the answer: <c>be</c>, <c>ru</c> or <c>en</c>; null means the question's own.</param>
/// <param name="From">Earliest publication date of the evidence: YYYY, YYYY-MM or YYYY-MM-DD.</param>
/// <param name="To">Latest publication date of the evidence.</param>
/// <param name="Earlier">Turns before it, oldest first, at most 8; they complete a follow-up and are not kept.</param>
internal sealed record AskRequest(string Question, string? Language = null, string? From = null, string? To = null, IReadOnlyList<AskTurn>? Earlier = null)
{
    private static readonly string[] Fields = ["question", "language", "from", "to", "earlier"];

    /// <summary>Reads a body strictly; what is wrong with it comes back by field.</summary>
    /// <returns>The question, or the errors.</returns>
    public static (QuestionRequest? Question, IReadOnlyDictionary<string, string[]> Errors) Read(JsonElement body)
    {
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors["body"] = ["Must be a JSON object with the field question."];
            return (null, errors);
        }

        foreach (var field in body.EnumerateObject().Select(field => field.Name).Except(Fields, StringComparer.Ordinal))
        {
            errors[field] = [$"Unknown field. Allowed: {string.Join(", ", Fields)}."];
        }

        var question = Text("question");
        if (string.IsNullOrWhiteSpace(question) && !errors.ContainsKey("question"))
        {
            errors["question"] = ["Must not be empty."];
        }
        else if (question?.Length > QuestionRequest.MaxLength)
        {
            errors["question"] = [$"Is {question.Length} characters long; at most {QuestionRequest.MaxLength} are allowed."];
        }

        Language? language = null;
        if (Text("language") is { Length: > 0 } code && (language = LanguageCodes.Parse(code)) is null)
        {
            errors["language"] = ["Must be one of: be, ru, en."];
        }

        var earlier = AskTurn.Read(body, errors);
        var (from, to) = (Date("from"), Date("to"));
        if (from is { } first && to is { } last && first.First > last.Last)
        {
            errors["from"] = ["Must not be later than `to`."];
        }

        return errors.Count > 0 ? (null, errors) : (new QuestionRequest(question ?? "") { Language = language, From = from, To = to, Earlier = earlier }, errors);

        string? Text(string name)
        {
            if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            if (value.ValueKind == JsonValueKind.String)
            {
                return value.GetString();
            }

            errors[name] = ["Must be a text."];
            return null;
        }

        PartialDate? Date(string name)
        {
            if (Text(name) is not { Length: > 0 } text)
            {
                return null;
            }

            if (PartialDate.Parse(text) is { } date)
            {
                return date;
            }

            errors[name] = ["Must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD."];
            return null;
        }
    }
}
