using System.Text;

namespace Search.Text.Parsing;

/// <summary>Turns the bytes of a file into text: UTF-8, UTF-16 with a byte order mark, or windows-1251, told apart by the bytes alone.</summary>
internal static class FileDecoder
{
    /// <summary>Largest file that is read, in bytes: news pages are thousandths of it, and every later stage works in memory.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>One damaged character in this many is a page cut off or patched by hand; more is another encoding.</summary>
    private const int CharactersPerDamage = 100;

    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>What the first bytes of files say that are no text, whatever their extension.</summary>
    private static readonly (byte[] Start, string Kind)[] Signatures =
    [
        ("PK\u0003\u0004"u8.ToArray(), "a zip archive or an office document"),
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        ("{\\rtf"u8.ToArray(), "a rich text document"),
    ];

    /// <summary>Decodes a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="reason">Why it is no text; <see langword="null"/> where it is.</param>
    /// <returns>The text with line ends <c>\n</c> and without byte order mark; <see langword="null"/> where it is no text. Damaged characters of UTF-8 stand as U+FFFD.</returns>
    public static string? Decode(ReadOnlySpan<byte> content, out string? reason)
    {
        reason = Refuse(content);
        if (reason is not null)
        {
            return null;
        }

        var text = content switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(content[2..]),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(content[2..]),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(content[3..]),
            _ => DecodeUnmarked(content),
        };
        if (text is null)
        {
            reason = "neither UTF-8 nor windows-1251 text";
            return null;
        }

        if (text.Contains('\0'))
        {
            reason = "binary content (NUL characters)";
            return null;
        }

        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private static string? Refuse(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxBytes)
        {
            return $"larger than {MaxBytes / 1024 / 1024} MB";
        }

        foreach (var (start, kind) in Signatures)
        {
            if (content.StartsWith(start))
            {
                return $"binary content ({kind})";
            }
        }

        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return null;
        }

        if (content.Contains((byte)0))
        {
            return "binary content (NUL bytes)";
        }

        var control = 0;
        foreach (var value in content)
        {
            control += value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1B) ? 1 : 0;
        }

        return control * 20L > content.Length ? "binary content (control characters)" : null;
    }

    private static string? DecodeUnmarked(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        var damaged = text.AsSpan().Count('\uFFFD');
        if (damaged == 0)
        {
            return text;
        }

        if (LooksCyrillic(content))
        {
            return Cyrillic.GetString(content);
        }

        return damaged * (long)CharactersPerDamage <= text.Length ? text : null;
    }

    /// <summary>
    /// Whether the bytes above ASCII are letters and signs of Russian and Belarusian in windows-1251, and stand in words.
    /// In UTF-8 every second byte of a Cyrillic word falls among the signs 80–BF, of which the code page uses few in text.
    /// </summary>
    private static bool LooksCyrillic(ReadOnlySpan<byte> content)
    {
        int letters = 0, signs = 0, others = 0, pairs = 0;
        var afterLetter = false;
        foreach (var value in content)
        {
            var isLetter = value is >= 0xC0 or 0xA8 or 0xB8 or 0xA1 or 0xA2 or 0xB2 or 0xB3; // А–я Ё ё Ў ў І і
            letters += isLetter ? 1 : 0;
            pairs += isLetter && afterLetter ? 1 : 0;
            // „ … ‹ ‘ ’ “ ” • – — › nbsp § © « ­ ® ° ± № »
            signs += value is 0x84 or 0x85 or 0x8B or (>= 0x91 and <= 0x97) or 0x9B or 0xA0 or 0xA7 or 0xA9 or 0xAB or 0xAD or 0xAE or 0xB0 or 0xB1 or 0xB9 or 0xBB ? 1 : 0;
            others += value >= 0x80 ? 1 : 0;
            afterLetter = isLetter;
        }

        others -= letters + signs;
        return pairs * 2 >= letters && others * 50 <= letters && letters > signs;
    }
}
