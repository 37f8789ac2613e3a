using System.Globalization;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Answering.Training;

/// <summary>Trains the model that decides whether a chosen answer is supported, and how surely it is right.</summary>
internal sealed class SupportTrainer(Func<string, bool> isTraining, TextWriter log)
{
    private const double Ridge = 1.0;
    private const int Rounds = 400;

    private static readonly DateOnly Reference = new(2025, 1, 1);

    private readonly List<Example> _examples = [];

    /// <summary>Asks the questions of a collection, and the answerable ones once more with their page left out: those must be declined.</summary>
    public void Read(TrainingCollection collection, SpanRanker ranker)
    {
        var retriever = new PassageRetriever(new FixedIndex(new MemoryPassageIndex(collection.Documents, PassageReader.Passages, new TextAnalyzer())));
        var finder = new EvidenceFinder();
        var found = new List<Example>[collection.Questions.Count];
        Parallel.For(0, found.Length, i =>
        {
            var question = collection.Questions[i];
            var retrieved = retriever.Retrieve(new RetrievalRequest(question.Text) { Language = question.Language, Verbatim = true, Count = 2 * EvidenceFinder.PassageCount });
            found[i] = [];
            Add(found[i], collection.Name, question, retrieved, finder, ranker, question.Golds.Count > 0 ? "answerable" : "unanswerable");
            if (question.Golds.Count > 0)
            {
                var others = retrieved.Passages.Where(passage => passage.Document.Id != question.DocumentId).Select((passage, rank) => passage with { Rank = rank + 1 });
                Add(found[i], collection.Name, question, retrieved with { Passages = [.. others] }, finder, ranker, "removed");
            }
        });
        _examples.AddRange(found.SelectMany(examples => examples));
    }

    /// <summary>Trains both models and writes them as <see cref="SupportModel.Read"/> wants them.</summary>
    public string Train()
    {
        var training = _examples.Where(example => isTraining(example.Article)).ToList();
        var answerable = Fit(training, example => example.IsFound);
        var right = Fit([.. training.Where(example => example.Case == "answerable")], example => example.IsRight);
        Report(answerable, right);
        return "# name\tanswerable\tright\n" + string.Concat(Support.Names.Append("bias").Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name}\t{answerable[i]:F4}\t{right[i]:F4}\n")));
    }

    private static void Add(List<Example> examples, string collection, TrainingQuestion question, RetrievedPassages retrieved, EvidenceFinder finder, SpanRanker ranker, string what)
    {
        var understood = QuestionReader.Read(question.Text, question.Language, Reference);
        var evidence = finder.Find(understood, retrieved);
        if (AnswerChoice.Choose(evidence, ranker) is not { } chosen)
        {
            return;
        }

        var answer = chosen.Span?.Text ?? "";
        var isGold = what == "answerable" && chosen.Sentence.Passage.Ranked.Document.Id == question.DocumentId;
        var holds = isGold && question.Golds.Any(gold => chosen.Sentence.Text.Contains(gold, StringComparison.OrdinalIgnoreCase) || AnswerOverlap.F1(answer, [gold]) > 0.3);
        examples.Add(new Example(collection, question.Article, what, Support.Describe(evidence, chosen), holds, isGold && AnswerOverlap.F1(answer, question.Golds) >= 0.5));
    }

    private static double[] Fit(IReadOnlyList<Example> examples, Func<Example, bool> isTrue)
    {
        var weights = new double[Support.Names.Count + 1];
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
                var error = (SupportModel.Logistic(weights, example.Numbers) - (label ? 1 : 0)) * (label ? positiveWeight : negativeWeight);
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

    private void Report(double[] answerable, double[] right)
    {
        var held = _examples.Where(example => !isTraining(example.Article)).ToList();
        foreach (var group in held.GroupBy(example => (example.Collection, example.Case)).OrderBy(group => group.Key))
        {
            var shares = new[] { 0.2, 0.3, 0.4, 0.5, 0.6, 0.7 }.Select(least => (least, Declined: group.Average(example => SupportModel.Logistic(answerable, example.Numbers) < least ? 1.0 : 0)));
            log.WriteLine($"{group.Key.Collection,-14} {group.Key.Case,-12} n {group.Count(),5} found {group.Average(example => example.IsFound ? 1.0 : 0):F3} right {group.Average(example => example.IsRight ? 1.0 : 0):F3} declined " + string.Join("  ", shares.Select(share => $"{share.least:F1}: {share.Declined:F3}")));
        }

        log.WriteLine("calibration of the confidence: " + string.Join("  ", held.Where(example => example.Case == "answerable").GroupBy(example => (int)(SupportModel.Logistic(right, example.Numbers) * 5)).OrderBy(group => group.Key).Select(group => $"{group.Key / 5.0:F1}–: {group.Average(example => example.IsRight ? 1.0 : 0):F2} of {group.Count()}")));
    }

    private sealed record Example(string Collection, string Article, string Case, double[] Numbers, bool IsFound, bool IsRight);

    private sealed class FixedIndex(IPassageIndex index) : IArchiveIndex
    {
        public IndexLease Lease() => new(index);
    }
}
