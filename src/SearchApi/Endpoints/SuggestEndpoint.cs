using Search.Retrieval.Suggesting;
using Search.Retrieval;
using Search.Text;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>GET /v1/suggest</c>: completions of what is being typed.</summary>
internal static class SuggestEndpoint
{
    private static readonly QueryParameter Typed = new("q", "What has been typed so far.", "электронн") { IsRequired = true, Range = (1, SearchRequest.MaxQueryLength) };
    private static readonly QueryParameter Count = new("size", "Most completions. Default 8.", "8") { Type = "integer", Range = (1, 20) };
    private static readonly IReadOnlyList<QueryParameter> Parameters = [Typed, Count];

    /// <summary>Maps the door.</summary>
    public static void MapSuggest(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/suggest", Suggest)
            .WithName("suggest")
            .WithTags("Search")
            .WithSummary("Complete what is being typed")
            .WithMetadata(new ParametersMetadata(Parameters))
            .Produces<SuggestReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static IResult Suggest(HttpContext http, ArchiveOpener archive)
    {
        var reader = new QueryReader(http.Request.Query, Parameters);
        var (typed, count) = (reader.Text(Typed), reader.Number(Count, 8));
        return reader.Errors is { Count: > 0 } errors
            ? Problem.Invalid(errors)
            : TypedResults.Ok(new SuggestReply(typed, [.. archive.Current.Passages.Suggest(typed, count).Select(SuggestionReply.Of)]));
    }
}

/// <summary>What <c>GET /v1/suggest</c> answers.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Suggestions">Best first.</param>
internal sealed record SuggestReply(string Text, IReadOnlyList<SuggestionReply> Suggestions);

/// <summary>A completion.</summary>
/// <param name="Text">The query to run.</param>
/// <param name="Kind"><c>title</c>, <c>name</c> or <c>phrase</c>.</param>
/// <param name="Language">Language of the completion.</param>
/// <param name="Id">The page, where the completion is a title; otherwise null.</param>
internal sealed record SuggestionReply(string Text, string Kind, string Language, string? Id)
{
    public static SuggestionReply Of(Suggestion suggestion) => new(suggestion.Text, suggestion.Kind, suggestion.Language.Code(), suggestion.DocumentId);
}
