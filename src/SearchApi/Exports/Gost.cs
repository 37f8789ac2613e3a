using System.Globalization;
using System.Text;
using Search.Text;
using SearchApi.Pages;

namespace SearchApi.Exports;

/// <summary>
/// References by GOST R 7.0.100-2018 to a part of a site, in the language of the page: title, kind of content, site, year, date,
/// address and day of access, the areas divided by a point and a dash.
/// </summary>
internal static class Gost
{
    /// <summary>A reference a line.</summary>
    public static string Write(IReadOnlyList<CitedWork> works, DateOnly accessed)
    {
        var references = new StringBuilder();
        foreach (var work in works)
        {
            references.Append(Reference(work, accessed)).Append('\n');
        }

        return references.ToString();
    }

    private static string Reference(CitedWork work, DateOnly accessed)
    {
        var (content, site, access) = work.Language switch
        {
            Language.Belarusian => ("Тэкст : электронны", "сайт", "дата звароту"),
            Language.English => ("Text : electronic", "website", "accessed"),
            _ => ("Текст : электронный", "сайт", "дата обращения"),
        };
        var reference = new StringBuilder(work.Title.TrimEnd('.')).Append(CultureInfo.InvariantCulture, $". – {content} // {work.Publisher} : [{site}]");
        if (work.Published is { } published)
        {
            reference.Append(CultureInfo.InvariantCulture, $". – {published.Year}");
            if (published.Month is not null)
            {
                reference.Append(". – ").Append(WithoutYear(InterfaceTexts.In(work.Language).Date(published).Replace('\u00A0', ' ')));
            }
        }

        if (work.Url.Length > 0)
        {
            reference.Append(CultureInfo.InvariantCulture, $". – URL: {work.Url} ({access}: {accessed:dd.MM.yyyy})");
        }

        return reference.Append('.').ToString();
    }

    private static string WithoutYear(string date) => date[..date.LastIndexOf(' ')];
}
