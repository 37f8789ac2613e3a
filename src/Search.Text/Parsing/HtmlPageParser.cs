using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Search.Text.Parsing;

/// <summary>Reads HTML pages into the same lightly marked text as the dumps: headings, lists and tables keep their shape, scripts and navigation are left out.</summary>
/// <remarks>Nothing of the page runs or is fetched: AngleSharp is used as a parser alone.</remarks>
public sealed partial class HtmlPageParser : IDocumentParser
{
    /// <summary>Open elements; pages that editors produce stay below a hundred, and a comparison in a script may look like one.</summary>
    private const int MaxDepth = 10_000;

    /// <inheritdoc/>
    public PageContent Parse(string source)
    {
        var page = new HtmlParser().ParseDocument(source);
        var root = Only(page, "article") ?? page.QuerySelector("main, [role=main]") ?? (INode?)page.Body ?? page;
        var heading = page.QuerySelector("h1");
        var title = Words(heading?.TextContent) ?? Words(Attribute(page, "meta[property='og:title']", "content")) ?? Words(page.Title) ?? "";

        var lines = HtmlText.Render(root, without: heading).Split('\n').ToList();
        var stated = SourceAddress.Take(lines);
        var url = Address(Attribute(page, "link[rel=canonical]", "href")) ?? Address(Attribute(page, "meta[property='og:url']", "content")) ?? stated;
        if (title.Length == 0)
        {
            title = PageTitle.Take(lines);
        }

        return new PageContent(url, title, Leftovers.Clear(lines), Published(page, root));
    }

    /// <summary>Whether the elements of a page nest deeper than any page that a person wrote: taking such a page apart costs the square of its length.</summary>
    public static bool IsTooDeep(string source)
    {
        var depth = 0;
        for (var at = source.IndexOf('<'); at >= 0 && at + 1 < source.Length && depth <= MaxDepth; at = source.IndexOf('<', at + 1))
        {
            if (source[at + 1] == '/')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (char.IsAsciiLetter(source[at + 1]) && !EndsByItself().IsMatch(source.AsSpan(at + 1, Math.Min(12, source.Length - at - 1))))
            {
                depth++;
            }
        }

        return depth > MaxDepth;
    }

    /// <summary>Whether a text is an HTML page, whatever its file is called.</summary>
    public static bool Recognizes(string source)
    {
        var start = source.AsSpan(0, Math.Min(source.Length, 1000)).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static PartialDate? Published(IDocument page, INode root)
    {
        var stated = Attribute(page, "meta[property='article:published_time'], meta[itemprop=datePublished], meta[name=date], meta[name='dc.date'], meta[name='DC.date.issued']", "content")
            ?? Attribute(page, "time[itemprop=datePublished], time[pubdate]", "datetime")
            ?? (root as IParentNode)?.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        return PartialDate.Parse(stated?.Length > 10 ? stated[..10] : stated);
    }

    /// <summary>The element where a page has exactly one: several articles are a list of teasers.</summary>
    private static IElement? Only(IDocument page, string selector) => page.QuerySelectorAll(selector) is { Length: 1 } one ? one[0] : null;

    private static string? Attribute(IDocument page, string selector, string name) => page.QuerySelector(selector)?.GetAttribute(name);

    private static string? Words(string? text) => text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : null;

    private static string? Address(string? url) => Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" ? url!.Trim() : null;

    // Elements without content, and those whose end may be left out.
    [GeneratedRegex(@"^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|tbody|thead|tfoot|option|colgroup)(?![a-z0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndsByItself();
}
