using System.CommandLine;
using Search.Answering.Training;

namespace Indexer.Commands;

/// <summary><c>train reader</c>: trains the models of answering from question files; figures go to the terminal, models into a folder.</summary>
internal static class TrainReaderCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var questions = new Option<DirectoryInfo>("--questions") { Description = "Folder of the project's own training questions (*.txt).", Required = true };
        var xquad = new Option<DirectoryInfo?>("--xquad") { Description = "Folder of XQuAD as JSON lines: ru.jsonl, en.jsonl, questions.jsonl." };
        var squad = new Option<DirectoryInfo?>("--squad") { Description = "Folder of SQuAD as JSON lines: paragraphs.jsonl, questions_v1.jsonl, questions_v2.jsonl." };
        var models = new Option<DirectoryInfo>("--models") { Description = "Folder that receives ranker.bin and support.tsv.", Required = true };
        var command = new Command("reader", "Train the models of answering: span ranker and support.") { questions, xquad, squad, models };
        command.SetAction(arguments =>
        {
            ReaderTraining.Run(arguments.GetRequiredValue(questions).FullName, arguments.GetValue(xquad)?.FullName, arguments.GetValue(squad)?.FullName, arguments.GetRequiredValue(models).FullName, Console.Out);
            return 0;
        });
        return command;
    }
}
