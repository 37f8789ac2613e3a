using System.Text.Encodings.Web;
using System.Text.Unicode;
using SearchApi.Archive;
using SearchApi.Endpoints;
using SearchApi.Generation;
using SearchApi.Metrics;
using SearchApi.Problems;

namespace SearchApi;

/// <summary>Registers the archive and everything its doors share.</summary>
internal static class ArchiveSearch
{
    private const int LongestRequestLine = 64 * 1024;

    /// <summary>Where the service listens unless the configuration names an address.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Adds the archive, opened before the first request, and the doors' common parts.</summary>
    public static void AddArchiveSearch(this WebApplicationBuilder builder)
    {
        // A query that is far too long still gets a sentence that says so: 5,000 Cyrillic letters are 30,000 bytes of an address.
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestLineSize = LongestRequestLine);

        builder.Services.AddOptions<ArchiveOptions>().BindConfiguration(ArchiveOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<ArchiveOpener>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ArchiveOpener>());
        builder.Services.AddSingleton<ArchivePreparer>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ArchivePreparer>());
        ConfiguredModels.Add(builder.Services);
        builder.Services.AddArchiveMetrics();
        builder.Services.AddProblems();
        builder.Services.AddApiDescription();
        builder.Services.ConfigureHttpJsonOptions(options =>
            // Cyrillic stays readable; what HTML could mistake for markup is still escaped.
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }
}
