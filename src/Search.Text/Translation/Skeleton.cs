using System.Text;

namespace Search.Text.Translation;

/// <summary>
/// The first letters of a word after letters that cognates trade for one another have become one: <c>арганізацыя</c>, <c>организация</c> and
/// <c>organization</c> share <c>arhan</c>.
/// </summary>
public static class Skeleton
{
    /// <summary>Longest skeleton, in letters: the shortest length at which most cognates of two languages still meet and strangers rarely do.</summary>
    public const int MaxLength = 5;

    /// <summary>The skeleton of a word or stem in Cyrillic or Latin letters.</summary>
    /// <param name="word">Letters normalised, lower case.</param>
    /// <returns>1 to <see cref="MaxLength"/> Latin letters, or the empty string where the word has digits or no letters, or fewer than three letters are left.</returns>
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[MaxLength];
        var length = 0;
        for (var i = 0; i < word.Length && length < MaxLength; i++)
        {
            if (char.IsDigit(word[i]))
            {
                return string.Empty;
            }

            var (letter, read) = Letter(word, i);
            i += read - 1;
            if (letter != '\0' && (length == 0 || letters[length - 1] != letter))
            {
                letters[length++] = letter;
            }
        }

        return length < 3 ? string.Empty : new string(letters[..length]);
    }

    private static (char Letter, int Read) Letter(ReadOnlySpan<char> word, int at)
    {
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        return (word[at], next) switch
        {
            // дз and ць are how Belarusian writes soft д and т: дзень - день, цень - тень.
            ('д', 'з') => ('d', 2),
            ('c', 'h') => ('C', 2),
            ('s', 'h') => ('S', 2),
            ('p', 'h') => ('f', 2),
            ('t', 'h') => ('t', 2),
            ('c', 'k') => ('k', 2),
            ('k', 'h') => ('h', 2),
            ('z', 'h') => ('Z', 2),
            ('x', _) => ('k', 1),
            ('c', 'e' or 'i' or 'y') => ('t', 1),
            _ => (Single(word[at]), 1),
        };
    }

    private static char Single(char letter) => letter switch
    {
        'а' or 'о' or 'я' or 'э' or 'е' or 'ё' or 'a' or 'o' or 'e' => 'a',
        'і' or 'и' or 'ы' or 'й' or 'ї' or 'i' or 'y' or 'j' => 'i',
        'у' or 'ю' or 'u' => 'u',
        'ў' or 'в' or 'v' or 'w' => 'v',
        'б' or 'b' => 'b',
        'г' or 'ґ' or 'g' or 'х' or 'h' => 'h',
        'д' or 'd' => 'd',
        'ж' => 'Z',
        'з' or 'z' => 'z',
        'к' or 'k' or 'c' or 'q' => 'k',
        'л' or 'l' => 'l',
        'м' or 'm' => 'm',
        'н' or 'n' => 'n',
        'п' or 'p' => 'p',
        'р' or 'r' => 'r',
        'с' or 's' => 's',
        'т' or 'ц' or 't' => 't',
        'ф' or 'f' => 'f',
        'ч' => 'C',
        'ш' or 'щ' => 'S',
        _ => '\0',
    };
}
