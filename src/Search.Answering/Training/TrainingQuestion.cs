using Search.Text;

namespace Search.Answering.Training;

/// <summary>A question with its right answers.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Text">The question.</param>
/// <param name="Language">Its language.</param>
/// <param name="DocumentId">The page that answers it, or was meant to.</param>
/// <param name="Golds">Acceptable answers, verbatim from the page; empty where the page does not answer it.</param>
/// <param name="Article">Questions of one article stay on one side of a split.</param>
internal sealed record TrainingQuestion(string Id, string Text, Language Language, string DocumentId, IReadOnlyList<string> Golds, string Article);

/// <summary>Pages with questions about them.</summary>
/// <param name="Name">Name in reports.</param>
/// <param name="Documents">The pages.</param>
/// <param name="Questions">The questions.</param>
internal sealed record TrainingCollection(string Name, IReadOnlyList<ArchiveDocument> Documents, IReadOnlyList<TrainingQuestion> Questions);
