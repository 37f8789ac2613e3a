namespace Search.Text.Parsing;

/// <summary>Tells the language of a page or passage by its letters.</summary>
internal static class PageLanguage
{
    /// <summary>Fewer letters decide nothing.</summary>
    private const int FewestLetters = 8;

    /// <summary>Language of a text; <see cref="Language.Unknown"/> where it has too few letters or none that are telling.</summary>
    public static Language Of(string text)
    {
        int cyrillic = 0, latin = 0, belarusian = 0, russian = 0;
        foreach (var letter in text)
        {
            switch (letter)
            {
                case 'ў' or 'Ў' or 'і' or 'І':
                    belarusian++;
                    cyrillic++;
                    break;
                case 'и' or 'И' or 'щ' or 'Щ' or 'ъ' or 'Ъ':
                    russian++;
                    cyrillic++;
                    break;
                case (>= 'а' and <= 'я') or (>= 'А' and <= 'Я') or 'ё' or 'Ё':
                    cyrillic++;
                    break;
                default:
                    latin += char.IsAsciiLetter(letter) ? 1 : 0;
                    break;
            }
        }

        if (cyrillic + latin < FewestLetters)
        {
            return Language.Unknown;
        }

        return latin > cyrillic * 2 ? Language.English
            : belarusian > russian ? Language.Belarusian
            : russian > 0 ? Language.Russian
            : Language.Unknown;
    }
}
