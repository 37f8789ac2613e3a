using System.CommandLine;
using Search.Answering.Training;

namespace Indexer.Commands;

/// <summary><c>train reader</c>: trains the models of answering from question files; figures go to the terminal, models into a folder.</summary>
internal static class TrainReaderCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var questions = new Option<DirectoryInfo>("--questions") { Description = "Folder of the project's own training questions (*.txt), such as src/Search.Answering/Training/Questions.", Required = true };
        var xquad = new Option<DirectoryInfo?>("--xquad") { Description = "Folder of XQuAD as JSON lines: ru.jsonl, en.jsonl, questions.jsonl, unanswerable_en.jsonl." };
        var squad = new Option<DirectoryInfo?>("--squad") { Description = "Folder of SQuAD as JSON lines: paragraphs.jsonl, questions_v1.jsonl, questions_v2.jsonl." };
        var distractors = new Option<DirectoryInfo?>("--distractors") { Description = "Folder of pages that stand beside XQuAD's Russian paragraphs and answer none of its questions." };
        var strangers = new Option<FileInfo?>("--strangers") { Description = "Russian questions that no page answers, as JSON lines with question." };
        var models = new Option<DirectoryInfo>("--models") { Description = "Folder that receives sentences.bin, ranker.bin, support.bin and support.tsv.", Required = true };
        var command = new Command("reader", "Train the models of answering: sentence ranker, span ranker and support.") { questions, xquad, squad, distractors, strangers, models };
        command.SetAction(arguments =>
        {
            var sources = new TrainingSources(arguments.GetRequiredValue(questions).FullName)
            {
                Xquad = arguments.GetValue(xquad)?.FullName,
                Squad = arguments.GetValue(squad)?.FullName,
                Distractors = arguments.GetValue(distractors)?.FullName,
                Strangers = arguments.GetValue(strangers)?.FullName,
            };
            ReaderTraining.Run(sources, arguments.GetRequiredValue(models).FullName, Console.Out);
            return 0;
        });
        return command;
    }
}
