using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Search.Retrieval;

namespace Browser.Tests;

/// <summary>A site of another origin that embeds the widget, with and without a strict Content-Security-Policy.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication _site;

    private ForeignSite(WebApplication site) => _site = site;

    /// <summary>Address without a trailing slash.</summary>
    public string Address => _site.Urls.First();

    /// <summary>Starts the site.</summary>
    /// <param name="host">Where the widget comes from.</param>
    public static async Task<ForeignSite> Start(string host)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var page = $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,">
            <script src="{host}/widget.js" defer></script></head>
            <body><main><h1>A site of its own</h1>
            <ministry-search lang="ru" open="reader"><form action="{host}/"><label>Поиск <input name="q"></label><button>Найти</button></form></ministry-search>
            <p>Another one:</p>
            <ministry-search lang="be"></ministry-search>
            </main></body></html>
            """;
        site.MapGet("/strict", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; img-src data:; script-src {host}; connect-src {host}; form-action {host}; base-uri 'none'; require-trusted-types-for 'script'";
            return Results.Text(page, "text/html; charset=utf-8");
        });
        var sample = await File.ReadAllTextAsync(Path.Combine(ArchivePaths.Root, "samples", "embedding", "index.html"));
        site.MapGet("/sample", () => Results.Text(sample.Replace("http://127.0.0.1:5080", host, StringComparison.Ordinal), "text/html; charset=utf-8"));
        site.MapGet("/filled", () => Results.Text(page.Replace("<input name=\"q\">", "<input name=\"q\" value=\"связь\">", StringComparison.Ordinal), "text/html; charset=utf-8"));
        site.MapGet("/open-policy", () => Results.Text(page, "text/html; charset=utf-8"));
        await site.StartAsync();
        return new ForeignSite(site);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _site.DisposeAsync();
}
