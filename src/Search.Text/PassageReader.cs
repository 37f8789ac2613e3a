using System.Security.Cryptography;
using Search.Text.Languages;
using Search.Text.Parsing;
using Search.Text.Passages;

namespace Search.Text;

/// <summary>From files to documents to passages.</summary>
public static class PassageReader
{
    private static readonly TextPageParser TextPages = new();

    private static readonly HtmlPageParser HtmlPages = new();

    /// <summary>Reads all pages of folders and files; what cannot be read is reported and the run goes on.</summary>
    /// <param name="sources">Folders, read with all below them, and single files.</param>
    /// <param name="progress">Receives the number of files met so far.</param>
    /// <param name="cancellation">Ends the run between two files.</param>
    /// <exception cref="FileNotFoundException">A source does not exist.</exception>
    public static ReadArchive ReadAll(IReadOnlyList<string> sources, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var collection = new ArchiveCollection();
        var met = 0;
        foreach (var entry in ArchiveSources.Enumerate(sources))
        {
            cancellation.ThrowIfCancellationRequested();
            collection.Add(entry, entry is ArchiveEntry.Readable readable ? Read(readable.File) : null);
            progress?.Report(++met);
        }

        return collection.Close();
    }

    /// <summary>Reads one page.</summary>
    /// <returns>The document, or why the file holds none: empty, binary, too large, no text encoding.</returns>
    public static ParseResult Read(ArchiveFile file)
    {
        if (FileDecoder.Decode(file.Content.Span, out var reason) is not { } source)
        {
            return new ParseResult.Unreadable(reason!);
        }

        var parser = ParserFor(file.Name, source);
        if (parser == HtmlPages && HtmlPageParser.IsTooDeep(source))
        {
            return new ParseResult.Unreadable("HTML elements nested too deep");
        }

        var page = parser.Parse(source);
        if (page.Title.Length == 0 && page.Text.Length == 0)
        {
            return new ParseResult.Unreadable("empty: no title and no text");
        }

        var url = page.Url ?? $"file:{file.Name}";
        var identity = ArchiveIdentity.Of(url);
        var language = LanguageIdentifier.Identify(page.Text).Language is var ofText and not Language.Unknown ? ofText : LanguageIdentifier.Identify(page.Title).Language;
        return new ParseResult.Parsed(new ArchiveDocument(
            ArchiveIdentity.Id(identity),
            url,
            identity,
            page.Title,
            page.Text,
            language,
            PublicationDate.Find(url, page.Title, page.Text, language, page.Published),
            file.Name,
            Convert.ToHexStringLower(SHA256.HashData(file.Content.Span))));
    }

    /// <summary>Cuts a document into passages, in the order of its text; one without text where it has only a title, so that the page can be found.</summary>
    public static IReadOnlyList<Passage> Passages(ArchiveDocument document) =>
        PassageSplitter.Split(document) is { Count: > 0 } passages ? passages : [new Passage(new PassageId(document.Id, 0), new TextSpan(0, 0), "", document.Language, [])];

    private static IDocumentParser ParserFor(string name, string source) =>
        Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" || HtmlPageParser.Recognizes(source) ? HtmlPages : TextPages;
}
