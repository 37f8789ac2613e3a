using System.Text.RegularExpressions;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>The stored text of a page as paragraphs, headings, lists and links, with places of it marked.</summary>
/// <param name="Text">The stored text; the spans count in it.</param>
/// <param name="Quote">The quoted place, or <see langword="null"/>.</param>
/// <param name="Words">Places of the query's words, in order, not overlapping.</param>
internal sealed partial record PageText(string Text, TextSpan? Quote, IReadOnlyList<TextSpan> Words)
{
    // One flag a code unit: a page may be long, and each place is asked about several times.
    private readonly bool[] _isWord = Places(Text, Words);
    private bool _isQuoteBegun;

    private enum Block
    {
        None,
        Paragraph,
        Item,
        Row,
    }

    /// <summary>The markup.</summary>
    public Html Render()
    {
        _isQuoteBegun = false;
        var blocks = new List<Html>();
        var lines = new List<Html>();
        var open = Block.None;
        var at = 0;
        foreach (var line in Text.Split('\n'))
        {
            var (kind, level, from) = Kind(line);
            if (kind != open || kind == Block.None || level > 0)
            {
                Close();
            }

            if (kind != Block.None)
            {
                var content = Inline(at, at + from, at + line.Length);
                if (level > 0)
                {
                    blocks.Add(level < 3 ? Html.Of($"<h2>{content}</h2>\n") : Html.Of($"<h3>{content}</h3>\n"));
                }
                else
                {
                    lines.Add(content);
                    open = kind;
                }
            }

            at += line.Length + 1;
        }

        Close();
        return Html.Join(blocks);

        void Close()
        {
            if (lines.Count > 0)
            {
                blocks.Add(open switch
                {
                    Block.Item => Html.Of($"<ul>{lines.Select(line => Html.Of($"<li>{line}</li>"))}</ul>\n"),
                    Block.Row => Html.Of($"<p class=\"rows\">{lines.Select(line => Html.Of($"<span>{line}</span>"))}</p>\n"),
                    _ => Html.Of($"<p>{lines.Select((line, number) => number == 0 ? line : Html.Of($"<br>{line}"))}</p>\n"),
                });
            }

            lines.Clear();
            open = Block.None;
        }
    }

    // The kind of a line, the level of a heading (0 for none), and where its content begins.
    private static (Block Kind, int Level, int From) Kind(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return (Block.None, 0, 0);
        }

        if (HeadingMark().Match(line) is { Success: true } heading)
        {
            return (Block.Paragraph, heading.Groups[1].Length, heading.Length);
        }

        if (ItemMark().Match(line) is { Success: true } item)
        {
            return (Block.Item, 0, item.Length);
        }

        return line.StartsWith('|') ? (Block.Row, 0, 0) : (Block.Paragraph, 0, 0);
    }

    private Html Inline(int lineStart, int from, int to)
    {
        var line = Text[lineStart..to];
        var hidden = new bool[line.Length];
        var bold = new bool[line.Length];
        var links = new string?[line.Length];
        foreach (Match strong in Bold().Matches(line))
        {
            Fill(hidden, strong.Index, 2, true);
            Fill(hidden, strong.Index + strong.Length - 2, 2, true);
            Fill(bold, strong.Index + 2, strong.Length - 4, true);
        }

        foreach (Match link in Link().Matches(line))
        {
            if (WebAddress.Followable(link.Groups[2].Value) is { } address)
            {
                Fill(hidden, link.Index, 1, true);
                Fill(links, link.Groups[1].Index, link.Groups[1].Length, address);
                Fill(hidden, link.Groups[1].Index + link.Groups[1].Length, link.Index + link.Length - link.Groups[1].Index - link.Groups[1].Length, true);
            }
        }

        var runs = new List<Html>();
        for (var start = from - lineStart; start < line.Length;)
        {
            var (isQuote, isWord) = (IsQuoted(lineStart + start), IsWord(lineStart + start));
            var end = start + 1;
            while (end < line.Length && hidden[end] == hidden[start] && bold[end] == bold[start] && links[end] == links[start]
                   && IsQuoted(lineStart + end) == isQuote && IsWord(lineStart + end) == isWord)
            {
                end++;
            }

            if (!hidden[start])
            {
                runs.Add(Run(line[start..end], isQuote, isWord, bold[start], links[start]));
            }

            start = end;
        }

        return Html.Join(runs);
    }

    private Html Run(string text, bool isQuote, bool isWord, bool isBold, string? link)
    {
        var run = Html.Text(text);
        if (isBold)
        {
            run = Html.Of($"<strong>{run}</strong>");
        }

        if (isQuote)
        {
            run = (_isQuoteBegun, isWord) switch
            {
                (false, _) => Html.Of($"<mark class=\"quote\" id=\"quote\">{run}</mark>"),
                (true, true) => Html.Of($"<mark class=\"quote word\">{run}</mark>"),
                _ => Html.Of($"<mark class=\"quote\">{run}</mark>"),
            };
            _isQuoteBegun = true;
        }
        else if (isWord)
        {
            run = Html.Of($"<mark>{run}</mark>");
        }

        return link is null ? run : Html.Of($"""<a href="{link}" rel="external nofollow">{run}</a>""");
    }

    private bool IsQuoted(int at) => Quote is { } quote && at >= quote.Start && at < quote.End;

    private bool IsWord(int at) => _isWord[at];

    private static bool[] Places(string text, IReadOnlyList<TextSpan> words)
    {
        var places = new bool[text.Length];
        foreach (var word in words)
        {
            Fill(places, word.Start, word.Length, true);
        }

        return places;
    }

    private static void Fill<T>(T[] places, int start, int length, T value) => Array.Fill(places, value, start, length);

    [GeneratedRegex(@"^\s{0,3}(#{1,6})\s+")]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"^\s{0,6}[-*•–—]\s+")]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"\*\*[^*\n]+\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\[([^\[\]\n]+)\]\(([^\s()]+)\)")]
    private static partial Regex Link();
}
