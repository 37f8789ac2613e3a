using System.CommandLine;
using Indexer.Evaluation;
using Search.Answering.Training;
using Search.Retrieval;

namespace Indexer.Commands;

/// <summary><c>train support</c>: calibrates when to decline by judged questions over archives; the trade-off goes to the terminal.</summary>
internal static class TrainSupportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sets = new Option<string[]>("--set") { Description = "INDEX=FILE[,FILE…]: an index and its judged questions (questions*.jsonl, reading*.jsonl; those of refusals*.jsonl have no answer).", Required = true };
        var models = new Option<DirectoryInfo>("--models") { Description = "Folder with support.tsv, which is rewritten.", Required = true };
        var step = new Option<int>("--step") { Description = "Take every n-th question of files with more than 200. Default 4.", DefaultValueFactory = _ => 4 };
        var command = new Command("support", "Calibrate when to decline by judged questions.") { sets, models, step };
        command.SetAction(parsed =>
        {
            var archives = new List<ArchiveIndex>();
            try
            {
                SupportCalibration.Run([.. parsed.GetRequiredValue(sets).Select(set => Read(set, parsed.GetValue(step), archives))], parsed.GetRequiredValue(models).FullName, Console.Out);
            }
            finally
            {
                archives.ForEach(archive => archive.Dispose());
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static CalibrationSet Read(string set, int step, List<ArchiveIndex> archives)
    {
        const int Few = 200;
        var equals = set.IndexOf('=', StringComparison.Ordinal);
        var questions = new List<CalibrationQuestion>();
        foreach (var file in set[(equals + 1)..].Split(','))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var rows = EvaluationRow.Read(file);
            questions.AddRange(rows.Where((_, i) => rows.Count <= Few || i % step == 0).Select(row => new CalibrationQuestion(row.Question ?? "", row.Answerable && !name.StartsWith("refusals", StringComparison.Ordinal), name)));
        }

        var archive = new ArchiveIndex(set[..equals]);
        archives.Add(archive);
        return new CalibrationSet(new PassageRetriever(archive), questions);
    }
}
