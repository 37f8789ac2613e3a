namespace SearchApi.Pages;

/// <summary>Links to what can be saved.</summary>
internal static class ExportLinks
{
    private static readonly (string Format, string Name)[] Formats =
        [("bibtex", "BibTeX"), ("ris", "RIS"), ("csl", "CSL-JSON"), ("gost", ""), ("csv", "CSV"), ("json", "JSON")];

    /// <summary>The links.</summary>
    /// <param name="texts">Words of the interface.</param>
    /// <param name="what">What is saved.</param>
    /// <param name="address">Address of the door up to and with the <c>?</c> or <c>&amp;</c> before <c>format=</c>.</param>
    /// <param name="feed">Address of a feed; <see langword="null"/> where there is none.</param>
    /// <param name="id">Id of the heading, one on its page.</param>
    public static Html Of(InterfaceTexts texts, string what, string address, string? feed, string id = "exports")
    {
        var links = Formats.Select(format => Html.Of($"""<li><a href="{address}format={format.Format}" download rel="nofollow">{(format.Name.Length > 0 ? format.Name : texts["export.gost"])}</a></li>"""));
        var atom = feed is null ? Html.Empty : Html.Of($"""<li><a href="{feed}" type="application/atom+xml">{texts["export.feed"]}</a></li>""");
        return Html.Of($"""
            <section class="exports" aria-labelledby="{id}">
            <h2 id="{id}">{texts["export.heading"]}: {what}</h2>
            <ul>{links}{atom}</ul>
            </section>

            """);
    }
}
