namespace Search.Text.Translation;

/// <summary>Which field of a passage a term is looked up in.</summary>
public enum TermForm : byte
{
    /// <summary>The form with its letters normalised, numbers as values; the same field for every language.</summary>
    Exact,

    /// <summary>The stem, in the field of the term's language.</summary>
    Stem,

    /// <summary>A key of <c>NameKey</c>, which spellings of one name in every script share; the same field for every language.</summary>
    NameKey,

    /// <summary>A skeleton of <c>Skeleton</c>, which cognates share; the same field for every language.</summary>
    Skeleton,
}

/// <summary>A term that stands for a concept of the query.</summary>
/// <param name="Language">Language whose passages hold the term; <see cref="Language.Unknown"/> for the forms that every language shares.</param>
/// <param name="Term">The term as it is indexed.</param>
/// <param name="Form">The field it is indexed in.</param>
/// <param name="Weight">Share of an occurrence that counts, above 0 to 1: both the term's frequency and its document frequency are taken times this.</param>
public readonly record struct WeightedTerm(Language Language, string Term, TermForm Form, double Weight);

/// <summary>A term of several words that stands for a concept of the query; counted where its words stand near one another.</summary>
/// <param name="Language">Language whose passages hold the phrase.</param>
/// <param name="Stems">Stems in the order of the dictionary form, two or more; function words are left out.</param>
/// <param name="Weight">As in <see cref="WeightedTerm"/>.</param>
public sealed record WeightedPhrase(Language Language, IReadOnlyList<string> Stems, double Weight);
