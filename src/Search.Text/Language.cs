namespace Search.Text;

/// <summary>The languages of the archive; <see cref="Unknown"/> where neither text nor letters decide.</summary>
public enum Language : byte
{
    /// <summary>Undecided: analysed as Russian and as Belarusian.</summary>
    Unknown = 0,

    /// <summary>Belarusian, code <c>be</c>.</summary>
    Belarusian = 1,

    /// <summary>Russian, code <c>ru</c>.</summary>
    Russian = 2,

    /// <summary>English, code <c>en</c>.</summary>
    English = 3,
}

/// <summary>The ISO 639-1 codes that the public contract uses.</summary>
public static class LanguageCodes
{
    /// <summary>The three languages of the archive, in the order in which they are listed to users.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Russian, Language.Belarusian, Language.English];

    /// <summary><c>be</c>, <c>ru</c>, <c>en</c>, or <c>unknown</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Belarusian => "be",
        Language.Russian => "ru",
        Language.English => "en",
        _ => "unknown",
    };

    /// <summary>Reads a code; <see langword="null"/> where it names no language of the archive.</summary>
    /// <param name="code">Two letters, in either case; <c>by</c> is not a language code and is refused.</param>
    public static Language? Parse(string? code) => code?.ToLowerInvariant() switch
    {
        "be" => Language.Belarusian,
        "ru" => Language.Russian,
        "en" => Language.English,
        _ => null,
    };
}
