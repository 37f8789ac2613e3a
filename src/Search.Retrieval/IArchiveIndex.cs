using Search.Retrieval.Candidates;

namespace Search.Retrieval;

/// <summary>Where the current snapshot of the archive's index comes from.</summary>
public interface IArchiveIndex
{
    /// <summary>The snapshot to use for one call. It stays valid until the lease is disposed, even if a newer one comes.</summary>
    /// <exception cref="IndexUnavailableException">There is no index that can be read.</exception>
    IndexLease Lease();
}

/// <summary>The use of one snapshot of an index.</summary>
/// <param name="index">The snapshot.</param>
/// <param name="release">Called once, when the use is over.</param>
public sealed class IndexLease(IPassageIndex index, Action? release = null) : IDisposable
{
    private Action? _release = release;

    /// <summary>The snapshot.</summary>
    public IPassageIndex Index { get; } = index;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
