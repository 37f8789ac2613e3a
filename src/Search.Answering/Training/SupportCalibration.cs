using System.Globalization;
using Search.Answering.Verification;
using Search.Retrieval;

namespace Search.Answering.Training;

/// <summary>One question of a calibration and whether the archive answers it.</summary>
/// <param name="Text">The question.</param>
/// <param name="IsAnswerable">Whether some page answers it.</param>
/// <param name="Source">Name in reports.</param>
public sealed record CalibrationQuestion(string Text, bool IsAnswerable, string Source);

/// <summary>Questions that were judged over one archive.</summary>
/// <param name="Retriever">The archive.</param>
/// <param name="Questions">The questions; those with an answer and those without weigh the same together.</param>
public sealed record CalibrationSet(PassageRetriever Retriever, IReadOnlyList<CalibrationQuestion> Questions);

/// <summary>Moves the weights of support from the training pages towards archives with judged questions, no further than these ask for.</summary>
public static class SupportCalibration
{
    private const int Folds = 4;
    private const int Rounds = 600;

    // Weight of keeping to what was trained, against one unit of every set.
    private const double Ridge = 0.03;

    private static readonly double[] Thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

    /// <summary>Fits the column <c>answerable</c> of <c>support.tsv</c>, starting from its column <c>trained</c>, and reports the trade-off by four-fold cross-validation.</summary>
    /// <param name="sets">The sets.</param>
    /// <param name="models">Folder with <c>support.tsv</c> as <c>train reader</c> wrote it, or as an earlier calibration did.</param>
    /// <param name="log">Receives the trade-off as a Markdown table.</param>
    public static void Run(IReadOnlyList<CalibrationSet> sets, string models, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(log);
        var file = Path.Combine(models, "support.tsv");
        var rows = File.ReadAllLines(file).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();
        double[] trained = [.. rows.Select(row => double.Parse(row[3], CultureInfo.InvariantCulture))];
        var cases = sets.SelectMany(Cases).ToList();
        var folds = Enumerable.Range(0, Folds).Select(fold => Fit(cases.Where(item => item.Fold != fold), trained)).ToList();
        Report(cases, folds, trained, log);
        var weights = Fit(cases, trained);
        File.WriteAllText(file, SupportModel.Header + string.Concat(rows.Select((row, i) => string.Create(CultureInfo.InvariantCulture, $"{row[0]}\t{weights[i]:F4}\t{row[2]}\t{row[3]}\n"))));
    }

    private static IEnumerable<Case> Cases(CalibrationSet set)
    {
        var answerer = new QuestionAnswerer(set.Retriever);
        double Weight(bool isAnswerable)
        {
            var both = set.Questions.Select(question => question.IsAnswerable).Distinct().Count();
            return 1.0 / both / set.Questions.Count(question => question.IsAnswerable == isAnswerable);
        }

        var (yes, no) = (Weight(true), Weight(false));
        return [.. set.Questions.Select((question, i) => new Case(question.Source, question.IsAnswerable, answerer.Support(question.Text), question.IsAnswerable ? yes : no, i % Folds))];
    }

    private static double[] Fit(IEnumerable<Case> cases, double[] trained)
    {
        var known = cases.Where(item => item.Numbers is not null).ToList();
        var weights = (double[])trained.Clone();
        var squares = new double[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var item in known)
            {
                var error = (SupportModel.Logistic(weights, item.Numbers!) - (item.IsAnswerable ? 1 : 0)) * item.Weight;
                for (var i = 0; i < item.Numbers!.Length; i++)
                {
                    gradient[i] += error * item.Numbers[i];
                }

                gradient[^1] += error;
            }

            for (var i = 0; i < weights.Length; i++)
            {
                // The constant may move freely: how often there is no answer differs between archives.
                var slope = gradient[i] + (i == weights.Length - 1 ? 0 : Ridge * (weights[i] - trained[i]));
                squares[i] += slope * slope;
                weights[i] -= 0.3 * slope / (Math.Sqrt(squares[i]) + 1e-9);
                weights[i] = i < Support.Numbers.Count && weights[i] * Support.Numbers[i].Sense < 0 ? 0 : weights[i];
            }
        }

        return weights;
    }

    private static void Report(List<Case> cases, List<double[]> folds, double[] trained, TextWriter log)
    {
        var columns = cases.Select(item => (Name: item.Source, item.IsAnswerable)).Distinct().ToList();
        log.WriteLine("| threshold | " + string.Join(" | ", columns.Select(column => $"{column.Name}: {(column.IsAnswerable ? "answerable" : "unanswerable")} declined")) + " |");
        log.WriteLine("|---|" + string.Concat(columns.Select(_ => "---|")));
        foreach (var threshold in Thresholds)
        {
            log.WriteLine(Line(string.Create(CultureInfo.InvariantCulture, $"{threshold:F2}"), item => SupportModel.Logistic(folds[item.Fold], item.Numbers!) < threshold));
        }

        log.WriteLine(Line("before: 0.35", item => SupportModel.Logistic(trained, item.Numbers!) < 0.35));

        string Line(string name, Func<Case, bool> isDeclined) => $"| {name} | " + string.Join(" | ", columns.Select(column => cases
            .Where(item => item.Source == column.Name && item.IsAnswerable == column.IsAnswerable)
            .Average(item => item.Numbers is null || isDeclined(item) ? 1.0 : 0)
            .ToString("F3", CultureInfo.InvariantCulture))) + " |";
    }

    // Numbers are null where the question is declined whatever the support.
    private sealed record Case(string Source, bool IsAnswerable, double[]? Numbers, double Weight, int Fold);
}
