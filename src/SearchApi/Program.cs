using SearchApi;
using SearchApi.Chat;
using SearchApi.Embedding;
using SearchApi.Endpoints;
using SearchApi.Exports;
using SearchApi.Mcp;
using SearchApi.Metrics;
using SearchApi.Pages;
using SearchApi.Problems;

var isStdio = args.Contains(McpEndpoint.StdioSwitch);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args.Where(arg => arg != McpEndpoint.StdioSwitch)], ContentRootPath = AppContext.BaseDirectory });
builder.AddArchiveSearch();
builder.AddEmbedding();
if (isStdio)
{
    // Standard output belongs to the protocol.
    builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}

var app = builder.Build();
if (isStdio)
{
    await McpEndpoint.ServeStdio(app.Services);
    return;
}

app.UseHeadLikeGet();
app.UseSecurityHeaders(EmbeddingPolicy.FramingOrigins(app.Configuration));
app.UseProblems();
app.UseRouting();
app.UseEmbedding();
app.UseAllowedMethods();
app.MapSearch();
app.MapSuggest();
app.MapAsk();
app.MapAnswers();
app.MapVerify();
app.MapTimeline();
app.MapDocuments();
app.MapExports();
app.MapFeed();
app.MapChat();
app.MapMcp();
app.MapHealth();
app.MapMetrics();
app.MapPages();
app.MapTwins();
app.MapOpenApi();
app.Run();

/// <summary>The service's entry point, public so that tests can start it.</summary>
public partial class Program;
