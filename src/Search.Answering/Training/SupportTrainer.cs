using System.Globalization;
using Search.Answering.Composition;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Verification;
using Search.Retrieval;

namespace Search.Answering.Training;

/// <summary>Trains the trees that decide whether a chosen answer is supported, and the model of how surely it is right.</summary>
internal sealed class SupportTrainer
{
    private const double Ridge = 1.0;
    private const int Rounds = 400;

    private static readonly TreeOptions Options = new(Trees: 400, Leaves: 20, Rate: 0.05, MinRows: 10, Ridge: 2, FeatureShare: 0.35, QuestionShare: 0.7, Seed: 7, Pointwise: true);

    private static readonly double[] Thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7];

    // Models whose mean is taken: where one draws its line is chance.
    private const int Models = 4;

    private readonly List<Example> _examples;
    private readonly TextWriter _log;

    /// <summary>Asks all questions, and the answerable ones once more with their page left out: those must be declined.</summary>
    /// <param name="items">The questions.</param>
    /// <param name="finders">For each fold the reader whose sentence ranker never saw that fold.</param>
    /// <param name="rankers">For each fold the span ranker that never saw it.</param>
    /// <param name="log">Receives figures.</param>
    public SupportTrainer(IReadOnlyList<TrainingItem> items, IReadOnlyList<EvidenceFinder> finders, IReadOnlyList<SpanRanker> rankers, TextWriter log)
    {
        _log = log;
        var found = new List<Example>[items.Count];
        Parallel.For(0, items.Count, i =>
        {
            var item = items[i];
            found[i] = [];
            Add(found[i], item, item.Retrieved, finders[item.Fold], rankers[item.Fold], item.IsAnswerable ? "answerable" : "unanswerable");
            if (item.IsAnswerable && item.Collection.IsAskedWithoutPage)
            {
                Add(found[i], item, item.WithoutGold(), finders[item.Fold], rankers[item.Fold], "removed");
            }
        });
        var examples = found.SelectMany(examples => examples).ToList();
        var trees = Enumerable.Range(0, TrainingItem.Folds).Select(fold => Grow(examples.Where(example => example.Fold != fold))).ToList();
        Trees = Grow(examples);
        _examples = [.. examples.Select(example => example with { Numbers = [.. example.Numbers, trees[example.Fold].Score(example.Details)] })];
    }

    /// <summary>Trees that tell answers of the page that answers from those of other pages.</summary>
    public BoostedTrees Trees { get; }

    /// <summary>Mean F1 of the chosen span and how often its page and sentence are right, by collection and kind of question; every question is measured by models that never saw its article.</summary>
    public void Measure()
    {
        foreach (var group in _examples.Where(example => example.Case == "answerable").GroupBy(example => example.Collection))
        {
            Line(group.Key, group);
            foreach (var kind in group.GroupBy(example => example.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            {
                Line("    " + kind.Key, kind);
            }
        }

        void Line(string name, IEnumerable<Example> group) => _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16} n {group.Count(),5}  F1 {group.Average(example => example.Overlap):F3}  page {group.Average(example => example.IsGold ? 1.0 : 0):F3}  sentence first {group.Average(example => example.IsFirst ? 1.0 : 0):F3}  sentence chosen {group.Average(example => example.IsFound ? 1.0 : 0):F3}"));
    }

    /// <summary>Trains how surely an answer is right, and writes it as <see cref="SupportModel.Read"/> wants it.</summary>
    public string Train()
    {
        var right = Fit([.. _examples.Where(example => example.Case == "answerable")], example => example.IsRight);
        Report(right);
        return SupportModel.Header + string.Concat(Support.Numbers.Append("bias").Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name}\t{right[i]:F4}\n")));
    }

    private static void Add(List<Example> examples, TrainingItem item, RetrievedPassages retrieved, EvidenceFinder finder, SpanRanker ranker, string what)
    {
        var evidence = finder.Find(item.Understood, retrieved);
        if (AnswerChoice.Choose(evidence, ranker) is not { } chosen)
        {
            return;
        }

        var isGold = what == "answerable" && item.IsGold(chosen.Sentence);
        var overlap = isGold && chosen.Span is { } span ? AnswerOverlap.F1(ShortAnswers.Of(item.Understood, span, item.Question.Language), item.Question.Golds) : 0;
        var isVerdictRight = isGold && item.Understood.Kind == QuestionKind.YesNo && item.Question.IsYes is { } yes && Polarity.Of(evidence, chosen.Sentence) == (yes ? Verdict.Yes : Verdict.No);
        var (plain, details) = Support.Look(evidence, chosen);
        examples.Add(new Example(item.Collection.Name, item.Collection.SupportWeight, item.Understood.Kind.ToString(), what, item.Fold, plain, details, isGold, item.IsAnsweredBy(evidence.Sentences[0]), isGold && (item.IsAnsweredBy(chosen.Sentence) || overlap > 0.3), overlap, isVerdictRight || overlap >= 0.5));
    }

    private static BoostedTrees Grow(IEnumerable<Example> examples)
    {
        var all = examples.ToList();
        var answerable = all.Where(example => example.Case == "answerable").Sum(example => example.Weight);
        var others = all.Sum(example => example.Weight) - answerable;
        float[] rows = [.. all.SelectMany(example => example.Details)];
        float[] targets = [.. all.Select(example => example.Case == "answerable" ? 1f : 0f)];
        float[] weights = [.. all.Select(example => 0.5f * all.Count * example.Weight / (example.Case == "answerable" ? answerable : others))];
        return new BoostedTreesTrainer(rows, Support.DetailCount, [.. Enumerable.Range(0, all.Count + 1)], targets, weights, Options).TrainMean(Models);
    }

    private static double[] Fit(IReadOnlyList<Example> examples, Func<Example, bool> isTrue)
    {
        var weights = new double[Support.Numbers.Count + 1];
        var squares = new double[weights.Length];
        var positives = Math.Max(1, examples.Count(isTrue));

        // Balanced: half of the weight to each side, so that 0.5 is the even point whatever the mix of the training questions.
        var positiveWeight = 0.5 * examples.Count / positives;
        var negativeWeight = 0.5 * examples.Count / Math.Max(1, examples.Count - positives);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var example in examples)
            {
                var label = isTrue(example);
                var error = (SupportModel.Logistic(SupportModel.Sum(weights, example.Numbers)) - (label ? 1 : 0)) * (label ? positiveWeight : negativeWeight);
                for (var i = 0; i < example.Numbers.Length; i++)
                {
                    gradient[i] += error * example.Numbers[i];
                }

                gradient[^1] += error;
            }

            for (var i = 0; i < weights.Length; i++)
            {
                var slope = (gradient[i] + (Ridge * weights[i])) / examples.Count;
                squares[i] += slope * slope;
                weights[i] -= 0.5 * slope / (Math.Sqrt(squares[i]) + 1e-9);
            }
        }

        return weights;
    }

    private void Report(double[] right)
    {
        var groups = _examples.GroupBy(example => (example.Collection, example.Case)).OrderBy(group => group.Key).ToList();
        _log.WriteLine("| threshold | " + string.Join(" | ", groups.Select(group => $"{group.Key.Collection} {group.Key.Case} ({group.Count()}): declined{(group.Key.Case == "answerable" ? ", F1 left" : "")}")) + " |");
        _log.WriteLine("|---|" + string.Concat(groups.Select(_ => "---|")));
        foreach (var least in Thresholds)
        {
            var cells = groups.Select(group =>
            {
                var declined = group.Average(example => Probability(example) < least ? 1.0 : 0);
                var left = group.Average(example => Probability(example) < least ? 0 : example.Overlap);
                return group.Key.Case == "answerable" ? string.Create(CultureInfo.InvariantCulture, $"{declined:F3}, {left:F3}") : declined.ToString("F3", CultureInfo.InvariantCulture);
            });
            _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {least:F2} | ") + string.Join(" | ", cells) + " |");
        }

        foreach (var group in groups.Where(group => group.Key.Case != "answerable"))
        {
            var answered = _examples.Where(example => example.Case == "answerable" && group.Key.Collection.StartsWith(example.Collection, StringComparison.Ordinal)).Select(Probability).ToList();
            var area = group.Select(Probability).Average(value => (double)answered.Count(other => other > value) / Math.Max(1, answered.Count));
            _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key.Collection,-20} {group.Key.Case,-12} told from answerable ones: area under the curve {area:F3}"));
        }

        double Probability(Example example) => SupportModel.Answerable(example.Numbers);
        _log.WriteLine("calibration of the confidence: " + string.Join("  ", _examples.Where(example => example.Case == "answerable").GroupBy(example => (int)(SupportModel.Logistic(SupportModel.Sum(right, example.Numbers)) * 5)).OrderBy(group => group.Key).Select(group => $"{group.Key / 5.0:F1}–: {group.Average(example => example.IsRight ? 1.0 : 0):F2} of {group.Count()}")));
    }

    private sealed record Example(string Collection, float Weight, string Kind, string Case, int Fold, double[] Numbers, float[] Details, bool IsGold, bool IsFirst, bool IsFound, double Overlap, bool IsRight);
}
