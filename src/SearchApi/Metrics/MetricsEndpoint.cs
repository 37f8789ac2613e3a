using SearchApi.Archive;

namespace SearchApi.Metrics;

/// <summary><c>GET /metrics</c>: what Prometheus reads.</summary>
internal static class MetricsEndpoint
{
    /// <summary>Registers the meter and its listener.</summary>
    public static void AddArchiveMetrics(this IServiceCollection services) =>
        services.AddSingleton<ArchiveMetrics>().AddSingleton<MetricsRegister>();

    /// <summary>Maps the door and begins to count.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        var register = app.Services.GetRequiredService<MetricsRegister>();
        app.Services.GetRequiredService<ArchiveMetrics>().Watch(app.Services.GetRequiredService<ArchiveOpener>());
        app.MapGet("/metrics", () => TypedResults.Text(register.Write(), MetricsRegister.ContentType))
            .WithName("metrics")
            .WithTags("Health")
            .WithSummary("Requests, answers and the state of the index, for Prometheus")
            .Produces<string>(contentType: "text/plain");
    }
}
