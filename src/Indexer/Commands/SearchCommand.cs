using System.CommandLine;
using Search.Retrieval;
using Search.Text;
using Spectre.Console;

namespace Indexer.Commands;

/// <summary><c>search "QUERY"</c>: searches without a server.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "Words, \"phrases\", +must -not, title: lang: date: …" };
        var size = new Option<int>("--size") { Description = "Results, 1 to 100. Default 10.", DefaultValueFactory = _ => 10 };
        var language = new Option<string?>("--language") { Description = "Only pages in be, ru or en." };
        var index = SharedOptions.Index();
        size.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > SearchRequest.MaxSize)
            {
                result.AddError($"--size is 1 to {SearchRequest.MaxSize}.");
            }
        });
        language.Validators.Add(result =>
        {
            if (LanguageCodes.Parse(result.GetValueOrDefault<string?>()) is null)
            {
                result.AddError("--language is be, ru or en.");
            }
        });
        query.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= SearchRequest.MaxQueryLength })
            {
                result.AddError($"QUERY has 1 to {SearchRequest.MaxQueryLength} characters.");
            }
        });
        var command = new Command("search", "Search an index.") { query, size, language, index };
        command.SetAction((parsed, cancellation) =>
        {
            using var archive = new ArchiveIndex(parsed.GetRequiredValue(index));
            var request = new SearchRequest(parsed.GetRequiredValue(query))
            {
                Size = parsed.GetValue(size),
                Languages = LanguageCodes.Parse(parsed.GetValue(language)) is { } only ? [only] : [],
            };
            Show(new PassageRetriever(archive).Search(request, cancellation));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static void Show(SearchResponse response)
    {
        foreach (var notice in response.Query.Notices)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{notice.Text}[/]");
        }

        foreach (var result in response.Results)
        {
            AnsiConsole.MarkupLineInterpolated($"{result.Rank}. [bold]{Title(result)}[/]");
            AnsiConsole.MarkupLineInterpolated($"   [grey]{result.Language.Code()} · {result.Published?.ToString() ?? "undated"} · {result.Url}[/]");
            AnsiConsole.MarkupLine("   " + Marked(result.Snippet));
        }

        Console.WriteLine(response.Total == 1 ? "1 page" : $"{response.Total} pages");
    }

    private static string Title(SearchResult result) => result.Title.Length > 0 ? result.Title : result.Url;

    private static string Marked(Snippet snippet)
    {
        var text = new System.Text.StringBuilder();
        var at = 0;
        foreach (var span in snippet.Highlights)
        {
            text.Append(Markup.Escape(snippet.Text[at..span.Start])).Append("[green]").Append(Markup.Escape(span.Of(snippet.Text))).Append("[/]");
            at = span.End;
        }

        return text.Append(Markup.Escape(snippet.Text[at..])).ToString();
    }
}
