using SearchApi;
using SearchApi.Endpoints;
using SearchApi.Pages;
using SearchApi.Problems;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddArchiveSearch();

var app = builder.Build();
app.UseSecurityHeaders([]);
app.UseProblems();
app.MapSearch();
app.MapSuggest();
app.MapAsk();
app.MapDocuments();
app.MapHealth();
app.MapPages();
app.MapOpenApi();
app.Run();

/// <summary>The service's entry point, public so that tests can start it.</summary>
public partial class Program;
