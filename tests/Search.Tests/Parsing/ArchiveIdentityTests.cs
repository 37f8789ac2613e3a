using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public class ArchiveIdentityTests
{
    [Theory]
    [InlineData("https://mpt.gov.by/news/21-09-2021-7488", "plain")]
    [InlineData("http://mpt.gov.by/news/21-09-2021-7488", "scheme")]
    [InlineData("https://www.mpt.gov.by/news/21-09-2021-7488", "www.")]
    [InlineData("https://MPT.gov.by/news/21-09-2021-7488/", "host in capitals, trailing slash")]
    [InlineData("https://mpt.gov.by:443/news/21-09-2021-7488", "default port")]
    [InlineData("http://www.mpt.gov.by:80/news/21-09-2021-7488#photo", "default port and fragment")]
    [InlineData("https://mpt.gov.by/news/21%2D09%2d2021-7488", "percent-encoding in either case")]
    [InlineData("https://mpt.gov.by/news/21-09-2021-7488?", "empty query")]
    public void Spellings_of_one_address_are_one_page(string url, string why) =>
        Assert.True(ArchiveIdentity.Of(url) == "mpt.gov.by/news/21-09-2021-7488", why);

    [Theory]
    [InlineData("https://mpt.example/be/%D0%B1%D1%8F%D1%81%D0%BF%D0%BB%D0%B0%D1%82%D0%BD%D1%8B", "mpt.example/be/бясплатны")]
    [InlineData("https://mpt.example/be/%d0%b1%d1%8f%d1%81%d0%bf%d0%bb%d0%b0%d1%82%d0%bd%d1%8b", "mpt.example/be/бясплатны")]
    [InlineData("https://mpt.example/be/бясплатны", "mpt.example/be/бясплатны")]
    [InlineData("https://xn--e1aybc.xn--90ais/a", "тест.бел/a")]
    [InlineData("https://mpt.example", "mpt.example")]
    [InlineData("https://mpt.example/", "mpt.example")]
    [InlineData("file:025.txt", "file:025.txt")]
    public void Encoded_and_plain_addresses_are_one_page(string url, string identity) => Assert.Equal(identity, ArchiveIdentity.Of(url));

    [Theory]
    [InlineData("https://mpt.example/News/1", "https://mpt.example/news/1", "paths tell capitals apart")]
    [InlineData("https://mpt.example/news?id=1", "https://mpt.example/news?id=2", "the query chooses the page")]
    [InlineData("https://mpt.example:8080/a", "https://mpt.example/a", "another port is another server")]
    [InlineData("https://ru.mpt.example/a", "https://mpt.example/a", "another host")]
    public void Different_pages_stay_apart(string one, string other, string why) => Assert.False(ArchiveIdentity.Of(one) == ArchiveIdentity.Of(other), why);

    [Theory]
    [InlineData("mpt.gov.by/news/21-09-2021-7488", "21-09-2021-7488-a41bca1ce44c")]
    [InlineData("mpt.example/be/бясплатны-wi-fi", "byasplatny-wi-fi-6c6f68fc27e5")]
    [InlineData("mpt.example", "mpt-example-c6badfb41791")]
    public void An_id_is_readable_and_stays(string identity, string id) => Assert.Equal(id, ArchiveIdentity.Id(identity));
}
