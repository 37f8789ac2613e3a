using System.Diagnostics;
using System.Text.Json;
using Search.Answering.Claims;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>POST /v1/verify</c>: what the archive says to each sentence of a text.</summary>
internal static class VerifyEndpoint
{
    /// <summary>Maps the door.</summary>
    public static void MapVerify(this IEndpointRouteBuilder app) =>
        app.MapPost("/v1/verify", Verify)
            .WithName("verify")
            .WithTags("Ask")
            .WithSummary("Check a text against the archive, sentence by sentence")
            .WithDescription("Each sentence is supported, contradicted or not_found, with the sentences of the archive that decide, in any of the three languages. A figure counts in its own role (a rank is no year), for the same subject and the same year; where that is in doubt the sentence is not_found.")
            .Accepts<VerifyRequest>("application/json")
            .WithMetadata(new BodyExampleMetadata("""{ "text": "In 2020 Belarus ranked 40th in the e-government index. In 2020 Belarus ranked 12th in the e-government index." }"""))
            .Produces<VerifyReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Verify(HttpContext http, ArchiveOpener archive, CancellationToken cancellationToken)
    {
        if (new QueryReader(http.Request.Query, []).Errors is { Count: > 0 } unknown)
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
            var (text, errors) = VerifyRequest.Read(body.RootElement);
            if (text is null)
            {
                return Problem.Invalid(errors);
            }

            var started = Stopwatch.GetTimestamp();
            var sentences = archive.Current.Verifier.Verify(text, cancellationToken);
            return TypedResults.Ok(VerifyReply.Of(sentences, Stopwatch.GetElapsedTime(started)));
        }
    }
}

/// <summary>The body of <c>POST /v1/verify</c>.</summary>
/// <param name="Text">Any text, at most 10,000 characters and 100 sentences.</param>
internal sealed record VerifyRequest(string Text)
{
    /// <summary>Reads a body strictly; what is wrong with it comes back by field.</summary>
    public static (string? Text, IReadOnlyDictionary<string, string[]> Errors) Read(JsonElement body)
    {
        var errors = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        if (body.ValueKind != JsonValueKind.Object)
        {
            errors["body"] = ["Must be a JSON object with the field text."];
            return (null, errors);
        }

        foreach (var field in body.EnumerateObject().Select(field => field.Name).Where(name => name != "text"))
        {
            errors[field] = ["Unknown field. Allowed: text."];
        }

        var text = body.TryGetProperty("text", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : null;
        if (text is null || string.IsNullOrWhiteSpace(text))
        {
            errors["text"] = [text is null && value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) ? "Must be a text." : "Must not be empty."];
        }
        else if (text.Length > TextVerifier.MaxLength)
        {
            errors["text"] = [$"Is {text.Length} characters long; at most {TextVerifier.MaxLength} are allowed."];
        }
        else if (TextVerifier.Sentences(text).Count is > TextVerifier.MaxSentences and var count)
        {
            errors["text"] = [$"Has {count} sentences; at most {TextVerifier.MaxSentences} are allowed."];
        }

        return errors.Count > 0 ? (null, errors) : (text, errors);
    }
}

/// <summary>What <c>POST /v1/verify</c> answers.</summary>
/// <param name="Supported">Sentences that the archive supports.</param>
/// <param name="Contradicted">Sentences that the archive contradicts.</param>
/// <param name="NotFound">Sentences that the archive does not decide.</param>
/// <param name="Sentences">All sentences, in the order of the text.</param>
/// <param name="TookMs">Time spent, milliseconds.</param>
internal sealed record VerifyReply(int Supported, int Contradicted, int NotFound, IReadOnlyList<VerifiedSentenceReply> Sentences, double TookMs)
{
    public static VerifyReply Of(IReadOnlyList<VerifiedSentence> sentences, TimeSpan took) => new(
        sentences.Count(sentence => sentence.Status == ClaimStatus.Supported),
        sentences.Count(sentence => sentence.Status == ClaimStatus.Contradicted),
        sentences.Count(sentence => sentence.Status == ClaimStatus.NotFound),
        [.. sentences.Select(VerifiedSentenceReply.Of)],
        Math.Round(took.TotalMilliseconds, 2));
}

/// <summary>A sentence with what the archive says to it.</summary>
/// <param name="Text">The sentence, verbatim.</param>
/// <param name="Start">Offset in the text sent, in UTF-16 code units.</param>
/// <param name="Length">Length, in UTF-16 code units.</param>
/// <param name="Status"><c>supported</c>, <c>contradicted</c> or <c>not_found</c>.</param>
/// <param name="Claimed">Words of the sentence that the archive states otherwise; null elsewhere.</param>
/// <param name="Stated">What the archive states instead, verbatim from the first source; null elsewhere.</param>
/// <param name="Sources">The sentences that decide, best first, at most 3; empty with <c>not_found</c>.</param>
internal sealed record VerifiedSentenceReply(string Text, int Start, int Length, string Status, string? Claimed, string? Stated, IReadOnlyList<CitationReply> Sources)
{
    public static VerifiedSentenceReply Of(VerifiedSentence sentence) => new(
        sentence.Text,
        sentence.Span.Start,
        sentence.Span.Length,
        sentence.Status switch { ClaimStatus.Supported => "supported", ClaimStatus.Contradicted => "contradicted", _ => "not_found" },
        sentence.Claimed,
        sentence.Stated,
        [.. sentence.Sources.Select(CitationReply.Of)]);
}
