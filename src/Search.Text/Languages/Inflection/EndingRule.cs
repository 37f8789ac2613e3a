namespace Search.Text.Languages.Inflection;

/// <summary>What stands before a pattern that may follow verbal prefixes.</summary>
internal enum Prefix : byte
{
    /// <summary>Nothing is asked.</summary>
    None,

    /// <summary>Nothing or prefixes.</summary>
    Optional,

    /// <summary>One prefix or more.</summary>
    Needed,
}

/// <summary>What one row of an ending table says of one ending.</summary>
internal sealed record EndingRule
{
    /// <summary>The ending; empty for a word that is its own stem; all letters after the prefixes for an irregular form.</summary>
    public required string Ending { get; init; }

    /// <summary>The row forbids the ending here, and the next shorter one is tried.</summary>
    public bool Refused { get; init; }

    public WordClasses Classes { get; init; }

    /// <summary>May end a word that is not reflexive.</summary>
    public bool Plain { get; init; } = true;

    /// <summary>May stand before the reflexive ending.</summary>
    public bool Reflexive { get; init; }

    public bool AfterConsonant { get; init; }

    public bool AfterVowel { get; init; }

    /// <summary>Whether verbal prefixes, and nothing else, stand before the irregular form.</summary>
    public Prefix Prefix { get; init; }

    public int MinVowels { get; init; }

    public int MinLength { get; init; }

    /// <summary>The ending shows that the stem's last consonant is soft.</summary>
    public bool Soft { get; init; }

    /// <summary>Put back after the ending is cut: <c>ав</c> for <c>працуе</c>.</summary>
    public string Restored { get; init; } = "";

    /// <summary>The whole stem of an irregular form, or null.</summary>
    public string? Stem { get; init; }

    /// <summary>The conditions of the rewriting tables that this ending meets, one bit each.</summary>
    public ulong Conditions { get; set; }
}
