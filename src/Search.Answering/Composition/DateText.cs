using System.Globalization;
using Search.Text;

namespace Search.Answering.Composition;

/// <summary>Dates as each language writes them: <c>22 мая 2020 г.</c>, <c>May 22, 2020</c>.</summary>
internal static class DateText
{
    private static readonly string[] Russian = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    private static readonly string[] RussianAlone = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
    private static readonly string[] Belarusian = ["студзеня", "лютага", "сакавіка", "красавіка", "мая", "чэрвеня", "ліпеня", "жніўня", "верасня", "кастрычніка", "лістапада", "снежня"];
    private static readonly string[] BelarusianAlone = ["студзень", "люты", "сакавік", "красавік", "май", "чэрвень", "ліпень", "жнівень", "верасень", "кастрычнік", "лістапад", "снежань"];

    /// <summary>The date in words, as exactly as it is known.</summary>
    public static string Of(PartialDate date, Language language)
    {
        var year = date.Year.ToString(CultureInfo.InvariantCulture);
        if (date.Month is not { } month)
        {
            return year;
        }

        var day = date.Day?.ToString(CultureInfo.InvariantCulture);
        return language switch
        {
            Language.English => day is null ? $"{CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[month - 1]} {year}" : $"{CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[month - 1]} {day}, {year}",
            Language.Belarusian => day is null ? $"{BelarusianAlone[month - 1]} {year} г." : $"{day} {Belarusian[month - 1]} {year} г.",
            _ => day is null ? $"{RussianAlone[month - 1]} {year} г." : $"{day} {Russian[month - 1]} {year} г.",
        };
    }
}
