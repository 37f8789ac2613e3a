namespace SearchApi.Pages;

/// <summary>What a browser may do with our replies: nothing that our own files do not do.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /// <summary>Adds the headers to every reply.</summary>
    /// <param name="app">The application.</param>
    /// <param name="ancestors">Origins whose pages may frame ours; none means nobody but ourselves.</param>
    public static void UseSecurityHeaders(this WebApplication app, IReadOnlyList<string> ancestors)
    {
        var policy = Policy + string.Join(' ', ancestors.Prepend("'self'"));
        app.Use((http, next) =>
        {
            // At the last moment, since the answer to an exception begins with cleared headers.
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}
