using Search.Answering.Extraction;

namespace Search.Answering.Training;

/// <summary>Trains the span ranker on the spans of the sentences that the sentence ranker puts first.</summary>
internal sealed class RankerTrainer
{
    // Every good span, and enough of the others: the hardest that the trees of the first round found, and a random rest.
    private const int GoodSpans = 12;
    private const int HardSpans = 20;
    private const int RandomSpans = 28;
    private const double GoodOverlap = 0.5;

    // Spans kept of a question.
    private const int KeptSpans = 260;

    // Models whose mean is taken: one alone is moved by what its seed happens to draw.
    private const int Models = 2;

    // Trees of the first round, which finds the hard spans.
    private const int FirstTrees = 120;

    private static readonly TreeOptions Options = new(Trees: 1200, Leaves: 40, Rate: 0.1, MinRows: 30, Ridge: 1, FeatureShare: 0.3, QuestionShare: 0.7, Seed: 7);

    private readonly Example?[] _examples;

    /// <summary>Reads and describes spans of all questions.</summary>
    /// <param name="items">The questions.</param>
    /// <param name="finders">For each fold the reader whose sentence ranker never saw that fold.</param>
    public RankerTrainer(IReadOnlyList<TrainingItem> items, IReadOnlyList<EvidenceFinder> finders)
    {
        _examples = new Example?[items.Count];
        Parallel.For(0, items.Count, i => _examples[i] = items[i].IsForRankers ? Describe(items[i], finders[items[i].Fold]) : null);
    }

    /// <summary>Trains on all folds but one.</summary>
    /// <param name="without">The fold left out; −1 trains on all.</param>
    public BoostedTrees Train(int without)
    {
        var training = _examples.OfType<Example>().Where(example => example.Fold != without && example.Overlaps.Max() >= GoodOverlap).ToList();
        return Fit(training, Options, Fit(training, Options with { Trees = FirstTrees }, null, 1), Models);
    }

    private static Example? Describe(TrainingItem item, EvidenceFinder finder)
    {
        var evidence = finder.Find(item.Understood, item.Retrieved);
        if (evidence.Sentences.Count == 0)
        {
            return null;
        }

        var context = new RankingContext(evidence.Question, evidence.Matcher, evidence.Sentences);
        var spans = new List<(SentenceView View, SpanCandidate Span)>();
        foreach (var sentence in evidence.Sentences.Take(SpanRanker.SentenceCount))
        {
            var view = new SentenceView(evidence.Matcher, sentence, context);
            var candidates = new List<SpanCandidate>();
            SpanCandidates.Add(evidence.Question, sentence, candidates);
            spans.AddRange(candidates.Select(candidate => (view, candidate)));
        }

        if (spans.Count == 0)
        {
            return null;
        }

        var overlaps = spans.Select(span => item.IsGold(span.Span.Sentence) ? (float)AnswerOverlap.F1(span.Span.Text, item.Question.Golds) : 0).ToArray();
        if (spans.Count > KeptSpans)
        {
            var order = Enumerable.Range(0, spans.Count).ToArray();
            new Random(spans.Count).Shuffle(order);
            var picked = order.OrderByDescending(i => overlaps[i]).Take(KeptSpans / 8).Concat(order).Distinct().Take(KeptSpans).Order().ToArray();
            spans = [.. picked.Select(i => spans[i])];
            overlaps = [.. picked.Select(i => overlaps[i])];
        }

        var rows = new Half[spans.Count * SpanFeatures.Count];
        var description = new float[SpanFeatures.Count];
        for (var i = 0; i < spans.Count; i++)
        {
            SpanFeatures.Describe(evidence.Question, spans[i].View, spans[i].Span, context, description);
            for (var k = 0; k < description.Length; k++)
            {
                rows[(i * SpanFeatures.Count) + k] = (Half)description[k];
            }
        }

        return new Example(item.Fold, item.Collection.Weight, rows, overlaps);
    }

    private static BoostedTrees Fit(List<Example> examples, TreeOptions options, BoostedTrees? earlier, int models)
    {
        var picked = new int[examples.Count][];
        Parallel.For(0, examples.Count, i => picked[i] = Pick(examples[i], earlier, options.Seed + i));
        var groups = new List<int> { 0 };
        var rows = new List<float>();
        var targets = new List<float>();
        for (var i = 0; i < examples.Count; i++)
        {
            foreach (var row in picked[i])
            {
                rows.AddRange(examples[i].Row(row));

                // Cubed: an exact answer is worth clearly more than a neighbour of it.
                targets.Add(examples[i].Overlaps[row] * examples[i].Overlaps[row] * examples[i].Overlaps[row]);
            }

            groups.Add(targets.Count);
        }

        return new BoostedTreesTrainer([.. rows], SpanFeatures.Count, [.. groups], [.. targets], [.. examples.Select(example => example.Weight)], options).TrainMean(models);
    }

    private static int[] Pick(Example example, BoostedTrees? earlier, int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, example.Overlaps.Length).ToArray();
        var good = all.Where(i => example.Overlaps[i] > 0).OrderByDescending(i => example.Overlaps[i]).ThenBy(i => i).Take(GoodSpans).ToHashSet();
        var others = all.Where(i => !good.Contains(i)).ToArray();
        var hard = earlier is null ? [] : others.Select(i => (i, Score: earlier.Score(example.Row(i)))).OrderByDescending(item => item.Score).ThenBy(item => item.i).Take(HardSpans).Select(item => item.i).ToHashSet();
        var rest = others.Where(i => !hard.Contains(i)).ToArray();
        random.Shuffle(rest);
        return [.. good.Concat(hard).Concat(rest.Take(RandomSpans + (earlier is null ? HardSpans : 0))).Order()];
    }

    private sealed record Example(int Fold, float Weight, Half[] Rows, float[] Overlaps)
    {
        public float[] Row(int i)
        {
            var row = new float[SpanFeatures.Count];
            for (var k = 0; k < row.Length; k++)
            {
                row[k] = (float)Rows[(i * SpanFeatures.Count) + k];
            }

            return row;
        }
    }
}
