using System.CommandLine;
using Search.Lucene;
using Search.Lucene.Store;

namespace Indexer.Commands;

/// <summary><c>snapshot FOLDER</c>: copies an index as of its last commit, while it is served and written.</summary>
internal static class SnapshotCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where the copy goes: a folder that does not exist or is empty." };
        var index = SharedOptions.Index();
        var command = new Command("snapshot", "Copy an index while it is served, and verify every checksum of the copy.") { folder, index };
        command.SetAction((parsed, cancellation) =>
        {
            Show(IndexSnapshot.Take(new FSDirectory(parsed.GetRequiredValue(index)), parsed.GetRequiredValue(folder), cancellation), parsed.GetRequiredValue(folder));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    public static void Show(IndexCheckReport report, string folder) =>
        Console.WriteLine(FormattableString.Invariant($"{report.Files} files, {report.Bytes:N0} bytes, {report.Documents:N0} documents in {folder}: sound"));
}
