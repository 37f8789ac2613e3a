using Search.Lucene;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Segments;

/// <summary>The child process of <see cref="KilledWriterTests"/>: writes batch after batch and says when each is committed, until it is killed.</summary>
internal static class KilledWriter
{
    private const int Ids = 120;

    public static int Main(string[] arguments)
    {
        var options = new IndexWriterOptions { MemoryBudgetBytes = 60_000, MergePolicy = MergePolicy.Tiered(3, 4 << 20) };
        using var writer = new IndexWriter(new FSDirectory(arguments[0]), options);
        for (var batch = BatchOf(writer.CommitUserData) + 1; ; batch++)
        {
            Apply(batch, document => writer.UpdateDocument(new("id", document.Id), document.Document), id => writer.DeleteDocuments(new("id", id)));
            writer.Commit(new Dictionary<string, string> { ["batch"] = $"{batch}" });
            Console.Out.WriteLine(batch);
            Console.Out.Flush();
        }
    }

    public static int BatchOf(IReadOnlyDictionary<string, string> userData) => int.Parse(userData.GetValueOrDefault("batch", "0"));

    /// <summary>The changes of a batch, the same in every process.</summary>
    public static void Apply(int batch, Action<RandomDocument> update, Action<string> delete)
    {
        var random = new Random(batch);
        for (var i = random.Next(1, 25); i > 0; i--)
        {
            var id = $"id{random.Next(Ids)}";
            if (random.Next(4) == 0)
            {
                delete(id);
            }
            else
            {
                update(new(id, random));
            }
        }
    }
}
