using System.Globalization;
using System.Text;
using System.Xml;
using Search.Retrieval;
using Search.Text;
using SearchApi.Archive;
using SearchApi.Endpoints;
using SearchApi.Pages;
using SearchApi.Problems;

namespace SearchApi.Exports;

/// <summary><c>GET /feed.atom</c>: any search as an Atom feed (RFC 4287), newest first.</summary>
internal static class FeedEndpoint
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Entries of a feed unless the address says otherwise.</summary>
    private const int Size = 30;

    /// <summary>Maps the door.</summary>
    public static void MapFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/feed.atom", Feed)
            .WithName("feed")
            .WithTags("Export")
            .WithSummary("Any search as an Atom feed")
            .WithMetadata(new ParametersMetadata(SearchParameters.All))
            .Produces<string>(contentType: "application/atom+xml")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static IResult Feed(HttpContext http, ArchiveOpener archive, PublicAddress address, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(http.Request.Query, SearchParameters.All);
        var request = SearchParameters.Read(reader, Size);
        if (reader.Errors is { Count: > 0 } errors)
        {
            return Problem.Invalid(errors);
        }

        if (!http.Request.Query.ContainsKey("sort"))
        {
            request = request with { Sort = SortOrder.Newest };
        }

        var response = archive.Current.Passages.Search(request, cancellationToken);
        return TypedResults.Text(Write(request, response, address.Of(http.Request)), "application/atom+xml; charset=utf-8");
    }

    private static string Write(SearchRequest request, SearchResponse response, string site)
    {
        using var written = new MemoryStream();
        using (var feed = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            var self = $"{site}/feed.atom?{PageAddress.Parameters(request)}";
            feed.WriteStartElement("feed", Atom);
            Element(feed, "id", self);
            Element(feed, "title", request.Query);
            Element(feed, "updated", Moment(response.Results.Select(result => result.Published).Where(date => date is not null).DefaultIfEmpty().Max()));
            Link(feed, "self", self, "application/atom+xml");
            Link(feed, "alternate", $"{site}/?{PageAddress.Parameters(request)}", "text/html");
            feed.WriteStartElement("author", Atom);
            Element(feed, "name", InterfaceTexts.In(Language.English)["site.owner"]);
            feed.WriteEndElement();
            foreach (var result in response.Results)
            {
                feed.WriteStartElement("entry", Atom);
                feed.WriteAttributeString("xml", "lang", null, result.Language.Code());
                Element(feed, "id", $"{site}/documents/{Uri.EscapeDataString(result.Id)}");
                Element(feed, "title", result.Title);
                Element(feed, "updated", Moment(result.Published));
                Link(feed, "alternate", WebAddress.Followable(result.Link) ?? $"{site}/documents/{Uri.EscapeDataString(result.Id)}", "text/html");
                Element(feed, "summary", result.Snippet.Text);
                feed.WriteEndElement();
            }

            feed.WriteEndElement();
        }

        return Encoding.UTF8.GetString(written.ToArray());
    }

    private static void Element(XmlWriter feed, string name, string text) => feed.WriteElementString(name, Atom, Printable.Of(text));

    private static void Link(XmlWriter feed, string relation, string address, string type)
    {
        feed.WriteStartElement("link", Atom);
        feed.WriteAttributeString("rel", relation);
        feed.WriteAttributeString("type", type);
        feed.WriteAttributeString("href", Printable.Of(address));
        feed.WriteEndElement();
    }

    // Atom wants a moment; an undated page gets the beginning of time, so that no reader takes it for news.
    private static string Moment(PartialDate? date) => (date?.First ?? new DateOnly(1970, 1, 1)).ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
