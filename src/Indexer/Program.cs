using System.CommandLine;
using System.Text;
using Indexer;
using Indexer.Commands;
using Search.Retrieval;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
Console.InputEncoding = Encoding.UTF8;

if (Console.IsOutputRedirected)
{
    // For other programs: whole lines, no colours.
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    AnsiConsole.Profile.Width = 10_000;
}

var root = new RootCommand("Builds, searches and looks into an archive's index.")
{
    IndexCommand.Create(),
    SearchCommand.Create(),
    AskCommand.Create(),
    InspectCommand.Create(),
    SnapshotCommand.Create(),
    RestoreCommand.Create(),
    StemCommand.Create(),
    IdentifyCommand.Create(),
    EvalCommand.Create(),
    TrainCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine("Help: dotnet run --project src/Indexer -- --help");
    return ExitCodes.WrongUsage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is IndexUnavailableException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error.Message);
    return ExitCodes.Failed;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped; the index stands as it was.");
    return ExitCodes.Failed;
}
