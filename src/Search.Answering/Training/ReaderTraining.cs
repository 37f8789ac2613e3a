using Search.Answering.Extraction;
using Search.Text;

namespace Search.Answering.Training;

/// <summary>Trains the models that travel inside this library; docs/models.md says from what and with which figures.</summary>
public static class ReaderTraining
{
    // Of SQuAD one question in two is taken: all are in English, on as few articles as XQuAD's, and more would drown the other two languages.
    private const int SquadShare = 2;

    // The only questions in Russian that were asked by people who did not write the text.
    private const float XquadWeight = 2;

    // Few beside the answerable ones and their pages left out, and each must be declined in an archive that has a page for every word.
    private const float StrangersWeight = 5;

    // The news questions are asked twice, in small archives and in a large one.
    private const float AmongManyWeight = 0.5f;

    // One question of another archive for so many of the archive's own.
    private const int OthersShare = 2;

    // The own pages are asked in archives of this many.
    private const int OwnPages = 60;

    // Subfolder of the project's own questions: those about the real world.
    private const string World = "World";

    /// <summary>Trains the sentence ranker, the span ranker and then the model of support, and measures them on articles that none has seen.</summary>
    /// <param name="sources">What to train from.</param>
    /// <param name="models">Folder that receives <c>sentences.bin</c>, <c>ranker.bin</c>, <c>support.bin</c> and <c>support.tsv</c>.</param>
    /// <param name="log">Receives the figures.</param>
    public static void Run(TrainingSources sources, string models, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(log);
        var items = new List<TrainingItem>();
        foreach (var archive in Collections(sources).GroupBy(collection => collection.Documents, ReferenceEqualityComparer.Instance))
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

    // All questions, each with the archive that it is asked in. Those that must be declined are read by support alone.
    private static IReadOnlyList<TrainingCollection> Collections(TrainingSources sources)
    {
        var own = TrainingFiles.Own(sources.Questions, "news") with { IsVague = true };
        IReadOnlyList<TrainingCollection> news = [.. Archives(own)];
        IReadOnlyList<TrainingCollection> xquad = sources.Xquad is { } folder ? Xquad(folder, sources.Distractors) : [];
        var collections = new List<TrainingCollection>([.. news, .. xquad]);
        collections.AddRange(news.Select((archive, i) => OfOthers(archive, [.. xquad, .. news.Skip(i + 1).Take(1)])));
        collections.AddRange(xquad.Select(archive => OfOthers(archive, news)));
        if (xquad is [var russian, var crossing, var english])
        {
            // The paragraphs in English are as many as in Russian; behind those stand the pages that answer nothing.
            collections.Add(own with { Name = "news among many", Documents = [.. own.Documents, .. russian.Documents.Skip(english.Documents.Count)], Weight = 0, SupportWeight = AmongManyWeight });
            collections.Add(crossing with { Name = crossing.Name + " look-alikes", Questions = TrainingFiles.LookAlikes(sources.Xquad!, crossing.Questions) });
            if (sources.Strangers is { } strangers)
            {
                collections.Add(russian with { Name = russian.Name + " other subjects", Questions = TrainingFiles.Strangers(strangers), SupportWeight = StrangersWeight });
            }
        }

        var world = Path.Combine(sources.Questions, World);
        collections.AddRange(Directory.Exists(world) ? Archives(TrainingFiles.Own(world, "world")) : []);
        if (sources.Squad is { } squad)
        {
            var whole = TrainingFiles.Squad(squad);
            collections.Add(whole with { Questions = [.. whole.Questions.Where((_, i) => i % SquadShare == 0)], IsAskedWithoutPage = false });
        }

        return collections;
    }

    private static IReadOnlyList<TrainingCollection> Xquad(string folder, string? distractors)
    {
        var asked = TrainingFiles.Xquad(folder, Language.Russian, Language.Russian);
        IReadOnlyList<ArchiveDocument> documents = distractors is null ? asked.Documents : [.. asked.Documents, .. PassageReader.ReadAll([distractors]).Documents];
        return
        [
            asked with { Documents = documents, Weight = XquadWeight },
            TrainingFiles.Xquad(folder, Language.Russian, Language.English) with { Documents = documents, Weight = XquadWeight },
            TrainingFiles.Xquad(folder, Language.English, Language.English) with { Weight = XquadWeight },
        ];
    }

    // As many pages together as a small archive holds.
    private static IEnumerable<TrainingCollection> Archives(TrainingCollection whole)
    {
        var count = (whole.Documents.Count + OwnPages - 1) / OwnPages;
        for (var archive = 0; archive < count; archive++)
        {
            var documents = whole.Documents.Where((_, i) => i % count == archive).ToList();
            var ids = documents.Select(document => document.Id).ToHashSet(StringComparer.Ordinal);
            yield return whole with { Documents = documents, Questions = [.. whole.Questions.Where(question => ids.Contains(question.DocumentId))] };
        }
    }

    // Questions about other archives' pages must be declined as well.
    private static TrainingCollection OfOthers(TrainingCollection archive, IReadOnlyList<TrainingCollection> others)
    {
        var questions = others.SelectMany(other => other.Questions).ToList();
        var step = Math.Max(1, questions.Count / Math.Max(1, archive.Questions.Count / OthersShare));
        return archive with { Name = archive.Name + " other archives", Questions = [.. questions.Where((_, at) => at % step == 0).Select(question => question with { Golds = [] })] };
    }

    private static IEnumerable<int> Folds() => Enumerable.Range(0, TrainingItem.Folds);

    private static void Save(BoostedTrees trees, string path)
    {
        using var file = File.Create(path);
        trees.Save(file);
    }
}

/// <summary>What the models are trained from.</summary>
/// <param name="Questions">Folder of the project's own questions on news; those about the world stand in its subfolder <c>World</c>, where there is one.</param>
public sealed record TrainingSources(string Questions)
{
    /// <summary>Folder of XQuAD with its questions that only look answerable; <see langword="null"/> leaves it out.</summary>
    public string? Xquad { get; init; }

    /// <summary>Folder of SQuAD; <see langword="null"/> leaves it out.</summary>
    public string? Squad { get; init; }

    /// <summary>Folder of pages that stand beside XQuAD's Russian paragraphs and answer none of its questions.</summary>
    public string? Distractors { get; init; }

    /// <summary>File of Russian questions, JSON lines with <c>question</c>, that no page answers.</summary>
    public string? Strangers { get; init; }
}
