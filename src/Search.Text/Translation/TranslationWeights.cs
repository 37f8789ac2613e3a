namespace Search.Text.Translation;

/// <summary>How much each kind of equivalent counts; measured together on parallel news and on questions to an encyclopedia.</summary>
internal sealed record TranslationWeights
{
    public static TranslationWeights Default { get; } = new();

    /// <summary>Exponent of (p / p of the best): near 0 every translation counts alike. Sums of p themselves would give an ambiguous word a small term frequency and a small idf penalty, wrong on both sides.</summary>
    public double Flattening { get; init; } = .4;

    /// <summary>Exponent of 1 / rank of the name that was met among its concept's names.</summary>
    public double SourceRank { get; init; } = 1;

    /// <summary>Exponent of 1 / rank of a translation among its concept's names.</summary>
    public double TargetRank { get; init; } = 1;

    /// <summary>Share of a concept met by stem where another was met by its very form.</summary>
    public double StemBesideExact { get; init; } = .3;

    /// <summary>Share of a concept met by a lemma that rules make of an English form, where the form itself is one too.</summary>
    public double LemmaBesideExact { get; init; } = .7;

    /// <summary>Weight of words of the query's own language that name the same concept.</summary>
    public double Synonym { get; init; } = .2;

    /// <summary>Weight of an abbreviation beside the phrase it stands for in the same language, and the other way round.</summary>
    public double Abbreviation { get; init; } = .6;

    /// <summary>Weight of skeletons beside the stems they are made of.</summary>
    public double Skeleton { get; init; } = 1;

    /// <summary>Weight of a name's key.</summary>
    public double NameKey { get; init; } = 1;

    /// <summary>Weight of a name's consonants.</summary>
    public double Consonants { get; init; } = .5;

    /// <summary>Weight of the other translations of a word where its phrase was recognised.</summary>
    public double OutsidePhrase { get; init; } = .3;

    /// <summary>Weight of translations found by the beginning of a word that the lexicon lacks.</summary>
    public double Prefix { get; init; } = .5;

    /// <summary>Weight of a concept whose word only frames a question.</summary>
    public double Frame { get; init; } = .4;

    /// <summary>Weight of a concept that binds others.</summary>
    public double Function { get; init; } = .7;

    /// <summary>Weight of an ordinal beside its cardinal, and the other way round.</summary>
    public double OtherNumber { get; init; } = .9;

    /// <summary>Most terms a language and form in one concept.</summary>
    public int MaxTerms { get; init; } = 12;

    /// <summary>Least weight of a term worth looking up.</summary>
    public double MinWeight { get; init; } = .05;
}
