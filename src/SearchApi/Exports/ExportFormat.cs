namespace SearchApi.Exports;

/// <summary>A way to write a list of works.</summary>
/// <param name="Name">Value of <c>format=</c>.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Extension">End of the file's name.</param>
/// <param name="Write">Writes works cited on a day; the day of access is part of a reference to a web page.</param>
internal sealed record ExportFormat(string Name, string ContentType, string Extension, Func<IReadOnlyList<CitedWork>, DateOnly, string> Write)
{
    /// <summary>All formats, in the order of the page's links.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("bibtex", "application/x-bibtex; charset=utf-8", "bib", BibTex.Write),
        new("ris", "application/x-research-info-systems; charset=utf-8", "ris", Ris.Write),
        new("csl", "application/vnd.citationstyles.csl+json; charset=utf-8", "json", CslJson.Write),
        new("gost", "text/plain; charset=utf-8", "txt", Gost.Write),
        new("csv", "text/csv; charset=utf-8", "csv", Csv.Write),
        new("json", "application/json; charset=utf-8", "json", PlainJson.Write),
    ];
}
