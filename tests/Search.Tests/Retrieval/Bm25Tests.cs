using Search.Retrieval.Candidates;

namespace Search.Tests.Retrieval;

public class Bm25Tests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(42, 42)]
    [InlineData(100, 96)]
    [InlineData(1000, 984)]
    public void Length_is_kept_as_one_byte_keeps_it(int length, int expected) => Assert.Equal(expected, Bm25.Quantize(length));

    [Fact]
    public void Rare_term_scores_above_common_one_and_a_second_occurrence_adds_less_than_the_first()
    {
        var rare = Bm25.InverseDocumentFrequency(1, 100);
        var common = Bm25.InverseDocumentFrequency(50, 100);

        Assert.Equal(4.2096f, rare, 3);
        Assert.Equal(0.6931f, common, 3);
        var once = Bm25.Passages.Score(rare, 1, 10, 10);
        var twice = Bm25.Passages.Score(rare, 2, 10, 10);
        Assert.Equal(rare / 1.6f, once, 4);
        Assert.Equal(rare * 2 / 2.6f, twice, 4);
    }
}
