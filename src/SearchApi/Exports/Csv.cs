using System.Text;
using Search.Text;

namespace SearchApi.Exports;

/// <summary>A table by RFC 4180, with a byte order mark, without which spreadsheets read Cyrillic as Latin.</summary>
internal static class Csv
{
    /// <summary>A heading and a row a work.</summary>
    public static string Write(IReadOnlyList<CitedWork> works, DateOnly accessed)
    {
        var table = new StringBuilder("\uFEFFid,title,url,language,published,text\r\n");
        foreach (var work in works)
        {
            table.AppendJoin(',', new[] { work.Id, work.Title, work.Url, work.Language.Code(), work.Published?.ToString() ?? "", work.Quote }.Select(Cell)).Append("\r\n");
        }

        return table.ToString();
    }

    // A cell that begins like a formula would be run by a spreadsheet; an apostrophe makes it text.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
