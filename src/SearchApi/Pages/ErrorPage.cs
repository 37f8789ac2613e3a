using Search.Retrieval;

namespace SearchApi.Pages;

/// <summary>What a person sees instead of problem+json.</summary>
internal static class ErrorPage
{
    /// <summary>The page for a status code.</summary>
    public static Html Of(Visit visit, int status)
    {
        var texts = visit.Texts;
        var name = status switch
        {
            StatusCodes.Status404NotFound => "error.notFound",
            StatusCodes.Status503ServiceUnavailable => "error.unavailable",
            _ => "error.failed",
        };
        return Layout.Page(visit, texts[name], Html.Of($"""
            {SearchForm.Of(visit, new SearchRequest(""), withFilters: false)}<section class="none" role="alert">
            <h1>{texts[name]}</h1>
            <p>{texts[name + "Text"]}</p>
            </section>
            """));
    }
}
