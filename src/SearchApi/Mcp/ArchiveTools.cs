using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Search.Answering;
using Search.Retrieval;
using Search.Text;
using SearchApi.Archive;
using SearchApi.Endpoints;
using SearchApi.Exports;

namespace SearchApi.Mcp;

/// <summary>
/// The tools <c>search</c>, <c>fetch</c> and <c>ask</c>. The first two answer in the shape that ChatGPT's connectors expect: a JSON
/// text with <c>results</c>, and one with <c>id</c>, <c>title</c>, <c>text</c>, <c>url</c>, <c>metadata</c>. Replies stay small, say
/// where they were cut, and where to go on.
/// </summary>
internal sealed class ArchiveTools(ArchiveOpener archive, string site, string caller)
{
    private const int DefaultCount = 5;
    private const int MaxCount = 20;
    private const int DefaultPageChars = 6000;
    private const int MaxPageChars = 20_000;

    /// <summary>Longest text of one result; five of them stay under a thousand tokens.</summary>
    private const int SnippetChars = 600;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = PlainJson.Readable.Encoder };

    /// <summary>The tools, described.</summary>
    public McpServerPrimitiveCollection<McpServerTool> All()
    {
        var tools = new McpServerPrimitiveCollection<McpServerTool>();
        foreach (var (work, name, title) in new (Delegate, string, string)[]
        {
            (Search, "search", "Search the ministry's news archive"),
            (Fetch, "fetch", "Read a page of the archive"),
            (Ask, "ask", "Answer a question from the archive"),
        })
        {
            tools.Add(McpServerTool.Create(work, new McpServerToolCreateOptions { Name = name, Title = title, ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = false }));
        }

        return tools;
    }

    [Description("Finds pages of the ministry's news archive in Belarusian, Russian and English; a query in one language finds pages in the others. Read a page with fetch, by its id.")]
    private async Task<string> Search(
        [Description("Words, a \"phrase\", or a question; at most 1000 characters.")] string query,
        [Description("Only pages in this language: be, ru or en.")] string? language = null,
        [Description("Earliest publication date: YYYY, YYYY-MM or YYYY-MM-DD.")] string? from = null,
        [Description("Latest publication date.")] string? to = null,
        [Description("Results wanted, 1 to 20.")] int count = DefaultCount,
        [Description("Results to pass over: next_offset of the reply before.")] int offset = 0,
        CancellationToken cancellationToken = default)
    {
        Require(!string.IsNullOrWhiteSpace(query), "query must not be empty.");
        Require(query.Length <= SearchRequest.MaxQueryLength, $"query is {query.Length} characters long; at most {SearchRequest.MaxQueryLength} are allowed.");
        Require(count is >= 1 and <= MaxCount, $"count must be from 1 to {MaxCount}.");
        Require(offset >= 0 && offset + count <= SearchRequest.MaxSize, $"offset and count together must stay within {SearchRequest.MaxSize}; use a narrower query.");
        var response = await Opened().Passages.SearchAsync(
            new SearchRequest(query) { Size = offset + count, Languages = LanguageOf(language) is { } only ? [only] : [], From = DateOf("from", from), To = DateOf("to", to) },
            cancellationToken);
        var results = response.Results.Skip(offset).ToList();
        var next = offset + results.Count;
        return JsonSerializer.Serialize(
            new
            {
                results = results.Select(result => new
                {
                    id = result.Id,
                    title = result.Title,
                    url = PublicAddress.ToCite(result.Id, result.Url, site),
                    text = Cut(result.Snippet.Text, SnippetChars),
                    published = result.Published?.ToString(),
                    language = result.Language.Code(),
                }),
                total = response.Total,
                interpreted_as = response.Query.InterpretedAs,
                notices = response.Query.Notices.Select(notice => notice.Text),
                next_offset = results.Count > 0 && next < response.Total && next < SearchRequest.MaxSize ? next : (int?)null,
            },
            Json);
    }

    [Description("Gives a page of the archive as stored: text, title, address, date. A long page comes in parts; next_offset says where the next begins.")]
    private string Fetch(
        [Description("Id from search or from a citation.")] string id,
        [Description("Where in the text to begin: next_offset of the part before.")] int offset = 0,
        [Description("Most characters of text, 200 to 20000.")] int max_chars = DefaultPageChars)
    {
        Require(max_chars is >= 200 and <= MaxPageChars, $"max_chars must be from 200 to {MaxPageChars}.");
        var passages = Opened().Passages;
        var document = passages.Document(id) ?? throw new McpException("The archive holds no page with this id. Ids come from the tool search.");
        Require(offset >= 0 && offset <= document.Text.Length, $"offset must be from 0 to {document.Text.Length}.");
        var end = PartEnd(document.Text, offset, max_chars);
        return JsonSerializer.Serialize(
            new
            {
                id = document.Id,
                title = document.Title,
                text = document.Text[offset..end],
                url = PublicAddress.ToCite(document.Id, document.Url, site),
                metadata = new
                {
                    language = document.Language.Code(),
                    published = document.Published?.ToString(),
                    versions = passages.Versions(id).Select(version => new { language = version.Language.Code(), id = version.Id, url = version.Url }),
                    total_chars = document.Text.Length,
                    offset,
                    truncated = end < document.Text.Length,
                    next_offset = end < document.Text.Length ? end : (int?)null,
                },
            },
            Json);
    }

    [Description("Answers a question from the archive in the question's language, with the sentences that prove it quoted verbatim; or declines with a reason. Never guesses.")]
    private async Task<string> Ask(
        [Description("The question, at most 1000 characters.")] string question,
        [Description("Language of the answer: be, ru or en; the question's own by default.")] string? language = null,
        [Description("The turns before it, oldest first, at most 8, each with its question and short answer: they complete a follow-up such as \"and in 2018?\".")] IReadOnlyList<AskTurn?>? earlier = null,
        CancellationToken cancellationToken = default)
    {
        var turns = (earlier ?? []).Select(turn => new ConversationTurn(turn?.Question ?? "", turn?.Answer)).ToList();
        Require(!string.IsNullOrWhiteSpace(question), "question must not be empty.");
        Require(question.Length <= QuestionRequest.MaxLength, $"question is {question.Length} characters long; at most {QuestionRequest.MaxLength} are allowed.");
        Require(turns.TrueForAll(turn => !string.IsNullOrWhiteSpace(turn.Question)), "Each turn of earlier must have a question.");
        Require(AskTurn.AreFew(turns), $"earlier must hold {AskTurn.Limits}");
        var reply = await AskEndpoint.Answer("mcp", Opened(), new QuestionRequest(question) { Language = LanguageOf(language), Earlier = turns, Caller = caller }, cancellationToken);
        return JsonSerializer.Serialize(
            new
            {
                status = reply.Status,
                reason = reply.Reason,
                short_answer = reply.ShortAnswer,
                answer = reply.Answer,
                language = reply.Language,
                citations = reply.Citations.Select(citation => new
                {
                    number = citation.Number,
                    id = citation.Id,
                    title = citation.Title,
                    url = PublicAddress.ToCite(citation.Id, citation.Url, site),
                    link = citation.Link,
                    published = citation.Published,
                    language = citation.Language,
                    quote = citation.Quote,
                }),
                related = reply.Citations.Count > 0 ? [] : reply.Related.Take(3).Select(passage => new
                {
                    id = passage.Id,
                    title = passage.Title,
                    url = PublicAddress.ToCite(passage.Id, passage.Url, site),
                    text = Cut(passage.Text, SnippetChars / 2),
                }).ToArray(),
                notices = reply.Notices,
            },
            Json);
    }

    private ServedArchive Opened()
    {
        try
        {
            return archive.Current;
        }
        catch (IndexUnavailableException unavailable)
        {
            throw new McpException(unavailable.Message);
        }
    }

    private static Language? LanguageOf(string? code)
    {
        Require(string.IsNullOrEmpty(code) || LanguageCodes.Parse(code) is not null, "language must be be, ru or en.");
        return LanguageCodes.Parse(code);
    }

    private static PartialDate? DateOf(string name, string? text)
    {
        Require(string.IsNullOrEmpty(text) || PartialDate.Parse(text) is not null, $"{name} must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD.");
        return PartialDate.Parse(text);
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new McpException(message);
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..PartEnd(text, 0, most - 1)].TrimEnd() + "…";

    // A part ends at a white space where there is one in its last quarter, and never between the halves of a surrogate pair.
    private static int PartEnd(string text, int start, int most)
    {
        if (text.Length - start <= most)
        {
            return text.Length;
        }

        var end = start + most;
        for (var at = end; at > start + (most * 3 / 4); at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return at;
            }
        }

        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
