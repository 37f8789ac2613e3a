using Search.Text;

namespace Search.Retrieval;

/// <summary>A passage in its final place, with the document it stands in.</summary>
/// <param name="Rank">Place, from 1.</param>
/// <param name="Score">Higher is better; comparable within one retrieval only.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Document">Its document.</param>
public sealed record RankedPassage(int Rank, double Score, Passage Passage, ArchiveDocument Document);
