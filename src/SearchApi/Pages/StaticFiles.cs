using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace SearchApi.Pages;

/// <summary>
/// The files of <c>wwwroot</c>, carried in the assembly: found whatever the working directory, compressed once, addressed by their
/// checksum so that a browser may keep them for ever, and with their subresource integrity known before the first request.
/// </summary>
internal static class StaticFiles
{
    private static readonly FrozenDictionary<string, StaticFile> Files = Load().ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    /// <summary>All files, by name.</summary>
    public static IEnumerable<StaticFile> All => Files.Values.OrderBy(file => file.Name, StringComparer.Ordinal);

    /// <summary>A file.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public static StaticFile Named(string name) => Files[name];

    /// <summary>Address that changes with the file's content.</summary>
    public static string Address(string name) => $"/{name}?v={Files[name].Version}";

    /// <summary>Maps every file under its own name.</summary>
    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        foreach (var file in All)
        {
            app.MapGet("/" + file.Name, (HttpContext http) => Send(http, file)).ExcludeFromDescription();
        }
    }

    private static IResult Send(HttpContext http, StaticFile file)
    {
        var headers = http.Response.Headers;
        headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers[HeaderNames.AccessControlAllowOrigin] = "*"; // Public files; the integrity attribute needs a CORS reply.
        headers[HeaderNames.CacheControl] = http.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "public, max-age=300";
        var content = file.Plain;
        if (http.Request.GetTypedHeaders().AcceptEncoding is { Count: > 0 } accepted)
        {
            if (accepted.Any(encoding => encoding.Value == "br" && encoding.Quality is null or > 0))
            {
                headers[HeaderNames.ContentEncoding] = "br";
                content = file.Brotli;
            }
            else if (accepted.Any(encoding => encoding.Value == "gzip" && encoding.Quality is null or > 0))
            {
                headers[HeaderNames.ContentEncoding] = "gzip";
                content = file.Gzip;
            }
        }

        return TypedResults.Bytes(content, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Version}-{headers[HeaderNames.ContentEncoding]}\""));
    }

    private static IEnumerable<StaticFile> Load()
    {
        const string folder = "wwwroot/";
        var assembly = typeof(StaticFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return new StaticFile(resource[folder.Length..], content.ToArray());
        }
    }
}

/// <summary>A file that is sent as it is.</summary>
internal sealed class StaticFile
{
    /// <param name="name">Path under <c>wwwroot</c>.</param>
    /// <param name="plain">Content.</param>
    public StaticFile(string name, byte[] plain)
    {
        Name = name;
        Plain = plain;
        Gzip = Compress(to => new GZipStream(to, CompressionLevel.SmallestSize));
        Brotli = Compress(to => new BrotliStream(to, CompressionLevel.SmallestSize));
        Integrity = "sha384-" + Convert.ToBase64String(SHA384.HashData(plain));
        Version = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
    }

    /// <summary>Path under <c>wwwroot</c>.</summary>
    public string Name { get; }

    /// <summary>Content.</summary>
    public byte[] Plain { get; }

    /// <summary>Content, compressed by gzip.</summary>
    public byte[] Gzip { get; }

    /// <summary>Content, compressed by Brotli.</summary>
    public byte[] Brotli { get; }

    /// <summary>Value of an <c>integrity</c> attribute.</summary>
    public string Integrity { get; }

    /// <summary>Start of the content's checksum.</summary>
    public string Version { get; }

    /// <summary>Media type by the name's end.</summary>
    public string ContentType => Path.GetExtension(Name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    private byte[] Compress(Func<Stream, Stream> compression)
    {
        using var to = new MemoryStream();
        using (var compressed = compression(to))
        {
            compressed.Write(Plain);
        }

        return to.ToArray();
    }
}
