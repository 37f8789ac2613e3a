using Search.Retrieval.Candidates;
using Search.Retrieval.Ranking;
using Search.Retrieval.Schema;
using Search.Retrieval.Understanding;
using Search.Text;

namespace Search.Tests.Retrieval;

public class ConceptMatchesTests
{
    [Theory]
    [InlineData("электронн правительств", 1, "side by side")]
    [InlineData("электронн минск портал правительств", 1, "two words between")]
    [InlineData("электронн минск портал в сети правительств", 0, "too far apart")]
    [InlineData("правительств электронн", 0, "in another order")]
    [InlineData("электронн", 0, "one word of two")]
    public void Phrase_that_stands_for_a_concept_is_met_where_its_words_follow_one_another(string text, float strength, string why)
    {
        var matches = new ConceptMatches([Concept([], [new ConceptPhrase(["rэлектронн", "rправительств"], 1)])]);

        matches.Read(Hashes(text));

        Assert.True(strength == matches.Strength[0], why);
    }

    [Fact]
    public void Text_is_explained_by_the_share_of_its_words_that_the_query_means()
    {
        var matches = new ConceptMatches([Concept([new ConceptTerm("rпочт", 1)], []), Concept([new ConceptTerm("rмарк", 0.5f)], [])]);

        matches.Read(Hashes("почт минск марк почт"));

        Assert.Equal(0.75, matches.Explained);
    }

    private static SearchConcept Concept(IReadOnlyList<ConceptTerm> terms, IReadOnlyList<ConceptPhrase> phrases) =>
        new(new TextSpan(0, 0), 1, [], [], terms, phrases, new IndexQuery.All(), new IndexQuery.All(), 1);

    private static uint[] Hashes(string stems) => [.. stems.Split(' ').Select(stem => ForwardEntry.Hash(MarkedTerm.Stem(Language.Russian, stem)))];
}
