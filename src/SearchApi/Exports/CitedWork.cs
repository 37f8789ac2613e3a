using Search.Answering;
using Search.Retrieval;
using Search.Text;
using SearchApi.Pages;

namespace SearchApi.Exports;

/// <summary>A page as a bibliography names it.</summary>
/// <param name="Id">Document id, the key of the entry.</param>
/// <param name="Title">Title.</param>
/// <param name="Url">Address on the web; empty where the page has none.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Published">Publication date as exactly as known.</param>
/// <param name="Quote">The sentence cited or found; empty for none.</param>
internal sealed record CitedWork(string Id, string Title, string Url, Language Language, PartialDate? Published, string Quote)
{
    /// <summary>Who published the page, in the page's language.</summary>
    public string Publisher => InterfaceTexts.In(Language)["site.owner"];

    public static CitedWork Of(ArchiveDocument document, string quote = "") =>
        new(document.Id, Line(document.Title), WebAddress.Followable(document.Url) ?? "", document.Language, document.Published, Line(quote));

    public static CitedWork Of(SearchResult result) =>
        new(result.Id, Line(result.Title), WebAddress.Followable(result.Url) ?? "", result.Language, result.Published, Line(result.Snippet.Text));

    public static CitedWork Of(Citation citation) => Of(citation.Document, citation.Quote);

    // Every format here is one of lines.
    private static string Line(string text) => string.Join(' ', Printable.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
