using System.CommandLine;
using System.Globalization;
using Indexer.Evaluation;
using Search.Answering;
using Search.Retrieval;
using Spectre.Console;

namespace Indexer.Commands;

/// <summary><c>eval FOLDER</c>: metrics over files of judged queries and questions, compared with the last run.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder with queries*.jsonl, questions*.jsonl, known*.jsonl, reading*.jsonl, refusals*.jsonl; or one such file." };
        var show = new Option<int>("--show") { Description = "Failures to print of each file. Default 0.", DefaultValueFactory = _ => 0 };
        var least = new Option<double?>("--least-support") { Description = "Decline below this probability, 0 to 1, that a page answers at all. Default: by the size of the archive." };
        var index = SharedOptions.Index();
        var command = new Command("eval", "Measure search and answers; figures are compared with the last run over the same file and index.") { folder, index, show, least };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(index), parsed.GetValue(show), parsed.GetValue(least), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string indexFolder, int show, double? leastSupport, CancellationToken cancellation)
    {
        var files = File.Exists(folder) ? [folder] : Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).ToArray();
        using var archive = new ArchiveIndex(indexFolder);
        var retriever = new PassageRetriever(archive);
        var answerer = new QuestionAnswerer(retriever, leastSupport: leastSupport);
        var measured = 0;
        foreach (var file in files)
        {
            var failures = new List<string>();
            var evaluator = new Evaluator(retriever, answerer, failures.Add);
            if (await MeasureAsync(evaluator, file, cancellation) is not { } card)
            {
                continue;
            }

            measured++;
            Show(Path.GetFileName(file), card, LastRun.Replace(indexFolder, file, card));
            foreach (var failure in failures.Take(show))
            {
                Console.Error.WriteLine("  - " + failure);
            }
        }

        if (measured == 0)
        {
            Console.Error.WriteLine($"Nothing to measure in '{folder}': no queries*.jsonl, questions*.jsonl, known*.jsonl, reading*.jsonl or refusals*.jsonl.");
            return ExitCodes.WrongUsage;
        }

        return ExitCodes.Done;
    }

    private static async Task<Scorecard?> MeasureAsync(Evaluator evaluator, string file, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        return name switch
        {
            _ when name.StartsWith("queries", StringComparison.Ordinal) => evaluator.Queries(EvaluationRow.Read(file)),
            _ when name.StartsWith("known", StringComparison.Ordinal) => evaluator.Known(EvaluationRow.Read(file)),
            _ when name.StartsWith("questions", StringComparison.Ordinal) => await evaluator.QuestionsAsync(EvaluationRow.Read(file), cancellation),
            _ when name.StartsWith("reading", StringComparison.Ordinal) => await evaluator.ReadingAsync(EvaluationRow.Read(file), cancellation),
            _ when name.StartsWith("refusals", StringComparison.Ordinal) => await evaluator.RefusalsAsync(EvaluationRow.Read(file), cancellation),
            _ => null,
        };
    }

    private static void Show(string name, Scorecard card, IReadOnlyDictionary<string, double> last)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{name}[/]");
        foreach (var (group, count, figures) in card.Rows())
        {
            var cells = figures.Select(figure =>
            {
                var change = last.TryGetValue($"{group}/{figure.Name}", out var before) && Math.Abs(before - figure.Value) >= 0.00005 && !figure.Name.EndsWith("ms", StringComparison.Ordinal)
                    ? string.Create(CultureInfo.InvariantCulture, $" ({figure.Value - before:+0.0000;-0.0000})")
                    : "";
                return string.Create(CultureInfo.InvariantCulture, $"{figure.Name} {figure.Value:0.0000}{change}");
            });
            AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group,-24} n {count,-5} {string.Join("  ", cells)}"));
        }
    }
}
