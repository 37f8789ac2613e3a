using Microsoft.AspNetCore.Diagnostics;
using Search.Retrieval;
using SearchApi.Pages;

namespace SearchApi.Problems;

/// <summary>Turns what was thrown, and what was left unanswered, into a problem or, for a browser, a page.</summary>
internal static class ProblemHandling
{
    /// <summary>Registers the problem+json writer and the mapping of exceptions.</summary>
    public static void AddProblems(this IServiceCollection services) =>
        services.AddProblemDetails().AddExceptionHandler<ExceptionMapping>();

    /// <summary>Answers exceptions and empty error replies; stands first, so that it sees every door.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // Also in Development, where a malformed body would otherwise answer 500.
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = context => context.Exception is IndexUnavailableException or BadHttpRequestException or OperationCanceledException,
        });
        app.UseStatusCodePages(context => Reply(context.HttpContext, context.HttpContext.Response.StatusCode, null));
    }

    private static Task Reply(HttpContext http, int status, string? detail)
    {
        detail ??= status switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address. The doors of the service are listed in /openapi/v1.json.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take this method.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
            StatusCodes.Status400BadRequest => "The request could not be read.",
            StatusCodes.Status413PayloadTooLarge => "The body is too large.",
            _ => null,
        };
        return IsForPeople(http)
            ? new PageResult(ErrorPage.Of(Visit.Of(http.Request), status), status).ExecuteAsync(http)
            : Problem.Of(status, detail ?? "The service failed to answer this request.").ExecuteAsync(http);
    }

    // Who typed an address into a browser gets a page; whoever called a door of the API gets a problem.
    private static bool IsForPeople(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/v1")
        && http.Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private sealed class ExceptionMapping(ILogger<ExceptionMapping> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
        {
            switch (exception)
            {
                case IndexUnavailableException unavailable:
                    http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    http.Response.Headers.RetryAfter = "10";
                    await Reply(http, StatusCodes.Status503ServiceUnavailable, unavailable.Message);
                    return true;
                case BadHttpRequestException bad:
                    http.Response.StatusCode = bad.StatusCode;
                    await Reply(http, bad.StatusCode, null);
                    return true;
                case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                    return true; // Nobody is left to read an answer.
                default:
                    ApiLog.RequestFailed(log, exception);
                    http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                    await Reply(http, StatusCodes.Status500InternalServerError, "The service failed to answer this request.");
                    return true;
            }
        }
    }
}
