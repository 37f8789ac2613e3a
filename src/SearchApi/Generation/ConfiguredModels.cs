using Microsoft.Extensions.Options;
using Search.Answering.Generation;

namespace SearchApi.Generation;

/// <summary>The models that the operator configured: none by default, and then nothing leaves this machine.</summary>
internal sealed class ConfiguredModels : IDisposable
{
    /// <summary>Reads the configuration.</summary>
    public ConfiguredModels(IOptions<GenerationOptions> answering, TimeProvider clock, ILogger<ConfiguredModels> log)
    {
        if (answering.Value is { IsConfigured: true } options)
        {
            ApiLog.AnsweringModel(log, options.Model, new Uri(options.Endpoint).Authority);
            Writer = new AnswerWriter(options, clock, reason => ApiLog.AnsweringModelFailed(log, reason));
        }
    }

    /// <summary>Words answers; <see langword="null"/> where no language model is configured.</summary>
    public AnswerWriter? Writer { get; }

    /// <inheritdoc />
    public void Dispose() => Writer?.Dispose();

    /// <summary>Registers the models and the check of their settings.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<GenerationOptions>().BindConfiguration(GenerationOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ConfiguredModels>();
    }
}
