using Lucene.Tests.Store;
using Search.Lucene;
using Search.Lucene.Codecs;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Segments;

public sealed class IndexWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FSDirectory _directory;

    public IndexWriterTests() => _directory = new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Second_writer_is_refused_until_the_first_has_closed()
    {
        using (new IndexWriter(_directory))
        {
            Assert.Equal(_folder.File("write.lock"), Assert.Throws<IndexLockedException>(() => new IndexWriter(_directory)).File);
        }

        new IndexWriter(_directory).Dispose();
    }

    [Fact]
    public void Readers_see_commits_and_keep_their_snapshot()
    {
        using var writer = new IndexWriter(_directory);
        Add(writer, "a", "b");
        writer.Commit();
        using var first = DirectoryReader.Open(_directory);
        Add(writer, "c");
        writer.DeleteDocuments(new("id", "a"));

        Assert.Null(DirectoryReader.OpenIfChanged(first));
        writer.Commit();
        using var second = DirectoryReader.OpenIfChanged(first)!;
        writer.ForceMerge();
        writer.Commit();
        using var third = DirectoryReader.OpenIfChanged(second)!;

        Assert.Equal(["a", "b"], Ids(first));
        Assert.Equal(["b", "c"], Ids(second));
        Assert.Equal(["b", "c"], Ids(third));
        Assert.Single(third.Leaves);
    }

    [Fact]
    public void Reopened_reader_shares_segments_that_did_not_change()
    {
        using var writer = new IndexWriter(_directory);
        Add(writer, "a");
        writer.Commit();
        using var first = DirectoryReader.Open(_directory);
        Add(writer, "b");
        writer.Commit();

        using var second = DirectoryReader.OpenIfChanged(first)!;

        Assert.Same(first.Leaves[0].Reader, second.Leaves[0].Reader);
        first.Dispose();
        Assert.Equal(["a", "b"], Ids(second));
    }

    [Fact]
    public void Reader_given_up_by_all_refuses_and_one_referenced_goes_on()
    {
        using var writer = new IndexWriter(_directory);
        Add(writer, "a");
        writer.Commit();
        var reader = DirectoryReader.Open(_directory);

        Assert.True(reader.TryIncRef());
        reader.Dispose();
        reader.Dispose();
        Assert.Equal(["a"], Ids(reader));
        reader.DecRef();

        Assert.False(reader.TryIncRef());
        Assert.Throws<ObjectDisposedException>(() => reader.Document(0));
    }

    [Fact]
    public void Update_replaces_all_documents_with_the_term_added_before()
    {
        using var writer = new IndexWriter(_directory);
        Add(writer, "a", "b");
        writer.Commit();
        Add(writer, "a");
        writer.UpdateDocument(new("id", "a"), new Document().AddKeyword("id", "a").AddStored("id", "new a"));
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);

        Assert.Equal(["b", "new a"], Ids(reader));
    }

    [Fact]
    public void Fields_and_segments_without_any_term_are_written_merged_and_read()
    {
        using var writer = new IndexWriter(_directory, new() { MergePolicy = MergePolicy.None });
        writer.AddDocument(new Document().AddStored("id", "a").AddKeyword("tag", "t").AddText("body", new TokenSequence()));
        writer.Commit();
        writer.AddDocument(new Document().AddStored("id", "b").AddText("body", new TokenSequence()));
        writer.Commit();
        writer.AddDocument(new Document().AddStored("id", "c"));
        writer.Commit();
        using (var reader = DirectoryReader.Open(_directory))
        {
            Assert.Equal(["a", "b", "c"], Ids(reader));
        }

        writer.ForceMerge();
        writer.Commit();

        Assert.True(IndexCheck.Run(_directory).IsClean);
        using var merged = DirectoryReader.Open(_directory);
        Assert.Equal(["a", "b", "c"], Ids(merged));
        Assert.Null(merged.Leaves[0].Reader.Terms("body"));
    }

    [Fact]
    public void Closing_without_commit_leaves_the_last_commit_and_no_other_file()
    {
        using (var writer = new IndexWriter(_directory))
        {
            Add(writer, "a");
            writer.Commit();
            Add(writer, "b");
        }

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal(["a"], Ids(reader));
        Assert.DoesNotContain(_directory.ListFiles(), file => file.StartsWith("_1", StringComparison.Ordinal));
    }

    [Fact]
    public void User_data_stay_until_others_are_given()
    {
        using var writer = new IndexWriter(_directory);
        writer.Commit(new Dictionary<string, string> { ["schema"] = "3" });
        Add(writer, "a");
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);

        Assert.Equal("3", reader.CommitUserData["schema"]);
    }

    [Fact]
    public void Index_made_anew_hides_the_old_one_only_when_committed()
    {
        using (var writer = new IndexWriter(_directory))
        {
            Add(writer, "old");
            writer.Commit();
        }

        using var anew = new IndexWriter(_directory, new() { OpenMode = OpenMode.Create });
        Add(anew, "new");
        using (var before = DirectoryReader.Open(_directory))
        {
            Assert.Equal(["old"], Ids(before));
        }

        anew.Commit();
        using var after = DirectoryReader.Open(_directory);
        Assert.Equal(["new"], Ids(after));
    }

    [Fact]
    public void Appending_to_no_index_is_refused() =>
        Assert.Throws<IndexCorruptException>(() => new IndexWriter(_directory, new() { OpenMode = OpenMode.Append }));

    [Fact]
    public void Refused_document_leaves_nothing_and_the_writer_goes_on()
    {
        using var writer = new IndexWriter(_directory);
        var tooLong = new TokenSequence();
        tooLong.Add(new byte[40_000]);

        Assert.Throws<ArgumentException>(() => writer.AddDocument(new Document().AddStored("id", "x").AddText("f", tooLong)));
        Add(writer, "a");
        Assert.Throws<ArgumentException>(() => writer.AddDocument(new Document().AddStored("id", "y").AddNumeric("n", 1).AddNumeric("n", 2)));
        Assert.Throws<ArgumentException>(() => writer.AddDocument(new Document().AddText("id", new TokenSequence())));
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal(["a"], Ids(reader));
    }

    [Fact]
    public void Files_of_others_in_the_folder_are_left_alone()
    {
        File.WriteAllText(_folder.File("notes.txt"), "mine");
        File.WriteAllText(_folder.File("_notes.doc.txt"), "mine");

        using (var writer = new IndexWriter(_directory))
        {
            Add(writer, "a");
            writer.Commit();
        }

        Assert.True(File.Exists(_folder.File("notes.txt")) && File.Exists(_folder.File("_notes.doc.txt")));
    }

    [Fact]
    public void Refused_write_at_any_moment_leaves_the_last_commit()
    {
        using (var writer = new IndexWriter(_directory))
        {
            Add(writer, "a");
            writer.Commit();
        }

        var succeeded = false;
        for (var allowed = 0; !succeeded; allowed++)
        {
            var left = allowed;
            var full = new FSDirectory(_folder.Path)
            {
                BeforeWrite = (file, _) =>
                {
                    if (Interlocked.Decrement(ref left) == -1)
                    {
                        throw new IOException("No space left on device");
                    }
                },
            };
            var error = Record.Exception(() =>
            {
                using var writer = new IndexWriter(full);
                Add(writer, "b");
                writer.DeleteDocuments(new("id", "a"));
                writer.Commit();
            });
            succeeded = error is null;
            Assert.True(succeeded || error is IndexWriteException { File: var file } && file.StartsWith(_folder.Path, StringComparison.Ordinal), $"{error}");
            using var reader = DirectoryReader.Open(_directory);
            Assert.Equal(succeeded ? ["b"] : ["a"], Ids(reader));
            Assert.True(allowed < 200);
        }
    }

    [Fact]
    public void Many_threads_add_at_once_and_nothing_is_lost()
    {
        using var writer = new IndexWriter(_directory, new() { MemoryBudgetBytes = 200_000, MergePolicy = MergePolicy.Tiered(3) });

        Parallel.For(0, 400, i => Add(writer, $"id{i:D3}"));
        writer.Commit();

        using var reader = DirectoryReader.Open(_directory);
        Assert.Equal(Enumerable.Range(0, 400).Select(i => $"id{i:D3}"), Ids(reader));
    }

    private static void Add(IndexWriter writer, params string[] ids)
    {
        foreach (var id in ids)
        {
            writer.AddDocument(new Document().AddKeyword("id", id).AddStored("id", id));
        }
    }

    private static IEnumerable<string> Ids(DirectoryReader reader) =>
        Enumerable.Range(0, reader.MaxDoc)
            .Where(doc => reader.Leaves.Last(leaf => leaf.DocBase <= doc) is var leaf && (leaf.Reader.LiveDocs is not { } live || live[doc - leaf.DocBase]))
            .Select(doc => reader.Document(doc).GetString("id")!)
            .Order(StringComparer.Ordinal);
}
