using System.CommandLine;
using Search.Text;
using Search.Text.Languages;

namespace Indexer.Commands;

/// <summary><c>train</c>: makes the trained models of the product from text; what they were made from stands in docs/models.md.</summary>
internal static class TrainCommand
{
    public static Command Create() => new("train", "Make a trained model from text.") { LanguageModelCommand(), TrainReaderCommand.Create() };

    private static Command LanguageModelCommand()
    {
        var sources = new Argument<FileInfo[]>("SOURCE") { Description = "Text files, one line a text: code (be, ru, en), tab, text.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "File of the model.", Required = true };
        var command = new Command("language-model", "Learn to tell Belarusian from Russian.") { sources, output };
        sources.AcceptExistingOnly();
        command.SetAction(parsed =>
        {
            var texts = parsed.GetRequiredValue(sources).SelectMany(source => File.ReadLines(source.FullName)).Select(ReadLine);
            var model = LanguageModel.Train(texts.Where(line => line.Text.Length > 0));
            using var file = parsed.GetRequiredValue(output).Create();
            model.Write(file);
            Console.WriteLine($"{file.Name}: {file.Length} bytes");
            return ExitCodes.Done;
        });
        return command;
    }

    private static (Language Language, string Text) ReadLine(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0 && LanguageCodes.Parse(line[..tab]) is { } language ? (language, line[(tab + 1)..]) : (Language.Unknown, "");
    }
}
