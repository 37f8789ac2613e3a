using System.Globalization;

namespace Search.Text;

/// <summary>A date as exactly as a page states it: a day, a month or only a year.</summary>
/// <param name="Year">Year of the common era, 1 to 9999.</param>
/// <param name="Month">1 to 12, or <see langword="null"/> where only the year is known.</param>
/// <param name="Day">1 to the month's last day, or <see langword="null"/> where only the month is known.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary><c>day</c>, <c>month</c> or <c>year</c>.</summary>
    public string Precision => Day is not null ? "day" : Month is not null ? "month" : "year";

    /// <summary>The first day that this date may mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that this date may mean.</summary>
    public DateOnly Last => Day is not null ? First : Month is not null ? First.AddMonths(1).AddDays(-1) : new DateOnly(Year, 12, 31);

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>; <see langword="null"/> for anything else, impossible days included.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new PartialDate(day.Year, day.Month, day.Day);
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new PartialDate(month.Year, month.Month);
        }

        return DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? new PartialDate(year.Year) : null;
    }

    /// <summary>Whether year, month and day name a day, month or year that exists.</summary>
    public static bool IsValid(int year, int? month, int? day) =>
        year is >= 1 and <= 9999 && month is null or (>= 1 and <= 12) && (day is null || (month is not null && day >= 1 && day <= DateTime.DaysInMonth(year, month.Value)));

    /// <summary>By first possible day, then the more exact date first.</summary>
    public int CompareTo(PartialDate other)
    {
        var byDay = First.CompareTo(other.First);
        return byDay != 0 ? byDay : Last.CompareTo(other.Last);
    }

    /// <summary>ISO 8601: <c>2020-10-23</c>, <c>2020-10</c> or <c>2020</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (int month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}"),
        (int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}"),
    };
}
