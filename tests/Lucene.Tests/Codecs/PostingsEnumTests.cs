using Lucene.Tests.Store;
using Search.Lucene;
using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Lucene.Tests.Codecs;

/// <summary>One segment of 40,000 documents with terms of every density, so that skip data has three levels.</summary>
public sealed class PostingsOfEveryDensity : IDisposable
{
    internal const int MaxDoc = 40_000;

    private readonly TemporaryFolder _folder = new();

    public PostingsOfEveryDensity()
    {
        using (var writer = new IndexWriter(new FSDirectory(_folder.Path)))
        {
            var document = new Document();
            var tokens = new TokenSequence();
            for (var doc = 0; doc < MaxDoc; doc++)
            {
                document.Clear();
                tokens.Clear();
                foreach (var (term, every) in TermsByDensity)
                {
                    for (var i = doc % every == 0 ? FreqOf(doc, every) : 0; i > 0; i--)
                    {
                        tokens.Add(term);
                    }
                }

                for (var i = doc % 50; i > 0; i--)
                {
                    tokens.Add("filler");
                }

                writer.AddDocument(document.AddText("f", tokens));
            }

            writer.Commit();
        }

        Reader = DirectoryReader.Open(_folder.Path);
    }

    internal static (string Term, int Every)[] TermsByDensity { get; } =
        [("all", 1), ("half", 2), ("some", 23), ("few", 290), ("rare", 9000), ("one", 39_999)];

    internal DirectoryReader Reader { get; }

    public void Dispose()
    {
        Reader.Dispose();
        _folder.Dispose();
    }

    internal static int FreqOf(int doc, int every) => 1 + (doc / every % 7 == 0 ? doc / every % 5 : 0);
}

public sealed class PostingsEnumTests(PostingsOfEveryDensity index) : IClassFixture<PostingsOfEveryDensity>
{
    private const int MaxDoc = PostingsOfEveryDensity.MaxDoc;

    private readonly DirectoryReader _reader = index.Reader;

    public static TheoryData<string, int> Densities
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var (term, every) in PostingsOfEveryDensity.TermsByDensity)
            {
                data.Add(term, every);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Densities))]
    public void Next_document_walks_all_with_frequencies(string term, int every)
    {
        var postings = Postings(term, PostingsFeatures.Freqs);

        for (var doc = 0; doc < MaxDoc; doc += every)
        {
            Assert.Equal(doc, postings.NextDoc());
            Assert.Equal(FreqOf(doc, every), postings.Freq);
        }

        Assert.Equal(PostingsEnum.NoMoreDocs, postings.NextDoc());
        Assert.Equal(PostingsEnum.NoMoreDocs, postings.DocId);
    }

    [Theory]
    [MemberData(nameof(Densities))]
    public void Random_advances_land_on_the_first_document_at_or_after_the_target(string term, int every)
    {
        var random = new Random(every);
        for (var round = 0; round < 60; round++)
        {
            var postings = Postings(term, PostingsFeatures.Positions);
            var largestStep = 1 << random.Next(16);
            while (true)
            {
                var target = postings.DocId + 1 + random.Next(largestStep);
                if (random.Next(4) == 0)
                {
                    postings.AdvanceShallow(Math.Min(target + random.Next(largestStep), MaxDoc));
                }

                var expected = (target + every - 1) / every * every;
                Assert.Equal(expected < MaxDoc ? expected : PostingsEnum.NoMoreDocs, postings.Advance(target));
                if (expected >= MaxDoc)
                {
                    break;
                }

                Assert.Equal(FreqOf(expected, every), postings.Freq);
                if (random.Next(3) == 0)
                {
                    CheckPositions(postings, term, expected, random.Next(1, postings.Freq + 1));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Densities))]
    public void Blocks_hold_all_documents_in_order(string term, int every)
    {
        var postings = Postings(term, PostingsFeatures.Freqs);
        var expected = 0;
        while (postings.NextBlock())
        {
            Assert.Equal(-1, postings.BlockIndex);
            for (var i = 0; i < postings.BlockDocs.Length; i++, expected += every)
            {
                Assert.Equal(expected, postings.BlockDocs[i]);
                Assert.Equal(FreqOf(expected, every), postings.BlockFreqs[i]);
            }
        }

        Assert.True(expected >= MaxDoc);
    }

    [Theory]
    [MemberData(nameof(Densities))]
    public void Block_of_a_target_is_found_and_the_next_document_is_the_target(string term, int every)
    {
        for (var target = every; target < MaxDoc; target += every * 77)
        {
            var postings = Postings(term, PostingsFeatures.Freqs);
            Assert.True(postings.AdvanceBlock(target));
            Assert.True(postings.BlockDocs[^1] >= target && postings.BlockDocs.Contains(target));
            Assert.Equal(target, postings.NextDoc());
        }

        Assert.False(Postings(term, PostingsFeatures.Docs).AdvanceBlock(MaxDoc));
    }

    [Theory]
    [MemberData(nameof(Densities))]
    public void Impacts_bound_every_document_up_to_their_end(string term, int every)
    {
        var norms = _reader.Leaves[0].Reader.Norms("f")!;
        var postings = Postings(term, PostingsFeatures.Freqs);
        for (var doc = postings.NextDoc(); doc != PostingsEnum.NoMoreDocs; doc = postings.NextDoc())
        {
            Assert.Equal(0, doc % every);
            Assert.True(postings.AdvanceShallow(doc) >= doc);
            for (var level = 0; level < postings.ImpactLevels; level++)
            {
                Assert.True(postings.ImpactsUpTo(level) >= doc);
                Assert.True(IsBounded(postings.Impacts(level), postings.Freq, norms.Get(doc)), $"{term}: document {doc}, level {level}");
            }
        }
    }

    [Fact]
    public void Frequencies_not_asked_for_read_as_one()
    {
        var postings = Postings("half", PostingsFeatures.Docs);
        postings.Advance(30);

        Assert.Equal(1, postings.Freq);
        Assert.True(postings.BlockFreqs.IndexOfAnyExcept(1) < 0);
    }

    private static bool IsBounded(ReadOnlySpan<Impact> impacts, int freq, long norm)
    {
        foreach (var impact in impacts)
        {
            if (impact.Freq >= freq && (byte)impact.Norm <= (byte)norm)
            {
                return true;
            }
        }

        return false;
    }

    private static int FreqOf(int doc, int every) => PostingsOfEveryDensity.FreqOf(doc, every);

    private static void CheckPositions(PostingsEnum postings, string term, int doc, int count)
    {
        var position = 0;
        foreach (var (before, every) in PostingsOfEveryDensity.TermsByDensity)
        {
            if (before == term)
            {
                break;
            }

            position += doc % every == 0 ? FreqOf(doc, every) : 0;
        }

        for (; count > 0; count--)
        {
            Assert.Equal(position++, postings.NextPosition());
        }
    }

    private PostingsEnum Postings(string term, PostingsFeatures features)
    {
        var terms = _reader.Leaves[0].Reader.Terms("f")!.Enumerate();
        Assert.True(terms.SeekExact(System.Text.Encoding.UTF8.GetBytes(term)));
        return terms.Postings(features);
    }
}
