using System.Globalization;
using System.Text;
using Search.Retrieval;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>Writes a search into an address, so that everything a visitor chose can be sent, kept and fed to another door.</summary>
internal static class PageAddress
{
    /// <summary>The parameters of a search without the leading <c>?</c>; defaults are left out.</summary>
    /// <param name="request">The search.</param>
    /// <param name="ui">Interface language to keep; <see langword="null"/> leaves it out.</param>
    public static string Parameters(SearchRequest request, string? ui = null)
    {
        var parameters = new List<(string Name, string Value)> { ("q", request.Query) };
        parameters.AddRange(request.Languages.Select(language => ("language", language.Code())));
        AddIf(request.From is not null, "from", request.From.ToString());
        AddIf(request.To is not null, "to", request.To.ToString());
        AddIf(request.Sort != SortOrder.Relevance, "sort", request.Sort == SortOrder.Newest ? "newest" : "oldest");
        AddIf(!request.CrossLanguage, "crossLanguage", "off");
        AddIf(request.Verbatim, "verbatim", "true");
        AddIf(request.Page > 1, "page", request.Page.ToString(CultureInfo.InvariantCulture));
        AddIf(request.Size != 10, "size", request.Size.ToString(CultureInfo.InvariantCulture));
        AddIf(ui is not null, "ui", ui);
        return Join(parameters);

        void AddIf(bool condition, string name, string? value)
        {
            if (condition)
            {
                parameters.Add((name, value ?? ""));
            }
        }
    }

    /// <summary>Address of the search page for a search.</summary>
    public static string Search(SearchRequest request, string? ui) => "/?" + Parameters(request, ui);

    /// <summary>Address of a page's reader view.</summary>
    /// <param name="id">Document id.</param>
    /// <param name="ui">Interface language to keep.</param>
    /// <param name="query">Query whose words are marked there; <see langword="null"/> for none.</param>
    /// <param name="quote">Place that is marked and scrolled to; <see langword="null"/> for none.</param>
    public static string Document(string id, string? ui, string? query = null, TextSpan? quote = null)
    {
        var parameters = new List<(string, string)>();
        if (!string.IsNullOrEmpty(query))
        {
            parameters.Add(("q", query));
        }

        if (quote is { } span)
        {
            parameters.Add(("start", span.Start.ToString(CultureInfo.InvariantCulture)));
            parameters.Add(("length", span.Length.ToString(CultureInfo.InvariantCulture)));
        }

        if (ui is not null)
        {
            parameters.Add(("ui", ui));
        }

        var address = "/documents/" + Uri.EscapeDataString(id);
        return (parameters.Count > 0 ? address + "?" + Join(parameters) : address) + (quote is null ? "" : "#quote");
    }

    private static string Join(IEnumerable<(string Name, string Value)> parameters)
    {
        var joined = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            joined.Append(joined.Length > 0 ? "&" : "").Append(name).Append('=').Append(Escape(value));
        }

        return joined.ToString();
    }

    // Uri.EscapeDataString refuses halves of surrogate pairs.
    private static string Escape(string text) => Uri.EscapeDataString(Printable.Of(text));
}
