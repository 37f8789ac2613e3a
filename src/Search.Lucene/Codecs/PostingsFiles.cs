using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>The opened <c>.doc</c> and <c>.pos</c> of a segment.</summary>
/// <param name="Docs">The whole of <c>.doc</c>.</param>
/// <param name="Positions">The whole of <c>.pos</c>; null if no field has positions.</param>
/// <param name="MaxDoc">Documents in the segment.</param>
internal sealed record PostingsFiles(IndexInput Docs, IndexInput? Positions, int MaxDoc);
