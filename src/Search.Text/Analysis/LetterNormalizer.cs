using System.Text;

namespace Search.Text.Analysis;

/// <summary>
/// Makes one spelling of the many that mean the same letters: composed form, lower case without culture, no stress marks and soft hyphens,
/// one apostrophe, one space, look-alikes of the other alphabet folded, ё as е in Russian, ў at a word's start as у in Belarusian.
/// </summary>
/// <remarks>Normalising twice is the same as once. No language is guessed here: <see cref="Language.Unknown"/> keeps ё and ў.</remarks>
public static class LetterNormalizer
{
    private const char Grave = '\u0300';
    private const char Acute = '\u0301';

    /// <summary>A row of lone i longer than this is no Belarusian.</summary>
    private const int MaxLoneLetters = 64;

    /// <summary>The normalised text; see <see cref="NormalizeWithOffsets"/> for the way back.</summary>
    public static string Normalize(string text, Language language) => NormalizeWithOffsets(text, language).Text;

    /// <summary>Normalises a text of any length and keeps where each code unit came from.</summary>
    public static NormalizedText NormalizeWithOffsets(string text, Language language)
    {
        var letters = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        var lastIsCyrillic = false;
        for (var i = 0; i < text.Length;)
        {
            var end = WordEnd(text, i);
            if (end > i)
            {
                var word = new char[MaxLength(end - i)];
                var sources = new int[word.Length];
                var length = NormalizeWord(text.AsSpan(i, end - i), word, language, sources);
                if (length > 0 && IsLoneLatinI(word.AsSpan(0, length)) && (lastIsCyrillic || IsBeforeCyrillic(text, end)))
                {
                    word[0] = 'і';
                }

                for (var k = 0; k < length; k++)
                {
                    letters.Append(word[k]);
                    offsets.Add(i + sources[k]);
                    lastIsCyrillic = char.IsLetter(word[k]) ? LetterTable.IsCyrillic(word[k]) : lastIsCyrillic;
                }

                i = end;
                continue;
            }

            if (!LetterTable.Is(text[i], LetterClass.Ignorable))
            {
                letters.Append(LetterTable.Fold(text[i]));
                offsets.Add(i);
            }

            i++;
        }

        offsets.Add(text.Length);
        return new NormalizedText(letters.ToString(), offsets);
    }

    /// <summary>Room that a word of this length may need; decomposed letters never compose to more than they were.</summary>
    internal static int MaxLength(int wordLength) => (3 * wordLength) + 2;

    /// <summary>End of the word that begins at <paramref name="start"/>: letters, marks, what is invisible, apostrophes between letters. The start itself where none begins.</summary>
    internal static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        if (start >= text.Length || !LetterTable.Is(text[start], LetterClass.Letter))
        {
            return start;
        }

        var end = start + 1;
        for (var i = end; i < text.Length; i++)
        {
            var kind = LetterTable.ClassOf(text[i]);
            if ((kind & (LetterClass.Letter | LetterClass.Mark)) != 0)
            {
                end = i + 1;
            }
            else if ((kind & LetterClass.Ignorable) == 0 && !IsInnerApostrophe(text, i, kind))
            {
                break;
            }
        }

