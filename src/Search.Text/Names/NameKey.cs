using System.Text;

namespace Search.Text.Names;

/// <summary>
/// One fuzzy key for the spellings of a name in every script: <c>Мінск</c>, <c>Минск</c>, <c>Minsk</c>; <c>Шульган</c>, <c>Shulhan</c>, <c>Shulgan</c>.
/// </summary>
/// <remarks>
/// Folds the romanisations in use: BGN/PCGN, ISO 9 = GOST 7.79, the national ones of 2000/2007 and 2023, passports (ICAO 9303), ALA-LC.
/// Keys hold the letters of <c>Letters</c>: vowels in three classes, since unstressed ones differ between Belarusian and Russian; г, х and h as one;
/// ц as т. Endings are taken off: final vowels are not part of a key.
/// </remarks>
public static class NameKey
{
    /// <summary>First letter of the keys of <see cref="Consonants(string)"/>.</summary>
    internal const char ConsonantMark = '~';

    // Fewest consonants of a key whose final vowels may go, as endings do.
    private const int MinConsonants = 3;

    // Vowels that akannie, iotation or a romanisation trade: а о э е ё я = a, і и ы = i, у ю = u.
    private const string CyrillicFrom = "абвгґдеёжзийіїклмнопрстуўфхцчшщыэюя";
    private const string CyrillicTo = "abvhhdaaZziiiiklmnaprstuvfhtCSSiaua";

