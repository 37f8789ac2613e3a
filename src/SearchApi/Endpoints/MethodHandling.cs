using Microsoft.Net.Http.Headers;

namespace SearchApi.Endpoints;

/// <summary>HEAD and OPTIONS for every door: what GET would say without its body, and which methods there are.</summary>
/// <remarks>RFC 9110, 9.3.2 and 9.3.7.</remarks>
internal static class MethodHandling
{
    /// <summary>Lets HEAD take the way of GET; stands before routing. The server itself leaves out the body.</summary>
    public static void UseHeadLikeGet(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
        }
    });

    /// <summary>Answers OPTIONS with the methods of the address, and names HEAD wherever GET is allowed; stands after routing.</summary>
    public static void UseAllowedMethods(this WebApplication app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed && !http.Response.HasStarted)
        {
            var allowed = http.Response.Headers.Allow.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            http.Response.Headers[HeaderNames.Allow] = string.Join(", ", allowed.SelectMany(method => HttpMethods.IsGet(method) ? [method, HttpMethods.Head] : new[] { method }).Append(HttpMethods.Options).Distinct());
            if (HttpMethods.IsOptions(http.Request.Method))
            {
                http.Response.StatusCode = StatusCodes.Status204NoContent;
            }
        }
    });
}
