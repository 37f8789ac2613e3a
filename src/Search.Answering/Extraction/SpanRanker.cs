using Search.Answering.Questions;

namespace Search.Answering.Extraction;

/// <summary>A span with its score.</summary>
/// <param name="Span">The span.</param>
/// <param name="Score">Higher is better; comparable within one question only.</param>
/// <param name="Share">Share of the softmax over the question's candidates, 0 to 1.</param>
internal sealed record RankedSpan(SpanCandidate Span, float Score, float Share);

/// <summary>Puts the candidate spans of a question in order by trained trees.</summary>
internal sealed class SpanRanker(BoostedTrees trees)
{
    /// <summary>The ranker that travels inside the library.</summary>
    public static SpanRanker Default { get; } = new(Load());

    /// <summary>Sentences whose spans are looked at: the best ones.</summary>
    public const int SentenceCount = 6;

    /// <summary>The best spans, best first; ties by place in the sentences' order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="sentences">Sentences to read, best first.</param>
    /// <param name="count">Most spans wanted.</param>
    public IReadOnlyList<RankedSpan> Best(UnderstoodQuestion question, QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> sentences, int count)
    {
        if (sentences.Count == 0)
        {
            return [];
        }

        var context = new RankingContext(question, matcher, sentences);
        var candidates = new List<SpanCandidate>();
        var scores = new List<float>();
        Span<float> description = stackalloc float[SpanFeatures.Count];
        foreach (var sentence in sentences.Take(SentenceCount))
        {
            var view = new SentenceView(question, matcher, sentence, context.HeadConcept, context.VerbConcept);
            var from = candidates.Count;
            SpanCandidates.Add(question, sentence, candidates);
            for (var i = from; i < candidates.Count; i++)
            {
                SpanFeatures.Describe(question, view, candidates[i], context, description);
                scores.Add(trees.Score(description));
            }
        }

        if (candidates.Count == 0)
        {
            return [];
        }

        var highest = scores.Max();
        var total = scores.Sum(score => Math.Exp(score - highest));
        var order = Enumerable.Range(0, candidates.Count).OrderByDescending(i => scores[i]).ThenBy(i => i).Take(count);
        return [.. order.Select(i => new RankedSpan(candidates[i], scores[i], (float)(Math.Exp(scores[i] - highest) / total)))];
    }

    private static BoostedTrees Load()
    {
        using var stream = EmbeddedText.Open("ranker.bin");
        return BoostedTrees.Load(stream);
    }
}
