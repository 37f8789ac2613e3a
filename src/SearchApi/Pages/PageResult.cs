using System.Text;

namespace SearchApi.Pages;

/// <summary>Sends a page.</summary>
internal sealed class PageResult(Html page, int status = StatusCodes.Status200OK) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-cache";
        httpContext.Response.Headers.Vary = "Accept-Language";
        return httpContext.Response.WriteAsync(page.ToString(), Encoding.UTF8, httpContext.RequestAborted);
    }
}
