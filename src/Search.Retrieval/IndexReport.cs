using Search.Retrieval.Candidates;
using Search.Text;

namespace Search.Retrieval;

/// <summary>How far a build has come.</summary>
/// <param name="Stage"><c>reading</c>, <c>indexing</c> or <c>linking</c>, in this order.</param>
/// <param name="Done">Files read or documents indexed so far.</param>
/// <param name="Total">Out of how many; <see langword="null"/> while that is not known.</param>
public readonly record struct IndexProgress(string Stage, int Done, int? Total);

/// <summary>What a build came to.</summary>
/// <param name="Reading">Pages by language and outcome.</param>
/// <param name="Added">Pages that were not in the index.</param>
/// <param name="Updated">Pages whose file had changed.</param>
/// <param name="Unchanged">Pages that stood in the index as they are.</param>
/// <param name="Index">The index after the build.</param>
public sealed record IndexReport(ReadReport Reading, int Added, int Updated, int Unchanged, IndexManifest Index);
