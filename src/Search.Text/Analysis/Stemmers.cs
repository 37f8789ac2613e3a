using Search.Text.Languages.Belarusian;
using Search.Text.Languages.English;
using Search.Text.Languages.Russian;

namespace Search.Text.Analysis;

/// <summary>The stemmer of each language, in one place.</summary>
public static class Stemmers
{
    private static readonly IStemmer Belarusian = new BelarusianStemmer();
    private static readonly IStemmer Russian = new RussianStemmer();
    private static readonly IStemmer English = new EnglishStemmer();

    /// <summary>The product's stemmer of a language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The language is <see cref="Language.Unknown"/>, which has no stemmer of its own.</exception>
    public static IStemmer For(Language language) => language switch
    {
        Language.Belarusian => Belarusian,
        Language.Russian => Russian,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Only Belarusian, Russian and English have a stemmer."),
    };

    /// <summary>The Snowball project's stemmer of a language, to the letter; <see langword="null"/> for Belarusian, which it does not know.</summary>
    public static IStemmer? Snowball(Language language) => language switch
    {
        Language.Russian => new SnowballRussianStemmer(),
        Language.English => new Porter2Stemmer(),
        _ => null,
    };
}
