using System.Text;
using Search.Text;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Pages;

/// <summary>What machines read instead of pages: <c>/documents/{id}.md</c>, <c>/llms.txt</c>, <c>/opensearch.xml</c>, <c>/robots.txt</c>.</summary>
internal static class TwinEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapTwins(this IEndpointRouteBuilder app)
    {
        var twins = app.MapGroup("").ExcludeFromDescription();
        twins.MapGet("/documents/{id}.md", Markdown);
        twins.MapGet("/llms.txt", (HttpContext http, PublicAddress address) => TypedResults.Text(Llms(address.Of(http.Request)), "text/plain; charset=utf-8"));
        twins.MapGet("/opensearch.xml", (HttpContext http, PublicAddress address) => TypedResults.Text(OpenSearch(http, address.Of(http.Request)), "application/opensearchdescription+xml; charset=utf-8"));
        twins.MapGet("/robots.txt", () => TypedResults.Text("User-agent: *\nDisallow: /v1/\nDisallow: /mcp\n", "text/plain; charset=utf-8"));
    }

    private static IResult Markdown(string id, ArchiveOpener archive)
    {
        if (archive.Current.Passages.Document(id) is not { } document)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "The archive holds no page with this id.");
        }

        var page = new StringBuilder("---\n")
            .Append("title: ").Append(Quoted(document.Title)).Append('\n')
            .Append("url: ").Append(Quoted(document.Url)).Append('\n')
            .Append("language: ").Append(document.Language.Code()).Append('\n');
        if (document.Published is { } published)
        {
            page.Append("published: ").Append(published.ToString()).Append('\n');
        }

        page.Append("---\n\n");
        if (document.Title.Length > 0)
        {
            page.Append("# ").Append(document.Title.ReplaceLineEndings(" ")).Append("\n\n");
        }

        return TypedResults.Text(page.Append(document.Text).Append('\n').ToString(), "text/markdown; charset=utf-8");
    }

    // A double-quoted YAML text.
    private static string Quoted(string text) =>
        $"\"{text.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Llms(string site) => $"""
        # Ministry news archive

        > Search and grounded answers over the news archive of the Ministry of Communications and Informatization of the Republic of Belarus, in Belarusian, Russian and English. Every answer rests on sentences quoted verbatim, each with its page.

        Ask in any of the three languages; pages in the other two are found as well. An answer that the archive does not support is declined with a reason.

        ## Doors

        - [Model Context Protocol]({site}/mcp): tools search, fetch and ask, stateless streamable HTTP
        - [OpenAI-compatible chat]({site}/v1/models): POST {site}/v1/chat/completions, streaming or not, with url_citation annotations
        - [OpenAPI description]({site}/openapi/v1.json): GET /v1/search, POST /v1/ask, POST /v1/verify (a text checked sentence by sentence), GET /v1/timeline (a figure over the years), GET /v1/answers/HASH (an answer's permanent address), GET /v1/documents/ID, GET /v1/suggest, exports and feeds
        - [Search page]({site}/): the same for people; every page of the archive at {site}/documents/ID, as Markdown at {site}/documents/ID.md
        - [Widget]({site}/widget.js): <script src="{site}/widget.js" defer></script><ministry-search lang="be"></ministry-search>

        ## Good manners

        - Quote an answer with its citation; `link` leads a browser to the very sentence.
        - `status` is answered, partial or no_answer; with no_answer, say so and offer `related`.

        """;

    private static string OpenSearch(HttpContext http, string site)
    {
        var texts = InterfaceTexts.For(http.Request);
        return Html.Of($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
            <ShortName>{texts["site.name"]}</ShortName>
            <Description>{texts["site.owner"]}</Description>
            <InputEncoding>UTF-8</InputEncoding>
            <Image width="32" height="32" type="image/svg+xml">{site}/icon.svg</Image>
            <Url type="text/html" template="{site}/?q={"{searchTerms}"}"/>
            <Url type="application/atom+xml" template="{site}/feed.atom?q={"{searchTerms}"}"/>
            </OpenSearchDescription>

            """).ToString();
    }
}
