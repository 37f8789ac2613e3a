using System.Globalization;
using Search.Retrieval;
using Search.Retrieval.Highlighting;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>The reader's view of a page: as stored, with its quote and words marked, its versions and its provenance.</summary>
internal static class DocumentPage
{
    /// <summary>The page.</summary>
    /// <param name="visit">The visitor.</param>
    /// <param name="document">The page as stored.</param>
    /// <param name="query">The query that led here; empty for none.</param>
    /// <param name="text">Its text with what is to be marked.</param>
    /// <param name="versions">Other versions of it.</param>
    /// <param name="nearest">Pages about the same.</param>
    /// <param name="seen">When index runs met it; <see langword="null"/> where that is not known.</param>
    public static Html Of(Visit visit, ArchiveDocument document, string query, PageText text, IReadOnlyList<DocumentVersion> versions, IReadOnlyList<SearchResult> nearest, SeenTimes? seen)
    {
        var texts = visit.Texts;
        var code = document.Language.Code();
        var title = document.Title.Length > 0 ? document.Title : texts["result.untitled"];
        var date = document.Published is { } published
            ? Html.Of($"""<time datetime="{published.ToString()}">{texts.Date(published)}</time>""")
            : Html.Of($"<span>{texts["result.undated"]}</span>");
        var back = Html.If(query.Length > 0, () => Html.Of($"""<p class="back"><a href="{PageAddress.Search(new SearchRequest(query), visit.Ui)}">← {texts["document.back"]}</a></p>"""));
        var toQuote = Html.If(text.Quote is not null, () => Html.Of($"""<p class="to-quote"><a href="#quote">{texts["document.toQuote"]}</a></p>"""));
        return Layout.Page(visit, title, Html.Of($"""
            {SearchForm.Of(visit, new SearchRequest(query), withFilters: false)}{back}<article class="document">
            <header>
            <h1 lang="{code}">{title}</h1>
            <p class="about">{date}<span>{texts.NameOf(document.Language)}</span>{Original(texts, document, text)}</p>
            {Versions(visit, versions)}{toQuote}</header>
            <div class="text" lang="{code}">
            {text.Render()}</div>
            </article>
            {Nearest(visit, nearest)}{Provenance(texts, document, seen)}{ExportLinks.Of(texts, texts["export.page"], $"/v1/documents/{Uri.EscapeDataString(document.Id)}/export?", null)}
            """), Head(document, title), "reader");
    }

    // Highwire's names are what Zotero and Google Scholar read.
    private static Html Head(ArchiveDocument document, string title)
    {
        var date = document.Published is { } published
            ? Html.Of($"""<meta name="citation_publication_date" content="{published.ToString().Replace('-', '/')}">""")
            : Html.Empty;
        var address = WebAddress.Followable(document.Url) is { } url
            ? Html.Of($"""<meta name="citation_public_url" content="{url}"><link rel="canonical" href="{url}">""")
            : Html.Empty;
        return Html.Of($"""
            <meta name="citation_title" content="{title}">
            <meta name="citation_author" content="{InterfaceTexts.In(document.Language)["site.owner"]}">
            <meta name="citation_language" content="{document.Language.Code()}">
            {date}{address}
            <link rel="alternate" type="text/markdown" href="/documents/{Uri.EscapeDataString(document.Id)}.md">

            """);
    }

    private static Html Original(InterfaceTexts texts, ArchiveDocument document, PageText text)
    {
        if (WebAddress.Followable(document.Url) is not { } url)
        {
            return Html.Empty;
        }

        return text.Quote is { } quote
            ? Html.Of($"""<span><a href="{TextFragment.Link(url, quote.Of(document.Text))}" rel="external">{texts["document.originalAt"]}</a></span>""")
            : Html.Of($"""<span><a href="{url}" rel="external">{texts["document.original"]}</a></span>""");
    }

    private static Html Versions(Visit visit, IReadOnlyList<DocumentVersion> versions) => Html.If(versions.Count > 0, () => Html.Of($"""
        <p class="versions">{visit.Texts["document.versions"]}: {versions.Select(version => Html.Of($"""<a href="{PageAddress.Document(version.Id, visit.Ui)}" hreflang="{version.Language.Code()}">{visit.Texts.NameOf(version.Language)}</a> """))}</p>

        """));

    private static Html Nearest(Visit visit, IReadOnlyList<SearchResult> nearest) => Html.If(nearest.Count > 0, () => Html.Of($"""
        <section class="nearest" aria-labelledby="nearest">
        <h2 id="nearest">{visit.Texts["document.nearest"]}</h2>
        <ul>{nearest.Select(page => Html.Of($"""<li><a href="{PageAddress.Document(page.Id, visit.Ui)}" lang="{page.Language.Code()}">{(page.Title.Length > 0 ? page.Title : visit.Texts["result.untitled"])}</a> <span class="about">{(page.Published is { } date ? visit.Texts.Date(date) : "")}</span></li>"""))}</ul>
        </section>

        """));

    private static Html Provenance(InterfaceTexts texts, ArchiveDocument document, SeenTimes? seen)
    {
        var address = WebAddress.Followable(document.Url) is { } url
            ? Html.Of($"""<a href="{url}" rel="external">{url}</a>""")
            : Html.Text(texts["document.noAddress"]);
        var date = Html.If(document.Published is not null, () => Html.Of($"<div><dt>{texts["document.published"]}</dt><dd>{document.Published?.ToString()}</dd></div>"));
        return Html.Of($"""
            <section class="provenance" aria-labelledby="provenance">
            <h2 id="provenance">{texts["document.provenance"]}</h2>
            <dl>
            <div><dt>{texts["document.address"]}</dt><dd>{address}</dd></div>
            {date}
            <div><dt>{texts["document.language"]}</dt><dd>{texts.NameOf(document.Language)}</dd></div>
            {Html.If(seen is not null, () => Html.Of($"{Seen(texts["document.firstSeen"], seen!.Value.First)}{Seen(texts["document.lastSeen"], seen.Value.Last)}"))}<div><dt>{texts["document.file"]}</dt><dd>{document.FileName}</dd></div>
            <div><dt>{texts["document.checksum"]}</dt><dd><code>{document.Sha256}</code></dd></div>
            </dl>
            <p><a href="/documents/{Uri.EscapeDataString(document.Id)}.md">{texts["export.markdown"]}</a></p>
            </section>

            """);
    }

    private static Html Seen(string name, DateTimeOffset time) =>
        Html.Of($"""<div><dt>{name}</dt><dd><time datetime="{time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}">{time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC</time></dd></div>""");
}
