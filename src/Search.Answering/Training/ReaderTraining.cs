using Search.Answering.Extraction;
using Search.Text;

namespace Search.Answering.Training;

/// <summary>Trains the models that travel inside this library; docs/models.md says from what and with which figures.</summary>
public static class ReaderTraining
{
    // Of the encyclopedia questions in English only a third is taken: more of them would drown the other two languages.
    private const int SquadShare = 3;

    // One question of another archive for so many of the archive's own.
    private const int StrangersShare = 2;

    // The own pages are asked in archives of this many: as many as a small archive holds.
    private const int OwnPages = 60;

    /// <summary>Trains the sentence ranker, the span ranker and then the model of support, and measures them on articles that none has seen.</summary>
    /// <param name="sources">What to train from.</param>
    /// <param name="models">Folder that receives <c>sentences.bin</c>, <c>ranker.bin</c> and <c>support.tsv</c>.</param>
    /// <param name="log">Receives the figures.</param>
    public static void Run(TrainingSources sources, string models, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(log);
        var items = new List<TrainingItem>();
        foreach (var archive in WithStrangers([.. Collections(sources)], sources.Strangers).GroupBy(collection => collection.Documents, ReferenceEqualityComparer.Instance))
        {
            using var index = new TrainingArchive((IReadOnlyList<ArchiveDocument>)archive.Key!);
            items.AddRange(archive.SelectMany(collection => TrainingItem.Of(collection, index.Index)));
        }

        log.WriteLine($"{items.Count} questions");
        var sentences = new SentenceTrainer(items);
        var finders = Folds().Select(fold => new EvidenceFinder(new SentenceRanker(sentences.Train(fold)))).ToList();
        log.WriteLine("sentence rankers");
        var spans = new RankerTrainer(items, finders);
        var rankers = Folds().Select(fold => new SpanRanker(spans.Train(fold))).ToList();
        log.WriteLine("span rankers");
        var support = new SupportTrainer(items, finders, rankers, log);
        support.Measure();
        File.WriteAllText(Path.Combine(models, "support.tsv"), support.Train());
        Save(support.Trees, Path.Combine(models, "support.bin"));
        Save(sentences.Train(-1), Path.Combine(models, "sentences.bin"));
        Save(spans.Train(-1), Path.Combine(models, "ranker.bin"));
    }

    // Questions about other archives' pages must be declined as well; XQuAD asks about the same articles in every language.
    private static IEnumerable<TrainingCollection> WithStrangers(IReadOnlyList<TrainingCollection> collections, string? strangers)
    {
        if (strangers is not null && collections.FirstOrDefault(collection => !IsOwn(collection)) is { } encyclopedia)
        {
            yield return encyclopedia with { Name = encyclopedia.Name + " strangers", Questions = TrainingFiles.Strangers(strangers) };
        }

        for (var i = 0; i < collections.Count; i++)
        {
            yield return collections[i];
            var others = collections.Where((other, k) => k != i && (k == i + 1 || IsOwn(other) != IsOwn(collections[i]))).Where(other => IsOwn(other) || IsOwn(collections[i])).SelectMany(other => other.Questions).ToList();
            var step = Math.Max(1, others.Count / Math.Max(1, collections[i].Questions.Count / StrangersShare));
            yield return collections[i] with { Name = collections[i].Name + " strangers", Questions = [.. others.Where((_, at) => at % step == 0).Select(question => question with { Golds = [] })] };
        }
    }

    private static bool IsOwn(TrainingCollection collection) => collection.Name == TrainingFiles.OwnName;

    private static IEnumerable<int> Folds() => Enumerable.Range(0, TrainingItem.Folds);

    internal static IEnumerable<TrainingCollection> Collections(TrainingSources sources)
    {
        var own = TrainingFiles.Own(sources.Questions);
        var archives = (own.Documents.Count + OwnPages - 1) / OwnPages;
        for (var archive = 0; archive < archives; archive++)
        {
            var documents = own.Documents.Where((_, i) => i % archives == archive).ToList();
            var ids = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
            yield return new TrainingCollection(own.Name, documents, [.. own.Questions.Where(question => ids.Contains(question.DocumentId))]);
        }

        if (sources.Xquad is { } xquad)
        {
            var asked = TrainingFiles.Xquad(xquad, Language.Russian, Language.Russian);
            IReadOnlyList<ArchiveDocument> documents = sources.Distractors is { } folder ? [.. asked.Documents, .. PassageReader.ReadAll([folder]).Documents] : asked.Documents;
            yield return asked with { Documents = documents };
            yield return TrainingFiles.Xquad(xquad, Language.Russian, Language.English) with { Documents = documents };
            yield return TrainingFiles.Xquad(xquad, Language.English, Language.English);
        }

        if (sources.Squad is { } squad)
        {
            var whole = TrainingFiles.Squad(squad);
            yield return whole with { Questions = [.. whole.Questions.Where((question, i) => question.Golds.Count > 0 && i % SquadShare == 0)] };
        }
    }

    private static void Save(BoostedTrees trees, string path)
    {
        using var file = File.Create(path);
        trees.Save(file);
    }
}

/// <summary>What the models are trained from.</summary>
/// <param name="Questions">Folder of the project's own questions.</param>
public sealed record TrainingSources(string Questions)
{
    /// <summary>Folder of XQuAD; <see langword="null"/> leaves it out.</summary>
    public string? Xquad { get; init; }

    /// <summary>Folder of SQuAD; <see langword="null"/> leaves it out.</summary>
    public string? Squad { get; init; }

    /// <summary>Folder of pages that stand beside XQuAD's Russian paragraphs and answer none of its questions.</summary>
    public string? Distractors { get; init; }

    /// <summary>File of Russian questions, JSON lines with <c>question</c>, that no page answers.</summary>
    public string? Strangers { get; init; }
}