        return end;
    }

    /// <summary>Normalises one word, or one part of a hyphenated word.</summary>
    /// <param name="word">The word as it stands, without hyphens.</param>
    /// <param name="letters">Receives the letters; at least <see cref="MaxLength"/> long.</param>
    /// <param name="language">Decides about ё and ў.</param>
    /// <param name="sources">Where given, receives for each letter the offset in <paramref name="word"/> it came from.</param>
    /// <returns>Number of letters written; 0 only for a word of nothing but invisible characters.</returns>
    internal static int NormalizeWord(ReadOnlySpan<char> word, Span<char> letters, Language language, Span<int> sources = default)
    {
        var length = 0;
        bool hasLatin = false, hasCyrillic = false;
        for (var i = 0; i < word.Length; i++)
        {
            var kind = LetterTable.ClassOf(word[i]);
            if ((kind & LetterClass.Ignorable) != 0)
            {
                continue;
            }

            var end = ClusterEnd(word, i);
            if ((kind & LetterClass.Unusual) != 0 || end > i + 1)
            {
                var written = NormalizeCluster(word[i..end], letters[length..]);
                if (!sources.IsEmpty)
                {
                    sources.Slice(length, written).Fill(i);
                }

                hasLatin |= written > 0 && LetterTable.IsLatin(letters[length]);
                hasCyrillic |= written > 0 && LetterTable.IsCyrillic(letters[length]);
                length += written;
                i = end - 1;
                continue;
            }

            var letter = LetterTable.Fold(word[i]);
            hasLatin |= LetterTable.IsLatin(letter);
            hasCyrillic |= LetterTable.IsCyrillic(letter);
            if (!sources.IsEmpty)
            {
                sources[length] = i;
            }

            letters[length++] = letter;
        }

        if (hasLatin && hasCyrillic)
        {
            FoldByLanguage(letters[..length], language == Language.Belarusian ? language : Language.Unknown); // ў has no twin, у has
            LookAlikes.Fold(letters[..length]);
        }

        FoldByLanguage(letters[..length], language);

        return length;
    }

    /// <summary>Whether a normalised word is the Latin letter that is typed for the Belarusian conjunction.</summary>
    internal static bool IsLoneLatinI(ReadOnlySpan<char> word) => word is "i";

    /// <summary>Whether the next word that is not itself a lone i is of Cyrillic letters.</summary>
    internal static bool IsBeforeCyrillic(ReadOnlySpan<char> text, int start)
    {
        // The first letters tell the alphabet; a longer word is judged by them.
        const int LettersRead = 64;
        Span<char> letters = stackalloc char[MaxLength(LettersRead)];
        for (int i = start, words = 0; i < text.Length && words < MaxLoneLetters;)
        {
            var end = WordEnd(text, i);
            if (end == i)
            {
                i++;
                continue;
            }

            var length = NormalizeWord(text[i..Math.Min(end, i + LettersRead)], letters, Language.Unknown);
            if (length > 0 && !IsLoneLatinI(letters[..length]))
            {
                return LetterTable.IsCyrillic(letters[0]);
            }

            words++;
            i = end;
        }

        return false;
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int i, LetterClass kind)
    {
        if ((kind & LetterClass.Apostrophe) == 0 || !LetterTable.Is(text[i - 1], LetterClass.Letter | LetterClass.Mark | LetterClass.Ignorable))
        {
            return false;
        }

        var next = i + 1;
        while (next < text.Length && LetterTable.Is(text[next], LetterClass.Ignorable))
        {
            next++;
        }

        return next < text.Length && LetterTable.Is(text[next], LetterClass.Letter);
    }

    /// <summary>The letters that mean the same in one language only; <see cref="Language.Unknown"/> and English keep theirs.</summary>
    internal static void FoldByLanguage(Span<char> word, Language language)
    {
        // A letter that keeps a foreign mark is another letter.
        static bool IsPlain(ReadOnlySpan<char> word, int at) => at + 1 >= word.Length || !LetterTable.Is(word[at + 1], LetterClass.Mark);

        if (language == Language.Russian && word.IndexOfAny('ў', 'і') < 0)
        {
            // ё is optional in Russian, and nearly always left out; a Belarusian name in a Russian text keeps it.
            for (var i = word.IndexOf('ё'); i >= 0 && i < word.Length; i++)
            {
                word[i] = word[i] == 'ё' && IsPlain(word, i) ? 'е' : word[i];
            }
        }
        else if (language == Language.Belarusian && word.Length > 0 && word[0] == 'ў' && IsPlain(word, 0))
        {
            // ў at a word's start only tells that the word before it ended in a vowel: ён увёў, яна ўвяла.
            word[0] = 'у';
        }
    }

    /// <summary>End of a letter with the marks that belong to it.</summary>
    private static int ClusterEnd(ReadOnlySpan<char> word, int start)
    {
        var end = start + 1;
        if (char.IsHighSurrogate(word[start]) && end < word.Length && char.IsLowSurrogate(word[end]))
        {
            end++;
        }

        while (end < word.Length && word[end] is >= Grave or '\u00AD' && IsExtending(word, end, out var length))
        {
            end += length;
        }

        return end;
    }

    /// <summary>A mark, with what is invisible before it.</summary>
    private static bool IsExtending(ReadOnlySpan<char> word, int at, out int length)
    {
        length = 1;
        if (char.IsHighSurrogate(word[at]) && Rune.DecodeFromUtf16(word[at..], out var rune, out var used) == System.Buffers.OperationStatus.Done)
        {
            length = used;
            return Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
        }

        while (at + length < word.Length && LetterTable.Is(word[at + length - 1], LetterClass.Ignorable))
        {
            length++;
        }

        return LetterTable.Is(word[at + length - 1], LetterClass.Mark);
    }

    /// <summary>Composes and lowers one letter with its marks; stress marks of Cyrillic letters go, the accents of Latin ones are part of the letter.</summary>
    private static int NormalizeCluster(ReadOnlySpan<char> cluster, Span<char> letters)
    {
        var visible = new StringBuilder(cluster.Length);
        foreach (var c in cluster)
        {
            if (!LetterTable.Is(c, LetterClass.Ignorable))
            {
                visible.Append(c);
            }
        }

        var text = visible.ToString();
        if (char.IsSurrogate(cluster[0]) && !Rune.TryGetRuneAt(text, 0, out _))
        {
            // Half a character has no composed form; Unicode's tables refuse it.
            text.CopyTo(letters);
            return text.Length;
        }

        var lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var decomposed = lower.Normalize(NormalizationForm.FormD);
        if (LetterTable.IsCyrillic(decomposed[0]))
        {
            decomposed = decomposed.Replace(Grave.ToString(), "", StringComparison.Ordinal).Replace(Acute.ToString(), "", StringComparison.Ordinal);
        }

        var composed = decomposed.Normalize(NormalizationForm.FormC);
        composed.CopyTo(letters);
        return composed.Length;
    }
}
