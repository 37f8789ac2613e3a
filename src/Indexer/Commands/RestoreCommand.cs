using System.CommandLine;
using Search.Lucene;
using Search.Lucene.Store;
using Search.Retrieval;

namespace Indexer.Commands;

/// <summary><c>restore FOLDER</c>: puts a snapshot in place of an index.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A copy made by snapshot." };
        var index = SharedOptions.Index();
        var command = new Command("restore", "Verify a snapshot and put it in place of the index; a service that has it open goes over to it within a second.") { folder, index };
        command.SetAction((parsed, cancellation) =>
        {
            var snapshot = parsed.GetRequiredValue(folder);

            // A snapshot of another program's schema would be found out only by the service.
            using (var archive = new ArchiveIndex(snapshot))
            {
                archive.Lease().Dispose();
            }

            SnapshotCommand.Show(IndexSnapshot.Restore(new FSDirectory(snapshot), parsed.GetRequiredValue(index), cancellation), parsed.GetRequiredValue(index));
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
