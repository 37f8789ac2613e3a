using Microsoft.Extensions.Options;
using Search.Text;
using SearchApi.Pages;

namespace SearchApi.Archive;

/// <summary>Addresses of our own pages for readers elsewhere.</summary>
internal sealed class PublicAddress(IOptions<ArchiveOptions> options)
{
    /// <summary>The service's public address without a trailing slash: as configured, else as the caller named it.</summary>
    public string Of(HttpRequest request) =>
        Configured.Length > 0 ? Configured : $"{request.Scheme}://{request.Host}";

    /// <summary>The configured public address without a trailing slash; empty where none is.</summary>
    public string Configured => options.Value.PublicUrl.TrimEnd('/');

    /// <summary>The address to cite a page by: its own on the web, else its reader view.</summary>
    /// <param name="id">Document id.</param>
    /// <param name="url">Address as stored.</param>
    /// <param name="site">The service's public address; empty where it is not known.</param>
    public static string ToCite(string id, string url, string site) => WebAddress.Followable(url) ?? $"{site}/documents/{Uri.EscapeDataString(id)}";
}
