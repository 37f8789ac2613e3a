using Search.Answering.Extraction;

namespace Search.Answering.Training;

/// <summary>Trains the sentence ranker on every sentence that was read for a question.</summary>
internal sealed class SentenceTrainer
{
    private static readonly TreeOptions Options = new(Trees: 400, Leaves: 24, Rate: 0.08, MinRows: 30, Ridge: 1, FeatureShare: 0.4, QuestionShare: 0.7, Seed: 7);

    // Models whose mean is taken: one alone is moved by what its seed happens to draw.
    private const int Models = 3;

    private readonly IReadOnlyList<TrainingItem> _items;
    private readonly (float[] Rows, float[] Targets)[] _examples;

    /// <summary>Reads and describes the sentences of all questions.</summary>
    public SentenceTrainer(IReadOnlyList<TrainingItem> items)
    {
        _items = items;
        _examples = new (float[], float[])[items.Count];
        var finder = new EvidenceFinder(new SentenceRanker(BoostedTrees.None));
        Parallel.For(0, items.Count, i => _examples[i] = items[i].IsForRankers ? Describe(items[i], finder) : ([], []));
    }

    /// <summary>Trains on all folds but one.</summary>
    /// <param name="without">The fold left out; −1 trains on all.</param>
    public BoostedTrees Train(int without)
    {
        var groups = new List<int> { 0 };
        var rows = new List<float>();
        var targets = new List<float>();
        var weights = new List<float>();
        for (var i = 0; i < _items.Count; i++)
        {
            if (_items[i].Fold != without && _examples[i].Targets.Contains(1))
            {
                rows.AddRange(_examples[i].Rows);
                targets.AddRange(_examples[i].Targets);
                weights.Add(_items[i].Collection.Weight);
                groups.Add(targets.Count);
            }
        }

        return new BoostedTreesTrainer([.. rows], SentenceFeatures.Count, [.. groups], [.. targets], [.. weights], Options).TrainMean(Models);
    }

    private static (float[] Rows, float[] Targets) Describe(TrainingItem item, EvidenceFinder finder)
    {
        var evidence = finder.Read(item.Understood, item.Retrieved, MatchPurpose.Answer);
        if (evidence.Sentences.Count == 0)
        {
            return ([], []);
        }

        var context = new RankingContext(evidence.Question, evidence.Matcher, evidence.Sentences);
        var rows = new float[evidence.Sentences.Count * SentenceFeatures.Count];
        for (var i = 0; i < evidence.Sentences.Count; i++)
        {
            SentenceFeatures.Describe(evidence.Question, evidence.Matcher, evidence.Sentences[i], context, rows.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count));
        }

        return (rows, [.. evidence.Sentences.Select(sentence => item.IsAnsweredBy(sentence) ? 1f : 0f)]);
    }
}
