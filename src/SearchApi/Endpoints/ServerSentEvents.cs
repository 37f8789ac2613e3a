using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace SearchApi.Endpoints;

/// <summary>Writing of server-sent events.</summary>
internal static class ServerSentEvents
{
    /// <summary>Media type of a stream of events.</summary>
    public const string ContentType = "text/event-stream";

    /// <summary>Whether the caller names the type itself; a wildcard asks for the plain answer.</summary>
    public static bool AcceptsEventStream(this HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sets the headers of a stream that no proxy should hold back or keep.</summary>
    public static void BeginEventStream(this HttpResponse response)
    {
        response.ContentType = ContentType;
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
    }

    /// <summary>Writes one event and sends it off.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="name">Name of the event; <see langword="null"/> for a nameless one.</param>
    /// <param name="data">Its data, one line: JSON has no line ends outside of its texts, and those are escaped.</param>
    /// <param name="cancellationToken">Ends the wait for a slow reader.</param>
    public static async Task WriteEvent(this HttpResponse response, string? name, string data, CancellationToken cancellationToken)
    {
        await response.WriteAsync(name is null ? $"data: {data}\n\n" : $"event: {name}\ndata: {data}\n\n", Encoding.UTF8, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>Writes one event whose data are <paramref name="value"/> as JSON.</summary>
    public static Task WriteEvent<T>(this HttpResponse response, string? name, T value, JsonSerializerOptions options, CancellationToken cancellationToken) =>
        response.WriteEvent(name, JsonSerializer.Serialize(value, options), cancellationToken);
}
