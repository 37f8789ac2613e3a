using System.Text;
using Search.Text;
using Search.Text.Languages;
using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public class RandomPagesTests
{
    private static readonly string[] Pieces =
    [
        "Source URL: ", "<https://mpt.example/a?b#c>", "https://[::1", "http://%zz/", "\n", "\r\n", "\n\n", "---", "**", "## ", "|", "| a |", "|---|", "- ", "1. ", "[", "](", ")", "![", "#)",
        "Изображение", "16 августа 2024 г.", "29 февраля", "99.99.9999", "31.12.2099", "September 31, 2021", "XIX", "2021-2025 гг.", "\u00A0", "\u202E", "\uD83D", "\uDE00", "😀", "\u0301", "<", ">", "<p>",
        "</p>", "<table><tr><td>", "<script>", "<!--", "-->", "<li>", "<h1>", "</", "&amp;", "&#x0;", "слово ", "ўі ", "word ", ". ", "! ", "«", "»", "\t", "\u0001", "\u2028", "file:", "%D0%B1", "%d0",
    ];

    [Fact]
    public void Any_bytes_are_a_page_or_have_a_reason()
    {
        var random = new Random(20200827);
        for (var run = 0; run < 600; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var damage = random.Next(3); damage > 1 && bytes.Length > 0; damage--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            foreach (var name in new[] { "page.txt", "page.html" })
            {
                AssertReads(new ArchiveFile(name, name, bytes));
            }
        }
    }

    private static void AssertReads(ArchiveFile file)
    {
        var result = PassageReader.Read(file);
        if (result is ParseResult.Unreadable unreadable)
        {
            Assert.NotEmpty(unreadable.Reason);
            return;
        }

        var document = Assert.IsType<ParseResult.Parsed>(result).Document;
        Assert.Matches("^[a-z0-9-]+$", document.Id);
        Assert.True(document.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || document.Url.StartsWith("file:", StringComparison.Ordinal), document.Url);
        Assert.DoesNotContain("\n\n\n", document.Text, StringComparison.Ordinal);
        Assert.Equal(document.Text.Trim(), document.Text);
        foreach (var passage in PassageReader.Passages(document))
        {
            Assert.Equal(passage.Span.Of(document.Text), passage.Text);
        }

        var end = 0;
        foreach (var mention in DateReader.Find(document.Text, document.Language))
        {
            Assert.True(mention.Span.Start >= end && mention.Span.End <= document.Text.Length && mention.Span.Length > 0);
            Assert.True(mention.YearMissing == mention.From is null && mention.YearMissing == mention.To is null);
            end = mention.Span.End;
        }
    }
}
