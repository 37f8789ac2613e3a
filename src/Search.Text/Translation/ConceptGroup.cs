namespace Search.Text.Translation;

/// <summary>Where a concept of the query comes from.</summary>
public enum ConceptKind : byte
{
    /// <summary>One word.</summary>
    Word,

    /// <summary>A word inside a phrase that the lexicon translates as a whole.</summary>
    Phrase,

    /// <summary>A proper name.</summary>
    Name,

    /// <summary>Digits, or letters and digits: the same in every language.</summary>
    Number,

    /// <summary>A word that binds others; given on request only.</summary>
    Function,
}

/// <summary>What becomes of a query's function words.</summary>
public enum FunctionWordUse : byte
{
    /// <summary>No concept: right for words and questions, whose answer shares none of them.</summary>
    LeaveOut,

    /// <summary>Concepts of little weight: right for whole statements, whose translation shares them.</summary>
    KeepLightly,
}

/// <summary>
/// One concept of a query with everything that stands for it in three languages, scored as if it were one term:
/// <c>tf = Σ weight · tf(term)</c>, <c>df = Σ weight · df(term)</c>.
/// </summary>
/// <remarks>Probabilistic structured queries: Darwish and Oard, SIGIR 2003.</remarks>
/// <param name="Source">What it stands for in the query's text; the words of one phrase share it.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Terms">Without repeats; by language, form, weight (highest first), then term in ordinal order.</param>
/// <param name="Phrases">Alternatives of several words, counted beside <paramref name="Terms"/>; often empty.</param>
/// <param name="Weight">How much the concept counts among those of its query, above 0 to 1; words that only frame a question count little.</param>
public sealed record ConceptGroup(
    TextSpan Source,
    ConceptKind Kind,
    IReadOnlyList<WeightedTerm> Terms,
    IReadOnlyList<WeightedPhrase> Phrases,
    double Weight);
