namespace SearchApi.Pages;

/// <summary>Addresses that come from pages of the archive.</summary>
internal static class WebAddress
{
    /// <summary>The address where a browser may follow it: absolute, http or https; otherwise <see langword="null"/>, as for <c>javascript:</c> and <c>file:</c>.</summary>
    public static string? Followable(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? address : null;

    /// <summary>The site's name without <c>www.</c>, for showing.</summary>
    public static string Host(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host : "";
}
