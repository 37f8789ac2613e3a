using Search.Answering.Extraction;
using Search.Text;

namespace Search.Answering.Training;

/// <summary>Trains the models that travel inside this library; docs/models.md says from what and with which figures.</summary>
public static class ReaderTraining
{
    // A fifth of the articles is kept for measuring.
    private const int Folds = 5;

    // Of the encyclopedia questions in English only a third is taken: more of them would drown the other two languages.
    private const int SquadShare = 3;

    /// <summary>Trains the span ranker and then the model of support, and measures both on articles that neither has seen.</summary>
    /// <param name="questions">Folder of the project's own questions.</param>
    /// <param name="xquad">Folder of XQuAD; <see langword="null"/> leaves it out.</param>
    /// <param name="squad">Folder of SQuAD; <see langword="null"/> leaves it out.</param>
    /// <param name="models">Folder that receives <c>ranker.bin</c> and <c>support.tsv</c>.</param>
    /// <param name="log">Receives the figures.</param>
    public static void Run(string questions, string? xquad, string? squad, string models, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var collections = new List<TrainingCollection> { TrainingFiles.Own(questions) };
        if (xquad is not null)
        {
            collections.Add(TrainingFiles.Xquad(xquad, Language.Russian, Language.Russian));
            collections.Add(TrainingFiles.Xquad(xquad, Language.Russian, Language.English));
            collections.Add(TrainingFiles.Xquad(xquad, Language.English, Language.English));
        }

        if (squad is not null)
        {
            var whole = TrainingFiles.Squad(squad);
            collections.Add(whole with { Questions = [.. whole.Questions.Where((question, i) => question.Golds.Count > 0 && i % SquadShare == 0)] });
        }

        var ranker = new RankerTrainer(collections, IsTraining, log);
        var trees = ranker.Train(new TreeOptions(Trees: 150, Leaves: 31, Rate: 0.12, MinRows: 30, Ridge: 1, FeatureShare: 0.5, QuestionShare: 0.7, Seed: 7), mine: true);
        ranker.Measure(trees);
        using (var file = File.Create(Path.Combine(models, "ranker.bin")))
        {
            trees.Save(file);
        }

        var support = new SupportTrainer(IsTraining, log);
        foreach (var collection in collections)
        {
            support.Read(collection, new SpanRanker(trees));
        }

        File.WriteAllText(Path.Combine(models, "support.tsv"), support.Train());
    }

    // A hash of the name, the same on every machine.
    private static bool IsTraining(string article)
    {
        var hash = 17u;
        foreach (var c in article)
        {
            hash = (hash * 31) + c;
        }

        return hash / 7 % Folds != 0;
    }
}
