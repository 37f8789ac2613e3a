using System.Text.Json;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary>Reads a JSON body by hand, so that broken JSON is the caller's error and says where it breaks.</summary>
internal static class JsonBody
{
    /// <summary>Largest body that is read, bytes; a conversation of many turns fits.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The body, or the problem to answer with.</summary>
    public static async Task<(JsonDocument? Body, IResult? Problem)> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return (null, Problem.Of(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json."));
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaxBytes)
            {
                return (null, Problem.Of(StatusCodes.Status413PayloadTooLarge, $"The body is larger than {MaxBytes} bytes."));
            }
        }

        try
        {
            var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            if (HoldsBrokenText(document.RootElement))
            {
                document.Dispose();
                return (null, Problem.Invalid("body", "A text holds half of a surrogate pair or bytes that are not UTF-8."));
            }

            return (document, null);
        }
        catch (JsonException broken)
        {
            return (null, Problem.Invalid("body", $"Is not JSON: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}."));
        }
    }

    // JsonDocument takes "\ud800" and invalid UTF-8 and throws only when the text is asked for.
    private static bool HoldsBrokenText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is null,
                JsonValueKind.Array => element.EnumerateArray().Any(HoldsBrokenText),
                JsonValueKind.Object => element.EnumerateObject().Any(property => property.Name is null || HoldsBrokenText(property.Value)),
                _ => false,
            };
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
