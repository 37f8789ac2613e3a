using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Service;

/// <summary>A server of the tests' own that speaks OpenAI's protocol over real HTTP: for chat as a test says, for embeddings by counting words.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>What it does with a chat request; by default it answers nothing.</summary>
    public Func<ModelCall, Task> Chat { get; set; } = call => call.Stream("NO_ANSWER");

    /// <summary>What it does with a request for embeddings.</summary>
    public Func<EmbeddingCall, Task> Embed { get; set; } = call => call.Send();

    /// <summary>Bodies of the requests so far.</summary>
    public ConcurrentQueue<string> Bodies { get; } = [];

    /// <summary>Authorization headers of the requests so far.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = [];

    /// <summary>Length that the last request told of itself; <see langword="null"/> where it came in chunks, which small servers do not read.</summary>
    public long? Length { get; private set; }

    /// <summary>Done when a caller has gone away before its reply was whole.</summary>
    public TaskCompletionSource CallerLeft { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Base address, as it stands in a configuration.</summary>
    public string Endpoint => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    /// <summary>Starts on a free port.</summary>
    public static async Task<ModelServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ModelServer(app);
        app.MapPost("/v1/chat/completions", http => server.Take(http, body => server.Chat(new ModelCall(http, body))));
        app.MapPost("/v1/embeddings", http => server.Take(http, body => server.Embed(new EmbeddingCall(http, body))));
        await app.StartAsync();
        return server;
    }

    /// <summary>Makes it as it was when it started.</summary>
    public void Forget()
    {
        Chat = call => call.Stream("NO_ANSWER");
        CallerLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Bodies.Clear();
        Authorizations.Clear();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http, Func<JsonElement, Task> answer)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        Bodies.Enqueue(text);
        Length = http.Request.ContentLength;
        Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
        using var body = JsonDocument.Parse(text);
        try
        {
            await answer(body.RootElement);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            CallerLeft.TrySetResult();
        }
    }
}

/// <summary>One chat request and the ways to answer it.</summary>
/// <param name="http">The request.</param>
/// <param name="body">Its body.</param>
public sealed class ModelCall(HttpContext http, JsonElement body)
{
    // Small enough that markers, words and surrogate pairs are torn apart.
    private const int PieceLength = 7;

    private readonly JsonElement _data = JsonDocument.Parse(body.GetProperty("messages")[1].GetProperty("content").GetString()!).RootElement;

    /// <summary>Ends when the caller goes away.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>The rules it was told.</summary>
    public string Rules => body.GetProperty("messages")[0].GetProperty("content").GetString()!;

    /// <summary>The question.</summary>
    public string Question => _data.GetProperty("question").GetString()!;

    /// <summary>Number of the first passage that holds a text.</summary>
    public int NumberOf(string text) =>
        _data.GetProperty("passages").EnumerateArray().First(passage => passage.GetProperty("text").GetString()!.Contains(text, StringComparison.Ordinal)).GetProperty("number").GetInt32();

    /// <summary>Answers as a stream of small pieces.</summary>
    /// <param name="content">The reply.</param>
    /// <param name="finish">Why it ends; <see langword="null"/> cuts the stream off.</param>
    public async Task Stream(string content, string? finish = "stop")
    {
        if (!http.Response.HasStarted)
        {
            http.Response.ContentType = "text/event-stream";
        }

        foreach (var piece in content.Chunk(PieceLength))
        {
            await Send(new { choices = new[] { new { index = 0, delta = new { content = new string(piece) } } } });
        }

        if (finish is not null)
        {
            await Send(new { choices = new[] { new { index = 0, delta = new { }, finish_reason = finish } } });
            await http.Response.WriteAsync("data: [DONE]\n\n", Aborted);
        }
    }

    /// <summary>Answers at once, as a server without streams does.</summary>
    public Task Whole(string content) => http.Response.WriteAsJsonAsync(new
    {
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = "stop" } },
        usage = new { prompt_tokens = 900, completion_tokens = 50 },
    });

    /// <summary>Answers with a status and a text.</summary>
    public Task Raw(int status, string text, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text, Aborted);
    }

    private async Task Send<T>(T chunk)
    {
        await http.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", Aborted);
        await http.Response.Body.FlushAsync(Aborted);
    }
}

/// <summary>One request for embeddings: a text's vector counts its words, each in one of a few places.</summary>
/// <param name="http">The request.</param>
/// <param name="body">Its body.</param>
public sealed class EmbeddingCall(HttpContext http, JsonElement body)
{
    /// <summary>Numbers of a vector unless a test asks for others; enough that words seldom share a place.</summary>
    public const int Dimension = 4093;

    /// <summary>The texts.</summary>
    public IReadOnlyList<string> Inputs { get; } = [.. body.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];

    /// <summary>Answers with the vectors of a stand-in for meaning.</summary>
    /// <param name="dimension">How long they are.</param>
    /// <param name="meaning">Words that mean the same as another: the other stands in their place.</param>
    public Task Send(int dimension = Dimension, IReadOnlyDictionary<string, string>? meaning = null) => http.Response.WriteAsJsonAsync(new
    {
        data = Inputs.Select((text, index) => new { index, embedding = Vector(text, dimension, meaning) }),
    });

    /// <summary>Ends when the caller goes away.</summary>
    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Answers with a list of something else.</summary>
    public Task Nonsense() => http.Response.WriteAsJsonAsync(new { data = Inputs.Select(_ => new { embedding = "none" }) });

    /// <summary>Answers with a status.</summary>
    public Task Fail(int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static float[] Vector(string text, int dimension, IReadOnlyDictionary<string, string>? meaning)
    {
        var vector = new float[dimension];
        vector[0] = 0.01f;
        foreach (var word in text.ToLowerInvariant().Split([' ', '\n', '.', ',', '?', '«', '»'], StringSplitOptions.RemoveEmptyEntries))
        {
            var meant = meaning?.GetValueOrDefault(word) ?? word;
            vector[meant.Aggregate(7, (hash, letter) => ((hash * 31) + letter) & 0xFFFF) % dimension] += 1;
        }

        return vector;
    }
}
