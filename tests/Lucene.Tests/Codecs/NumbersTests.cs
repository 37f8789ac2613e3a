using Lucene.Tests.Store;
using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Lucene.Tests.Codecs;

public class NumbersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(20)]
    [InlineData(28)]
    [InlineData(48)]
    [InlineData(56)]
    [InlineData(64)]
    public void Numbers_of_equal_bits_are_read_at_any_place(int bits)
    {
        var random = new Random(bits);
        var values = Enumerable.Range(0, 101).Select(_ => bits == 64 ? random.NextInt64() : random.NextInt64(1L << bits)).ToArray();
        using var folder = new TemporaryFolder();
        using var file = Written(folder, output => DirectNumbers.Write(output, values, bits));

        var numbers = new DirectNumbers(file.Input(), 0, bits, values.Length);

        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(i => numbers.Get(i)));
        Assert.Throws<IndexCorruptException>(() => new DirectNumbers(file.Input(), 0, bits, 100_000));
    }

    [Fact]
    public void Ascending_numbers_are_read_at_any_place_in_several_blocks()
    {
        var random = new Random(3);
        long last = 0;
        var values = Enumerable.Range(0, 1000).Select(i => last += i < 300 ? 7 : random.NextInt64(1, 1 << 30)).ToArray();
        using var folder = new TemporaryFolder();
        using var meta = Written(folder, "meta", output => MonotonicNumbers.Write(output, new IndexOutput(), 0, values, 4));
        using var data = Written(folder, "data", output => MonotonicNumbers.Write(new IndexOutput(), output, 0, values, 4));

        var numbers = MonotonicNumbers.ReadMeta(meta.Input(), values.Length, 4).Attach(data.Input(), 0, data.Length - 8);

        Assert.Equal(values, Enumerable.Range(0, values.Length).Select(i => numbers.Get(i)));
        Assert.Throws<IndexCorruptException>(() => MonotonicNumbers.ReadMeta(meta.Input(), long.MaxValue, 4));
    }

    [Theory]
    [InlineData(70_000, 1, "every one")]
    [InlineData(70_000, 2, "dense")]
    [InlineData(300_000, 1000, "sparse")]
    [InlineData(300_000, 70_001, "whole blocks missing")]
    [InlineData(50, 3, "one block")]
    [InlineData(50, 100, "only the first")]
    public void Sets_of_documents_tell_members_and_their_places(int maxDoc, int every, string shape)
    {
        var docs = Enumerable.Range(0, maxDoc).Where(doc => doc % every == 0).ToArray();
        using var folder = new TemporaryFolder();
        var metaBytes = new IndexOutput();
        using var data = Written(folder, "data", output => DocSet.Write(metaBytes, output, docs, maxDoc));
        using var meta = Written(folder, "meta", output => output.WriteBytes(metaBytes.Written));

        var set = DocSet.Open(data.Input(), DocSet.ReadMeta(meta.Input()), maxDoc, docs.Length);

        for (var doc = 0; doc < maxDoc; doc++)
        {
            Assert.True(set.Rank(doc) == (doc % every == 0 ? doc / every : DocSet.None), $"{shape}: document {doc}");
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(50, 45)]
    [InlineData(1000, 87)]
    [InlineData(int.MaxValue, 255)]
    public void Field_lengths_are_kept_as_Lucene_keeps_them(int length, int expected) =>
        Assert.Equal(expected, FieldLength.Encode(length));

    private static MappedFile Written(TemporaryFolder folder, Action<IndexOutput> write) => Written(folder, "f", write);

    private static MappedFile Written(TemporaryFolder folder, string name, Action<IndexOutput> write)
    {
        var directory = new FSDirectory(folder.Path);
        using (var output = directory.CreateOutput(name))
        {
            write(output);
            output.WriteLong(-1); // stands for the footer that follows in an index
        }

        return directory.OpenInput(name);
    }
}
