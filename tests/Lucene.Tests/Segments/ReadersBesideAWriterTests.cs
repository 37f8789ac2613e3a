using Lucene.Tests.Store;
using Search.Lucene;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Segments;

public class ReadersBesideAWriterTests
{
    [Fact]
    public async Task Readers_opened_at_any_moment_see_one_whole_commit()
    {
        const int Batches = 15;
        using var folder = new TemporaryFolder();
        var directory = new FSDirectory(folder.Path);
        var options = new IndexWriterOptions { MemoryBudgetBytes = 60_000, MergePolicy = MergePolicy.Tiered(2, 4 << 20) };
        using var writer = new IndexWriter(directory, options);
        writer.Commit(new Dictionary<string, string> { ["batch"] = "0" });

        var writing = Task.Run(() =>
        {
            for (var batch = 1; batch <= Batches; batch++)
            {
                KilledWriter.Apply(batch, document => writer.UpdateDocument(new("id", document.Id), document.Document), id => writer.DeleteDocuments(new("id", id)));
                writer.Commit(new Dictionary<string, string> { ["batch"] = $"{batch}" });
            }
        });
        await Task.WhenAll(writing, Task.Run(() => ReadUntil(directory, Batches)), Task.Run(() => ReadUntil(directory, Batches)));
    }

    private static void ReadUntil(FSDirectory directory, int lastBatch)
    {
        var model = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var applied = 0;
        var reader = DirectoryReader.Open(directory);
        while (true)
        {
            var batch = KilledWriter.BatchOf(reader.CommitUserData);
            while (applied < batch)
            {
                KilledWriter.Apply(++applied, document => model[document.Id] = document.Expected, id => model.Remove(id));
            }

            Assert.Equal(model, IndexContents.Read(reader));
            if (batch == lastBatch)
            {
                reader.Dispose();
                return;
            }

            DirectoryReader? changed;
            while ((changed = DirectoryReader.OpenIfChanged(reader)) is null)
            {
                Thread.Sleep(5);
            }

            reader.Dispose();
            reader = changed;
        }
    }
}
