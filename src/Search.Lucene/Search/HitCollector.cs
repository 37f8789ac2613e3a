namespace Search.Lucene.Search;

/// <summary>Takes the matches of a search, segment by segment, documents ascending.</summary>
internal abstract class HitCollector(SearchBudget budget)
{
    /// <summary>The limits of the search.</summary>
    public SearchBudget Budget => budget;

    /// <summary>A score that no longer counts, nor any below it: such matches need not be handed over. Below zero while all do count.</summary>
    public float Floor { get; protected set; } = -1f;

    /// <summary>Goes to the next segment.</summary>
    public virtual void Begin(in LeafContext leaf) { }

    /// <summary>Takes a match that is not deleted.</summary>
    /// <param name="docId">Its number in the segment.</param>
    /// <param name="score">Its score; meaningless where scores were not asked for.</param>
    public abstract void Collect(int docId, float score);
}
