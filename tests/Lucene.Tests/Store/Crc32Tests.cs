using Search.Lucene.Store;

namespace Lucene.Tests.Store;

public class Crc32Tests
{
    [Fact]
    public void Checksum_of_the_digits_is_the_published_check_value() =>
        Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));

    [Fact]
    public void Folded_checksum_equals_the_one_by_table_at_every_length()
    {
        var bytes = new byte[700];
        new Random(5).NextBytes(bytes);

        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(~Crc32.AppendByTable(~0u, bytes.AsSpan(0, length)), Crc32.Append(0, bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Checksum_in_two_parts_equals_the_checksum_of_the_whole()
    {
        var bytes = new byte[500];
        new Random(6).NextBytes(bytes);

        Assert.Equal(Crc32.Append(0, bytes), Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, 173)), bytes.AsSpan(173)));
    }
}
