using Search.Retrieval;

namespace SearchApi.Pages;

/// <summary>How to ask: the query language by examples that can be tried.</summary>
internal static class HelpPage
{
    private static readonly string[] Lessons = ["words", "question", "phrase", "near", "exact", "must", "boolean", "title", "date", "prefix", "fuzzy"];

    /// <summary>The page.</summary>
    public static Html Of(Visit visit)
    {
        var texts = visit.Texts;
        var rows = Lessons.Select(lesson => Html.Of($"""
            <div><dt><a href="{PageAddress.Search(new SearchRequest(texts[$"help.example.{lesson}"]), visit.Ui)}"><code>{texts[$"help.example.{lesson}"]}</code></a></dt><dd>{texts[$"help.{lesson}"]}</dd></div>

            """));
        return Layout.Page(visit, texts["help.heading"], Html.Of($"""
            {SearchForm.Of(visit, new SearchRequest(""), withFilters: false)}<section class="help">
            <h1>{texts["help.heading"]}</h1>
            <dl>{rows}</dl>
            </section>
            """));
    }
}
