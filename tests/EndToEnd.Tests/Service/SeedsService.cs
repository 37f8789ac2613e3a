using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EndToEnd.Tests.Service;

/// <summary>The service over the sample archive, with an index of its own in a temporary folder.</summary>
public sealed class SeedsService : ArchiveService
{
    /// <summary>Starts with the sample archive.</summary>
    public SeedsService()
        : base("seeds")
    {
    }
}

/// <summary>The service over a folder of pages, with an index of its own in a temporary folder unless one is named.</summary>
public abstract class ArchiveService(string source, string? index = null) : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _index = index is null ? Directory.CreateTempSubdirectory("archive-index-") : new DirectoryInfo(index);

    /// <summary>Folder of the index, absolute.</summary>
    public string IndexFolder => _index.FullName;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Archive:Source", source);
        builder.UseSetting("Archive:Index", _index.FullName);
        builder.UseSetting("Archive:Prepare", "false"); // A second of work for every service that a test starts.
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && index is null && _index.Exists)
        {
            _index.Delete(recursive: true);
        }
    }
}

/// <summary>One service for all tests over the sample archive: starting it costs more than most of them.</summary>
[CollectionDefinition(Name)]
public sealed class Seeds : ICollectionFixture<SeedsService>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "The service over the sample archive";
}
