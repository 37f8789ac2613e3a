using Search.Retrieval;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>The box, with what else was chosen kept as hidden fields or shown under "dates and exactness".</summary>
internal static class SearchForm
{
    /// <summary>The form; it works without a script, and <c>site.js</c> adds suggestions to it.</summary>
    public static Html Of(Visit visit, SearchRequest request, bool withFilters)
    {
        var texts = visit.Texts;
        return Html.Of($"""
            <form class="search" role="search" action="/" method="get" data-suggest="/v1/suggest"
             data-none="{texts["suggest.none"]}" data-one="{texts["suggest.some.one"]}" data-few="{texts["suggest.some.few"]}" data-many="{texts["suggest.some.many"]}" data-list="{texts["suggest.list"]}">
            <label for="q">{texts["search.label"]}</label>
            <div class="box">
            <input id="q" name="q" type="search" value="{request.Query}" placeholder="{texts["search.placeholder"]}" maxlength="{SearchRequest.MaxQueryLength}" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="q-how">
            <button type="submit">{texts["search.button"]}</button>
            </div>
            <p id="q-how" class="unseen">{texts["search.how"]}</p>
            {(withFilters ? Filters(texts, request) : Html.Empty)}{Hidden("ui", visit.Ui)}{(request.Sort == SortOrder.Relevance ? Html.Empty : Hidden("sort", request.Sort == SortOrder.Newest ? "newest" : "oldest"))}{request.Languages.Select(language => Hidden("language", language.Code()))}
            </form>

            """);
    }

    private static Html Filters(InterfaceTexts texts, SearchRequest request)
    {
        var isUsed = request.From is not null || request.To is not null || !request.CrossLanguage || request.Verbatim;
        var content = Html.Of($"""
            <summary>{texts["filters.dates"]}</summary>
            <div class="fields">
            <p><label for="from">{texts["filters.from"]}</label> <input id="from" name="from" value="{request.From?.ToString()}" inputmode="numeric" pattern="\d\d\d\d(-\d\d(-\d\d)?)?" maxlength="10" size="10" aria-describedby="date-hint"></p>
            <p><label for="to">{texts["filters.to"]}</label> <input id="to" name="to" value="{request.To?.ToString()}" inputmode="numeric" pattern="\d\d\d\d(-\d\d(-\d\d)?)?" maxlength="10" size="10" aria-describedby="date-hint"></p>
            <p id="date-hint" class="hint">{texts["filters.dateHint"]}</p>
            <p class="check"><input id="same" type="checkbox" name="crossLanguage" value="off"{Checked(!request.CrossLanguage)}> <label for="same">{texts["filters.sameLanguage"]}</label></p>
            <p class="check"><input id="verbatim" type="checkbox" name="verbatim" value="true"{Checked(request.Verbatim)}> <label for="verbatim">{texts["filters.verbatim"]}</label></p>
            <p><button type="submit" class="quiet">{texts["filters.apply"]}</button></p>
            </div>
            """);
        return isUsed ? Html.Of($"<details class=\"filters\" open>{content}</details>\n") : Html.Of($"<details class=\"filters\">{content}</details>\n");
    }

    private static Html Checked(bool isChecked) => isChecked ? Html.Of($" checked") : Html.Empty;

    private static Html Hidden(string name, string? value) => value is null ? Html.Empty : Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");
}
