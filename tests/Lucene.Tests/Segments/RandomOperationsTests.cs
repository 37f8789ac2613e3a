using Lucene.Tests.Store;
using Search.Lucene;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Segments;

/// <summary>Random sequences of add, update, delete, merge and commit, against a dictionary.</summary>
public class RandomOperationsTests
{
    [Theory]
    [InlineData(1, MergeScheduling.Caller)]
    [InlineData(2, MergeScheduling.Caller)]
    [InlineData(3, MergeScheduling.Background)]
    [InlineData(4, MergeScheduling.Background)]
    public void Index_holds_what_the_dictionary_holds_after_every_commit(int seed, MergeScheduling scheduling)
    {
        using var folder = new TemporaryFolder();
        Run(folder.Path, seed, scheduling, operations: 500, check: true);
    }

    internal static void Run(string path, int seed, MergeScheduling scheduling, int operations, bool check)
    {
        var random = new Random(seed);
        var directory = new FSDirectory(path);
        var options = new IndexWriterOptions
        {
            MemoryBudgetBytes = 400_000,
            MergePolicy = MergePolicy.Tiered(3, 4 << 20),
            MergeScheduling = scheduling,
        };
        var model = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var writer = new IndexWriter(directory, options);
        DirectoryReader? reader = null;
        for (var i = 0; i < operations; i++)
        {
            switch (random.Next(100))
            {
                case < 70:
                    var document = new RandomDocument($"id{random.Next(operations / 2)}", random);
                    writer.UpdateDocument(new("id", document.Id), document.Document);
                    model[document.Id] = document.Expected;
                    break;
                case < 90:
                    var id = $"id{random.Next(operations / 2)}";
                    writer.DeleteDocuments(new("id", id));
                    model.Remove(id);
                    break;
                case < 91:
                    writer.ForceMerge(random.Next(1, 4));
                    break;
                case < 92:
                    writer.Commit();
                    writer.Dispose();
                    writer = new(directory, options);
                    break;
                case < 98:
                    break;
                default:
                    writer.Commit(new Dictionary<string, string> { ["operation"] = $"{i}" });
                    reader = check ? Compare(directory, reader, model) : null;
                    break;
            }
        }

        writer.Commit();
        writer.WaitForMerges();
        writer.Commit();
        reader = Compare(directory, reader, model);
        Assert.Empty(IndexCheck.Run(directory).Problems);
        reader.Dispose();
        writer.Dispose();
    }

    private static DirectoryReader Compare(FSDirectory directory, DirectoryReader? reader, SortedDictionary<string, string> model)
    {
        if (reader is null)
        {
            reader = DirectoryReader.Open(directory);
        }
        else if (DirectoryReader.OpenIfChanged(reader) is { } changed)
        {
            reader.Dispose();
            reader = changed;
        }

        Assert.Equal(model.Count, reader.NumDocs);
        Assert.Equal(model, IndexContents.Read(reader));
        return reader;
    }
}
