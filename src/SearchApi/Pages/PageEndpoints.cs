using System.Globalization;
using Search.Answering;
using Search.Retrieval;
using Search.Text;
using SearchApi.Archive;
using SearchApi.Endpoints;

namespace SearchApi.Pages;

/// <summary>The pages for people: <c>/</c>, <c>/documents/{id}</c>, <c>/help</c>.</summary>
internal static class PageEndpoints
{
    /// <summary>Nearest pages shown under a page.</summary>
    private const int NearestCount = 5;

    /// <summary>Maps the pages and their files.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", Search);
        pages.MapGet("/documents/{id}", Document);
        pages.MapGet("/help", (HttpContext http) => new PageResult(HelpPage.Of(Visit.Of(http.Request))));
        app.MapFiles();
    }

    private static async Task<IResult> Search(HttpContext http, ArchiveOpener archive, CancellationToken cancellationToken)
    {
        var visit = Visit.Of(http.Request);
        if (string.IsNullOrWhiteSpace(http.Request.Query["q"].FirstOrDefault()))
        {
            return new PageResult(SearchPage.Empty(visit));
        }

        // Addresses of pages are passed on by people and collect foreign parameters; those harm nothing here.
        var known = new QueryCollection(SearchParameters.All
            .Where(parameter => http.Request.Query.ContainsKey(parameter.Name))
            .ToDictionary(parameter => parameter.Name, parameter => http.Request.Query[parameter.Name]));
        var reader = new QueryReader(known, SearchParameters.All);
        var request = SearchParameters.Read(reader);
        if (reader.Errors is { Count: > 0 } errors)
        {
            return new PageResult(SearchPage.Refused(visit, request with { Query = request.Query[..Math.Min(request.Query.Length, SearchRequest.MaxQueryLength)] }, errors), StatusCodes.Status400BadRequest);
        }

        var opened = archive.Current;
        var response = await opened.Passages.SearchAsync(request, cancellationToken);
        var answer = request.Page == 1 && AskedQuestion.Is(request.Query)
            ? await opened.Ask("page", new QuestionRequest(request.Query) { From = request.From, To = request.To }, cancellationToken)
            : null;
        return new PageResult(SearchPage.Of(visit, request, response, answer is Answer.Declined { Reason: DeclineReason.NotAQuestion } ? null : answer));
    }

    private static IResult Document(string id, HttpContext http, ArchiveOpener archive, CancellationToken cancellationToken)
    {
        var visit = Visit.Of(http.Request);
        var passages = archive.Current.Passages;
        if (passages.Document(id) is not { } document)
        {
            return new PageResult(ErrorPage.Of(visit, StatusCodes.Status404NotFound), StatusCodes.Status404NotFound);
        }

        var query = http.Request.Query["q"].FirstOrDefault() ?? "";
        query = query[..Math.Min(query.Length, SearchRequest.MaxQueryLength)];
        var text = new PageText(document.Text, Quote(http.Request, document.Text), query.Trim().Length == 0 ? [] : passages.Highlights(id, new SearchRequest(query)));
        return new PageResult(DocumentPage.Of(visit, document, query, text, passages.Versions(id), Nearest(document, passages, cancellationToken), passages.Seen(id)));
    }

    private static TextSpan? Quote(HttpRequest request, string text) =>
        int.TryParse(request.Query["start"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        && int.TryParse(request.Query["length"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && length > 0 && start < text.Length && length <= text.Length - start
            ? new TextSpan(start, length)
            : null;

    private static List<SearchResult> Nearest(ArchiveDocument document, PassageRetriever passages, CancellationToken cancellationToken)
    {
        if (document.Title.Length == 0)
        {
            return [];
        }

        var title = document.Title[..Math.Min(document.Title.Length, SearchRequest.MaxQueryLength)];
        var known = passages.Versions(document.Id).Select(version => version.Id).Append(document.Id).ToHashSet(StringComparer.Ordinal);
        return [.. passages.Search(new SearchRequest(PlainWords(title)) { Size = NearestCount + known.Count }, cancellationToken).Results
            .Where(result => !known.Contains(result.Id))
            .Take(NearestCount)];
    }

    // A title is no query: its quotation marks and colons mean nothing.
    private static string PlainWords(string title) => string.Concat(title.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
}
