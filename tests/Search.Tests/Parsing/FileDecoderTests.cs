using System.Text;
using Search.Text;
using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public class FileDecoderTests
{
    private const string Page = "Заголовок\r\n\r\nУ пушчы з'явіўся «Wi-Fi» – 100 № 5.\r\nЁлка, ўзлёт, І.\r\n";

    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Page) },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page)] },
        { "UTF-16 little", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page)] },
        { "UTF-16 big", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Page)] },
        { "windows-1251", Cyrillic.GetBytes(Page) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_page_reads_the_same_in_every_encoding(string encoding, byte[] content)
    {
        var text = FileDecoder.Decode(content, out var reason);

        Assert.Null(reason);
        Assert.True(text == "Заголовок\n\nУ пушчы з'явіўся «Wi-Fi» – 100 № 5.\nЁлка, ўзлёт, І.\n", $"{encoding}: {text}");
    }

    [Fact]
    public void Old_Mac_line_ends_are_line_ends() => Assert.Equal("a\nb\n", FileDecoder.Decode("a\rb\r"u8, out _));

    [Fact]
    public void UTF8_cut_off_inside_a_letter_is_still_read()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Новости министерства. ", 20)) + "Конец");

        var text = FileDecoder.Decode(bytes.AsSpan(0, bytes.Length - 1), out var reason);

        Assert.Null(reason);
        Assert.EndsWith("Коне\uFFFD", text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> NoText => new()
    {
        { "binary content (a zip archive or an office document)", [(byte)'P', (byte)'K', 3, 4, 20, 0] },
        { "binary content (a PDF document)", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj") },
        { "binary content (a PNG picture)", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A] },
        { "binary content (NUL bytes)", [(byte)'a', 0, (byte)'b', 0] },
        { "binary content (control characters)", [1, 2, 3, 4, 5, 6] },
        { "neither UTF-8 nor windows-1251 text", Encoding.Latin1.GetBytes("déjà vu à Paris, élève, naïve, où") },
        { "neither UTF-8 nor windows-1251 text", CodePagesEncodingProvider.Instance.GetEncoding(866)!.GetBytes("Новости министерства связи и информатизации") },
    };

    [Theory]
    [MemberData(nameof(NoText))]
    public void What_is_no_text_is_refused_with_its_reason(string expected, byte[] content)
    {
        Assert.Null(FileDecoder.Decode(content, out var reason));
        Assert.Equal(expected, reason);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused()
    {
        Assert.Null(FileDecoder.Decode(new byte[FileDecoder.MaxBytes + 1], out var reason));
        Assert.Equal("larger than 32 MB", reason);
    }
}
