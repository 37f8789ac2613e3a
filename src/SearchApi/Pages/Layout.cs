using Search.Text;

namespace SearchApi.Pages;

/// <summary>The frame of every page.</summary>
internal static class Layout
{
    /// <summary>A whole page.</summary>
    /// <param name="visit">The visitor.</param>
    /// <param name="title">Title of the page, before the site's name; empty for the site's name alone.</param>
    /// <param name="main">Content of <c>main</c>.</param>
    /// <param name="head">Further elements of <c>head</c>.</param>
    /// <param name="kind">Kind of page, a class of <c>body</c>.</param>
    public static Html Page(Visit visit, string title, Html main, Html? head = null, string kind = "plain")
    {
        var texts = visit.Texts;
        var name = $"{texts["site.name"]} · {texts["site.owner"]}";
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{texts.Language.Code()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{(title.Length > 0 ? $"{title} · {texts["site.name"]}" : name)}</title>
            <link rel="stylesheet" href="{StaticFiles.Address("site.css")}">
            <link rel="icon" href="{StaticFiles.Address("icon.svg")}" type="image/svg+xml">
            <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="{texts["site.name"]}">
            <script src="{StaticFiles.Address("site.js")}" defer></script>
            {head}</head>
            <body class="{kind}">
            <a class="skip" href="#main">{texts["site.skip"]}</a>
            <header class="site">
            <a class="brand" href="{visit.Home}"><span class="brand-name">{texts["site.name"]}</span> <span class="brand-owner">{texts["site.owner"]}</span></a>
            <nav class="interface" aria-label="{texts["site.interface"]}">{Languages(visit)}</nav>
            </header>
            <main id="main" tabindex="-1">
            {main}
            </main>
            <footer class="site">
            <p>{texts["site.footer"]}</p>
            <p><a href="{visit.Help}">{texts["help.heading"]}</a> <a href="/llms.txt">{texts["site.forDevelopers"]}</a></p>
            </footer>
            </body>
            </html>

            """);
    }

    private static IEnumerable<Html> Languages(Visit visit) =>
        new[] { Language.Belarusian, Language.Russian, Language.English }.Select(language => language == visit.Texts.Language
            ? Html.Of($"""<a href="{visit.In(language)}" lang="{language.Code()}" hreflang="{language.Code()}" aria-current="true">{InterfaceTexts.In(language)["language.self"]}</a> """)
            : Html.Of($"""<a href="{visit.In(language)}" lang="{language.Code()}" hreflang="{language.Code()}">{InterfaceTexts.In(language)["language.self"]}</a> """));
}
