using Search.Answering;
using Search.Retrieval;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>The search page, empty or with results.</summary>
internal static class SearchPage
{
    /// <summary>The page before anything was asked.</summary>
    public static Html Empty(Visit visit)
    {
        var texts = visit.Texts;
        var examples = new[] { "words", "phrase", "question" }.Select(name => texts[$"help.example.{name}"]).Select(example =>
            Html.Of($"""<li><a href="{PageAddress.Search(new SearchRequest(example), visit.Ui)}">{example}</a></li>"""));
        return Layout.Page(visit, "", Html.Of($"""
            <div class="welcome">
            <h1>{texts["site.name"]}</h1>
            <p class="lead">{texts["site.lead"]}</p>
            {SearchForm.Of(visit, new SearchRequest(""), withFilters: false)}<p class="examples-label" id="examples">{texts["search.examples"]}</p>
            <ul class="examples" aria-labelledby="examples">{examples}</ul>
            </div>
            """), kind: "start");
    }

    /// <summary>The page that says what was wrong with the address, with the box to mend it.</summary>
    public static Html Refused(Visit visit, SearchRequest request, IReadOnlyDictionary<string, string[]> errors)
    {
        var texts = visit.Texts;
        var messages = errors.SelectMany(error => error.Value.Select(message => Html.Of($"<li><code>{error.Key}</code> {message}</li>")));
        return Layout.Page(visit, texts["error.heading"], Html.Of($"""
            {SearchForm.Of(visit, request, withFilters: true)}<section class="none" role="alert">
            <h1>{texts["error.heading"]}</h1>
            <ul lang="en">{messages}</ul>
            </section>
            """));
    }

    /// <summary>The page with what was found.</summary>
    /// <param name="visit">The visitor.</param>
    /// <param name="request">The search.</param>
    /// <param name="response">What was found.</param>
    /// <param name="answer">The answer where a question was asked; otherwise <see langword="null"/>.</param>
    public static Html Of(Visit visit, SearchRequest request, SearchResponse response, Answer? answer)
    {
        var texts = visit.Texts;
        var title = texts.With("results.title", request.Query) + (request.Page > 1 ? " · " + texts.With("results.page", request.Page.ToString(System.Globalization.CultureInfo.InvariantCulture)) : "");
        var feed = "/feed.atom?" + PageAddress.Parameters(request with { Page = 1 });
        var head = Html.Of($"""
            <link rel="alternate" type="application/atom+xml" href="{feed}" title="{texts["export.feed"]}">
            <meta name="robots" content="noindex">

            """);
        return Layout.Page(visit, title, Html.Of($"""
            {SearchForm.Of(visit, request, withFilters: true)}{Notices(visit, request, response.Query)}{(answer is null ? Html.Empty : AnswerCard.Of(visit, request.Query, answer))}<section class="results" aria-labelledby="results">
            <div class="summary">
            <h1 id="results">{texts["results.heading"]} <span class="count" role="status">{texts.Count("results.count", response.Total)}</span></h1>
            {Html.If(response.Total > 1, () => Order(visit, request))}</div>
            {Narrowing(visit, request, response)}{(response.Results.Count > 0 ? Results(visit, request, response) : Nothing(visit, request, response.Query))}{Pages(visit, request, response)}</section>
            {Html.If(response.Results.Count > 0, () => ExportLinks.Of(texts, texts["export.list"], "/v1/export?" + PageAddress.Parameters(request) + "&", feed))}
            """), head, "found");
    }

