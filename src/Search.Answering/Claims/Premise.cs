using Search.Answering.Extraction;
using Search.Answering.Questions;

namespace Search.Answering.Claims;

/// <summary>Tells questions that take for true what the archive denies: "when did Belarus rank 12th", "why was the office closed".</summary>
internal static class Premise
{
    // Smaller numbers count what is asked for: "which three projects".
    private const int LeastCount = 10;

    /// <summary>The sentence that says otherwise; <see langword="null"/> where none does for certain.</summary>
    public static DecidingSentence? Denial(FoundEvidence evidence)
    {
        var claim = new Claim(evidence);
        var asserts = claim.Values.Any(IsAsserted) || evidence.Question.Tokens.Any(token => Opposites.Of(token.Lower) != 0);
        if (!asserts || evidence.Question.IsNegated || evidence.Question.Time.Relation is TimeRelation.Before or TimeRelation.After)
        {
            return null;
        }

        var verdict = ClaimCheck.Of(claim);
        return verdict.Status == ClaimStatus.Contradicted && (verdict.Sentences[0].Claimed is not { } claimed || IsAsserted(claimed)) ? verdict.Sentences[0] : null;
    }

    // A weight, a term or a day in a question is mostly a condition.
    private static bool IsAsserted(StatedValue value) => value.Role is ValueRole.Rank or ValueRole.Percent or ValueRole.Money || (value.Role == ValueRole.Count && value.Value >= LeastCount);
}
