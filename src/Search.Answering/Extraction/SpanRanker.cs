using System.Buffers;
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
    public static SpanRanker Default { get; } = new(BoostedTrees.Embedded("ranker.bin"));

    /// <summary>Sentences whose spans are looked at: the best ones.</summary>
    public const int SentenceCount = 6;

    // Trees that see every span, and spans that all trees see.
    private const int FirstTrees = 100;
    private const int FullyScored = 40;

    /// <summary>The best spans, best first; ties by place in the sentences' order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="sentences">Sentences to read, best first.</param>
    public IReadOnlyList<RankedSpan> Best(UnderstoodQuestion question, QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> sentences)
    {
        if (sentences.Count == 0)
        {
            return [];
        }

        var context = new RankingContext(question, matcher, sentences);
        var candidates = new List<SpanCandidate>();
        var views = new List<SentenceView>();
        foreach (var sentence in sentences.Take(SentenceCount))
        {
            var view = new SentenceView(matcher, sentence, context);
            SpanCandidates.Add(question, sentence, candidates);
            views.AddRange(Enumerable.Repeat(view, candidates.Count - views.Count));
        }

        if (candidates.Count == 0)
        {
            return [];
        }

        var kept = Scored(question, candidates, views, context);
        var highest = kept[0].Score;
        var total = kept.Sum(item => Math.Exp(item.Score - highest));
        return [.. kept.Select(item => new RankedSpan(candidates[item.Candidate], item.Score, (float)(Math.Exp(item.Score - highest) / total)))];
    }

    // Spans that the first trees put far behind are not scored by the others: nine tenths of the work for nothing.
    private List<(int Candidate, float Score)> Scored(UnderstoodQuestion question, List<SpanCandidate> candidates, List<SentenceView> views, RankingContext context)
    {
        var descriptions = ArrayPool<float>.Shared.Rent(candidates.Count * SpanFeatures.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            SpanFeatures.Describe(question, views[i], candidates[i], context, descriptions.AsSpan(i * SpanFeatures.Count, SpanFeatures.Count));
        }

        var first = new float[candidates.Count];
        trees.Score(descriptions, SpanFeatures.Count, [.. Enumerable.Range(0, candidates.Count)], 0, FirstTrees, first);
        int[] kept = [.. Enumerable.Range(0, candidates.Count).OrderByDescending(i => first[i]).ThenBy(i => i).Take(FullyScored)];
        var rest = new float[kept.Length];
        trees.Score(descriptions, SpanFeatures.Count, kept, FirstTrees, trees.Count, rest);
        ArrayPool<float>.Shared.Return(descriptions);
        return [.. kept.Select((candidate, i) => (Candidate: candidate, Score: first[candidate] + rest[i])).OrderByDescending(item => item.Score).ThenBy(item => item.Candidate)];
    }
}
