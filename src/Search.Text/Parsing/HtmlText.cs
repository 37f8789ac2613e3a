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

    /// <summary>Items met so far in each list that is open; negative in a list without numbers.</summary>
    private readonly Stack<int> lists = new();

    /// <summary>Rows met so far in each table that is open.</summary>
    private readonly Stack<int> tables = new();

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
        // Children are taken by number: asking a node for its next sibling counts through all before it.
        var open = new Stack<(INode Node, int Next)>([(root, 0)]);
        while (open.TryPop(out var place))
        {
            if (place.Next == place.Node.ChildNodes.Length)
            {
                writer.Leave(place.Node);
                continue;
            }

            open.Push(place with { Next = place.Next + 1 });
            var child = place.Node.ChildNodes[place.Next];
            if (child is IText words)
            {
                writer.Write(words.Data);
            }
            else if (child is IElement element && child != without && !IsSkipped(element))
            {
                writer.Enter(element);
                open.Push((child, 0));
            }
        }

        return writer.text.ToString();
    }

    private static bool IsSkipped(IElement element) =>
        Skipped.Contains(element.LocalName) || element.HasAttribute("hidden") || (element.LocalName is "header" or "footer" && element.ParentElement?.LocalName == "body");

    private void Enter(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                Break("\n");
                break;
            case "li":
                Break("\n");
                text.Append(Marker());
                break;
            case "tr":
                Break("\n");
                text.Append('|');
                rowDepth++;
                break;
            case "td" or "th":
                text.Append(' ');
                break;
            case ['h', >= '1' and <= '6'] heading:
                Break("\n\n");
                text.Append('#', rowDepth > 0 ? 0 : heading[1] - '0').Append(' ');
                break;
            default:
                BreakAround(element);
                break;
        }

        switch (element.LocalName)
        {
            case "ol":
                lists.Push(0);
                break;
            case "ul":
                lists.Push(-1);
                break;
            case "table":
                tables.Push(0);
                break;
            case "pre":
                preDepth++;
                break;
        }
    }

    private void Leave(INode node)
    {
        switch ((node as IElement)?.LocalName)
        {
            case "td" or "th" when rowDepth > 0:
                TrimBlanks();
                text.Append(" |");
                return;
            case "tr" when rowDepth > 0:
                rowDepth--;
                EndRow((IElement)node);
                return;
            case "ol" or "ul":
                lists.TryPop(out _);
                break;
            case "table":
                tables.TryPop(out _);
                break;
            case "pre":
                preDepth--;
                break;
        }

        if (node is IElement element)
        {
            BreakAround(element);
        }
    }

    private void BreakAround(IElement element)
    {
        if (Blocks.Contains(element.LocalName))
        {
            Break("\n\n");
        }
    }

    /// <summary>A rule under the first row of a table makes it the header, as in the tables of the dumps.</summary>
    private void EndRow(IElement row)
    {
        tables.TryPop(out var rows);
        tables.Push(rows + 1);
        if (rows == 0 && rowDepth == 0)
        {
            text.Append("\n|").Append(string.Concat(Enumerable.Repeat("---|", Math.Max(1, row.ChildElementCount))));
        }
    }

    private string Marker()
    {
        if (!lists.TryPop(out var items))
        {
            return "- ";
        }

        lists.Push(items < 0 ? items : items + 1);
        return items < 0 ? "- " : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{items + 1}. ");
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
