using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Retrieval;
using Search.Retrieval.Candidates;

namespace Search.Answering.Training;

/// <summary>A training question with the passages that the product's own retrieval found for it.</summary>
/// <param name="Collection">Where the question is from.</param>
/// <param name="Question">The question with its right answers.</param>
/// <param name="Understood">The question as understood.</param>
/// <param name="Retrieved">Passages, best first.</param>
/// <param name="Fold">Part of the cross-validation: articles of one fold are measured by models that never saw them.</param>
internal sealed record TrainingItem(TrainingCollection Collection, TrainingQuestion Question, UnderstoodQuestion Understood, RetrievedPassages Retrieved, int Fold)
{
    /// <summary>Number of folds.</summary>
    public const int Folds = 3;

    // Enough for a second reading without the page that answers.
    private const int PassageCount = 2 * EvidenceFinder.PassageCount;

    private static readonly DateOnly Reference = new(2025, 1, 1);

    /// <summary>Whether the question has an answer.</summary>
    public bool IsAnswerable => Question.Golds.Count > 0;

    /// <summary>Whether the rankers learn from it.</summary>
    public bool IsForRankers => IsAnswerable && Collection.Weight > 0;

    /// <summary>Retrieves for all questions of a collection.</summary>
    public static TrainingItem[] Of(TrainingCollection collection, IPassageIndex index)
    {
        var retriever = new PassageRetriever(new FixedIndex(index));
        var items = new TrainingItem[collection.Questions.Count];
        Parallel.For(0, items.Length, i =>
        {
            var question = collection.Questions[i];
            var text = Openings.Without(question.Text);
            var retrieved = retriever.Retrieve(new RetrievalRequest(text) { Language = question.Language, Verbatim = true, Count = PassageCount });
            items[i] = new TrainingItem(collection, question, QuestionReader.Read(text, question.Language, Reference), collection.IsVague ? WithGold(retrieved, index, question) : retrieved, FoldOf(question.Article));
        });
        return items;
    }

    /// <summary>What is found with the page that answers left out: such a question must be declined.</summary>
    public RetrievedPassages WithoutGold() =>
        Retrieved with { Passages = [.. Retrieved.Passages.Where(passage => passage.Document.Id != Question.DocumentId).Select((passage, rank) => passage with { Rank = rank + 1 })] };

    /// <summary>Whether the sentence stands on the right page and holds an answer.</summary>
    public bool IsAnsweredBy(EvidenceSentence sentence) =>
        IsGold(sentence) && Question.Golds.Any(gold => sentence.Text.Contains(gold, StringComparison.Ordinal) || gold.Contains(sentence.Text, StringComparison.Ordinal));

    /// <summary>Whether the sentence stands on the right page.</summary>
    public bool IsGold(EvidenceSentence sentence) => IsAnswerable && sentence.Passage.Ranked.Document.Id == Question.DocumentId;

    private static RetrievedPassages WithGold(RetrievedPassages retrieved, IPassageIndex index, TrainingQuestion question)
    {
        if (question.Golds.Count == 0 || retrieved.Passages.Take(EvidenceFinder.PassageCount).Any(passage => passage.Document.Id == question.DocumentId) || index.Find(question.DocumentId) is not { } document)
        {
            return retrieved;
        }

        var score = retrieved.Passages.Select(passage => passage.Score).DefaultIfEmpty(1).Max();
        var gold = index.PassagesOf(document).Select((passage, i) => new RankedPassage(i + 1, score, index.Passage(passage), index.Document(document))).ToList();
        var others = retrieved.Passages.Where(passage => passage.Document.Id != question.DocumentId).Select((passage, i) => passage with { Rank = gold.Count + i + 1 });
        return retrieved with { Passages = [.. gold.Concat(others).Take(PassageCount)] };
    }

    // A hash of the name, the same on every machine.
    private static int FoldOf(string article)
    {
        var hash = 17u;
        foreach (var c in article)
        {
            hash = (hash * 31) + c;
        }

        return (int)(hash / 7 % Folds);
    }

    private sealed class FixedIndex(IPassageIndex index) : IArchiveIndex
    {
        public IndexLease Lease() => new(index);
    }
}