    /// <summary>The keys of a name.</summary>
    /// <param name="word">A word in either script, letters normalised, lower case; a stem where the word is inflected.</param>
    /// <returns>One key for a Cyrillic word, one to four for a Latin one whose <c>c</c>, <c>ch</c> or <c>j</c> may be read in more than one way; in ordinal order, none for a word without letters.</returns>
    public static IReadOnlyList<string> Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var sounds in Sounds(word))
        {
            var key = Fold(sounds);
            if (key.Length > 0)
            {
                keys.Add(key);
            }
        }

        return [.. keys];
    }

    /// <summary>The consonants of a name alone, which spellings after the ear share where vowels differ: <c>Luther</c> and <c>Лютер</c>.</summary>
    /// <param name="word">As for <see cref="Of"/>.</param>
    /// <returns>Keys that begin with <see cref="ConsonantMark"/>, apart from those of <see cref="Of"/>; none where fewer than three consonants are left.</returns>
    public static IReadOnlyList<string> Consonants(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var sounds in Sounds(word))
        {
            var key = new StringBuilder().Append(ConsonantMark);
            foreach (var letter in sounds)
            {
                // Between vowels English s is read z, and so written in Cyrillic: Moses, Мозес.
                var sound = letter == 'z' ? 's' : letter;
                if (sound is not ('a' or 'i' or 'u') && key[^1] != sound)
                {
                    key.Append(sound);
                }
            }

            if (key.Length > 3)
            {
                keys.Add(key.ToString());
            }
        }

        return [.. keys];
    }

    private static IEnumerable<string> Sounds(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Any(letter => CyrillicFrom.Contains(letter, StringComparison.Ordinal)))
        {
            return [Cyrillic(lower)];
        }

        // The possessive is no part of a name: Tesla's.
        var latin = Plain(lower.EndsWith("'s", StringComparison.Ordinal) ? lower[..^2] : lower);
        if (!latin.Any(char.IsAsciiLetter))
        {
            return [];
        }

        // ch: ч in English spelling, х in that of 2007. c: к in English, ц in the scientific ones. j: дж in English, й elsewhere.
        return from ch in latin.Contains("ch", StringComparison.Ordinal) ? "Ch" : "C"
               from c in latin.Contains('c', StringComparison.Ordinal) ? "kt" : "k"
               from j in latin.Contains('j', StringComparison.Ordinal) ? "iZ" : "i"
               select Latin(latin, ch, c, j);
    }

    private static string Cyrillic(string word)
    {
        var sounds = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            // дз is Belarusian for soft д; дж is one sound, English j.
            if (word[i] == 'з' && i > 0 && word[i - 1] == 'д')
            {
                continue;
            }

            if (word[i] == 'д' && i + 1 < word.Length && word[i + 1] == 'ж')
            {
                continue;
            }

            // шч is how Belarusian writes щ.
            if (word[i] == 'ч' && i > 0 && word[i - 1] == 'ш')
            {
                continue;
            }

            var at = CyrillicFrom.IndexOf(word[i], StringComparison.Ordinal);
            if (at >= 0)
            {
                sounds.Append(CyrillicTo[at]);
            }
        }

        return sounds.ToString();
    }

    // Letters with marks to the letters or digraphs of a plain romanisation.
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length + 2);
        foreach (var letter in word)
        {
            plain.Append(letter switch
            {
                'ŭ' or 'ǔ' => "w",
                'ł' or 'ĺ' => "l",
                'ń' or 'ñ' => "n",
                'ś' => "s",
                'ź' or 'ż' => "z",
                'ć' => "ts",
                'č' => "tch",
                'š' => "sh",
                'ž' => "zh",
                'ŝ' => "shch",
                'è' or 'é' or 'ë' or 'ê' or 'ė' or 'ę' => "e",
                'ì' or 'í' or 'ï' => "i",
                'â' or 'à' or 'á' or 'ä' or 'ã' or 'å' => "a",
                'û' or 'ü' or 'ú' => "u",
                'ö' or 'ó' or 'ô' or 'õ' => "o",
                'ç' => "s",
                >= 'a' and <= 'z' => letter.ToString(),
                _ => string.Empty,
            });
        }

        return plain.ToString();
    }

    private static string Latin(string word, char ch, char c, char j)
    {
        var sounds = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var rest = word.AsSpan(i);
            var (read, said) = rest switch
            {
                _ when rest.StartsWith("shtch") => (5, "S"),
                _ when rest.StartsWith("shch") => (4, "S"),
                _ when rest.StartsWith("sch") => (3, "S"),
                _ when rest.StartsWith("tch") => (3, "C"),
                _ when rest.StartsWith("dzh") => (3, "Z"),
                _ when rest.StartsWith("zh") => (2, "Z"),
                _ when rest.StartsWith("kh") => (2, "h"),
                _ when rest.StartsWith("sh") => (2, "S"),
                _ when rest.StartsWith("ch") => (2, ch.ToString()),
                _ when rest.StartsWith("dz") => (2, "d"),
                _ when rest.StartsWith("ts") || rest.StartsWith("tz") || rest.StartsWith("th") => (2, "t"),
                _ when rest.StartsWith("ph") => (2, "f"),
                _ when rest.StartsWith("ck") => (2, c == 't' ? "tk" : "k"),
                _ => (1, rest[0] switch
                {
                    'c' => c.ToString(),
                    'g' => "h",
                    'w' => "v",
                    'q' => "k",
                    'x' => "ks",
                    'j' => IsVowel(rest, 1) && sounds.Length > 0 && j == 'i' ? string.Empty : j.ToString(),
                    'y' => IsVowel(rest, 1) ? string.Empty : "i",
                    'i' => IsVowel(rest, 1) && rest[1] != 'i' ? string.Empty : "i",
                    // Mahiliou, Halouchanka: u after a vowel is ў where no vowel follows.
                    'u' => i > 0 && "aeoy".Contains(word[i - 1], StringComparison.Ordinal) && !IsVowel(rest, 1) ? "v" : "u",
                    'e' or 'o' => "a",
                    _ => rest[0].ToString(),
                }),
            };
            sounds.Append(said);
            i += read;
        }

        return sounds.ToString();
    }

    private static int Consonants(StringBuilder key, int length)
    {
        var count = 0;
        for (var i = 0; i < length; i++)
        {
            count += key[i] is 'a' or 'i' or 'u' ? 0 : 1;
        }

        return count;
    }

    private static bool IsVowel(ReadOnlySpan<char> word, int at) => at < word.Length && "aeiouy".Contains(word[at], StringComparison.Ordinal);

    // Doubled letters are written single in one language or the other; vowels that meet count as the first; endings go.
    private static string Fold(string sounds)
    {
        var key = new StringBuilder(sounds.Length);
        foreach (var sound in sounds)
        {
            var last = key.Length > 0 ? key[^1] : '\0';
            // й and и after a vowel are often left out or written y: Alexey, Аляксей, Siarhei.
            if (sound == last || (sound is 'i' or 'a' && last == 'a'))
            {
                continue;
            }

            // Miory, Міёры.
            if (sound == 'a' && last == 'i')
            {
                key[^1] = 'a';
                continue;
            }

            key.Append(sound);
        }

        // Short names are told apart by little but their last vowel: Дон, Дания.
        var length = key.Length;
        while (length > MinConsonants && key[length - 1] is 'a' or 'i' or 'u' && Consonants(key, length) >= MinConsonants)
        {
            length--;
        }

        // -оў and -ов are written -off by some.
        if (length > 0 && key[length - 1] == 'f')
        {
            key[length - 1] = 'v';
        }

        return key.ToString(0, length);
    }
}
