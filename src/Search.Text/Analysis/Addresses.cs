using System.Collections.Frozen;

namespace Search.Text.Analysis;

/// <summary>Finds web and mail addresses.</summary>
internal static class Addresses
{
    /// <summary>Last labels that make letters with dots an address even without a scheme: the archive's neighbourhood and the general ones.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopDomains =
        ("by ru ua kz uz kg tj tm am az ge md lt lv ee pl de fr it es uk eu us cn jp in rs cz sk hu at ch se fi no nl be pt gr tr il ae " +
         "com org net gov edu int info biz name mil pro tech app dev io ai tv me ly mobi asia museum online site store news media bank post " +
         "бел рф укр срб қаз").Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Schemes = ["https://", "http://", "ftp://", "mailto:"];

    /// <summary>End of the address that begins at <paramref name="start"/>; the start itself where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var host = start + PrefixLength(text[start..]);
        if (host == start && !HasDotOrAt(text, start))
        {
            return start;
        }

        var hostEnd = HostEnd(text, host);
        if (hostEnd == host || (host == start && !IsHost(text[host..hostEnd])))
        {
            return start;
        }

        var end = hostEnd;
        if (end < text.Length && text[end] is '/' or '?' or ':' or '#' && (text[end] != ':' || (end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '«' or '»' or '|' or '`' or '”' or '“' or '*'))
            {
                end++;
            }

            // A stop or bracket behind an address belongs to the sentence.
            while (end > hostEnd && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '’' or '…')
            {
                end--;
            }
        }

        return end;
    }

    /// <summary>Length of what an address may begin with and nobody searches for: scheme and <c>www.</c></summary>
    public static int PrefixLength(ReadOnlySpan<char> address)
    {
        var length = 0;
        foreach (var scheme in Schemes)
        {
            if (address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                length = scheme.Length;
                break;
            }
        }

        return address[length..].StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? length + 4 : length;
    }

    private static bool HasDotOrAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsHostLetter(text[end]))
        {
            end++;
        }

        return end + 1 < text.Length && text[end] is '.' or '@' && char.IsLetterOrDigit(text[end + 1]);
    }

    private static int HostEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var i = start; i < text.Length && (IsHostLetter(text[i]) || text[i] is '.' or '@'); i++)
        {
            end = char.IsLetterOrDigit(text[i]) ? i + 1 : end;
        }

        return end;
    }

    private static bool IsHostLetter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '+' or '%';

    /// <summary>Whether the last label is a top domain, so that <c>конец.Начало</c> and <c>т.д</c> are none.</summary>
    private static bool IsHost(ReadOnlySpan<char> host)
    {
        var dot = host.LastIndexOf('.');
        Span<char> label = stackalloc char[8];
        if (dot < 2 || host.Length - dot - 1 > label.Length || host.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        var length = host[(dot + 1)..].ToLowerInvariant(label);
        return TopDomains.Contains(label[..length]);
    }
}
