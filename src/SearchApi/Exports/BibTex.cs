using System.Globalization;
using System.Text;
using Search.Text;

namespace SearchApi.Exports;

/// <summary>BibTeX: <c>@misc</c> with <c>url</c> and <c>urldate</c>, which classic styles and biblatex both take.</summary>
internal static class BibTex
{
    /// <summary>The entries, one behind the other.</summary>
    public static string Write(IReadOnlyList<CitedWork> works, DateOnly accessed)
    {
        var entries = new StringBuilder();
        foreach (var work in works)
        {
            entries.Append(CultureInfo.InvariantCulture, $"@misc{{{work.Id},\n");
            Field("title", "{" + Escape(work.Title) + "}");
            Field("author", "{" + Escape(work.Publisher) + "}");
            if (work.Published is { } published)
            {
                Field("year", published.Year.ToString(CultureInfo.InvariantCulture));
                Field("date", published.ToString());
            }

            if (work.Url.Length > 0)
            {
                Field("url", work.Url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal));
                Field("urldate", accessed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            Field("langid", work.Language switch
            {
                Language.Belarusian => "belarusian",
                Language.English => "english",
                _ => "russian",
            });
            if (work.Quote.Length > 0)
            {
                Field("note", Escape(work.Quote));
            }

            entries.Append("}\n\n");
        }

        return entries.ToString();

        void Field(string name, string value) => entries.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    // Characters that TeX reads as commands.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '{' or '}' or '$' or '&' or '%' or '#' or '_' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
