using System.Diagnostics;

namespace Search.Lucene.Search;

/// <summary>
/// How long a search may go on. Every loop over terms or documents asks here now and then: a cancelled search ends
/// with the exception, one out of time with what it has found.
/// </summary>
internal sealed class SearchBudget(TimeSpan? budget, CancellationToken cancellationToken)
{
    // Asking the clock costs more than scoring a handful of documents, so a cheap check comes before it.
    private const int ChecksPerLook = 16;

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _checks;

    /// <summary>No limit of time, never cancelled.</summary>
    public static SearchBudget Unlimited => new(null, CancellationToken.None);

    /// <summary>True once the time is over: stop and hand over what was found.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Looks at the limits; called once a block of postings or a few hundred terms.</summary>
    /// <returns>True if the search has to stop.</returns>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public bool Check()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (budget is { } limit && !IsSpent && _checks++ % ChecksPerLook == 0)
        {
            IsSpent = Stopwatch.GetElapsedTime(_started) >= limit;
        }

        return IsSpent;
    }
}
