using Search.Text;

namespace SearchApi.Pages;

/// <summary>What a page needs to know of its visitor.</summary>
/// <param name="Texts">The interface in the visitor's language.</param>
/// <param name="Ui">The language as chosen in the address, to keep it in links; <see langword="null"/> where the browser's own decides.</param>
/// <param name="PathAndQuery">The address without the interface language, for the switch between languages.</param>
internal sealed record Visit(InterfaceTexts Texts, string? Ui, string PathAndQuery)
{
    /// <summary>Reads the visitor's wishes from the request.</summary>
    public static Visit Of(HttpRequest request)
    {
        var ui = LanguageCodes.Parse(request.Query["ui"].FirstOrDefault())?.Code();
        var kept = request.Query.Where(pair => !pair.Key.Equals("ui", StringComparison.OrdinalIgnoreCase));
        return new Visit(InterfaceTexts.For(request), ui, request.Path + QueryString.Create(kept).ToString());
    }

    /// <summary>This very page in another interface language.</summary>
    public string In(Language language) => PathAndQuery + (PathAndQuery.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "ui=" + language.Code();

    /// <summary>Address of the empty search page.</summary>
    public string Home => Ui is null ? "/" : "/?ui=" + Ui;

    /// <summary>Address of the help page.</summary>
    public string Help => Ui is null ? "/help" : "/help?ui=" + Ui;
}
