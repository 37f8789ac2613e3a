using Search.Retrieval;
using Search.Text;
using SearchApi.Archive;
using SearchApi.Problems;

namespace SearchApi.Endpoints;

/// <summary><c>GET /v1/documents/{id}</c>: a page as stored.</summary>
internal static class DocumentEndpoint
{
    /// <summary>Maps the door.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/documents/{id}", Document)
            .WithName("document")
            .WithTags("Documents")
            .WithSummary("A page as stored")
            .WithDescription("Text, metadata, other versions and passages. Offsets of citations count in `text`, in UTF-16 code units.")
            .WithMetadata(new ParametersMetadata([]))
            .Produces<DocumentReply>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static IResult Document(string id, HttpContext http, ArchiveOpener archive)
    {
        if (new QueryReader(http.Request.Query, []).Errors is { Count: > 0 } errors)
        {
            return Problem.Invalid(errors);
        }

        var passages = archive.Current.Passages;
        return passages.Document(id) is { } document
            ? TypedResults.Ok(DocumentReply.Of(document, passages.Passages(id), passages.Versions(id), passages.Seen(id)))
            : Problem.Of(StatusCodes.Status404NotFound, "The archive holds no page with this id.");
    }
}

/// <summary>A page as stored.</summary>
/// <param name="Id">Document id.</param>
/// <param name="Url">Address of the page, or <c>file:NAME</c>.</param>
/// <param name="Title">Title without marks.</param>
/// <param name="Language">Language of the body.</param>
/// <param name="Published">Publication date as exactly as known, or null.</param>
/// <param name="PublishedPrecision"><c>day</c>, <c>month</c>, <c>year</c> or null.</param>
/// <param name="Text">Body; every offset in the product counts in it.</param>
/// <param name="FileName">The file it was read from.</param>
/// <param name="Sha256">Checksum of the file's bytes.</param>
/// <param name="FirstSeen">When the page was first indexed, UTC; null where the index does not tell.</param>
/// <param name="LastSeen">The last index run whose sources held the page, UTC; null where the index does not tell.</param>
/// <param name="Versions">Other versions, best first.</param>
/// <param name="Passages">What is indexed, retrieved and cited, in the order of the text.</param>
internal sealed record DocumentReply(
    string Id,
    string Url,
    string Title,
    string Language,
    string? Published,
    string? PublishedPrecision,
    string Text,
    string FileName,
    string Sha256,
    DateTimeOffset? FirstSeen,
    DateTimeOffset? LastSeen,
    IReadOnlyList<VersionReply> Versions,
    IReadOnlyList<PassageReply> Passages)
{
    public static DocumentReply Of(ArchiveDocument document, IReadOnlyList<Passage> passages, IReadOnlyList<DocumentVersion> versions, SeenTimes? seen) => new(
        document.Id,
        document.Url,
        document.Title,
        document.Language.Code(),
        document.Published?.ToString(),
        document.Published?.Precision,
        document.Text,
        document.FileName,
        document.Sha256,
        seen?.First,
        seen?.Last,
        [.. versions.Select(VersionReply.Of)],
        [.. passages.Select(passage => new PassageReply(passage.Id.ToString(), passage.Span.Start, passage.Span.Length, passage.Text, passage.Language.Code(), passage.Headings))]);
}

/// <summary>A passage of a page.</summary>
/// <param name="Id">Passage id.</param>
/// <param name="Start">Offset in the page's text, in UTF-16 code units.</param>
/// <param name="Length">Length, in UTF-16 code units.</param>
/// <param name="Text">Verbatim text.</param>
/// <param name="Language">Language of the passage.</param>
/// <param name="Headings">Headings above it, outermost first.</param>
internal sealed record PassageReply(string Id, int Start, int Length, string Text, string Language, IReadOnlyList<string> Headings);
