using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Search.Text.Parsing;

/// <summary>Writes an element's content as lightly marked text.</summary>
/// <remarks>Walks without recursion, so that a page of a million nested elements cannot exhaust the stack.</remarks>
internal sealed class HtmlText
{
    /// <summary>What a reader of the page does not read, or reads on every page.</summary>
    private static readonly FrozenSet<string> Skipped = new[]
    {
        "head", "script", "style", "noscript", "template", "svg", "math", "nav", "aside", "form", "button", "select", "iframe", "object", "audio", "video", "canvas",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "p", "div", "section", "article", "main", "header", "footer", "blockquote", "ul", "ol", "dl", "dd", "dt", "table", "figure", "figcaption", "pre", "address", "hr", "body",
        "h1", "h2", "h3", "h4", "h5", "h6", "details", "summary", "fieldset", "caption",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder text = new();
    private int rowDepth;
    private int preDepth;

    private HtmlText()
    {
    }

    /// <summary>The text of <paramref name="root"/>, paragraphs apart by a blank line.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="without">An element to leave out: the heading that became the title.</param>
    public static string Render(INode root, INode? without)
    {
        var writer = new HtmlText();
        var node = root;
        while (true)
        {
            if (node != without && writer.Enter(node, root) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (true)
            {
                writer.Leave(node, without);
                if (node == root)
                {
                    return writer.text.ToString();
                }

                if (node.NextSibling is { } sibling)
                {
                    node = sibling;
                    break;
                }

                node = node.Parent!;
            }
        }
    }

    private bool Enter(INode node, INode root)
    {
        if (node is IText words)
        {
            Write(words.Data);
            return false;
        }

        if (node is not IElement element)
        {
            return node == root; // comments and declarations are not read
        }

        var name = element.LocalName;
        if (Skipped.Contains(name) || element.HasAttribute("hidden") || (name is "header" or "footer" && node.Parent == element.Owner?.Body))
        {
            return false;
        }

        switch (name)
        {
            case "br":
                Break("\n");
                break;
            case "li":
                Break("\n");
                text.Append(Marker(element));
                break;
            case "tr":
                Break("\n");
                text.Append('|');
                rowDepth++;
                break;
            case "td" or "th":
                text.Append(' ');
                break;
            default:
                if (Blocks.Contains(name))
                {
                    Break("\n\n");
                }

                break;
        }

        if (name is ['h', >= '1' and <= '6'])
        {
            text.Append('#', name[1] - '0').Append(' ');
        }

        preDepth += name == "pre" ? 1 : 0;
        return true;
    }

    private void Leave(INode node, INode? without)
    {
        if (node is not IElement element || node == without || Skipped.Contains(element.LocalName))
        {
            return;
        }

        switch (element.LocalName)
        {
            case "td" or "th" when rowDepth > 0:
                TrimBlanks();
                text.Append(" |");
                break;
            case "tr" when rowDepth > 0:
                rowDepth--;
                if (element.PreviousElementSibling is null && element.ParentElement is { } group && group.PreviousElementSibling is null or { LocalName: "caption" or "colgroup" })
                {
                    text.Append("\n|").Append(string.Concat(Enumerable.Repeat("---|", Math.Max(1, element.ChildElementCount))));
                }

                break;
            case "pre":
                preDepth = Math.Max(0, preDepth - 1);
                Break("\n\n");
                break;
            default:
                if (Blocks.Contains(element.LocalName))
                {
                    Break("\n\n");
                }

                break;
        }
    }

    private static string Marker(IElement item)
    {
        if (item.ParentElement?.LocalName != "ol")
        {
            return "- ";
        }

        var number = 1;
        for (var before = item.PreviousElementSibling; before is not null; before = before.PreviousElementSibling)
        {
            number++;
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}. ");
    }

    private void Write(string words)
    {
        if (preDepth > 0 && rowDepth == 0)
        {
            text.Append(words);
            return;
        }

        foreach (var letter in words)
        {
            if (letter is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                {
                    text.Append(' ');
                }
            }
            else
            {
                text.Append(letter == '|' && rowDepth > 0 ? '/' : letter);
            }
        }
    }

    /// <summary>Ends a line or paragraph; inside a table row, where a cell is one line, a blank does.</summary>
    private void Break(string lines)
    {
        if (rowDepth > 0)
        {
            if (text[^1] is not (' ' or '|'))
            {
                text.Append(' ');
            }

            return;
        }

        TrimBlanks();
        // A list item's marker is not a line of its own when its text begins with a block.
        if (text.Length == 0 || (text.Length > 1 && text[^1] == '-' && (text.Length == 2 || text[^2] == '\n')))
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            return;
        }

        var ends = 0;
        while (ends < lines.Length && ends < text.Length && text[^(ends + 1)] == '\n')
        {
            ends++;
        }

        text.Append('\n', lines.Length - ends);
    }

    private void TrimBlanks()
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
