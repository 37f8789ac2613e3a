using System.Diagnostics;
using Lucene.Tests.Store;
using Search.Lucene;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Segments;

/// <summary>Kills a writing process again and again: every commit that it announced is there, whole, and nothing of the next.</summary>
public class KilledWriterTests
{
    /// <summary>Set it to some hundreds for a long run.</summary>
    private const string KillsVariable = "LUCENE_KILLS";

    [Fact]
    public void Index_opens_at_the_last_commit_after_every_kill()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable(KillsVariable), out var wanted) ? wanted : 10;
        var random = new Random(17);
        using var folder = new TemporaryFolder();
        var directory = new FSDirectory(folder.Path);
        var model = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var applied = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            var announced = WriteAndKill(folder.Path, random.Next(kill % 2 == 0 ? 30 : 250));

            using var reader = DirectoryReader.Open(directory);
            var committed = KilledWriter.BatchOf(reader.CommitUserData);
            Assert.True(committed >= Math.Max(announced, applied), $"batch {announced} was announced, the index has {committed}");
            while (applied < committed)
            {
                KilledWriter.Apply(++applied, document => model[document.Id] = document.Expected, id => model.Remove(id));
            }

            Assert.Equal(model, IndexContents.Read(reader));
        }

        Assert.Empty(IndexCheck.Run(directory).Problems);
        new IndexWriter(directory).Dispose();
        var commit = CommitFile.ReadLast(directory, found => found);
        Assert.Equal(commit.Files.Append(WriteLock.FileName).Order(StringComparer.Ordinal), directory.ListFiles());
    }

    /// <summary>Returns the last batch that the process announced before it was killed, some milliseconds after its first.</summary>
    private static int WriteAndKill(string path, int milliseconds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList = { typeof(KilledWriter).Assembly.Location, path },
        };
        using var process = Process.Start(start)!;
        var announced = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The writer ended by itself."));
        Thread.Sleep(milliseconds);
        process.Kill();
        while (process.StandardOutput.ReadLine() is { } line && line.Length > 0)
        {
            // The kill may cut the last line short; then it is a number below the one before.
            announced = Math.Max(announced, int.Parse(line));
        }

        process.WaitForExit();
        return announced;
    }
}
