using System.Text;
using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Lucene.Tests.Codecs;

public unsafe class Lz4Tests
{
    public static TheoryData<string> Texts =>
    [
        "",
        "a",
        "abcdefghijkl",
        new string('x', 5000),
        string.Concat(Enumerable.Range(0, 900).Select(i => $"Паседжанне {i % 37} адбылося {i}. ")),
        string.Concat(Enumerable.Range(0, 3000).Select(i => (char)(33 + (i * i * 31 % 90)))),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Compressed_bytes_are_decompressed(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var dictionary = 0; dictionary <= bytes.Length; dictionary += Math.Max(1, bytes.Length / 3))
        {
            var output = new IndexOutput();
            Lz4.Compress(bytes, dictionary, output, new int[Lz4.TableLength]);
            var target = new byte[bytes.Length];
            bytes.AsSpan(0, dictionary).CopyTo(target);

            Assert.True(Decompress(output.Written, target, dictionary));
            Assert.Equal(bytes, target);
        }
    }

    [Fact]
    public void Text_that_repeats_becomes_short()
    {
        var output = new IndexOutput();

        Lz4.Compress(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("same words ", 500))), 0, output, new int[Lz4.TableLength]);

        Assert.InRange(output.Position, 12, 60);
    }

    [Fact]
    public void No_change_of_a_byte_reads_or_writes_outside()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => $"part {i % 7} of {i}; ")));
        var output = new IndexOutput();
        Lz4.Compress(bytes, 0, output, new int[Lz4.TableLength]);
        var compressed = output.Written.ToArray();

        for (var i = 0; i < compressed.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                compressed[i] ^= (byte)(1 << bit);
                var guarded = new byte[bytes.Length + 16];
                guarded.AsSpan(bytes.Length).Fill(0xEE);
                Decompress(compressed, guarded, 0, bytes.Length);
                Assert.True(guarded.AsSpan(bytes.Length).IndexOfAnyExcept((byte)0xEE) < 0);
                compressed[i] ^= (byte)(1 << bit);
            }
        }
    }

    private static bool Decompress(ReadOnlySpan<byte> compressed, byte[] target, int dictionary, int? length = null)
    {
        fixed (byte* source = compressed)
        {
            return Lz4.Decompress(source, source + compressed.Length, target, dictionary, (length ?? target.Length) - dictionary) == source + compressed.Length;
        }
    }
}
