using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Retrieval;
using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Answering.Training;

/// <summary>Trains and measures the span ranker on questions whose pages are found by the product's own retrieval.</summary>
internal sealed class RankerTrainer
{
    // Every good span, and enough of the others: the hardest that the trees of the first round found, and a random rest.
    private const int GoodSpans = 12;
    private const int HardSpans = 20;
    private const int RandomSpans = 28;
    private const double GoodOverlap = 0.5;

    // Spans kept of a question that is trained on; all are kept where it is measured.
    private const int KeptSpans = 260;

    private static readonly DateOnly Reference = new(2025, 1, 1);

    private readonly TextWriter _log;
    private readonly Func<string, bool> _isTraining;
    private readonly List<Example> _examples = [];

    /// <summary>Reads the collections.</summary>
    /// <param name="collections">Pages with questions.</param>
    /// <param name="isTraining">Whether an article is trained on; the others are measured.</param>
    /// <param name="log">Receives figures.</param>
    public RankerTrainer(IReadOnlyList<TrainingCollection> collections, Func<string, bool> isTraining, TextWriter log)
    {
        _log = log;
        _isTraining = isTraining;
        foreach (var collection in collections)
        {
            Read(collection);
        }
    }

    /// <summary>Trains on the training articles.</summary>
    public BoostedTrees Train(TreeOptions options, bool mine)
    {
        var training = _examples.Where(example => _isTraining(example.Question.Article) && example.Overlaps.Length > 0 && example.Overlaps.Max() >= GoodOverlap).ToList();
        var trees = Fit(training, options with { Trees = mine ? options.Trees / 3 : options.Trees }, null);
        return mine ? Fit(training, options, trees) : trees;
    }

    /// <summary>Mean F1 and exact share of the best span on the other articles, by collection.</summary>
    public void Measure(BoostedTrees trees)
    {
        foreach (var group in _examples.Where(example => !_isTraining(example.Question.Article) && example.Question.Golds.Count > 0).GroupBy(example => example.Collection))
        {
            var overlaps = group.Select(example => Best(trees, example)).ToList();
            var oracle = group.Average(example => example.Overlaps.Length == 0 ? 0 : example.Overlaps.Max());
            var inGold = group.Average(example => example.BestInGold(trees) ? 1.0 : 0.0);
            _log.WriteLine($"{group.Key,-14} n {overlaps.Count,5}  F1 {overlaps.Average():F3}  exact {overlaps.Average(overlap => overlap == 1 ? 1.0 : 0.0):F3}  best possible {oracle:F3}  page {inGold:F3}");
            foreach (var kind in group.GroupBy(example => example.Kind).OrderBy(kind => kind.Key))
            {
                _log.WriteLine($"    {kind.Key,-10} n {kind.Count(),5}  F1 {kind.Average(example => Best(trees, example)):F3}  oracle {kind.Average(example => example.Overlaps.Length == 0 ? 0 : example.Overlaps.Max()):F3}");
            }
        }
    }

    /// <summary>The examples of one collection's held-out part with the answer given, for reading where it fails.</summary>
    public IEnumerable<(TrainingQuestion Question, string Answer, double Overlap)> Answers(BoostedTrees trees, string collection)
    {
        foreach (var example in _examples.Where(example => example.Collection == collection && !_isTraining(example.Question.Article)))
        {
            var best = example.BestSpan(trees);
            yield return (example.Question, best < 0 ? "" : example.Texts[best], best < 0 ? 0 : example.Overlaps[best]);
        }
    }

    private static double Best(BoostedTrees trees, Example example)
    {
        var best = example.BestSpan(trees);
        return best < 0 ? 0 : example.Overlaps[best];
    }

    private void Read(TrainingCollection collection)
    {
        var index = new MemoryPassageIndex(collection.Documents, PassageReader.Passages, new TextAnalyzer());
        var retriever = new PassageRetriever(new FixedIndex(index));
        var examples = new Example[collection.Questions.Count];
        var finder = new EvidenceFinder();
        Parallel.For(0, examples.Length, i =>
        {
            var question = collection.Questions[i];
            var retrieved = retriever.Retrieve(new RetrievalRequest(question.Text) { Language = question.Language, Verbatim = true, Count = EvidenceFinder.PassageCount });
            retrieved = WithGold(retrieved, index, question);
            examples[i] = Describe(collection.Name, question, _isTraining(question.Article) ? KeptSpans : int.MaxValue, finder.Find(QuestionReader.Read(question.Text, question.Language, Reference), retrieved));
        });
        _examples.AddRange(examples);
        _log.WriteLine($"{collection.Name}: {examples.Length} questions, {examples.Sum(example => (long)example.Overlaps.Length)} spans");
    }

