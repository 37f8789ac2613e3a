using Search.Retrieval.Highlighting;

namespace Search.Tests.Retrieval;

public class TextFragmentTests
{
    [Theory]
    [InlineData("https://a.example/p", "Short quote", "https://a.example/p#:~:text=Short%20quote")]
    [InlineData("https://a.example/p#top", "A-b, c & d", "https://a.example/p#:~:text=A%2Db%2C%20c%20%26%20d")]
    [InlineData("file:025.txt", "Short quote", "file:025.txt")]
    [InlineData("javascript:alert(1)", "Short quote", "javascript:alert(1)")]
    [InlineData("https://a.example/p", " \n ", "https://a.example/p")]
    public void Link_leads_to_the_quote_where_the_page_is_on_the_web(string url, string quote, string expected) =>
        Assert.Equal(expected, TextFragment.Link(url, quote));

    [Fact]
    public void Long_quote_is_given_by_its_first_and_last_words() =>
        Assert.Equal(
            "https://a.example/p#:~:text=one%20two%20three%20four%20five,eleven%20twelve%20thirteen%20fourteen%20fifteen",
            TextFragment.Link("https://a.example/p", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"));
}
