using Search.Retrieval.Candidates;
using Search.Retrieval.Ranking;

namespace Search.Tests.Retrieval;

public sealed class RankFusionTests
{
    [Fact]
    public void What_both_rankings_name_comes_first_then_the_words_own_order()
    {
        // 2: 1/62 + 1/61; 1: 1/61; 9: 1/62; 3: 1/63.
        var fused = RankFusion.Fuse(Candidates(1, 2, 3), Candidates(2, 9));

        Assert.Equal([2, 1, 9, 3], fused.Select(candidate => candidate.Passage));
    }

    [Fact]
    public void Scores_fall_from_place_to_place_on_the_scale_of_the_words()
    {
        Assert.Equal([10f, 9f, 6f], RankFusion.Fuse(Candidates(1, 2), Candidates(3)).Select(candidate => candidate.Score));
        Assert.Equal([1f, 0.5f], RankFusion.Fuse([], Candidates(3, 4)).Select(candidate => candidate.Score));
    }

    [Fact]
    public void Nothing_beside_leaves_the_ranking_as_it_is() => Assert.Equal(Candidates(5, 4, 3), RankFusion.Fuse(Candidates(5, 4, 3), []));

    private static List<Candidate> Candidates(params int[] passages) => [.. passages.Select((passage, i) => new Candidate(passage, 10 - i))];
}
