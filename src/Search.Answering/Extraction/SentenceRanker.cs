using Search.Answering.Questions;

namespace Search.Answering.Extraction;

/// <summary>Puts the sentences that were read for a question in order by trained trees: the likelier to answer, the earlier.</summary>
internal sealed class SentenceRanker(BoostedTrees trees)
{
    /// <summary>The ranker that travels inside the library.</summary>
    public static SentenceRanker Default { get; } = new(BoostedTrees.Embedded("sentences.bin"));

    /// <summary>Scores and orders sentences; each is given its score, its share of the softmax and its place.</summary>
    /// <param name="question">The question.</param>
    /// <param name="matcher">Its concepts.</param>
    /// <param name="sentences">All sentences read, best coverage first.</param>
    public List<EvidenceSentence> Order(UnderstoodQuestion question, QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> sentences)
    {
        if (sentences.Count == 0)
        {
            return [];
        }

        var context = new RankingContext(question, matcher, sentences);
        var descriptions = new float[sentences.Count * SentenceFeatures.Count];
        for (var i = 0; i < sentences.Count; i++)
        {
            SentenceFeatures.Describe(question, matcher, sentences[i], context, descriptions.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count));
        }

        var scores = new float[sentences.Count];
        trees.Score(descriptions, SentenceFeatures.Count, [.. Enumerable.Range(0, sentences.Count)], 0, trees.Count, scores);
        for (var i = 0; i < sentences.Count; i++)
        {
            sentences[i].Score = scores[i];
        }

        var ordered = sentences.OrderByDescending(sentence => sentence.Score).ThenBy(sentence => sentence.CoverageRank).ToList();
        var highest = ordered[0].Score;
        var total = ordered.Sum(sentence => Math.Exp(sentence.Score - highest));
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i].Rank = i;
            ordered[i].Share = (float)(Math.Exp(ordered[i].Score - highest) / total);
        }

        return ordered;
    }
}
