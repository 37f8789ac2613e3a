using Lucene.Tests.Java;
using Lucene.Tests.Search;
using Lucene.Tests.Store;
using Search.Lucene;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Segments;

/// <summary>Apache Lucene finds nothing wrong with what we write, and we read, merge and extend what it writes.</summary>
[Collection(JavaLuceneCollection.Name)]
public sealed class ApacheLuceneAgreesTests(JavaLucene java)
{
    [JavaLuceneTheory]
    [InlineData(11)]
    [InlineData(12)]
    public void Apache_Lucene_finds_nothing_wrong_after_random_operations(int seed)
    {
        using var folder = new TemporaryFolder();

        RandomOperationsTests.Run(folder.Path, seed, MergeScheduling.Caller, operations: 1000, check: false);

        java.AssertClean(folder.Path);
    }

    [JavaLuceneTheory]
    [InlineData(21, true)]
    [InlineData(22, false)]
    public void Index_of_Apache_Lucene_is_read_and_goes_through_our_merge_unchanged(int seed, bool compound)
    {
        using var folder = new TemporaryFolder();
        var directory = new FSDirectory(folder.Path);
        IndexScript.Random(seed, 1500, Changes.Some).Write(folder.Path, java, compound);
        Assert.Empty(IndexCheck.Run(directory).Problems);
        SortedDictionary<string, string> written;
        using (var reader = DirectoryReader.Open(directory))
        {
            written = IndexContents.Read(reader);
        }

        using (var writer = new IndexWriter(directory))
        {
            writer.ForceMerge();
            writer.Commit();
        }

        using var merged = DirectoryReader.Open(directory);
        Assert.Single(merged.Leaves);
        Assert.Equal(written, IndexContents.Read(merged));
        java.AssertClean(folder.Path);
    }
}
