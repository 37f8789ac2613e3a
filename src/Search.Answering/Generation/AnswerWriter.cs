using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Search.Answering.Composition;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Retrieval.Embeddings;

namespace Search.Answering.Generation;

/// <summary>
/// Has a language model word an answer that the archive supports. Every sentence passes verification before it is given out; where the model
/// fails, is slow, costs too much or says nothing that can be verified, the archive's own text stands in and the answer says so. Safe for
/// concurrent use.
/// </summary>
public sealed class AnswerWriter : IDisposable
{
    private readonly IChatClient _model;
    private readonly GenerationOptions _options;
    private readonly TimeProvider _time;
    private readonly Action<string>? _report;
    private readonly SpendingLimits _limits;

    /// <summary>Over the configured server.</summary>
    /// <param name="options">The model and its limits, validated.</param>
    /// <param name="time">Tells the day and measures the wait.</param>
    /// <param name="report">Told why a model's reply was not used, for the operator's log; never any text of a question, a page or a reply.</param>
    public AnswerWriter(GenerationOptions options, TimeProvider time, Action<string>? report = null)
        : this(new OpenAiChatClient((options ?? throw new ArgumentNullException(nameof(options))).Endpoint, options.Model, options.ApiKey), options, time, report)
    {
    }

    /// <summary>Over any model.</summary>
    internal AnswerWriter(IChatClient model, GenerationOptions options, TimeProvider time, Action<string>? report)
    {
        _model = model;
        _options = options;
        _time = time;
        _report = report;
        _limits = new SpendingLimits(options, time);
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    /// <summary>Words an answer.</summary>
    /// <param name="extracted">What the archive's own text answers.</param>
    /// <param name="caller">Whose allowance is used.</param>
    /// <param name="retriever">Finds what words stand for.</param>
    /// <param name="cancellation">Ends the request to the model too.</param>
    internal async IAsyncEnumerable<AnswerPart> WriteAsync(ExtractedAnswer extracted, string caller, PassageRetriever retriever, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var prompt = GenerationPrompt.Of(extracted.Question, extracted.Language, [.. extracted.Evidence.Passages.Select(passage => passage.Ranked)], _options);
        var draft = new GrowingAnswer(extracted, new SentenceProver(retriever, extracted.Evidence, prompt.PassageCount, extracted.Question, extracted.Language), retriever.Versions);
        string? notice = null;
        using (var allowance = _limits.Take(caller, new TokenUse(prompt.Tokens, _options.MaxOutputTokens)))
        {
            if (allowance is null)
            {
                notice = GenerationTexts.LimitReached(extracted.Language);
            }
            else
            {
                using var slow = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds), _time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, slow.Token);
                await using var sentences = ReadAsync(prompt, extracted.Language, allowance, either.Token).GetAsyncEnumerator(CancellationToken.None);
                while (true)
                {
                    try
                    {
                        if (!await sentences.MoveNextAsync())
                        {
                            break;
                        }
                    }
                    catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is ModelException or HttpRequestException or IOException or JsonException or OperationCanceledException)
                    {
                        _report?.Invoke(failure is OperationCanceledException ? $"No whole reply within {_options.TimeoutSeconds} s." : failure.Message);
                        notice = draft.HasSentences ? GenerationTexts.BrokeOff(extracted.Language) : GenerationTexts.Failed(extracted.Language);
                        break;
                    }

                    if (draft.Add(ModelSentence.Of(sentences.Current)) is { } part)
                    {
                        yield return part;
                    }
                }
            }
        }

        cancellation.ThrowIfCancellationRequested();
        foreach (var part in draft.End(notice))
        {
            yield return part;
        }
    }

    private async IAsyncEnumerable<string> ReadAsync(GenerationPrompt prompt, Search.Text.Language language, SpendingLimits.Allowance allowance, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var cutter = new SentenceCutter(language);
        var length = 0L;
        var isCut = false;
        UsageDetails? counted = null;
        try
        {
            await foreach (var update in _model.GetStreamingResponseAsync(prompt.Messages, new ChatOptions { MaxOutputTokens = _options.MaxOutputTokens, Temperature = 0 }, cancellation))
            {
                counted = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? counted;
                isCut |= update.FinishReason == ChatFinishReason.Length;
                length += Encoding.UTF8.GetByteCount(update.Text);
                foreach (var sentence in cutter.Add(update.Text))
                {
                    yield return sentence;
                }

                // A server that knows no limit is cut off, at twice the estimate: tokens differ.
                if (length / 8 > _options.MaxOutputTokens)
                {
                    throw new ModelException($"The reply is longer than {_options.MaxOutputTokens} tokens.");
                }
            }
        }
        finally
        {
            // A request that reached nobody reports nothing and is counted all the same: the server may have worked on it.
            allowance.Used = new TokenUse(counted?.InputTokenCount ?? prompt.Tokens, counted?.OutputTokenCount ?? ((length + 3) / 4));
        }

        if (isCut)
        {
            throw new ModelException($"The model stopped at {_options.MaxOutputTokens} tokens.");
        }

        foreach (var sentence in cutter.End())
        {
            yield return sentence;
        }
    }
}
