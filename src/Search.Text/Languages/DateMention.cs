namespace Search.Text.Languages;

/// <summary>A date or a span of dates as a text writes it.</summary>
/// <param name="Span">Where it stands, from its first number or month to its year and the word for year.</param>
/// <param name="From">First day, month or year meant; <see langword="null"/> where the year is missing.</param>
/// <param name="To">Last one meant, equal to <paramref name="From"/> where one date is written.</param>
/// <param name="YearMissing">Day or month without a year: <see cref="InYear"/> completes it.</param>
/// <param name="Month">Month of the first date, 1 to 12; <see langword="null"/> where only a year is written.</param>
/// <param name="Day">Day of the first date; <see langword="null"/> where none is written.</param>
/// <param name="LastMonth">Month of the last date.</param>
/// <param name="LastDay">Day of the last date.</param>
/// <param name="YearOffset">Where the year is missing: −1 for "last year", 1 for "next year", otherwise 0; to be added to the year of the page.</param>
public sealed record DateMention(
    TextSpan Span,
    PartialDate? From,
    PartialDate? To,
    bool YearMissing,
    int? Month = null,
    int? Day = null,
    int? LastMonth = null,
    int? LastDay = null,
    int YearOffset = 0)
{
    /// <summary>Whether two different dates are written, as in <c>28 – 30 August</c>.</summary>
    public bool IsRange => Month != LastMonth || Day != LastDay || From != To;

    /// <summary>The mention with the year that it does not name; unchanged where it names one.</summary>
    /// <param name="year">Year of the page; <see cref="YearOffset"/> is added to it.</param>
    /// <returns><see langword="null"/> where the year has no such day (29 February).</returns>
    public DateMention? InYear(int year)
    {
        if (!YearMissing)
        {
            return this;
        }

        var named = year + YearOffset;
        // December to January: the last date lies in the next year.
        var lastYear = LastMonth < Month ? named + 1 : named;
        return PartialDate.IsValid(named, Month, Day) && PartialDate.IsValid(lastYear, LastMonth, LastDay)
            ? this with { From = new PartialDate(named, Month, Day), To = new PartialDate(lastYear, LastMonth, LastDay), YearMissing = false }
            : null;
    }
}
