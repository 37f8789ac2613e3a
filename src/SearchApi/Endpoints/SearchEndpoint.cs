using System.Diagnostics;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>GET /v1/search</c>.</summary>
internal static class SearchEndpoint
{
    /// <summary>Maps the door.</summary>
    public static void MapSearch(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/search", Search)
            .WithName("search")
            .WithTags("Search")
            .WithSummary("Search the archive")
            .WithDescription("Finds pages in three languages. Highlights are offsets into the snippet in UTF-16 code units; facets count documents.")
            .WithMetadata(new ParametersMetadata(SearchParameters.All))
            .Produces<SearchReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> Search(HttpContext http, ArchiveOpener archive, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(http.Request.Query, SearchParameters.All);
        var request = SearchParameters.Read(reader);
        if (reader.Errors is { Count: > 0 } errors)
        {
            return Problem.Invalid(errors);
        }

        var started = Stopwatch.GetTimestamp();
        var response = await archive.Current.Passages.SearchAsync(request, cancellationToken);
        return TypedResults.Ok(SearchReply.Of(response, Stopwatch.GetElapsedTime(started)));
    }
}

/// <summary>An example of the body that a door takes, for its description.</summary>
/// <param name="Json">A body that works.</param>
internal sealed record BodyExampleMetadata(string Json);

/// <summary>The parameters that a door reads, for its description.</summary>
/// <param name="Parameters">In the order of the contract.</param>
internal sealed record ParametersMetadata(IReadOnlyList<QueryParameter> Parameters);
