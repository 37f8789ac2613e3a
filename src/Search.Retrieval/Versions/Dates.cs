using Search.Text;

namespace Search.Retrieval.Versions;

/// <summary>Compares dates of publication that may be known to the day, the month or the year.</summary>
internal static class Dates
{
    /// <summary>Translations follow within weeks, yearly events after a year; the middle leaves room for a date guessed from the event.</summary>
    private const int MostDaysApart = 45;

    /// <summary>Whether two pages may have been published about the same time; an unknown date agrees with every other.</summary>
    public static bool MayAgree(PartialDate? one, PartialDate? other) =>
        one is not { } first || other is not { } second
        || (first.First.AddDays(-MostDaysApart) <= second.Last && second.First.AddDays(-MostDaysApart) <= first.Last);
}
