namespace Search.Text.Analysis;

/// <summary>What kind of thing a token is.</summary>
public enum TokenKind : byte
{
    /// <summary>A word of letters, inner apostrophes and hyphens.</summary>
    Word,

    /// <summary>A cardinal number, as written and as a value.</summary>
    Number,

    /// <summary>An ordinal written with digits: <c>40-е</c>, <c>40th</c>.</summary>
    Ordinal,

    /// <summary>Letters and digits together: <c>5G</c>, <c>IPv6</c>.</summary>
    Mixed,

    /// <summary>An abbreviation that keeps its full stop in the text: <c>г.</c>, <c>млн</c>, initials.</summary>
    Abbreviation,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A web or mail address.</summary>
    Address,
}

/// <summary>One term of a text at its place. Several may stand at one position: a hyphenated word and its parts, two stems of an ambiguous form.</summary>
/// <param name="Span">Where the token stands in the analysed text, as it was given.</param>
/// <param name="Position">Place in the token order, from 0; alternatives share it, phrases count in it.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Language">The language whose rules made the stem.</param>
/// <param name="Exact">The form with its letters normalised, numbers as values: the term of exact search.</param>
/// <param name="Stem">The stem; equal to <paramref name="Exact"/> where the kind is neither a word nor an abbreviation, which may have the stem of what it stands for.</param>
public readonly record struct AnalyzedToken(TextSpan Span, int Position, TokenKind Kind, Language Language, string Exact, string Stem);
