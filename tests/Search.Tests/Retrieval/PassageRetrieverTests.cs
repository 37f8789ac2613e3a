using Search.Retrieval;
using Search.Text;

namespace Search.Tests.Retrieval;

public class PassageRetrieverTests
{
    private static readonly PassageRetriever Retriever = SampleArchive.Retriever(
        SampleArchive.Document("forum", Language.Russian, "Форум открылся в Минске", "Форум ТИБО открылся в Минске. В нем участвуют сорок стран.", new PartialDate(2020, 10, 23)),
        SampleArchive.Document("post", Language.Russian, "Почта сообщает", "Почта открыла отделения в Бресте. О форуме почта не сообщила.", new PartialDate(2019, 3)),
        SampleArchive.Document("post-en", Language.English, "The post reports", "Post offices were opened in Brest."),
        SampleArchive.Document("empty", Language.Russian, "Заголовок без текста", "", new PartialDate(2018)));

    [Fact]
    public void Page_about_the_subject_stands_before_the_page_that_mentions_it()
    {
        var response = Retriever.Search(new SearchRequest("форумы"));

        Assert.Equal(["forum", "post"], response.Results.Select(result => result.Id));
        Assert.Equal([1, 2], response.Results.Select(result => result.Rank));
        Assert.Equal(2, response.Total);
    }

    [Fact]
    public void Highlights_mark_the_inflected_words_in_the_snippet()
    {
        var result = Retriever.Search(new SearchRequest("форумы")).Results[0];

        Assert.Equal(["Форум"], result.Snippet.Highlights.Select(span => span.Of(result.Snippet.Text)));
        Assert.Equal(["Форум"], result.TitleHighlights.Select(span => span.Of(result.Title)));
        Assert.Equal(MatchKind.Inflected, result.Match);
    }

    [Fact]
    public void Facet_is_not_narrowed_by_its_own_filter()
    {
        var response = Retriever.Search(new SearchRequest("Брест Brest форум") { Languages = [Language.English] });

        Assert.Equal(["post-en"], response.Results.Select(result => result.Id));
        Assert.Equal([new FacetCount("ru", 2), new FacetCount("en", 1)], response.LanguageFacet);
        Assert.Empty(response.YearFacet);
    }

    [Fact]
    public void Date_filter_takes_what_may_lie_in_it_and_leaves_out_the_undated()
    {
        Assert.Equal(["post"], Retriever.Search(new SearchRequest("Брест Brest") { From = new PartialDate(2019, 3, 15), To = new PartialDate(2019) }).Results.Select(result => result.Id));
        Assert.Equal(["forum"], Retriever.Search(new SearchRequest("date:2020")).Results.Select(result => result.Id));
    }

    [Fact]
    public void Sorting_by_date_puts_undated_pages_last()
    {
        var request = new SearchRequest("форум Brest Брест");

        Assert.Equal(["forum", "post", "post-en"], Retriever.Search(request with { Sort = SortOrder.Newest, Query = "форум OR Brest" }).Results.Select(result => result.Id));
        Assert.Equal("post", Retriever.Search(request with { Sort = SortOrder.Oldest, Query = "форум OR Brest" }).Results[0].Id);
    }

    [Fact]
    public void Pages_follow_one_another_without_overlap()
    {
        var first = Retriever.Search(new SearchRequest("форум") { Size = 1 });
        var second = Retriever.Search(new SearchRequest("форум") { Size = 1, Page = 2 });
        var third = Retriever.Search(new SearchRequest("форум") { Size = 1, Page = 3 });

        Assert.Equal(["forum", "post"], first.Results.Concat(second.Results).Select(result => result.Id));
        Assert.Equal(2, second.Results[0].Rank);
        Assert.Empty(third.Results);
        Assert.Equal(2, third.Total);
    }

    [Fact]
    public void Exact_phrase_is_exact()
    {
        Assert.Equal(["forum"], Retriever.Search(new SearchRequest("\"открылся в минске\"")).Results.Select(result => result.Id));
        Assert.Empty(Retriever.Search(new SearchRequest("\"открылись в минске\"")).Results);
        Assert.Empty(Retriever.Search(new SearchRequest("=форумы")).Results);
    }

    [Fact]
    public void Page_with_a_title_alone_is_found() =>
        Assert.Equal(["empty"], Retriever.Search(new SearchRequest("заголовок")).Results.Select(result => result.Id));

    [Fact]
    public void Query_without_words_finds_nothing_and_fails_at_nothing()
    {
        Assert.Empty(Retriever.Search(new SearchRequest("")).Results);
        Assert.Empty(Retriever.Search(new SearchRequest("?! …")).Results);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 0)]
    [InlineData(1, 101)]
    public void Page_and_size_out_of_range_are_refused(int page, int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Retriever.Search(new SearchRequest("форум") { Page = page, Size = size }));

    [Fact]
    public void Random_queries_never_fail_and_highlights_lie_in_their_text()
    {
        const string alphabet = "форум Минск post \"()[]:~*?+-=<>&\u0301\ud800😀|";
        var random = new Random(11);
        for (var i = 0; i < 500; i++)
        {
            var query = new string([.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            foreach (var result in Retriever.Search(new SearchRequest(query)).Results)
            {
                Assert.All(result.Snippet.Highlights, span => Assert.InRange(span.End, 1, result.Snippet.Text.Length));
            }
        }
    }
}