    // Many questions of the training pages speak of "the committee" or "the library" and cannot be found among all pages: they are read with their page in front.
    private static RetrievedPassages WithGold(RetrievedPassages retrieved, MemoryPassageIndex index, TrainingQuestion question)
    {
        if (question.Golds.Count == 0 || retrieved.Passages.Any(passage => passage.Document.Id == question.DocumentId) || index.Find(question.DocumentId) is not { } document)
        {
            return retrieved;
        }

        var score = retrieved.Passages.Select(passage => passage.Score).DefaultIfEmpty(1).Max();
        var gold = index.PassagesOf(document).Select((passage, i) => new RankedPassage(i + 1, score, index.Passage(passage), index.Document(document))).ToList();
        var others = retrieved.Passages.Select(passage => passage with { Rank = passage.Rank + gold.Count });
        return retrieved with { Passages = [.. gold.Concat(others).Take(EvidenceFinder.PassageCount)] };
    }

    private static Example Describe(string collection, TrainingQuestion question, int kept, FoundEvidence evidence)
    {
        var spans = new List<(SentenceView View, SpanCandidate Span)>();
        if (evidence.Sentences.Count == 0)
        {
            return new Example(collection, question, evidence.Question.Kind, [], [], [], []);
        }

        var context = new RankingContext(evidence.Question, evidence.Matcher, evidence.Sentences);
        foreach (var sentence in evidence.Sentences)
        {
            var view = new SentenceView(evidence.Question, evidence.Matcher, sentence, context.HeadConcept, context.VerbConcept);
            var candidates = new List<SpanCandidate>();
            SpanCandidates.Add(evidence.Question, sentence, candidates);
            spans.AddRange(candidates.Select(candidate => (view, candidate)));
        }

        var overlaps = spans.Select(span => InGold(span.Span) ? (float)AnswerOverlap.F1(span.Span.Text, question.Golds) : 0).ToArray();
        if (spans.Count > kept)
        {
            var order = Enumerable.Range(0, spans.Count).ToArray();
            new Random(spans.Count).Shuffle(order);
            var picked = order.OrderByDescending(i => overlaps[i]).Take(kept / 8).Concat(order).Distinct().Take(kept).Order().ToArray();
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

        return new Example(collection, question, evidence.Question.Kind, rows, overlaps, kept == int.MaxValue ? [.. spans.Select(span => span.Span.Text)] : [], [.. spans.Select(span => InGold(span.Span))]);

        bool InGold(SpanCandidate span) => span.Sentence.Passage.Ranked.Document.Id == question.DocumentId;
    }

    private static BoostedTrees Fit(List<Example> examples, TreeOptions options, BoostedTrees? earlier)
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

                // Squared: an exact answer is worth clearly more than a neighbour of it.
                targets.Add(examples[i].Overlaps[row] * examples[i].Overlaps[row] * examples[i].Overlaps[row]);
            }

            groups.Add(targets.Count);
        }

        return new BoostedTreesTrainer([.. rows], SpanFeatures.Count, [.. groups], [.. targets], [.. examples.Select(_ => 1f)], options).Train();
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

    private sealed record Example(string Collection, TrainingQuestion Question, QuestionKind Kind, Half[] Rows, float[] Overlaps, string[] Texts, bool[] InGold)
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

        public int BestSpan(BoostedTrees trees)
        {
            var best = -1;
            var highest = float.MinValue;
            for (var i = 0; i < Overlaps.Length; i++)
            {
                var score = trees.Score(Row(i));
                if (score > highest)
                {
                    (best, highest) = (i, score);
                }
            }

            return best;
        }

        public bool BestInGold(BoostedTrees trees) => BestSpan(trees) is >= 0 and var best && InGold[best];
    }

    private sealed class FixedIndex(IPassageIndex index) : IArchiveIndex
    {
        public IndexLease Lease() => new(index);
    }
}
