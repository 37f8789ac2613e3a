using System.Globalization;
using System.Text;
using Search.Text;

namespace SearchApi.Exports;

/// <summary>RIS, as Zotero, EndNote and Mendeley read it; lines end in CR LF by its specification.</summary>
internal static class Ris
{
    /// <summary>The records, one behind the other.</summary>
    public static string Write(IReadOnlyList<CitedWork> works, DateOnly accessed)
    {
        var records = new StringBuilder();
        foreach (var work in works)
        {
            Line("TY", "ELEC");
            Line("ID", work.Id);
            Line("TI", work.Title);
            Line("AU", work.Publisher);
            Line("PB", work.Publisher);
            if (work.Published is { } published)
            {
                Line("PY", published.Year.ToString("D4", CultureInfo.InvariantCulture));
                Line("DA", string.Create(CultureInfo.InvariantCulture, $"{published.Year:D4}/{published.Month:D2}/{published.Day:D2}/"));
            }

            if (work.Url.Length > 0)
            {
                Line("UR", work.Url);
                Line("Y2", accessed.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture) + "/");
            }

            Line("LA", work.Language.Code());
            if (work.Quote.Length > 0)
            {
                Line("N2", work.Quote);
            }

            records.Append("ER  - \r\n\r\n");
        }

        return records.ToString();

        void Line(string tag, string value) => records.Append(CultureInfo.InvariantCulture, $"{tag}  - {value}\r\n");
    }
}
