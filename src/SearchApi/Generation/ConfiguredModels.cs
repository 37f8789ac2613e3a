using Microsoft.Extensions.Options;
using Search.Answering.Generation;
using Search.Retrieval;
using Search.Retrieval.Embeddings;
using SearchApi.Archive;

namespace SearchApi.Generation;

/// <summary>The models that the operator configured: none by default, and then nothing leaves this machine.</summary>
internal sealed class ConfiguredModels : IDisposable
{
    /// <summary>Reads the configuration.</summary>
    public ConfiguredModels(IOptions<GenerationOptions> answering, IOptions<EmbeddingModelOptions> embedding, IOptions<ArchiveOptions> archive, TimeProvider clock, ILogger<ConfiguredModels> log)
    {
        if (answering.Value is { IsConfigured: true } language)
        {
            ApiLog.AnsweringModel(log, language.Model, new Uri(language.Endpoint).Authority);
            Writer = new AnswerWriter(language, clock, reason => ApiLog.AnsweringModelFailed(log, reason));
        }

        if (embedding.Value is { IsConfigured: true } vectors)
        {
            ApiLog.EmbeddingModel(log, vectors.Model, new Uri(vectors.Endpoint).Authority);
            Meaning = new MeaningSearch(vectors, Path.GetFullPath(archive.Value.Index, ArchivePaths.Root), clock, reason => ApiLog.EmbeddingModelFailed(log, reason));
        }
    }

    /// <summary>Words answers; <see langword="null"/> where no language model is configured.</summary>
    public AnswerWriter? Writer { get; }

    /// <summary>Finds passages by vectors; <see langword="null"/> where no embedding model is configured.</summary>
    public MeaningSearch? Meaning { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Writer?.Dispose();
        Meaning?.Dispose();
    }

    /// <summary>Registers the models and the check of their settings.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddOptions<GenerationOptions>().BindConfiguration(GenerationOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EmbeddingModelOptions>().BindConfiguration(EmbeddingModelOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ConfiguredModels>();
    }
}
