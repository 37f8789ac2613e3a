using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Search.Text.Parsing;

/// <summary>What makes two files one page, and the name that the page gets from it.</summary>
public static class ArchiveIdentity
{
    /// <summary>Longest readable part of an id: enough to recognise the page in a log line.</summary>
    private const int MaxSlugLength = 48;

    /// <summary>Hexadecimal digits of the hash in an id: 48 bits, so that two of a million pages share one with a probability below 1 in 500.</summary>
    private const int HashDigits = 12;

    private static readonly (char Letter, string Latin)[] Transliteration =
    [
        ('а', "a"), ('б', "b"), ('в', "v"), ('г', "g"), ('д', "d"), ('е', "e"), ('ё', "e"), ('ж', "zh"), ('з', "z"), ('и', "i"), ('і', "i"), ('й', "y"),
        ('к', "k"), ('л', "l"), ('м', "m"), ('н', "n"), ('о', "o"), ('п', "p"), ('р', "r"), ('с', "s"), ('т', "t"), ('у', "u"), ('ў', "u"), ('ф', "f"),
        ('х', "h"), ('ц', "c"), ('ч', "ch"), ('ш', "sh"), ('щ', "sch"), ('ъ', ""), ('ы', "y"), ('ь', ""), ('э', "e"), ('ю', "yu"), ('я', "ya"),
    ];

    /// <summary>
    /// The address without scheme, user name, <c>www.</c>, default port, trailing slashes, fragment and percent-encoding (read as UTF-8), host in lower case.
    /// The query stays, since it may choose the page.
    /// </summary>
    /// <param name="url">An http or https address, or <c>file:NAME</c>, which is its own identity.</param>
    public static string Of(string url)
    {
        var rest = url.Trim();
        if (rest.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return "file:" + rest[5..].Normalize(NormalizationForm.FormC);
        }

        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        rest = scheme < 0 ? rest : rest[(scheme + 3)..];
        var fragment = rest.IndexOf('#');
        rest = fragment < 0 ? rest : rest[..fragment];

        var pathStart = rest.AsSpan().IndexOfAny('/', '?');
        var host = pathStart < 0 ? rest : rest[..pathStart];
        var path = pathStart < 0 ? "" : rest[pathStart..];
        return Host(host) + Path(path);
    }

    /// <summary>Id of the page: the end of its address in Latin letters, and a hash of the whole identity. Letters, digits and <c>-</c>.</summary>
    /// <param name="identity">As given by <see cref="Of"/>.</param>
    public static string Id(string identity)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..HashDigits];
        var slug = Slug(identity);
        return slug.Length == 0 ? hash : $"{slug}-{hash}";
    }

    private static string Host(string host)
    {
        host = host[(host.LastIndexOf('@') + 1)..].ToLowerInvariant();
        host = host.EndsWith(":443", StringComparison.Ordinal) ? host[..^4] : host.EndsWith(":80", StringComparison.Ordinal) ? host[..^3] : host;
        host = host.TrimEnd('.');
        return Readable(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host);
    }

    private static string Readable(string host)
    {
        try
        {
            return new IdnMapping().GetUnicode(host);
        }
        catch (ArgumentException)
        {
            return host; // no name of the international kind: its own form is its identity
        }
    }

    private static string Path(string path)
    {
        var query = path.IndexOf('?');
        var (place, choice) = query < 0 ? (path, "") : (path[..query], path[query..]);
        return (Uri.UnescapeDataString(place).TrimEnd('/') + (choice == "?" ? "" : Uri.UnescapeDataString(choice))).Normalize(NormalizationForm.FormC);
    }

    private static string Slug(string identity)
    {
        var place = identity.StartsWith("file:", StringComparison.Ordinal) ? identity[5..] : identity.Split('?')[0];
        var slug = new StringBuilder();
        foreach (var letter in place[(place.LastIndexOf('/') + 1)..].ToLowerInvariant())
        {
            var latin = char.IsAsciiLetterOrDigit(letter) ? letter.ToString() : Transliteration.FirstOrDefault(pair => pair.Letter == letter).Latin;
            if (latin is null)
            {
                latin = slug.Length > 0 && slug[^1] != '-' ? "-" : "";
            }

            slug.Append(latin);
        }

        return slug.ToString()[..Math.Min(slug.Length, MaxSlugLength)].Trim('-');
    }
}
