using System.Net;
using System.Net.Http.Headers;
using EndToEnd.Tests.Service;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class PageTests(SeedsService service)
{
    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task The_first_page_is_a_form_that_needs_no_script()
    {
        var page = await _client.GetStringAsync("/");

        Assert.Contains("<form class=\"search\" role=\"search\" action=\"/\" method=\"get\"", page, StringComparison.Ordinal);
        Assert.Contains("<input id=\"q\" name=\"q\" type=\"search\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_stand_in_the_page_with_marks_dates_language_and_source()
    {
        var page = await _client.GetStringAsync("/?q=электронное правительство&ui=ru");

        Assert.Contains("<mark>электронного</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2020-10-23\">23&#xA0;октября 2020</time>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://mpt.gov.by/", page, StringComparison.Ordinal);
        Assert.Contains("<span>Русский</span>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("be-BY,be;q=0.9,ru;q=0.8", "<html lang=\"be\">")]
    [InlineData("de,en;q=0.5", "<html lang=\"en\">")]
    [InlineData("ru;q=0.3,en-GB;q=0.7", "<html lang=\"en\">")]
    [InlineData("de", "<html lang=\"ru\">")]
    public async Task The_interface_speaks_the_browsers_language(string accept, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accept);

        var page = await (await _client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains(expected, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_decides_the_language_over_the_browser_and_keeps_it_in_links()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=электронное правительство&ui=be");
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");

        var page = await (await _client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains("<html lang=\"be\">", page, StringComparison.Ordinal);
        Assert.Contains("sort=newest&amp;ui=be\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_query_is_text_on_the_page()
    {
        var page = await _client.GetStringAsync("/?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.Contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_filter_is_said_on_the_page_and_the_query_stays_in_the_box()
    {
        var response = await _client.GetAsync("/?q=digital&from=2020-13-45&utm_source=mail");

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("value=\"digital\"", page, StringComparison.Ordinal);
        Assert.Contains("<code>from</code>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("utm_source</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_is_a_page_for_a_browser()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing?ui=en");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no such page", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=digital")]
    [InlineData("/help")]
    [InlineData("/documents/nobody")]
    [InlineData("/v1/search")]
    public async Task Every_reply_forbids_foreign_and_inline_code(string address)
    {
        var response = await _client.GetAsync(address);

        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Files_may_be_kept_for_ever_under_the_address_of_their_content()
    {
        var page = await _client.GetStringAsync("/");
        var address = page.Split("<link rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        var response = await _client.GetAsync(address);

        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }
}
