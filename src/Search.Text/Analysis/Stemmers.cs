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

    /// <summary>The stem of a form and, where it has two readings, that of the other.</summary>
    /// <param name="language">Russian, Belarusian or English.</param>
    /// <param name="form">With its letters normalised.</param>
    /// <exception cref="ArgumentOutOfRangeException">The language is <see cref="Language.Unknown"/>.</exception>
    internal static IReadOnlyList<string> StemsOf(Language language, string form)
    {
        Span<char> stem = stackalloc char[form.Length + 2];
        var stemmer = For(language);
        var first = new string(stem[..stemmer.Stem(form, stem)]);
        return stemmer is IAlternativeStemmer alternatives && alternatives.StemAlternative(form, stem) is > 0 and var length ? [first, new string(stem[..length])] : [first];
    }

    /// <summary>The Snowball project's stemmer of a language, to the letter; <see langword="null"/> for Belarusian, which it does not know.</summary>
    public static IStemmer? Snowball(Language language) => language switch
    {
        Language.Russian => new SnowballRussianStemmer(),
        Language.English => new Porter2Stemmer(),
        _ => null,
    };
}
