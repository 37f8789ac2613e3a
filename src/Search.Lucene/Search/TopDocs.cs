namespace Search.Lucene.Search;

/// <summary>The best documents of a search.</summary>
/// <param name="TotalHits">Documents that match.</param>
/// <param name="Relation">Whether <paramref name="TotalHits"/> is exact.</param>
/// <param name="ScoreDocs">The best of them, best first; the earlier document first among equals.</param>
/// <param name="IsComplete">False if the time budget ended the search: better documents may be missing.</param>
public sealed record TopDocs(long TotalHits, TotalHitsRelation Relation, IReadOnlyList<ScoreDoc> ScoreDocs, bool IsComplete);

/// <summary>A document that was found.</summary>
/// <param name="DocId">Its number in the index; holds for the one reader only.</param>
/// <param name="Score">Its score, higher is better; 0 where a sort made scores needless.</param>
public readonly record struct ScoreDoc(int DocId, float Score);

/// <summary>What a count of hits says.</summary>
public enum TotalHitsRelation
{
    /// <summary>So many.</summary>
    Exact,

    /// <summary>So many or more.</summary>
    AtLeast,
}
