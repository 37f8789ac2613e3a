using Search.Retrieval.Candidates;

namespace Search.Retrieval;

/// <summary>Where the current snapshot of the archive's index comes from.</summary>
public interface IArchiveIndex
{
    /// <summary>The snapshot to use for one call; it stays valid while it is used, even if a newer one comes.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    IPassageIndex Current { get; }
}
