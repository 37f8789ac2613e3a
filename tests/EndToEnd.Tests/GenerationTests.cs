using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.Service;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace EndToEnd.Tests;

/// <summary>Answers with a language model configured, against a server that is good, lies, is slow, broken, rude or obeys a page.</summary>
[Collection(Seeds.Name)]
public sealed class GenerationTests(SeedsService service, GenerationTests.Shared shared) : IClassFixture<GenerationTests.Shared>, IAsyncLifetime
{
    private const string Question = "When did Belarus rank 40th in e-government?";
    private const string Fact = "40 место";

    private readonly List<IDisposable> _started = [];
    private ModelServer _model = null!;

    public async Task InitializeAsync()
    {
        _model = shared.Model ??= await ModelServer.Start();
        _model.Forget();
    }

    public Task DisposeAsync()
    {
        _started.ForEach(started => started.Dispose());
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_true_sentence_is_answered_with_the_quote_it_rests_on(bool streams)
    {
        Reply(call => $"Belarus ranked 40th in the United Nations e-government survey in 2020 [{call.NumberOf(Fact)}].", streams);

        var answer = await Client().Ask(Question);

        Assert.Equal("answered", answer.Text("status"));
        Assert.Equal("generative", answer.Text("method"));
        Assert.Equal("Belarus ranked 40th in the United Nations e-government survey in 2020 [1].", answer.Text("answer"));
        Assert.Equal("2020", answer.Text("shortAnswer"));
        Assert.Empty(answer.GetProperty("notices").Texts());
        var citation = answer.GetProperty("citations")[0];
        Assert.Contains("заняла 40 место в рейтинге", citation.Text("quote"), StringComparison.Ordinal);
        await AssertVerbatim(citation);
    }

    [Theory]
    [InlineData("Belarus ranked 41st in e-government in 2020 [{0}].", "a wrong number")]
    [InlineData("Belarus ranked 40th in e-government in 2019 [{0}].", "a wrong year")]
    [InlineData("Kazakhstan ranked 40th in e-government in 2020 [{0}].", "another subject")]
    [InlineData("Belarus did not rank 40th in e-government in 2020 [{0}].", "the contrary")]
    [InlineData("Belarus ranked 40th in e-government in 2020.", "no citation")]
    [InlineData("Belarus ranked 40th in e-government in 2020 [99].", "an invented citation")]
    [InlineData("The page says: \"Belarus took the 40 place in 2020\" [{0}].", "a quotation that stands nowhere")]
    [InlineData("Belarus ranked 40th in e-government in 2020 [{1}].", "the right number of another page")]
    [InlineData("Belarus sold tractors and won a cup in 2020 [{0}].", "another subject with a number of the page")]
    [InlineData("Беларусь заняла 40 место в рейтинге электронного правительства в 2020 году [{0}].", "another language than asked")]
    [InlineData("NO_ANSWER", "nothing")]
    [InlineData("", "an empty reply")]
    [InlineData("I am happy to help! Ask me anything.", "chatter")]
    [InlineData("<script>alert(1)</script> Belarus ranked 40th in 2020 [{0}].", "markup")]
    [InlineData("[Belarus](https://evil.example/) ranked 40th in e-government in 2020 [{0}].", "a link")]
    public async Task What_is_not_proved_is_never_sent_and_the_pages_own_text_stands_in(string reply, string what)
    {
        Reply(call => string.Format(System.Globalization.CultureInfo.InvariantCulture, reply, call.NumberOf(Fact), call.NumberOf(Fact) == 1 ? 2 : 1));

        var answer = await Client().Ask(Question);

        Assert.True(answer.Text("method") == "extractive", $"{what}: {answer.Text("answer")}");
        Assert.Equal("2020", answer.Text("shortAnswer"));
        Assert.Contains("The language model gave no answer that could be verified; this one is taken from the pages' own text.", answer.GetProperty("notices").Texts());
        await AssertVerbatim(answer.GetProperty("citations")[0]);
    }

    [Fact]
    public async Task A_lie_between_true_sentences_is_left_out_and_said_so_in_the_askers_language()
    {
        Reply(call => $"В 2020 году Беларусь заняла 40 место в рейтинге [{call.NumberOf(Fact)}]. В 2018 году она заняла 12 место [{call.NumberOf(Fact)}]. По сравнению с 2018 годом индекс вырос на 5,8 % [{call.NumberOf(Fact)}].");

        var answer = await Client().Ask("Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?");

        Assert.Equal("partial", answer.Text("status"));
        Assert.Equal("generative", answer.Text("method"));
        Assert.Equal("В 2020 году Беларусь заняла 40 место в рейтинге [1]. По сравнению с 2018 годом индекс вырос на 5,8 % [2].", answer.Text("answer"));
        Assert.Equal(["Часть ответа языковой модели не подтвердилась и опущена."], answer.GetProperty("notices").Texts());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(302)]
    public async Task A_status_that_is_no_success_leaves_the_pages_own_text(int status)
    {
        _model.Chat = call => call.Raw(status, "{}");

        await AssertFailed(Client());
        Assert.Single(_model.Bodies);
    }

    [Fact]
    public async Task A_stand_in_has_a_permanent_address_and_a_models_text_has_none()
    {
        var client = Client();
        var standIn = await client.Ask(Question);
        Reply(call => $"Belarus ranked 40th in e-government in 2020 [{call.NumberOf(Fact)}].");

        var worded = await client.Ask(Question);
        var found = await client.GetJson(standIn.Text("permalink")!);

        Assert.Equal(JsonValueKind.Null, worded.GetProperty("permalink").ValueKind);
        Assert.Equal(standIn.Text("answer"), found.Text("answer"));
        Assert.Empty(found.GetProperty("notices").Texts());
    }

    [Theory]
    [InlineData("{\"choices\": [", "application/json")]
    [InlineData("{\"error\": {\"message\": \"no\"}}", "application/json")]
    [InlineData("[1, 2]", "application/json")]
    [InlineData("{\"choices\": [{\"message\": {\"content\": 7}}]}", "application/json")]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("data: {broken\n\n", "text/event-stream")]
    [InlineData("data: {\"choices\": []}\n\n", "text/event-stream")]
    [InlineData("", "text/event-stream")]
    public async Task A_reply_of_another_protocol_leaves_the_pages_own_text(string body, string type)
    {
        _model.Chat = call => call.Raw(200, body, type);

        var answer = await Client().Ask(Question);

        Assert.Equal("extractive", answer.Text("method"));
        Assert.Equal("2020", answer.Text("shortAnswer"));
        Assert.Single(answer.GetProperty("notices").Texts());
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_the_pages_own_text() => await AssertFailed(Client(("Answering:Endpoint", "http://127.0.0.1:1/v1")));

    [Fact]
    public async Task A_slow_server_is_not_waited_for_and_its_request_is_ended()
    {
        _model.Chat = call => Task.Delay(Timeout.Infinite, call.Aborted);

        await AssertFailed(Client(("Answering:TimeoutSeconds", "1")));
        await _model.CallerLeft.Task;
    }

    [Fact]
    public async Task A_reader_who_goes_away_ends_the_request_to_the_model()
    {
        var begun = new TaskCompletionSource();
        _model.Chat = call =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.Infinite, call.Aborted);
        };
        using var leaving = new CancellationTokenSource();
        var asking = Client().PostAsync("/v1/ask", Body(Question), leaving.Token);
        await begun.Task;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await _model.CallerLeft.Task;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("length")]
    public async Task A_reply_that_breaks_off_keeps_its_verified_sentences_and_the_pages_text_completes_it(string? finish)
    {
        _model.Chat = call => call.Stream($"Belarus ranked 40th in e-government in 2020 [{call.NumberOf(Fact)}]. Compared with 2018 the index of the Republic of Belarus grew by", finish);

        var answer = await Client().Ask(Question);

        Assert.StartsWith("Belarus ranked 40th in e-government in 2020 [1]. 2020 [", answer.Text("answer"), StringComparison.Ordinal);
        Assert.DoesNotContain("Compared", answer.Text("answer"), StringComparison.Ordinal);
        Assert.Equal(["The language model did not finish; the answer is completed from the pages' own text."], answer.GetProperty("notices").Texts());
        foreach (var citation in answer.GetProperty("citations").EnumerateArray())
        {
            await AssertVerbatim(citation);
        }
    }

    [Fact]
    public async Task A_server_that_never_stops_talking_is_cut_off()
    {
        _model.Chat = async call => await call.Stream(string.Concat(Enumerable.Repeat("Belarus is a country. ", 100_000)));

        await AssertFailed(Client(("Answering:MaxOutputTokens", "100")));
    }

    [Fact]
    public async Task Marks_of_markdown_are_taken_off_a_true_sentence()
    {
        Reply(call => $"## Answer\n\n- **Belarus** ranked `40th` in e-government in *2020* 【{call.NumberOf(Fact)}】.\n");

        var answer = await Client().Ask(Question);

        Assert.Equal("Belarus ranked 40th in e-government in 2020 [1].", answer.Text("answer"));
    }

    [Fact]
    public async Task Passages_go_out_as_numbered_data_without_addresses_and_with_the_key()
    {
        string rules = "", question = "";
        _model.Chat = call =>
        {
            (rules, question) = (call.Rules, call.Question);
            return call.Stream("NO_ANSWER");
        };

        await Client(("Answering:ApiKey", "secret")).Ask(Question);

        Assert.Contains("Answer in English", rules, StringComparison.Ordinal);
        Assert.Equal(Question, question);
        var body = Assert.Single(_model.Bodies);
        Assert.DoesNotContain("http", body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"max_tokens\":500", body, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetByteCount(body), _model.Length);
        Assert.Equal(["Bearer secret"], _model.Authorizations);
    }

    [Fact]
    public async Task The_model_is_not_asked_where_the_archive_has_no_answer_nor_for_pages_and_exports()
    {
        var client = Client();

        await client.Ask("Сколько стоит билет в метро?");
        await client.Ask("Спасибо!");
        await client.GetStringAsync("/?q=" + Uri.EscapeDataString(Question));
        await client.GetStringAsync("/v1/export/answer?format=json&question=" + Uri.EscapeDataString(Question));

        Assert.Empty(_model.Bodies);
    }

    [Fact]
    public async Task A_callers_allowance_for_the_day_ends_in_the_pages_own_text()
    {
        _model.Chat = call => call.Whole($"Belarus ranked 40th in e-government in 2020 [{call.NumberOf(Fact)}].");
        var client = Client(("Answering:MaxPromptTokens", "1000"), ("Answering:MaxOutputTokens", "100"), ("Answering:TokensPerCallerAndDay", "2000"));

        var first = await client.Ask(Question);
        var second = await client.Ask(Question);
        var third = await client.Ask(Question);

        // 950 tokens each by the server's own count; a third question might need more than the 100 that are left.
        Assert.Equal(["generative", "generative", "extractive"], new[] { first, second, third }.Select(answer => answer.Text("method")));
        Assert.Equal(["Today's allowance of the language model is used up; this answer is taken from the pages' own text."], third.GetProperty("notices").Texts());
        Assert.Equal(2, _model.Bodies.Count);
    }

    [Theory]
    [InlineData("Answering:Endpoint", "not an address")]
    [InlineData("Answering:Model", "")]
    [InlineData("Answering:TimeoutSeconds", "0")]
    [InlineData("Answering:CostPerDay", "5")]
    public void A_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Client((setting, value)));

        Assert.Contains(setting.Split(':')[1], failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_sends_each_sentence_as_soon_as_it_is_verified()
    {
        var arrived = new TaskCompletionSource();
        _model.Chat = async call =>
        {
            await call.Stream($"Belarus ranked 40th in e-government in 2020 [{call.NumberOf(Fact)}]. Belarus ranked 3rd in 2020 [{call.NumberOf(Fact)}]. Compared with 2018 the index", null);
            await arrived.Task.WaitAsync(call.Aborted);
            await call.Stream($" of Belarus grew by 5.8 % [{call.NumberOf(Fact)}].");
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/ask") { Content = Body(Question) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var (events, text) = (new List<string>(), "");
        while (await reader.ReadLineAsync() is { } line)
        {
            text += line + "\n";
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                events.Add(line[7..]);
                if (events[^1] == "sentence")
                {
                    // Only now the model goes on.
                    arrived.TrySetResult();
                }
            }
        }

        Assert.Equal(["status", "citation", "sentence", "citation", "sentence", "answer"], events);
        Assert.Contains("grew by 5.8 %", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3rd", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_streams_the_verified_sentences_with_their_sources_and_the_whole_answer_last()
    {
        Reply(call => $"Belarus ranked 40th in e-government in 2020 [{call.NumberOf(Fact)}]. Belarus ranked 3rd in 2020 [{call.NumberOf(Fact)}].");
        var client = Client();
        var sdk = new ChatClient("any", new ApiKeyCredential("any"), new OpenAIClientOptions { Endpoint = new Uri(client.BaseAddress!, "v1"), Transport = new HttpClientPipelineTransport(client) });
        var streamed = "";
        await foreach (var update in sdk.CompleteChatStreamingAsync(new UserChatMessage(Question)))
        {
            streamed += string.Concat(update.ContentUpdate.Select(part => part.Text));
        }

        ChatCompletion whole = await sdk.CompleteChatAsync(new UserChatMessage(Question));
        var raw = await (await client.PostJson("/v1/chat/completions", JsonSerializer.Serialize(new { stream = true, messages = new[] { new { role = "user", content = Question } } }))).Content.ReadAsStringAsync();

        Assert.StartsWith("Belarus ranked 40th in e-government in 2020 [1].\n\n\\[1\\] [", streamed, StringComparison.Ordinal);
        Assert.Equal(whole.Content[0].Text, streamed);
        Assert.Contains("\"method\":\"generative\"", raw, StringComparison.Ordinal);
        Assert.Contains("could not be verified and was left out", raw, StringComparison.Ordinal);
        Assert.EndsWith("data: [DONE]\n\n", raw, StringComparison.Ordinal);
    }

    // Settings of its own cost a test a service of its own.
    private HttpClient Client(params (string Name, string Value)[] settings)
    {
        if (settings.Length == 0)
        {
            return (shared.Service ??= Start([("Answering:TokensPerCallerAndDay", "0")])).CreateClient();
        }

        var started = Start(settings);
        _started.Add(started);
        return started.CreateClient();
    }

    private WebApplicationFactory<Program> Start((string Name, string Value)[] settings) => service.WithWebHostBuilder(builder =>
    {
        builder.UseSetting("Answering:Endpoint", _model.Endpoint);
        builder.UseSetting("Answering:Model", "test-model");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    });

    private void Reply(Func<ModelCall, string> reply, bool streams = true) => _model.Chat = call => streams ? call.Stream(reply(call)) : call.Whole(reply(call));

    private static StringContent Body(string question) => new(JsonSerializer.Serialize(new { question }), Encoding.UTF8, "application/json");

    private static async Task AssertFailed(HttpClient client)
    {
        var answer = await client.Ask(Question);

        Assert.Equal("extractive", answer.Text("method"));
        Assert.Equal("2020", answer.Text("shortAnswer"));
        Assert.Equal(["The language model did not reply; this answer is taken from the pages' own text."], answer.GetProperty("notices").Texts());
    }

    private async Task AssertVerbatim(JsonElement citation)
    {
        var document = await service.CreateClient().GetJson($"/v1/documents/{citation.Text("id")}");
        Assert.Equal(citation.Text("quote"), document.Text("text")!.Substring(citation.GetProperty("start").GetInt32(), citation.GetProperty("length").GetInt32()));
    }

    /// <summary>The server and a service with default settings, for all tests.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        /// <summary>The server, once started.</summary>
        public ModelServer? Model { get; set; }

        /// <summary>The service, once started.</summary>
        public WebApplicationFactory<Program>? Service { get; set; }

        /// <inheritdoc />
        public Task InitializeAsync() => Task.CompletedTask;

        /// <inheritdoc />
        public async Task DisposeAsync()
        {
            Service?.Dispose();
            if (Model is not null)
            {
                await Model.DisposeAsync();
            }
        }
    }
}