    private static Html Notices(Visit visit, SearchRequest request, QueryReport report)
    {
        var texts = visit.Texts;
        var instead = report.InterpretedAs is { } run
            ? Html.Of($"""
                <p>{texts["notice.interpreted"]} <strong>{run}</strong>. <a href="{PageAddress.Search(request with { Verbatim = true, Page = 1 }, visit.Ui)}">{texts["notice.instead"]} <em>{report.Text}</em></a></p>

                """)
            : Html.Empty;

        // What was mended is said by the line above, what may help where nothing was found in its own place below.
        var notices = report.Notices.Where(notice => notice.Kind is not ("layout" or "transliteration" or "spelling" or "zero-results")).Select(notice => (Text: notice.Kind switch
        {
            "date" => texts.With("notice.date", notice.Subject ?? ""),
            "syntax" => texts["notice.syntax"],
            _ => notice.Text,
        }, notice.Query)).Select(notice => notice.Query is { } query
            ? Html.Of($"""<p>{notice.Text} <a href="{PageAddress.Search(request with { Query = query, Verbatim = true, Page = 1 }, visit.Ui)}">{texts["notice.asTyped"]}</a></p>""")
            : Html.Of($"<p>{notice.Text}</p>")).ToList();
        if (report.InterpretedAs is null && notices.Count == 0)
        {
            return Html.Empty;
        }
        return Html.Of($"""<div class="notices" role="note">{instead}{notices}</div>""");
    }

    private static Html Order(Visit visit, SearchRequest request)
    {
        var links = new[] { (SortOrder.Relevance, "relevance"), (SortOrder.Newest, "newest"), (SortOrder.Oldest, "oldest") }.Select(order =>
            Choice(PageAddress.Search(request with { Sort = order.Item1, Page = 1 }, visit.Ui), visit.Texts[$"sort.{order.Item2}"], request.Sort == order.Item1));
        return Html.Of($"""<nav class="order" aria-label="{visit.Texts["filters.sort"]}"><ul>{links}</ul></nav>""");
    }

    private static Html Narrowing(Visit visit, SearchRequest request, SearchResponse response)
    {
        var texts = visit.Texts;
        if (response.LanguageFacet.Count == 0 && response.YearFacet.Count == 0)
        {
            return Html.Empty;
        }

        var all = Choice(PageAddress.Search(request with { Languages = [], Page = 1 }, visit.Ui), texts["filters.all"], request.Languages.Count == 0);
        var languages = response.LanguageFacet.Select(facet => (Facet: facet, Language: LanguageCodes.Parse(facet.Value) ?? Language.Unknown))
            .Where(choice => choice.Language != Language.Unknown)
            .Select(choice => Choice(
                PageAddress.Search(request with { Languages = [choice.Language], Page = 1 }, visit.Ui),
                texts.NameOf(choice.Language),
                request.Languages.Contains(choice.Language),
                choice.Facet.Count));
        return Html.Of($"""
            <div class="narrow">
            <nav class="languages" aria-label="{texts["filters.language"]}"><ul>{all}{languages}</ul></nav>
            {YearChart.Of(visit, request, response.YearFacet)}</div>

            """);
    }

    private static Html Choice(string address, string text, bool isChosen, int? count = null)
    {
        var number = count is { } pages ? Html.Of($" <span class=\"count\">{pages}</span>") : Html.Empty;
        return isChosen
            ? Html.Of($"""<li><a href="{address}" aria-current="true">{text}{number}</a></li>""")
            : Html.Of($"""<li><a href="{address}">{text}{number}</a></li>""");
    }

    private static Html Results(Visit visit, SearchRequest request, SearchResponse response) => Html.Of($"""
        <ol class="list" start="{((response.Page - 1) * response.Size) + 1}">{response.Results.Select(result => Result(visit, request, result))}</ol>

        """);

    private static Html Result(Visit visit, SearchRequest request, SearchResult result)
    {
        var texts = visit.Texts;
        var title = result.Title.Length > 0 ? Html.Marked(result.Title, result.TitleHighlights) : Html.Text(texts["result.untitled"]);
        var date = result.Published is { } published
            ? Html.Of($"""<time datetime="{published.ToString()}">{texts.Date(published)}</time>""")
            : Html.Of($"<span>{texts["result.undated"]}</span>");
        var source = WebAddress.Followable(result.Link) is { } link
            ? Html.Of($"""<a href="{link}" rel="external">{WebAddress.Host(result.Url)}</a>""")
            : Html.Text(texts["result.noSource"]);
        var match = result.Match is MatchKind.Translated or MatchKind.Fuzzy
            ? Html.Of($"<span class=\"match\">{texts[result.Match == MatchKind.Translated ? "match.translated" : "match.fuzzy"]}</span>")
            : Html.Empty;
        var explanation = result.Explanation is { } why ? Html.Of($"<pre class=\"why\" lang=\"en\">{why}</pre>") : Html.Empty;
        return Html.Of($"""
            <li>
            <article>
            <h2><a href="{PageAddress.Document(result.Id, visit.Ui, request.Query)}" lang="{result.Language.Code()}">{title}</a></h2>
            <p class="about">{date}<span>{texts.NameOf(result.Language)}</span><span>{source}</span>{match}</p>
            <p class="snippet" lang="{result.Language.Code()}">{Html.Marked(result.Snippet.Text, result.Snippet.Highlights)}</p>
            {Versions(visit, request.Query, result.Versions)}{explanation}</article>
            </li>

            """);
    }

