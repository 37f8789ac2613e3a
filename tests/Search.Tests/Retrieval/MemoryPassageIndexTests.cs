using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Text;

namespace Search.Tests.Retrieval;

public class MemoryPassageIndexTests
{
    private static readonly IPassageIndex Index = SampleArchive.Of(
        SampleArchive.Document("a", Language.English, "Post", "The post office opened in Minsk. The post office moved.", new PartialDate(2019, 5, 1)),
        SampleArchive.Document("b", Language.English, "Office", "An office was opened by the post in Brest.", new PartialDate(2020)),
        SampleArchive.Document("c", Language.English, "Network", "A network of payphones was closed.")).Lease().Index;

    [Theory]
    [InlineData("term:post", "a b")]
    [InlineData("term:payphones", "c")]
    [InlineData("prefix:op", "a b")]
    [InlineData("wild:*phone?", "c")]
    [InlineData("fuzzy1:offise", "a b")]
    [InlineData("fuzzy1:netwrok", "c")]
    [InlineData("fuzzy1:offises", "")]
    public void Single_term_queries_find_what_they_say(string query, string expected)
    {
        var (kind, text) = (query.Split(':')[0], query.Split(':')[1]);
        IndexQuery parsed = kind switch
        {
            "term" => new IndexQuery.Term(Fields.Exact, text),
            "prefix" => new IndexQuery.Prefix(Fields.Exact, text),
            "wild" => new IndexQuery.Wildcard(Fields.Exact, text),
            _ => new IndexQuery.Fuzzy(Fields.Exact, text, 1),
        };

        Assert.Equal(expected, Found(parsed));
    }

    [Fact]
    public void More_occurrences_rank_higher()
    {
        var found = Index.Search(new IndexQuery.Term(Fields.Exact, "post"), 10);

        Assert.Equal(["a", "b"], found.Select(Id));
        Assert.True(found[0].Score > found[1].Score);
    }

    [Fact]
    public void Phrase_wants_order_and_slop_allows_moves()
    {
        Assert.Equal("a", Found(new IndexQuery.Phrase(Fields.Exact, ["post", "office"], 0)));
        Assert.Equal("b", Found(new IndexQuery.Phrase(Fields.Exact, ["opened", "post"], 2)));
        Assert.Equal("", Found(new IndexQuery.Phrase(Fields.Exact, ["office", "post"], 0)));
    }

    [Fact]
    public void Concept_scores_as_one_term_with_weighted_frequencies()
    {
        var whole = new IndexQuery.Concept(Fields.Exact, [new ConceptTerm("post", 1), new ConceptTerm("payphones", 0.5f)]);

        Assert.Equal(["a", "b", "c"], Index.Search(whole, 10).Select(Id));
    }

    [Fact]
    public void Boolean_keeps_its_conditions()
    {
        IndexQuery post = new IndexQuery.Term(Fields.Exact, "post");
        IndexQuery minsk = new IndexQuery.Term(Fields.Exact, "minsk");
        IndexQuery closed = new IndexQuery.Term(Fields.Exact, "closed");

        Assert.Equal("a b c", Found(IndexQuery.Boolean.AnyOf([post, closed])));
        Assert.Equal("a", Found(IndexQuery.Boolean.AllOf([post, minsk])));
        Assert.Equal("b", Found(new IndexQuery.Boolean([post], [], [minsk], [])));
        Assert.Equal("a", Found(new IndexQuery.Boolean([], [post, minsk, closed], [], [], 2)));
        Assert.Equal("a", Found(new IndexQuery.Boolean([], [post], [], [new IndexQuery.Range(Fields.LastDay, 20190101, 20191231)], 1)));
    }

    [Fact]
    public void Undated_page_is_found_but_passes_no_date_filter()
    {
        Assert.Equal("a b c", Found(new IndexQuery.All()));
        Assert.Equal("a b", Found(new IndexQuery.Range(Fields.FirstDay, 0, long.MaxValue)));
    }

    [Fact]
    public void Terms_come_in_order_from_where_they_are_asked_for() =>
        Assert.Equal(["payphones", "post", "the"], Index.Terms(Fields.Exact, "pa").Select(term => term.Term).Where(term => term != "was" && term != "of"));

    private static string Found(IndexQuery query) => string.Join(' ', Index.Match(query).Select(passage => Index.Documents[Index.DocumentOf(passage)].Id).Distinct());

    private static string Id(Candidate candidate) => Index.Documents[Index.DocumentOf(candidate.Passage)].Id;
}
