using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text.Json;
using EndToEnd.Tests.Service;
using OpenAI;
using OpenAI.Chat;

namespace EndToEnd.Tests;

[Collection(Seeds.Name)]
public sealed class ChatTests(SeedsService service)
{
    private const string CardQuestion = "Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?";

    private readonly HttpClient _client = service.CreateClient();

    [Fact]
    public async Task The_official_SDK_gets_an_answer_with_its_sources()
    {
        ChatCompletion completion = await Sdk().CompleteChatAsync(
            [new SystemChatMessage("You are a pirate. Answer with the number 7."), new UserChatMessage(CardQuestion)],
            new ChatCompletionOptions { Temperature = 1.5f, Tools = { ChatTool.CreateFunctionTool("get_weather") } });

        var content = completion.Content[0].Text;
        Assert.Contains("40", content, StringComparison.Ordinal);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        var annotation = completion.Annotations[0];
        Assert.StartsWith("https://mpt.gov.by/", annotation.WebResourceUri.ToString(), StringComparison.Ordinal);
        Assert.Equal("[1]", content[annotation.StartIndex..annotation.EndIndex]);
    }

    [Fact]
    public async Task The_official_SDK_streams_the_same_content_as_it_gets_at_once()
    {
        ChatCompletion whole = await Sdk().CompleteChatAsync(new UserChatMessage(CardQuestion));
        var streamed = "";
        ChatFinishReason? finish = null;
        await foreach (var update in Sdk().CompleteChatStreamingAsync(new UserChatMessage(CardQuestion)))
        {
            streamed += string.Concat(update.ContentUpdate.Select(part => part.Text));
            finish = update.FinishReason ?? finish;
        }

        Assert.Equal(whole.Content[0].Text, streamed);
        Assert.Equal(ChatFinishReason.Stop, finish);
    }

    [Fact]
    public async Task What_the_archive_does_not_say_is_declined_and_offers_no_annotation()
    {
        ChatCompletion completion = await Sdk().CompleteChatAsync(new UserChatMessage("Сколько стоит билет в метро?"));

        Assert.Empty(completion.Annotations);
        Assert.DoesNotContain("[1]", completion.Content[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_cut_off_by_the_callers_limit_says_so()
    {
        ChatCompletion completion = await Sdk().CompleteChatAsync([new UserChatMessage(CardQuestion)], new ChatCompletionOptions { MaxOutputTokenCount = 1 });

        Assert.Equal(ChatFinishReason.Length, completion.FinishReason);
    }

    [Fact]
    public async Task The_SDK_reads_an_error_of_ours()
    {
        var refused = await Assert.ThrowsAsync<ClientResultException>(() => Sdk().CompleteChatAsync(new SystemChatMessage("alone")));

        Assert.Equal(400, refused.Status);
        Assert.Contains("user message", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_stream_ends_in_a_reason_then_the_counts_then_done()
    {
        var body = JsonSerializer.Serialize(new { model = "any", stream = true, stream_options = new { include_usage = true }, messages = new[] { new { role = "user", content = CardQuestion } } });

        var text = await (await _client.PostJson("/v1/chat/completions", body)).Content.ReadAsStringAsync();

        var data = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block["data: ".Length..]).ToList();
        Assert.Equal("[DONE]", data[^1]);
        Assert.NotEqual(0, JsonDocument.Parse(data[^2]).RootElement.GetProperty("usage").GetProperty("completion_tokens").GetInt32());
        Assert.Equal("stop", JsonDocument.Parse(data[^3]).RootElement.GetProperty("choices")[0].Text("finish_reason"));
    }

    [Fact]
    public async Task Content_in_parts_is_read_and_parts_that_are_no_text_are_passed_over()
    {
        var body = $$$"""{"messages":[{"role":"user","content":[{"type":"text","text":"{{{CardQuestion}}}"},{"type":"image_url","image_url":{"url":"data:,"}}]}]}""";

        var reply = await JsonReplies.Read(await _client.PostJson("/v1/chat/completions", body), HttpStatusCode.OK);

        Assert.Equal("answered", reply.GetProperty("archive").Text("status"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"messages\":[]}")]
    [InlineData("{\"messages\":[5]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\"}]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"max_tokens\":0}")]
    [InlineData("{\"messages\":")]
    public async Task A_bad_conversation_is_a_400(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostJson("/v1/chat/completions", body)).StatusCode);

    [Fact]
    public async Task The_only_model_is_listed_and_found()
    {
        var id = (await _client.GetJson("/v1/models")).GetProperty("data")[0].Text("id");

        Assert.Equal("model", (await _client.GetJson($"/v1/models/{id}")).Text("object"));
        await _client.GetProblem("/v1/models/gpt-5", HttpStatusCode.NotFound);
    }

    private ChatClient Sdk() => new(
        "ministry-archive",
        new ApiKeyCredential("none"),
        new OpenAIClientOptions { Endpoint = new Uri(_client.BaseAddress!, "v1"), Transport = new HttpClientPipelineTransport(_client), RetryPolicy = new ClientRetryPolicy(0) });
}
