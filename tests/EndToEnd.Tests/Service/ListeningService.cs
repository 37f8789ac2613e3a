using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EndToEnd.Tests.Service;

/// <summary>The service over the sample archive, listening on a free port of this machine.</summary>
public sealed class ListeningService : ArchiveService
{
    /// <summary>Starts listening.</summary>
    public ListeningService()
        : base("seeds")
    {
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
}

/// <summary>One listening service for all tests that need a port.</summary>
[CollectionDefinition(Name)]
public sealed class ListeningSeeds : ICollectionFixture<ListeningService>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "The service on a port";
}
