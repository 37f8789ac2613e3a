using System.Net.Mime;
using Search.Answering;
using SearchApi.Archive;
using SearchApi.Endpoints;
using SearchApi.Problems;

namespace SearchApi.Exports;

/// <summary>Saves a list of results, a page or an answer's sources: <c>/v1/export</c>, <c>/v1/documents/{id}/export</c>, <c>/v1/export/answer</c>.</summary>
internal static class ExportEndpoints
{
    private static readonly QueryParameter Format = new("format", "How to write it.", "ris") { IsRequired = true, Values = [.. ExportFormat.All.Select(format => format.Name)] };
    private static readonly QueryParameter Question = new("question", "The question whose sources are wanted.", "Какое место заняла Беларусь в 2020 году?") { IsRequired = true, Range = (1, QuestionRequest.MaxLength) };
    private static readonly IReadOnlyList<QueryParameter> ListParameters = [.. SearchParameters.All, Format];

    /// <summary>Maps the three doors.</summary>
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        Describe(app.MapGet("/v1/export", List), "exportList", "Save a list of results", ListParameters);
        Describe(app.MapGet("/v1/documents/{id}/export", Page), "exportDocument", "Save a reference to a page", [Format]);
        Describe(app.MapGet("/v1/export/answer", Sources), "exportAnswer", "Save the sources of an answer", [Question, Format]);
    }

    private static void Describe(RouteHandlerBuilder door, string name, string summary, IReadOnlyList<QueryParameter> parameters) => door
        .WithName(name)
        .WithTags("Export")
        .WithSummary(summary)
        .WithMetadata(new ParametersMetadata(parameters))
        .Produces<string>(contentType: "text/plain", additionalContentTypes: [.. ExportFormat.All.Select(format => format.ContentType.Split(';')[0]).Distinct()])
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> List(HttpContext http, ArchiveOpener archive, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(http.Request.Query, ListParameters);
        var request = SearchParameters.Read(reader);
        var format = Chosen(reader);
        return reader.Errors is { Count: > 0 } errors
            ? Problem.Invalid(errors)
            : Send(http, format, [.. (await archive.Current.Passages.SearchAsync(request, cancellationToken)).Results.Select(CitedWork.Of)], clock, "results");
    }

    private static IResult Page(string id, HttpContext http, ArchiveOpener archive, TimeProvider clock)
    {
        var reader = new QueryReader(http.Request.Query, [Format]);
        var format = Chosen(reader);
        if (reader.Errors is { Count: > 0 } errors)
        {
            return Problem.Invalid(errors);
        }

        return archive.Current.Passages.Document(id) is { } document
            ? Send(http, format, [CitedWork.Of(document)], clock, document.Id)
            : Problem.Of(StatusCodes.Status404NotFound, "The archive holds no page with this id.");
    }

    private static async Task<IResult> Sources(HttpContext http, ArchiveOpener archive, TimeProvider clock, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(http.Request.Query, [Question, Format]);
        var (question, format) = (reader.Text(Question), Chosen(reader));
        if (reader.Errors is { Count: > 0 } errors)
        {
            return Problem.Invalid(errors);
        }

        var answer = await archive.Current.Ask("export", new QuestionRequest(question), cancellationToken);
        var citations = answer switch
        {
            Answer.Grounded grounded => grounded.Citations,
            Answer.Declined declined => declined.Citations,
            _ => [],
        };
        return Send(http, format, [.. citations.Select(CitedWork.Of)], clock, "answer");
    }

    private static ExportFormat Chosen(QueryReader reader)
    {
        reader.Text(Format);
        var name = reader.Choice(Format, ExportFormat.All[0].Name);
        return ExportFormat.All.First(format => format.Name == name);
    }

    private static IResult Send(HttpContext http, ExportFormat format, IReadOnlyList<CitedWork> works, TimeProvider clock, string name)
    {
        http.Response.Headers.ContentDisposition = new ContentDisposition { DispositionType = "attachment", FileName = $"{name}.{format.Extension}" }.ToString();
        return TypedResults.Text(format.Write(works, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), format.ContentType);
    }
}
