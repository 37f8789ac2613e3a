using Search.Retrieval;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>GET /health/live</c> and <c>GET /health/ready</c>.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps both doors.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new HealthReply("live")))
            .WithName("live")
            .WithTags("Health")
            .WithSummary("Whether the process runs");
        app.MapGet("/health/ready", Ready)
            .WithName("ready")
            .WithTags("Health")
            .WithSummary("Whether the index is open, so that searches are answered")
            .Produces<HealthReply>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Ready(HttpContext http, ArchiveOpener archive)
    {
        try
        {
            _ = archive.Current;
            return TypedResults.Ok(new HealthReply("ready"));
        }
        catch (IndexUnavailableException unavailable)
        {
            http.Response.Headers.RetryAfter = "10";
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, unavailable.Message);
        }
    }
}

/// <summary>State of the service.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
internal sealed record HealthReply(string Status);
