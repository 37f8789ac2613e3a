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

    [Fact]
    public void Layout_and_spelling_are_mended_openly_and_verbatim_leaves_them()
    {
        var mended = Retriever.Search(new SearchRequest("ajhev"));

        Assert.Equal("форум", mended.Query.InterpretedAs);
        Assert.Equal(("layout", "ajhev"), (mended.Query.Notices[0].Kind, mended.Query.Notices[0].Query));
        Assert.Equal("forum", mended.Results[0].Id);
        Assert.Empty(Retriever.Search(new SearchRequest("ajhev") { Verbatim = true }).Results);
    }

    [Fact]
    public void Copied_sentence_is_searched_as_it_is()
    {
        var found = Retriever.Search(new SearchRequest("Supporters said that the forum had surrounded Mr Farage last year."));

        Assert.Null(found.Query.InterpretedAs);
        Assert.Empty(found.Query.Notices);
    }

    [Fact]
    public void Sampled_queries_are_the_first_words_of_pages_spread_over_the_archive()
    {
        var retriever = SampleArchive.Retriever([.. Enumerable.Range(0, 6).Select(i => SampleArchive.Document($"p{i}", Language.Russian, i == 2 ? "" : $"Новость {i}", "Здесь сказано больше шести слов подряд, а именно девять."))]);

        Assert.Equal(["Новость 0", "Здесь сказано больше шести слов подряд,", "Новость 4"], retriever.SampleQueries(3));
        Assert.Equal(6, retriever.SampleQueries(100).Count);
    }

    [Fact]
    public void Several_words_that_translate_one_are_found_highlighted_and_explained_together()
    {
        var retriever = SampleArchive.Retriever(
            SampleArchive.Document("ready", Language.Russian, "Новости", "Страна заняла 40 место по готовности к электронному правительству."),
            SampleArchive.Document("apart", Language.Russian, "Новости", "Страна заняла место по правительству и электронному документу, 40 из них."));

        var found = retriever.Search(new SearchRequest("rank in e-government") { Explain = true });

        Assert.Equal("ready", found.Results[0].Id);
        Assert.Contains("электронному правительству", found.Results[0].Snippet.Highlights.Select(span => span.Of(found.Results[0].Snippet.Text)));
        Assert.Contains("электронному правительству ×1 (Phrase 1.00)", found.Results[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_that_is_still_being_typed_finds_what_it_may_become() =>
        Assert.Equal("post", Retriever.Search(new SearchRequest("отделе")).Results[0].Id);

    [Fact]
    public void Quoted_phrase_finds_its_translation_in_pages_of_other_languages_only() =>
        Assert.Equal(["post-en"], Retriever.Search(new SearchRequest("\"почтовые отделения\"")).Results.Select(result => result.Id));

    [Theory]
    [InlineData("новости 2019 года про Брест", "post")]
    [InlineData("форум before 2020", "post")]
    [InlineData("форум since 2020", "forum")]
    [InlineData("форум летась", "post")]
    public void Time_said_in_words_becomes_a_filter_that_is_shown(string query, string expected)
    {
        var response = Retriever.Search(new SearchRequest(query));

        Assert.Equal([expected], response.Results.Select(result => result.Id));
        Assert.Contains(response.Query.Notices, notice => notice.Kind == "date" && notice.Query == query);
    }

    [Fact]
    public void Empty_result_names_the_word_that_the_archive_lacks()
    {
        var response = Retriever.Search(new SearchRequest("+форум +велосипед"));

        Assert.Empty(response.Results);
        Assert.Contains("велосипед", response.Query.Notices.Single(notice => notice.Kind == "zero-results").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_names_the_words_that_matched()
    {
        var explanation = Retriever.Search(new SearchRequest("форумы") { Explain = true }).Results[0].Explanation;

        Assert.Contains("«форумы»", explanation, StringComparison.Ordinal);
        Assert.Contains("Форум ×1 (Stem 1.00)", explanation, StringComparison.Ordinal);
        Assert.Null(Retriever.Search(new SearchRequest("форумы")).Results[0].Explanation);
    }
}
