using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Search.Text.Parsing;

/// <summary>Reads HTML pages into the same lightly marked text as the dumps: headings, lists and tables keep their shape, scripts and navigation are left out.</summary>
/// <remarks>Nothing of the page runs or is fetched: AngleSharp is used as a parser alone.</remarks>
public sealed class HtmlPageParser : IDocumentParser
{
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
}
