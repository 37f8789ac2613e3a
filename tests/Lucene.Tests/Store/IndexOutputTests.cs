using Search.Lucene.Store;

namespace Lucene.Tests.Store;

public class IndexOutputTests
{
    [Fact]
    public void Numbers_are_big_endian_and_variable_ones_have_seven_bits_a_byte()
    {
        var output = new IndexOutput();

        output.WriteInt(0x01020304);
        output.WriteShort(0x0506);
        output.WriteVInt(300);
        output.WriteZLong(-2);
        output.WriteString("я");

        Assert.Equal("010203040506AC020302D18F", Convert.ToHexString(output.Written));
    }

    [Fact]
    public void What_was_written_to_a_file_is_read_back()
    {
        using var folder = new TemporaryFolder();
        var directory = new FSDirectory(folder.Path);
        var big = new byte[200_000];
        new Random(1).NextBytes(big);
        using (var output = directory.CreateOutput("f"))
        {
            output.WriteVLong(long.MaxValue);
            output.WriteBytes(big);
            output.WriteZLong(long.MinValue);
            output.WriteMap(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        }

        using var mapped = directory.OpenInput("f");
        var input = mapped.Input();
        Assert.Equal(long.MaxValue, input.ReadVLong());
        Assert.True(input.ReadSpan(big.Length).SequenceEqual(big));
        Assert.Equal(long.MinValue, input.ReadZLong());
        Assert.Equal("1", input.ReadMap()["a"]);
        Assert.Equal(input.Length, input.Position);
    }

    [Fact]
    public void Reading_past_the_end_names_the_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("short"), [1, 2, 0x80]);
        using var mapped = new FSDirectory(folder.Path).OpenInput("short");
        var input = mapped.Input();

        Assert.Equal(folder.File("short"), Assert.Throws<IndexCorruptException>(() => input.ReadInt()).File);
        input.Position = 2;
        Assert.Throws<IndexCorruptException>(() => input.ReadVInt());
        Assert.Throws<IndexCorruptException>(() => input.Span(1, 3));
        Assert.Throws<IndexCorruptException>(() => input.Span(long.MaxValue, 1));
        Assert.Throws<IndexCorruptException>(() => input.Span(0, -1));
    }

    [Fact]
    public void A_missing_and_an_empty_file_are_damage()
    {
        using var folder = new TemporaryFolder();
        var directory = new FSDirectory(folder.Path);
        File.WriteAllBytes(folder.File("empty"), []);

        Assert.Contains("missing", Assert.Throws<IndexCorruptException>(() => directory.OpenInput("absent")).Message);
        Assert.Contains("empty", Assert.Throws<IndexCorruptException>(() => directory.OpenInput("empty")).Message);
    }
}
