using Search.Text;

namespace Search.Answering.Timeline;

/// <summary>Where the date of a value comes from.</summary>
public enum DateOrigin
{
    /// <summary>The sentence names it.</summary>
    Sentence,

    /// <summary>A heading, the head of the column, or the sentence before names it.</summary>
    Heading,

    /// <summary>It is the page's date of publication.</summary>
    Published,
}

/// <summary>A fact's values by date.</summary>
/// <param name="Question">The query as understood.</param>
/// <param name="Kind">What the values are: <c>rank</c>, <c>percent</c>, <c>money</c>, <c>measure</c>, <c>duration</c> or <c>count</c>; <see langword="null"/> where nothing was found.</param>
/// <param name="Points">By date, then by value; each value of a year once.</param>
public sealed record TimelineReport(QuestionReport Question, string? Kind, IReadOnlyList<TimelinePoint> Points);

/// <summary>A value at a date.</summary>
/// <param name="Date">When it was so, as exactly as the archive tells.</param>
/// <param name="Origin">Where the date comes from.</param>
/// <param name="Value">The value as the page writes it.</param>
/// <param name="Number">The number.</param>
/// <param name="Unit">One name of the unit for all languages; empty where there is none.</param>
/// <param name="IsDisputed">Whether the archive states another value of the same year.</param>
/// <param name="Source">The sentence that states it.</param>
/// <param name="AlsoIn">Sentences of other pages that state the same, versions of the source left out.</param>
public sealed record TimelinePoint(PartialDate Date, DateOrigin Origin, string Value, double Number, string Unit, bool IsDisputed, Citation Source, IReadOnlyList<Citation> AlsoIn);
