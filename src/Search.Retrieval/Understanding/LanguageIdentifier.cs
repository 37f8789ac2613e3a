using Search.Text;

namespace Search.Retrieval.Understanding;

internal static class LanguageIdentifier
{
    public static (Language Language, double Confidence) Identify(string text) =>
        text.Any(c => c is 'ў' or 'і' or 'Ў' or 'І') ? (Language.Belarusian, 1)
        : text.Any(c => c is >= 'а' and <= 'я') ? (Language.Russian, 1)
        : (Language.English, 1);
}
