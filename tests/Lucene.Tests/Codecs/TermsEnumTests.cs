using System.Text;
using Lucene.Tests.Store;
using Search.Lucene;
using Search.Lucene.Codecs;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Lucene.Tests.Codecs;

public class TermsEnumTests
{
    private static readonly Comparer<byte[]> ByteOrder = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    public static TheoryData<int, int, int> Dictionaries => new()
    {
        // terms, letters, longest term: from one block to floors at several depths
        { 1, 26, 5 },
        { 30, 26, 5 },
        { 3000, 3, 9 },
        { 20_000, 30, 6 },
        { 5000, 250, 2 },
    };

    [Theory]
    [MemberData(nameof(Dictionaries))]
    public void Walk_and_seeks_agree_with_a_sorted_list(int count, int letters, int longest)
    {
        var random = new Random(count);
        var terms = new SortedSet<byte[]>(ByteOrder);
        for (var i = 0; i < count; i++)
        {
            terms.Add(RandomTerm(random, letters, longest));
        }

        var sorted = terms.ToList();
        using var folder = new TemporaryFolder();
        Write(folder.Path, sorted);
        using var reader = DirectoryReader.Open(folder.Path);
        var walk = reader.Leaves[0].Reader.Terms("f")!.Enumerate();

        foreach (var term in sorted)
        {
            Assert.True(walk.Next());
            Assert.True(walk.Term.SequenceEqual(term));
        }

        Assert.False(walk.Next());
        for (var i = 0; i < 3000; i++)
        {
            var target = random.Next(2) == 0 ? sorted[random.Next(sorted.Count)] : RandomTerm(random, letters, longest + 1);
            CheckSeek(walk, sorted, target, random.Next(3));
        }
    }

    [Fact]
    public void Long_terms_that_share_long_prefixes_are_found()
    {
        var prefix = new string('p', 3000);
        var sorted = Enumerable.Range(0, 200).Select(i => Encoding.UTF8.GetBytes($"{prefix[..(i * 15)]}{i:D4}")).Order(ByteOrder).ToList();
        using var folder = new TemporaryFolder();
        Write(folder.Path, sorted);
        using var reader = DirectoryReader.Open(folder.Path);
        var walk = reader.Leaves[0].Reader.Terms("f")!.Enumerate();

        Assert.All(sorted, term => Assert.True(walk.SeekExact(term)));
        Assert.All(sorted, term => Assert.Equal(SeekStatus.Found, walk.SeekCeil(term)));
    }

    private static void CheckSeek(TermsEnum walk, List<byte[]> sorted, byte[] target, int kind)
    {
        var place = sorted.BinarySearch(target, ByteOrder);
        var ceil = place < 0 ? ~place : place;
        if (kind == 0)
        {
            Assert.Equal(place >= 0, walk.SeekExact(target));
            if (place < 0)
            {
                return;
            }
        }
        else
        {
            var expected = place >= 0 ? SeekStatus.Found : ceil < sorted.Count ? SeekStatus.NotFound : SeekStatus.End;
            Assert.Equal(expected, walk.SeekCeil(target));
            if (expected == SeekStatus.End)
            {
                return;
            }
        }

        Assert.True(walk.Term.SequenceEqual(sorted[ceil]));
        Assert.Equal(1 + (ceil % 3), walk.DocFreq);
        for (var next = ceil + 1; kind < 2 && next < Math.Min(ceil + 60, sorted.Count); next++)
        {
            Assert.True(walk.Next());
            Assert.True(walk.Term.SequenceEqual(sorted[next]));
            Assert.Equal(1 + (next % 3), walk.DocFreq);
        }
    }

    /// <summary>Three documents: the first has all terms, the second those whose place leaves 1 or 2 by 3, the third those that leave 2.</summary>
    private static void Write(string path, List<byte[]> sorted)
    {
        using var writer = new IndexWriter(new FSDirectory(path));
        for (var doc = 0; doc < 3; doc++)
        {
            var tokens = new TokenSequence();
            for (var i = 0; i < sorted.Count; i++)
            {
                if (i % 3 >= doc)
                {
                    tokens.Add(sorted[i]);
                }
            }

            writer.AddDocument(new Document().AddText("f", tokens));
        }

        writer.Commit();
    }

    private static byte[] RandomTerm(Random random, int letters, int longest) =>
        [.. Enumerable.Range(0, random.Next(1, longest + 1)).Select(_ => (byte)random.Next(letters))];
}
