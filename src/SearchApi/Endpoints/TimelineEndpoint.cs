using System.Diagnostics;
using Search.Answering;
using Search.Answering.Timeline;
using Search.Text;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>GET /v1/timeline</c>: a fact's values by date.</summary>
internal static class TimelineEndpoint
{
    private static readonly QueryParameter Query = new("q", "What to follow: a question or key words.", "место Беларуси в рейтинге электронного правительства") { IsRequired = true, Range = (1, QuestionRequest.MaxLength) };
    private static readonly QueryParameter From = new("from", "Earliest date of a value: YYYY, YYYY-MM or YYYY-MM-DD.", "2016");
    private static readonly QueryParameter To = new("to", "Latest date of a value.", "2024");
    private static readonly IReadOnlyList<QueryParameter> Parameters = [Query, From, To];

    /// <summary>Maps the door.</summary>
    public static void MapTimeline(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/timeline", Timeline)
            .WithName("timeline")
            .WithTags("Ask")
            .WithSummary("A fact's values by date")
            .WithDescription("Ranks, shares, sums, measures or counts that the archive states of one subject, each with the sentence that states it; a value of a year stands once, whatever the number of pages and languages.")
            .WithMetadata(new ParametersMetadata(Parameters))
            .Produces<TimelineReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static IResult Timeline(HttpContext http, ArchiveOpener archive, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(http.Request.Query, Parameters);
        var (query, from, to) = (reader.Text(Query), reader.Date(From), reader.Date(To));
        if (from is { } first && to is { } last && first.First > last.Last)
        {
            reader.Refuse("from", "Must not be later than `to`.");
        }

        if (reader.Errors is { Count: > 0 } errors)
        {
            return Problem.Invalid(errors);
        }

        var started = Stopwatch.GetTimestamp();
        var report = archive.Current.Timeline.Read(query, from, to, cancellationToken);
        return TypedResults.Ok(TimelineReply.Of(report, Stopwatch.GetElapsedTime(started)));
    }
}

/// <summary>What <c>GET /v1/timeline</c> answers.</summary>
/// <param name="Query">As asked.</param>
/// <param name="Language">Language of the query.</param>
/// <param name="InterpretedAs">The query as run where it was mended; otherwise null.</param>
/// <param name="Kind"><c>rank</c>, <c>percent</c>, <c>money</c>, <c>measure</c>, <c>duration</c>, <c>count</c>; null where nothing was found.</param>
/// <param name="Points">By date, then by value.</param>
/// <param name="TookMs">Time spent, milliseconds.</param>
internal sealed record TimelineReply(string Query, string Language, string? InterpretedAs, string? Kind, IReadOnlyList<TimelinePointReply> Points, double TookMs)
{
    public static TimelineReply Of(TimelineReport report, TimeSpan took) => new(
        report.Question.Text,
        report.Question.Language.Code(),
        report.Question.InterpretedAs,
        report.Kind,
        [.. report.Points.Select(TimelinePointReply.Of)],
        Math.Round(took.TotalMilliseconds, 2));
}

/// <summary>A value at a date.</summary>
/// <param name="Date">When it was so: YYYY, YYYY-MM or YYYY-MM-DD.</param>
/// <param name="Precision"><c>day</c>, <c>month</c> or <c>year</c>.</param>
/// <param name="DateFrom">What tells the date: <c>sentence</c>, <c>heading</c> or <c>published</c>.</param>
/// <param name="Value">The value as the page writes it.</param>
/// <param name="Number">The number.</param>
/// <param name="Unit">One name of the unit for all languages; empty where there is none.</param>
/// <param name="Disputed">Whether the archive states another value of the same year.</param>
/// <param name="Source">The sentence that states it, with its address and other versions.</param>
/// <param name="AlsoIn">Sentences of other pages that state the same, at most 3.</param>
internal sealed record TimelinePointReply(string Date, string Precision, string DateFrom, string Value, double Number, string Unit, bool Disputed, CitationReply Source, IReadOnlyList<CitationReply> AlsoIn)
{
    public static TimelinePointReply Of(TimelinePoint point) => new(
        point.Date.ToString(),
        point.Date.Precision,
        point.Origin.ToString().ToLowerInvariant(),
        point.Value,
        point.Number,
        point.Unit,
        point.IsDisputed,
        CitationReply.Of(point.Source),
        [.. point.AlsoIn.Select(CitationReply.Of)]);
}
