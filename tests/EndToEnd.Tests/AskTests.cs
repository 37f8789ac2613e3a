using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.Service;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class AskTests(SeedsService service)
{
    private const string CardQuestion = "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?";

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task The_cards_question_is_answered_40_with_a_verbatim_quote_and_the_pages_address()
    {
        var answer = await _client.Ask(CardQuestion);

        Assert.Equal("answered", answer.Text("status"));
        Assert.Contains("40", answer.Text("shortAnswer"), StringComparison.Ordinal);
        Assert.Equal("ru", answer.Text("language"));
        var citation = answer.GetProperty("citations")[0];
        Assert.StartsWith("https://mpt.gov.by/", citation.Text("url"), StringComparison.Ordinal);
        var document = await _client.GetJson($"/v1/documents/{citation.Text("id")}");
        Assert.Equal(citation.Text("quote"), document.Text("text")!.Substring(citation.GetProperty("start").GetInt32(), citation.GetProperty("length").GetInt32()));
        Assert.Contains("40", citation.Text("quote"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_archive_does_not_say_is_declined_with_a_reason()
    {
        var answer = await _client.Ask("Сколько стоит билет в метро?");

        Assert.Equal("no_answer", answer.Text("status"));
        Assert.Contains(answer.Text("reason"), new[] { "no_evidence", "out_of_scope" });
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("shortAnswer").ValueKind);
        Assert.Equal(0, answer.GetProperty("citations").GetArrayLength());
    }

    [Theory]
    [InlineData("а в 2018 году?", "Какое место заняла Беларусь в рейтинге электронного правительства в 2018 году?", "ru")]
    [InlineData("and in 2018?", "Какое место заняла Беларусь в рейтинге электронного правительства в 2018 году?", "en")]
    public async Task A_follow_up_is_completed_by_the_earlier_turns_and_says_so(string followUp, string interpretedAs, string language)
    {
        var answer = await _client.Post("/v1/ask", new { question = followUp, earlier = new[] { new { question = CardQuestion, answer = "40-е" } } });

        Assert.Equal(followUp, answer.Text("question"));
        Assert.Equal(interpretedAs, answer.Text("interpretedAs"));
        Assert.Equal(language, answer.Text("language"));
    }

    [Fact]
    public async Task A_question_that_stands_alone_is_answered_the_same_after_other_turns()
    {
        var alone = await _client.Ask(CardQuestion);
        var after = await _client.Post("/v1/ask", new { question = CardQuestion, earlier = new[] { new { question = "Кто министр связи?", answer = (string?)null } } });

        Assert.Equal(alone.Text("permalink"), after.Text("permalink"));
        Assert.Null(after.Text("interpretedAs"));
    }

    [Fact]
    public async Task A_reply_has_every_field_of_the_contract()
    {
        var answer = await _client.Ask(CardQuestion);

        Assert.Equal(
            ["question", "language", "status", "reason", "shortAnswer", "answer", "citations", "method", "confidence", "notices", "related", "tookMs", "interpretedAs", "permalink"],
            answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["number", "id", "url", "title", "language", "published", "quote", "start", "length", "link", "versions"],
            answer.GetProperty("citations")[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task A_stream_sends_status_then_each_citation_before_its_sentence_and_the_whole_answer_last()
    {
        var events = await Stream(CardQuestion);

        Assert.Equal("status", events[0].Name);
        Assert.Equal("answer", events[^1].Name);
        Assert.Contains(events, sent => sent.Name == "sentence");
        var cited = new HashSet<int>();
        foreach (var (name, data) in events)
        {
            if (name == "citation")
            {
                cited.Add(data.GetProperty("number").GetInt32());
            }
            else if (name == "sentence")
            {
                Assert.All(data.GetProperty("citations").EnumerateArray(), number => Assert.Contains(number.GetInt32(), cited));
            }
        }

        Assert.Equal(
            string.Join(' ', events.Where(sent => sent.Name == "sentence").Select(sent => sent.Data.Text("text"))),
            events[^1].Data.Text("answer"));
    }

    [Fact]
    public async Task A_stream_of_a_refusal_ends_in_the_same_object_as_the_plain_reply()
    {
        var events = await Stream("Сколько стоит билет в метро?");

        Assert.Equal("no_answer", events[^1].Data.Text("status"));
        Assert.DoesNotContain(events, sent => sent.Name == "error");
    }

    private async Task<List<(string Name, JsonElement Data)>> Stream(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/ask")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { question }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await _client.SendAsync(request);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = new List<(string, JsonElement)>();
        foreach (var block in (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n');
            Assert.Equal(2, lines.Length);
            events.Add((lines[0]["event: ".Length..], JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement));
        }

        return events;
    }
}