    private static Html Versions(Visit visit, string query, IReadOnlyList<DocumentVersion> versions) => Html.If(versions.Count > 0, () => Html.Of($"""
        <p class="versions">{visit.Texts["result.versions"]}: {versions.Select(version => Html.Of($"""<a href="{PageAddress.Document(version.Id, visit.Ui, query)}" hreflang="{version.Language.Code()}">{visit.Texts.NameOf(version.Language)}</a> """))}</p>

        """));

    private static Html Nothing(Visit visit, SearchRequest request, QueryReport report)
    {
        var texts = visit.Texts;
        var help = report.Notices.Where(notice => notice.Kind == "zero-results").ToList();
        var words = help.Where(notice => notice.Subject is not null).Select(notice => notice.Query is { } shorter
            ? Html.Of($"""<li>{texts.With("none.word", notice.Subject!)} <a href="{PageAddress.Search(request with { Query = shorter, Page = 1 }, visit.Ui)}">{texts.With("none.without", shorter)}</a></li>""")
            : Html.Of($"<li>{texts.With("none.word", notice.Subject!)}</li>"));
        var filters = help.Where(notice => notice.Drops.Count > 0).Select(notice =>
            Html.Of($"""<li><a href="{PageAddress.Search(Without(request, notice.Drops), visit.Ui)}">{texts[notice.Drops is [var only] ? $"none.drop.{only}" : notice.Drops is ["from", "to"] ? "none.drop.from" : "none.drop.all"]}</a>: {texts.Count("results.count", notice.Total)}</li>"""));
        var quotes = Html.If(request.Query.AsSpan().ContainsAny("\"«»=+"), () => Html.Of($"<li>{texts["none.quotes"]}</li>"));
        return Html.Of($"""
            <div class="none">
            <h2>{texts["none.heading"]}</h2>
            <ul>{words}{filters}{quotes}<li>{texts["none.words"]}</li><li>{texts["none.languages"]}</li></ul>
            <p><a href="{visit.Help}">{texts["help.heading"]}</a></p>
            </div>

            """);
    }

    private static SearchRequest Without(SearchRequest request, IReadOnlyList<string> drops) => request with
    {
        Languages = drops.Contains("language") ? [] : request.Languages,
        From = drops.Contains("from") ? null : request.From,
        To = drops.Contains("to") ? null : request.To,
        CrossLanguage = drops.Contains("crossLanguage") || request.CrossLanguage,
        Verbatim = !drops.Contains("verbatim") && request.Verbatim,
        Page = 1,
    };

    private static Html Pages(Visit visit, SearchRequest request, SearchResponse response)
    {
        var texts = visit.Texts;
        var last = Math.Min((response.Total + response.Size - 1) / response.Size, SearchRequest.MaxPage);
        if (last <= 1)
        {
            return Html.Empty;
        }

        var previous = Html.If(request.Page > 1, () => Html.Of($"""<a rel="prev" href="{PageAddress.Search(request with { Page = Math.Min(request.Page - 1, last) }, visit.Ui)}">{texts["results.previous"]}</a>"""));
        var next = Html.If(request.Page < last, () => Html.Of($"""<a rel="next" href="{PageAddress.Search(request with { Page = request.Page + 1 }, visit.Ui)}">{texts["results.next"]}</a>"""));
        return Html.Of($"""
            <nav class="pages" aria-label="{texts["results.pages"]}">{previous}<span>{request.Page} / {last}</span>{next}</nav>

            """);
    }
}
