using System.Globalization;
using Search.Retrieval;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>Pages by year as bars that narrow the search to their year: links with words for those who do not see bars.</summary>
internal static class YearChart
{
    /// <summary>Height of the tallest bar in the units of its drawing.</summary>
    private const int Height = 40;

    /// <summary>Longest run of years drawn without gaps; a longer one shows only years that have pages.</summary>
    private const int MaxYears = 40;

    /// <summary>The chart; nothing where there are fewer than two years and none is chosen.</summary>
    public static Html Of(Visit visit, SearchRequest request, IReadOnlyList<FacetCount> facet)
    {
        var counts = facet.Where(year => int.TryParse(year.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToDictionary(year => int.Parse(year.Value, CultureInfo.InvariantCulture), year => year.Count);
        if (counts.Count == 0 || (counts.Count == 1 && request.From is null && request.To is null))
        {
            return Html.Empty;
        }

        var (first, last, most) = (counts.Keys.Min(), counts.Keys.Max(), counts.Values.Max());
        var years = last - first < MaxYears ? Enumerable.Range(first, last - first + 1) : counts.Keys.Order();
        return Html.Of($"""
            <nav class="years" aria-label="{visit.Texts["filters.years"]}"><ul>{years.Select(year => Bar(visit, request, year, counts.GetValueOrDefault(year), most))}</ul></nav>

            """);
    }

    private static Html Bar(Visit visit, SearchRequest request, int year, int count, int most)
    {
        // The smallest count keeps a bar that can be seen.
        var height = count == 0 ? 0 : Math.Max(2, count * Height / most);
        var label = $"{visit.Texts.With("filters.year", year.ToString(CultureInfo.InvariantCulture))}: {visit.Texts.Count("results.count", count)}";
        var bar = Html.Of($"""
            <svg viewBox="0 0 10 {Height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect x="0" y="{Height - height}" width="10" height="{height}"/></svg><span class="year">{year}</span>
            """);
        var only = new PartialDate(year);
        var isChosen = request.From == only && request.To == only;
        var isInside = (request.From is null || request.From.Value.First <= only.Last) && (request.To is null || request.To.Value.Last >= only.First);
        var address = isChosen
            ? PageAddress.Search(request with { From = null, To = null, Page = 1 }, visit.Ui)
            : PageAddress.Search(request with { From = only, To = only, Page = 1 }, visit.Ui);
        return (count, isChosen, isInside) switch
        {
            (0, _, _) => Html.Of($"<li class=\"empty\"><span aria-hidden=\"true\">{bar}</span></li>"),
            (_, true, _) => Html.Of($"""<li><a href="{address}" aria-label="{label}" title="{label}" aria-current="true">{bar}</a></li>"""),
            (_, _, true) => Html.Of($"""<li><a href="{address}" aria-label="{label}" title="{label}">{bar}</a></li>"""),
            _ => Html.Of($"""<li class="outside"><a href="{address}" aria-label="{label}" title="{label}">{bar}</a></li>"""),
        };
    }
}
