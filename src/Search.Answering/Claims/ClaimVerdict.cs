using Search.Answering.Extraction;

namespace Search.Answering.Claims;

/// <summary>What an archive says to a claim.</summary>
public enum ClaimStatus
{
    /// <summary>A sentence of the archive says the same.</summary>
    Supported,

    /// <summary>The archive states something else of the same subject and time.</summary>
    Contradicted,

    /// <summary>The archive says nothing that decides.</summary>
    NotFound,
}

/// <summary>A sentence that decides about a claim.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Claimed">The value of the claim that it states otherwise; <see langword="null"/> where it supports the claim or denies it as a whole.</param>
/// <param name="Stated">What it states instead.</param>
internal sealed record DecidingSentence(EvidenceSentence Sentence, StatedValue? Claimed, StatedValue? Stated);

/// <summary>The verdict on a claim.</summary>
/// <param name="Status">What the archive says.</param>
/// <param name="Sentences">The sentences that decide, best first; empty where nothing was found.</param>
internal sealed record ClaimVerdict(ClaimStatus Status, IReadOnlyList<DecidingSentence> Sentences)
{
    /// <summary>Nothing decides.</summary>
    public static ClaimVerdict NotFound { get; } = new(ClaimStatus.NotFound, []);
}
