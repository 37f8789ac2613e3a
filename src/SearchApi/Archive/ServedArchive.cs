using Search.Answering;
using Search.Retrieval;

namespace SearchApi.Archive;

/// <summary>An opened archive: what the doors lead to.</summary>
/// <param name="Passages">Searches, completes, and hands out pages.</param>
/// <param name="Answers">Answers questions from those passages.</param>
internal sealed record ServedArchive(PassageRetriever Passages, QuestionAnswerer Answers);
