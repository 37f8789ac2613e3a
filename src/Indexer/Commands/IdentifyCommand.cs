using System.CommandLine;
using System.Globalization;
using Search.Text;
using Search.Text.Languages;

namespace Indexer.Commands;

/// <summary><c>identify</c>: the language of each line of the input.</summary>
internal static class IdentifyCommand
{
    public static Command Create()
    {
        var command = new Command("identify", "Tell the language of each line read: code (be, ru, en, unknown), tab, confidence.");
        command.SetAction(_ =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput());
            while (Console.In.ReadLine() is { } text)
            {
                var (language, confidence) = LanguageIdentifier.Identify(text);
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{language.Code()}\t{confidence:0.0000}\n"));
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
