using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Lucene.Tests.Codecs;

public unsafe class BlockTests
{
    public static TheoryData<int> Bits => [.. Enumerable.Range(1, 31)];

    [Theory]
    [MemberData(nameof(Bits))]
    public void Packed_numbers_are_unpacked_at_every_number_of_bits(int bits)
    {
        var random = new Random(bits);
        var values = Enumerable.Range(0, 128).Select(_ => (int)(random.NextInt64() & ((1L << bits) - 1))).ToArray();
        var packed = new byte[ForBlock.ByteCount(bits)];
        var unpacked = new int[128];

        fixed (int* source = values, target = unpacked)
        fixed (byte* bytes = packed)
        {
            ForBlock.Encode(source, bits, bytes);
            ForBlock.Decode(bytes, bits, target);
        }

        Assert.Equal(values, unpacked);
    }

    [Fact]
    public void Three_bits_lie_where_the_format_says()
    {
        // Only number 0 is set: its three bits stand highest in the first word, which is little-endian.
        var values = new int[128];
        values[0] = 0b101;
        var packed = new byte[ForBlock.ByteCount(3)];

        fixed (int* source = values)
        fixed (byte* bytes = packed)
        {
            ForBlock.Encode(source, 3, bytes);
        }

        Assert.Equal(0b1010_0000, packed[7]);
        Assert.Equal(1, packed.Count(b => b != 0));
    }

    public static TheoryData<string, int[]> Shapes => new()
    {
        { "all zero", new int[128] },
        { "all equal and small", Enumerable.Repeat(9, 128).ToArray() },
        { "all equal and large", Enumerable.Repeat(1 << 20, 128).ToArray() },
        { "equal but three", Enumerable.Range(0, 128).Select(i => i is 3 or 64 or 127 ? 200 : 1).ToArray() },
        { "three exceptions", Enumerable.Range(0, 128).Select(i => i is 0 or 5 or 127 ? 1000 + i : i & 7).ToArray() },
        { "four exceptions", Enumerable.Range(0, 128).Select(i => i % 40 == 0 ? 1000 + i : i & 7).ToArray() },
        { "one exception far above", Enumerable.Range(0, 128).Select(i => i == 9 ? int.MaxValue : i & 3).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Patched_numbers_are_read_back_and_skipped(string shape, int[] values)
    {
        var output = new IndexOutput();
        var decoded = new int[128];
        fixed (int* source = values.ToArray())
        {
            PatchedBlock.Encode(source, output);
        }

        fixed (byte* bytes = output.Written)
        fixed (int* target = decoded)
        {
            var end = bytes + output.Position;
            Assert.True(PatchedBlock.Decode(bytes, end, target) == end, shape);
            Assert.True(PatchedBlock.Skip(bytes, end) == end, shape);
            for (var cut = bytes; cut < end; cut++)
            {
                Assert.True(PatchedBlock.Decode(bytes, cut, target) == null && PatchedBlock.Skip(bytes, cut) == null, shape);
            }

            PatchedBlock.Decode(bytes, end, target);
        }

        Assert.Equal(values, decoded);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100_000)]
    public void Gaps_become_documents(int largestGap)
    {
        var random = new Random(largestGap);
        var gaps = Enumerable.Range(0, 128).Select(_ => random.Next(1, largestGap + 1)).ToArray();
        var expected = new int[128];
        for (int i = 0, doc = 41; i < 128; i++)
        {
            expected[i] = doc += gaps[i];
        }

        var output = new IndexOutput();
        var docs = new int[128];
        uint largest;
        fixed (int* source = gaps, target = docs)
        {
            GapBlock.Encode(source, output);
            fixed (byte* bytes = output.Written)
            {
                Assert.True(GapBlock.Decode(bytes, bytes + output.Position, 41, target, out largest) == bytes + output.Position);
                Assert.True(GapBlock.Decode(bytes, bytes + output.Position - 1, 41, target, out _) == null);
                GapBlock.Decode(bytes, bytes + output.Position, 41, target, out largest);
            }
        }

        Assert.Equal(expected, docs);
        Assert.Equal((uint)expected[127], largest);
    }
}
