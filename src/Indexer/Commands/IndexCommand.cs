using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Search.Retrieval;
using Search.Retrieval.Embeddings;
using Search.Text;
using Spectre.Console;

namespace Indexer.Commands;

/// <summary><c>index SOURCE… [--index DIR]</c>: builds or updates an index.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "Folders and files of pages (.txt, .md, .html).", Arity = ArgumentArity.OneOrMore };
        var index = SharedOptions.Index();
        var fresh = new Option<bool>("--fresh") { Description = "Leave out what the index held before." };
        var endpoint = Embedding("--embedding-endpoint", "Server of an embedding model; then every passage gets a vector", nameof(EmbeddingModelOptions.Endpoint));
        var model = Embedding("--embedding-model", "Name of the embedding model", nameof(EmbeddingModelOptions.Model));
        var command = new Command("index", "Build or update an index: pages read are added or replaced, other pages stay.") { sources, index, fresh, endpoint, model };
        command.SetAction((parsed, cancellation) =>
        {
            var embedding = new EmbeddingModelOptions { Endpoint = parsed.GetRequiredValue(endpoint), Model = parsed.GetRequiredValue(model), ApiKey = Setting(nameof(EmbeddingModelOptions.ApiKey)) };
            var wrong = new List<System.ComponentModel.DataAnnotations.ValidationResult>();
            if (!Validator.TryValidateObject(embedding, new ValidationContext(embedding), wrong, validateAllProperties: true))
            {
                wrong.ForEach(result => Console.Error.WriteLine(result.ErrorMessage));
                return Task.FromResult(ExitCodes.WrongUsage);
            }

            return Run(parsed.GetRequiredValue(sources), parsed.GetRequiredValue(index), parsed.GetValue(fresh) ? BuildMode.Fresh : BuildMode.Update, embedding, cancellation);
        });
        return command;
    }

    // The same names as the service's; a key on a command line could be read by everybody on the machine.
    private static string Setting(string name) => Environment.GetEnvironmentVariable($"{EmbeddingModelOptions.SectionName}__{name}") ?? "";

    private static Option<string> Embedding(string name, string description, string setting) => new(name)
    {
        Description = $"{description}. Default: {EmbeddingModelOptions.SectionName}__{setting} of the environment; its key is {EmbeddingModelOptions.SectionName}__{nameof(EmbeddingModelOptions.ApiKey)}.",
        DefaultValueFactory = _ => Setting(setting),
    };

    private static async Task<int> Run(string[] sources, string folder, BuildMode mode, EmbeddingModelOptions embedding, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var report = Build(sources, folder, mode, cancellation);
        Show(report, folder, Stopwatch.GetElapsedTime(started));
        if (embedding.IsConfigured && !await Embed(folder, embedding, cancellation))
        {
            return ExitCodes.Failed;
        }

        return report.Reading.Unreadable.Count == 0 ? ExitCodes.Done : ExitCodes.SomeUnreadable;
    }

    private static async Task<bool> Embed(string folder, EmbeddingModelOptions embedding, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var embedder = new PassageEmbedder(embedding);
        var report = await embedder.EmbedAsync(folder, null, cancellation);
        Console.WriteLine(FormattableString.Invariant($"{report.Embedded:N0} passages embedded with {embedding.Model}, {report.Kept:N0} had their vectors, {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s"));
        if (report.Failure is not null)
        {
            Console.Error.WriteLine($"Embedding stopped: {report.Failure} Run the same command again to go on; until then these passages are found by words alone.");
        }

        return report.Failure is null;
    }

    private static IndexReport Build(string[] sources, string folder, BuildMode mode, CancellationToken cancellation)
    {
        if (!AnsiConsole.Profile.Capabilities.Interactive)
        {
            return IndexBuilder.Build(sources, folder, mode, null, cancellation);
        }

        return AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var bars = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
                return IndexBuilder.Build(sources, folder, mode, new Bars(context, bars), cancellation);
            });
    }

    private static void Show(IndexReport report, string folder, TimeSpan elapsed)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("").AddColumn(new TableColumn("pages").RightAligned());
        foreach (var (language, count) in report.Reading.Documents)
        {
            table.AddRow(Name(language), $"{count:N0}");
        }

        table.AddEmptyRow();
        table.AddRow("added", $"{report.Added:N0}");
        table.AddRow("updated", $"{report.Updated:N0}");
        table.AddRow("unchanged", $"{report.Unchanged:N0}");
        table.AddRow("same page in two files", $"{report.Reading.Replaced.Count:N0}");
        table.AddRow("skipped, not pages", $"{report.Reading.Skipped.Count:N0}");
        table.AddRow("unreadable", $"{report.Reading.Unreadable.Count:N0}");
        AnsiConsole.Write(table);
        foreach (var replaced in report.Reading.Replaced)
        {
            Console.WriteLine($"same page: {replaced.Path} gave way to {replaced.By} ({replaced.Identity})");
        }

        foreach (var (path, reason) in report.Reading.Unreadable)
        {
            Console.Error.WriteLine($"unreadable: {path}: {reason}");
        }

        Console.WriteLine(FormattableString.Invariant($"{report.Index.DocumentCount:N0} pages, {report.Index.PassageCount:N0} passages in {folder}, {elapsed.TotalSeconds:N1} s"));
    }

    private static string Name(Language language) => language switch
    {
        Language.Belarusian => "Belarusian",
        Language.Russian => "Russian",
        Language.English => "English",
        _ => "undecided language",
    };

    private sealed class Bars(ProgressContext context, Dictionary<string, ProgressTask> bars) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            if (!bars.TryGetValue(value.Stage, out var bar))
            {
                bars[value.Stage] = bar = context.AddTask(value.Stage);
            }

            bar.IsIndeterminate = value.Total is null;
            bar.MaxValue = value.Total ?? double.MaxValue;
            bar.Value = value.Done;
        }
    }
}
