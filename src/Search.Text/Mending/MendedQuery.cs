namespace Search.Text.Mending;

/// <summary>What had happened to a query.</summary>
public enum MendingKind
{
    /// <summary>It was typed with another keyboard layout switched on: <c>ghbdtn</c>, <c>ыукишф</c>.</summary>
    KeyboardLayout,

    /// <summary>It was written in Latin letters: <c>umnyj gorod</c>, <c>Biełavieskaja pušča</c>.</summary>
    Transliteration,

    /// <summary>Words of it were misspelt.</summary>
    Spelling,
}

/// <summary>What a query may have been meant to be.</summary>
/// <param name="Text">The query to search for; digits and quoted words are those of the original.</param>
/// <param name="Kind">What had happened; the first cause where there were two.</param>
/// <param name="Language">Language of the mended query.</param>
/// <param name="Confidence">
/// From 0 to 1: how likely this was meant. It grows with the share of the query that the archive knows after mending and falls with the
/// share it knew before, and with every letter changed.
/// </param>
public sealed record MendedQuery(string Text, MendingKind Kind, Language Language, double Confidence);
