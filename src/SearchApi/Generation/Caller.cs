using System.Net;
using System.Net.Sockets;
using SearchApi.Embedding;

namespace SearchApi.Generation;

/// <summary>Whose allowance of a language model's text a request uses.</summary>
internal static class Caller
{
    /// <summary>The one caller of standard input.</summary>
    public const string Stdio = "stdio";

    /// <summary>
    /// The public key where it is one of the operator's, else the address: a name that the caller may choose freely would be no limit. Of an
    /// IPv6 address its network counts, since one house has all addresses of it.
    /// </summary>
    public static string Of(HttpContext http)
    {
        var key = http.Request.Headers[EmbeddingPolicy.KeyHeader].ToString();
        return key.Length > 0 && http.RequestServices.GetRequiredService<IConfiguration>()[$"{EmbeddingOptions.SectionName}:{nameof(EmbeddingOptions.Keys)}:{key}"] is not null
            ? $"key {key}"
            : $"address {Network(http.Connection.RemoteIpAddress)}";
    }

    private static string Network(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(plain.GetAddressBytes(), 0, 8) : plain?.ToString() ?? "";
    }
}
