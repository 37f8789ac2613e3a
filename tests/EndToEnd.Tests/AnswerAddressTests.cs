using System.Net;
using EndToEnd.Tests.Service;
using Search.Retrieval;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class AnswerAddressTests(SeedsService service)
{
    private const string CardQuestion = "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?";

    private readonly HttpClient _client = service.CreateClient();

    [Theory]
    [InlineData(CardQuestion)]
    [InlineData("Сколько стоит билет в метро?")]
    [InlineData("Who is the minister?\nAnd <b>why</b>?")]
    public async Task An_address_gives_the_same_bytes_at_every_call(string question)
    {
        var answer = await _client.Ask(question);

        var first = await _client.GetByteArrayAsync(answer.Text("permalink"));
        var second = await _client.GetByteArrayAsync(answer.Text("permalink"));

        Assert.Equal(first, second);
        Assert.Equal(answer.Text("permalink"), (await _client.Ask(question)).Text("permalink"));
    }

    [Fact]
    public async Task An_address_gives_the_answer_as_it_was_without_the_time_it_took()
    {
        var answer = await _client.Ask(CardQuestion);

        var kept = await _client.GetJson(answer.Text("permalink")!);

        Assert.False(kept.TryGetProperty("tookMs", out _));
        foreach (var field in kept.EnumerateObject())
        {
            Assert.Equal(answer.GetProperty(field.Name).GetRawText(), field.Value.GetRawText());
        }
    }

    [Fact]
    public async Task Language_and_dates_are_kept_in_the_address()
    {
        var answer = await _client.Post("/v1/ask", new { question = CardQuestion, language = "en", from = "2020", to = "2020-12" });

        var kept = await _client.GetJson(answer.Text("permalink")!);

        Assert.Equal("en", kept.Text("language"));
        Assert.Equal(answer.Text("answer"), kept.Text("answer"));
    }

    [Fact]
    public async Task A_follow_ups_address_holds_the_question_standing_alone()
    {
        var answer = await _client.Post("/v1/ask", new { question = "а в 2020 году?", earlier = new[] { new { question = CardQuestion.Replace("2020", "2018", StringComparison.Ordinal) } } });

        var kept = await _client.GetJson(answer.Text("permalink")!);

        Assert.Equal(CardQuestion, kept.Text("question"));
        Assert.Equal(answer.Text("shortAnswer"), kept.Text("shortAnswer"));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("AQ")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("%F0%9F%98%80")]
    public async Task What_was_never_given_out_is_a_404(string address) => await _client.GetProblem("/v1/answers/" + address, HttpStatusCode.NotFound);

    [Fact]
    public async Task An_address_with_one_wrong_letter_is_a_404()
    {
        var address = (await _client.Ask(CardQuestion)).Text("permalink")!;

        await _client.GetProblem(address[..^3] + (address[^3] == 'A' ? 'B' : 'A') + address[^2..], HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Once_the_archive_answers_otherwise_the_address_is_gone_and_names_the_present_one()
    {
        using var folder = new TemporaryArchive("Министерство купило 12 автобусов в 2019 году.");
        await using var changing = new OtherArchive(folder.Pages, folder.Index);
        var client = changing.CreateClient();
        var before = await client.Ask("Сколько автобусов купило министерство в 2019 году?");
        Assert.Equal("answered", before.Text("status"));

        folder.Write("Министерство купило 15 автобусов в 2019 году.");
        IndexBuilder.Build([folder.Pages], folder.Index);
        await Task.Delay(TimeSpan.FromSeconds(1.2));

        var gone = await client.GetProblem(before.Text("permalink")!, HttpStatusCode.Gone);
        Assert.Contains("15", (await client.GetJson(gone.Text("permalink")!)).Text("shortAnswer"), StringComparison.Ordinal);
    }

    private sealed class OtherArchive(string pages, string index) : ArchiveService(pages, index);

    private sealed class TemporaryArchive : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("changing-archive-");

        public TemporaryArchive(string text)
        {
            Directory.CreateDirectory(Pages);
            Write(text);
        }

        public string Pages => Path.Combine(_folder.FullName, "pages");

        public string Index => Path.Combine(_folder.FullName, "index");

        public void Write(string text) => File.WriteAllText(Path.Combine(Pages, "page.txt"), $"## **Новые автобусы министерства**\n\n{text}\n\nhttps://mpt.gov.by/news/12-05-2021-9000\n");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
