using System.Globalization;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Service;
using Microsoft.AspNetCore.Hosting;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed partial class MetricsTests(SeedsService service)
{
    [Fact]
    public async Task Requests_are_counted_by_route_and_status_in_a_histogram_of_seconds()
    {
        await using var fresh = Fresh();
        var client = fresh.CreateClient();
        await client.GetAsync("/v1/search?q=digital");
        await client.GetAsync("/v1/search?q=coalition");
        await client.GetAsync("/v1/search");

        var lines = await Scrape(client);

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", lines);
        Assert.Equal(2, Value(lines, """http_server_request_duration_seconds_count{http_request_method="GET",http_response_status_code="200",http_route="/v1/search"}"""));
        Assert.Equal(1, Value(lines, """http_server_request_duration_seconds_count{http_request_method="GET",http_response_status_code="400",http_route="/v1/search"}"""));
        Assert.Equal(2, Value(lines, """http_server_request_duration_seconds_bucket{http_request_method="GET",http_response_status_code="200",http_route="/v1/search",le="+Inf"}"""));
    }

    [Fact]
    public async Task Answers_are_counted_by_door_status_and_reason()
    {
        await using var fresh = Fresh();
        var client = fresh.CreateClient();
        await client.Ask("Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?");
        await client.Ask("Сколько стоит билет в метро?");
        await client.GetAsync("/?q=" + Uri.EscapeDataString("Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?"));

        var lines = await Scrape(client);

        Assert.Equal(1, Value(lines, """archive_answers_total{door="ask",reason="",status="answered"}"""));
        Assert.Equal(1, Value(lines, """archive_answers_total{door="page",reason="",status="answered"}"""));
        Assert.Single(lines, line => line.StartsWith("""archive_answers_total{door="ask",reason=""", StringComparison.Ordinal) && line.Contains("no_answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_state_of_the_index_is_told()
    {
        var lines = await Scrape(service.CreateClient());

        Assert.Equal(1, Value(lines, "archive_ready"));
        Assert.Equal(5, Value(lines, "archive_documents"));
        Assert.InRange(Value(lines, "archive_passages"), 6, 1000);
        Assert.InRange(Value(lines, "archive_index_size_bytes"), 10_000, 100_000_000);
        Assert.InRange(Value(lines, "archive_index_age_seconds"), 0, 100_000);
    }

    [Fact]
    public async Task Without_an_index_the_rest_is_still_told()
    {
        await using var empty = service.WithWebHostBuilder(builder => builder
            .UseSetting("Archive:Source", "no/such/folder")
            .UseSetting("Archive:Index", Path.Combine(Path.GetTempPath(), "no-such-index")));

        var lines = await Scrape(empty.CreateClient());

        Assert.Equal(0, Value(lines, "archive_ready"));
        Assert.DoesNotContain(lines, line => line.StartsWith("archive_documents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_word_of_a_visitor_becomes_a_label()
    {
        var client = service.CreateClient();
        await client.GetAsync("/v1/search?q=zebrafish");
        await client.GetAsync("/zebrafish?q=zebrafish");
        await client.GetAsync("/documents/zebrafish");
        await client.Ask("Who feeds the zebrafish?");

        Assert.DoesNotContain("zebrafish", string.Join('\n', await Scrape(client)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_line_is_in_the_text_format()
    {
        var client = service.CreateClient();
        var response = await client.GetAsync("/metrics");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.All(await Scrape(client), line => Assert.Matches(Line(), line));
    }

    private Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> Fresh() => service.WithWebHostBuilder(_ => { });

    private static async Task<IReadOnlyList<string>> Scrape(HttpClient client) => (await client.GetStringAsync("/metrics")).TrimEnd('\n').Split('\n');

    private static double Value(IReadOnlyList<string> lines, string series) =>
        double.Parse(Assert.Single(lines, line => line.StartsWith(series + " ", StringComparison.Ordinal))[(series.Length + 1)..], CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="([^"\\]|\\.)*"(,[a-z_]+="([^"\\]|\\.)*")*\})? [0-9.E+-]+)$""")]
    private static partial Regex Line();
}
