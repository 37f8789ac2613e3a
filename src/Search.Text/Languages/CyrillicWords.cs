using Search.Text.Analysis;

namespace Search.Text.Languages;

/// <summary>The Cyrillic words of a text and what their letters alone tell.</summary>
internal static class CyrillicWords
{
    /// <summary>Words of two letters and more, normalised for an undecided language, parts of hyphenated words apart.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = LetterNormalizer.WordEnd(text, start);
            if (end == start)
            {
                start++;
                continue;
            }

            var letters = new char[LetterNormalizer.MaxLength(end - start)];
            var word = letters.AsSpan(0, LetterNormalizer.NormalizeWord(text.AsSpan(start, end - start), letters, Language.Unknown));
            if (word.Length > 0 && IsCyrillic(word))
            {
                yield return word.ToString();
            }

            start = end;
        }
    }

    /// <summary>Whether all letters are Cyrillic.</summary>
    public static bool IsCyrillic(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (!LetterTable.IsCyrillic(letter) && letter != '\'')
            {
                return false;
            }
        }

        return LetterTable.IsCyrillic(word[0]);
    }

    /// <summary>The language whose alphabet alone has the word's letters: ў, і and the apostrophe are Belarusian, и, щ and ъ Russian.</summary>
    public static Language LanguageByLetters(ReadOnlySpan<char> word)
    {
        var isBelarusian = word.IndexOfAny('ў', 'і', '\'') >= 0;
        var isRussian = word.IndexOfAny('и', 'щ', 'ъ') >= 0;
        return isBelarusian == isRussian ? Language.Unknown : isBelarusian ? Language.Belarusian : Language.Russian;
    }
}
