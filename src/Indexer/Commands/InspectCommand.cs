using System.CommandLine;
using System.Globalization;
using Search.Lucene;
using Search.Lucene.Store;
using Search.Retrieval;
using Search.Retrieval.Embeddings;
using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Languages;
using Spectre.Console;

namespace Indexer.Commands;

/// <summary><c>inspect</c>: what an index holds, one document of it, a term, or what analysis does to a text.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var document = new Option<string?>("--document") { Description = "Show one document and its passages." };
        var term = new Option<string?>("--term") { Description = "Show in how many passages a word stands, field by field." };
        var text = new Option<string?>("--text") { Description = "Show what analysis makes of a text; needs no index." };
        var check = new Option<bool>("--check") { Description = "Read the whole index and verify checksums and structure." };
        var index = SharedOptions.Index();
        var command = new Command("inspect", "Look into an index, or into the analysis of a text.") { document, term, text, check, index };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(text) is { } given)
            {
                return ShowText(given);
            }

            if (parsed.GetValue(check))
            {
                return Check(parsed.GetRequiredValue(index));
            }

            using var archive = new ArchiveIndex(parsed.GetRequiredValue(index));
            return (parsed.GetValue(document), parsed.GetValue(term)) switch
            {
                ({ } id, _) => ShowDocument(new PassageRetriever(archive), id),
                (_, { } word) => ShowTerm(archive, word),
                _ => ShowManifest(archive, parsed.GetRequiredValue(index)),
            };
        });
        return command;
    }

    private static int Check(string folder)
    {
        if (!ArchiveIndex.Exists(folder))
        {
            Console.Error.WriteLine($"No index in '{folder}'.");
            return ExitCodes.Failed;
        }

        var report = IndexCheck.Run(new FSDirectory(folder));
        foreach (var problem in report.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        Console.WriteLine(FormattableString.Invariant($"{report.Segments} segments, {report.Documents:N0} documents, {report.Files} files, {report.Bytes:N0} bytes: {(report.IsClean ? "sound" : $"{report.Problems.Count} problems")}"));
        return report.IsClean ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static int ShowManifest(ArchiveIndex archive, string folder)
    {
        using var lease = archive.Lease();
        var manifest = lease.Index.Manifest;
        Console.WriteLine($"schema {manifest.SchemaVersion}, analysis {manifest.Analysis}, generation {manifest.Generation}");
        Console.WriteLine($"{manifest.DocumentCount} pages, {manifest.PassageCount} passages");
        if (PassageEmbedder.Manifest(folder) is { } vectors)
        {
            Console.WriteLine($"vectors of {vectors.Dimension} numbers by {vectors.Model}");
        }

        foreach (var entry in lease.Index.Documents)
        {
            Console.WriteLine($"{entry.Language.Code()}\t{entry.Published?.ToString() ?? "undated"}\t{entry.Id}");
        }

        return ExitCodes.Done;
    }

    private static int ShowDocument(PassageRetriever retriever, string id)
    {
        if (retriever.Document(id) is not { } document)
        {
            Console.Error.WriteLine($"No document '{id}' in the index.");
            return ExitCodes.Failed;
        }

        Console.WriteLine($"{document.Title}\n{document.Url}\n{document.Language.Code()}, {document.Published?.ToString() ?? "undated"}, file {document.FileName}, sha256 {document.Sha256}");
        foreach (var passage in retriever.Passages(id))
        {
            Console.WriteLine($"\n--- {passage.Id} [{passage.Span.Start}..{passage.Span.End}) {passage.Language.Code()} {string.Join(" > ", passage.Headings)}\n{passage.Text}");
        }

        return ExitCodes.Done;
    }

    private static int ShowText(string text)
    {
        var (language, confidence) = LanguageIdentifier.Identify(text);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language.Code()} ({confidence:0.000})"));
        foreach (var sentence in SentenceSplitter.Split(text, language))
        {
            Console.WriteLine($"[{sentence.Start}..{sentence.End}) {sentence.Of(text)}");
        }

        var table = new Table().AddColumns("position", "text", "kind", "language", "exact", "stem");
        foreach (var token in new TextAnalyzer().Analyze(text, language))
        {
            table.AddRow($"{token.Position}", Markup.Escape(token.Span.Of(text)), $"{token.Kind}", token.Language.Code(), Markup.Escape(token.Exact), Markup.Escape(token.Stem));
        }

        AnsiConsole.Write(table);
        return ExitCodes.Done;
    }

    private static int ShowTerm(ArchiveIndex archive, string word)
    {
        var table = new Table().AddColumns("field", "term", "passages");
        using var lease = archive.Lease();
        var index = lease.Index;
        foreach (var language in LanguageCodes.All)
        {
            foreach (var token in new TextAnalyzer().Analyze(word, language))
            {
                var stem = MarkedTerm.Stem(token.Language, token.Stem);
                table.AddRow(Fields.Terms, Markup.Escape(stem), $"{index.DocumentFrequency(Fields.Terms, stem)}");
                table.AddRow(Fields.Exact, Markup.Escape(token.Exact), $"{index.DocumentFrequency(Fields.Exact, token.Exact)}");
            }
        }

        AnsiConsole.Write(table);
        return ExitCodes.Done;
    }
}
