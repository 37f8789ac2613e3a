using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval.Suggesting;

/// <summary>Adjectives of Russian and Belarusian, as far as showing a phrase in its dictionary form needs them.</summary>
internal static class Adjectives
{
    private static readonly string[] NominativeEndings = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ы", "і", "ае", "яе", "ыя", "ія"];

    /// <summary>Whether a form is one of an adjective and of nothing else.</summary>
    public static bool Is(string form, Language language)
    {
        Span<char> stem = stackalloc char[form.Length + 2];
        var length = Stemmers.For(language).Stem(form, stem);
        return Lexicon.OfProduct.PartsOfSpeech(language, new string(stem[..length])) is var parts
            && (parts is "a" or "ad" or "av" or "ax" || (parts == "x" && (form.Contains("ск", StringComparison.Ordinal) || form.Contains("цк", StringComparison.Ordinal))));
    }

    /// <summary>Whether a form may be a nominative of any gender or number.</summary>
    public static bool IsNominative(string form) => NominativeEndings.Any(ending => form.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The nominative that agrees with a noun.</summary>
    /// <param name="masculine">Dictionary form of the adjective.</param>
    /// <param name="noun">Dictionary form of the noun; its ending tells gender and number.</param>
    /// <param name="language">Russian or Belarusian.</param>
    public static string Agreeing(string masculine, string noun, Language language)
    {
        var ending = language == Language.Belarusian ? 1 : 2;
        if (masculine.Length <= ending || Gender(noun) is not (>= 0 and var gender) || gender == 0)
        {
            return masculine;
        }

        var stem = masculine[..^ending];
        var isSoft = (masculine[^ending..] is "ий" or "і") && !"кгхжшчщ".Contains(stem[^1], StringComparison.Ordinal);
        var isHushing = "жшчщ".Contains(stem[^1], StringComparison.Ordinal);
        var isVelar = "кгх".Contains(stem[^1], StringComparison.Ordinal);
        return stem + (language, gender) switch
        {
            (Language.Belarusian, 1) => isSoft ? "яя" : "ая",
            (Language.Belarusian, 2) => isSoft ? "яе" : "ае",
            (Language.Belarusian, _) => isSoft || isVelar ? "ія" : "ыя",
            (_, 1) => isSoft ? "яя" : "ая",
            (_, 2) => isSoft || isHushing ? "ее" : "ое",
            _ => isSoft || isVelar || isHushing ? "ие" : "ые",
        };
    }

    // 0 masculine, 1 feminine, 2 neuter, 3 plural.
    private static int Gender(string noun) => noun[^1] switch
    {
        'а' or 'я' => noun.EndsWith("мя", StringComparison.Ordinal) ? 2 : 1,
        'о' or 'е' or 'ё' => 2,
        'ы' or 'и' or 'і' => 3,
        'ь' => noun.EndsWith("тель", StringComparison.Ordinal) || noun.EndsWith("арь", StringComparison.Ordinal) ? 0 : 1,
        _ => 0,
    };
}
