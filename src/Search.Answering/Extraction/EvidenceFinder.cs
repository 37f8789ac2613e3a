using Search.Answering.Questions;
using Search.Retrieval;
using Search.Text.Analysis;

namespace Search.Answering.Extraction;

/// <summary>What was read for a question: its concepts, the passages and the sentences worth a closer look.</summary>
/// <param name="Question">The question.</param>
/// <param name="Matcher">Its concepts.</param>
/// <param name="Passages">Passages in order of rank.</param>
/// <param name="Sentences">Sentences, best first.</param>
/// <param name="ArchivePassages">Passages in the whole archive.</param>
internal sealed record FoundEvidence(UnderstoodQuestion Question, QuestionMatcher Matcher, IReadOnlyList<EvidencePassage> Passages, IReadOnlyList<EvidenceSentence> Sentences, int ArchivePassages)
{
    /// <summary>The passages that were read of a sentence's page.</summary>
    public List<EvidencePassage> PageOf(EvidenceSentence sentence) => [.. Passages.Where(passage => passage.Ranked.Document.Id == sentence.Passage.Ranked.Document.Id)];

    /// <summary>Best match of a concept in what was read of a sentence's page (<see cref="PageOf"/>) and in what stands over the sentence.</summary>
    public static float OnPage(EvidenceSentence sentence, List<EvidencePassage> page, int concept) =>
        Math.Max(sentence.Intro[concept], page.Max(passage => passage.Match(concept)));
}

/// <summary>Reads the passages that were retrieved for a question and picks their best sentences.</summary>
/// <param name="ranker">Orders the sentences; <see langword="null"/> means the one that travels inside the library.</param>
internal sealed class EvidenceFinder(SentenceRanker? ranker = null)
{
    /// <summary>Passages that are read. The right page is among the first three in nine of ten cases, and a long page has several passages.</summary>
    public const int PassageCount = 8;

    /// <summary>Sentences that are kept.</summary>
    public const int SentenceCount = 12;

    private readonly TextAnalyzer _analyzer = new();
    private readonly SentenceRanker _ranker = ranker ?? SentenceRanker.Default;

    /// <summary>The best passages of one retrieval and, behind them, those of another that are not among them.</summary>
    /// <param name="retrieved">The retrieval that leads.</param>
    /// <param name="kept">Passages of it that are kept.</param>
    /// <param name="others">Passages of the other, best first.</param>
    public static RetrievedPassages Joined(RetrievedPassages retrieved, int kept, IEnumerable<RankedPassage> others)
    {
        var all = retrieved.Passages.Take(kept).ToList();
        foreach (var other in others.Where(other => all.TrueForAll(known => known.Passage.Id != other.Passage.Id)))
        {
            all.Add(other with { Rank = all.Count + other.Rank });
        }

        return retrieved with { Passages = all };
    }

    /// <summary>Reads.</summary>
    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was retrieved for it.</param>
    /// <param name="count">Most passages that are read.</param>
    public FoundEvidence Find(UnderstoodQuestion question, RetrievedPassages retrieved, int count = PassageCount)
    {
        var all = Read(question, retrieved, MatchPurpose.Answer, count);
        return all with { Sentences = [.. _ranker.Order(question, all.Matcher, all.Sentences).Take(SentenceCount)] };
    }

    /// <summary>Reads, and keeps every sentence in the order of its coverage.</summary>
    /// <param name="question">The question.</param>
    /// <param name="retrieved">What was retrieved for it.</param>
    /// <param name="purpose">What they are read for.</param>
    /// <param name="count">Most passages that are read.</param>
    public FoundEvidence Read(UnderstoodQuestion question, RetrievedPassages retrieved, MatchPurpose purpose = MatchPurpose.Claim, int count = PassageCount)
    {
        var matcher = new QuestionMatcher(question, retrieved.Concepts, _analyzer, purpose);
        var passages = new EvidencePassage[Math.Min(count, retrieved.Passages.Count)];
        Parallel.For(0, passages.Length, i => passages[i] = EvidenceReader.Read(retrieved.Passages[i], matcher));
        return new FoundEvidence(question, matcher, passages, SentenceScorer.Order(question, matcher, passages), retrieved.ArchivePassages);
    }
}
