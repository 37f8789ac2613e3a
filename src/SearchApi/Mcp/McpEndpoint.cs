using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using SearchApi.Archive;
using SearchApi.Endpoints;
using SearchApi.Generation;

namespace SearchApi.Mcp;

/// <summary>
/// <c>POST /mcp</c>: the Model Context Protocol over streamable HTTP, stateless: every request stands alone, so that it may reach any
/// copy of the service. The same tools over standard input and output with <c>--mcp-stdio</c>.
/// </summary>
internal static class McpEndpoint
{
    /// <summary>The switch that serves standard input and output instead of HTTP.</summary>
    public const string StdioSwitch = "--mcp-stdio";

    private const string Name = "ministry-archive";
    private const string Instructions =
        "A ministry's news archive in Belarusian, Russian and English. Use ask for questions: it answers only with verbatim quotes or declines. Use search and fetch to read around. Always cite the url.";

    /// <summary>Maps the door.</summary>
    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        app.MapPost("/mcp", Post).ExcludeFromDescription();

        // Without sessions there is nothing to listen to and nothing to end.
        app.MapMethods("/mcp", ["GET", "DELETE"], (HttpContext http) =>
        {
            http.Response.Headers.Allow = "POST";
            return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }).ExcludeFromDescription();
    }

    /// <summary>Serves standard input and output until the input ends.</summary>
    public static async Task ServeStdio(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var logging = services.GetRequiredService<ILoggerFactory>();
        var opener = services.GetRequiredService<ArchiveOpener>();

        // A client gives up on a server that is silent while it builds an index; the first tool call waits for it instead.
        _ = Task.Run(() => opener.StartAsync(cancellationToken), cancellationToken);
        await using var transport = new StdioServerTransport(Name, logging);
        await using var server = McpServer.Create(transport, Options(opener, services.GetRequiredService<PublicAddress>().Configured, Caller.Stdio), logging, services);
        await server.RunAsync(cancellationToken);
    }

    private static async Task Post(HttpContext http, ArchiveOpener archive, PublicAddress address, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.Read(http.Request, cancellationToken);
        if (body is null)
        {
            await problem!.ExecuteAsync(http);
            return;
        }

        JsonRpcMessage? message;
        using (body)
        {
            try
            {
                message = body.RootElement.Deserialize((System.Text.Json.Serialization.Metadata.JsonTypeInfo<JsonRpcMessage>)ModelContextProtocol.McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage)));
            }
            catch (JsonException)
            {
                message = null;
            }
        }

        if (message is null)
        {
            await Problems.Problem.Invalid("body", "Is not a JSON-RPC 2.0 message.").ExecuteAsync(http);
            return;
        }

        await using var transport = new StreamableHttpServerTransport(logging) { Stateless = true };
        await using var server = McpServer.Create(transport, Options(archive, address.Of(http.Request), Caller.Of(http)), logging, http.RequestServices);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = server.RunAsync(ended.Token);
        http.Response.BeginEventStream();
        try
        {
            if (!await transport.HandlePostRequestAsync(message, http.Response.Body, cancellationToken))
            {
                http.Response.ContentType = null;
                http.Response.StatusCode = StatusCodes.Status202Accepted; // A notification has no answer.
            }
        }
        finally
        {
            await transport.DisposeAsync();
            await ended.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static McpServerOptions Options(ArchiveOpener archive, string site, string caller) => new()
    {
        ServerInfo = new Implementation { Name = Name, Version = "1" },
        ServerInstructions = Instructions,
        ToolCollection = new ArchiveTools(archive, site, caller).All(),
        ScopeRequests = false,
    };
}
