using System.Runtime.CompilerServices;

namespace Search.Text.Languages.Inflection;

/// <summary>The letters of Belarusian and Russian words as small numbers, so that a set of them fits into 64 bits.</summary>
internal static class Letters
{
    /// <summary>Stands for the beginning of a word, written <c>^</c> in the rule tables.</summary>
    public const int WordStart = 63;

    /// <summary>Not a letter of these languages: no rule goes on beyond it.</summary>
    public const int None = -1;

    private const int Apostrophe = 62;

    // а-я are 32 letters from U+0430; ё, і, ў and their neighbours are 16 from U+0450.
    private const char First = '\u0430';
    private const char Last = '\u045F';

    private static readonly ulong Vowels = Set("аеёиоуыэюяіє");

    /// <summary>Number of a letter from 0 to 62, or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(char letter) =>
        (uint)(letter - First) <= Last - First ? letter - First : letter == '\'' ? Apostrophe : None;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsVowel(char letter) =>
        (uint)(letter - First) <= Last - First && (Vowels >> (letter - First) & 1) != 0;

    public static bool IsConsonant(char letter) =>
        (uint)(letter - First) <= Last - First && (Vowels >> (letter - First) & 1) == 0 && letter is not ('ь' or 'ъ');

    private static ulong Set(string letters)
    {
        var set = 0UL;
        foreach (var letter in letters)
        {
            set |= 1UL << (letter - First);
        }

        return set;
    }
}
