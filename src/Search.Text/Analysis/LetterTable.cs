using System.Globalization;

namespace Search.Text.Analysis;

/// <summary>What a code unit means to the tokenizer; several may hold at once.</summary>
[Flags]
internal enum LetterClass : byte
{
    None = 0,

    /// <summary>A letter of any script, or half of a surrogate pair.</summary>
    Letter = 1,

    /// <summary>An ASCII digit.</summary>
    Digit = 2,

    /// <summary>A combining mark: part of a word, never its beginning.</summary>
    Mark = 4,

    /// <summary>Invisible inside a word: soft hyphen, zero-width space and joiners, direction marks.</summary>
    Ignorable = 8,

    Apostrophe = 16,

    Hyphen = 32,

    Space = 64,

    /// <summary>Its folding takes Unicode's tables: not in the Latin and Cyrillic blocks, or a composed stress mark.</summary>
    Unusual = 128,
}

/// <summary>Folding and classes of single code units: tables for Latin and Cyrillic, Unicode's own for the rest.</summary>
internal static class LetterTable
{
    /// <summary>Behind the Cyrillic supplement; everything below is read from the tables.</summary>
    private const int TableLength = 0x530;

    // ’ ʼ ‘ ` ´ ′ and others occur for the one Belarusian apostrophe, depending on the keyboard and the editor.
    private const string Apostrophes = "'`´\u0374ʹʻʼʽˈ‘’‛′＇";
    private const string Hyphens = "-‐‑﹣－";
    private const string Stressed = "ЀЍѐѝ";

    private static readonly char[] Folded = BuildFolded();
    private static readonly LetterClass[] Classes = BuildClasses();
    private static readonly char[] PlainLetters = BuildPlainLetters();

    /// <summary>The lower-case form of a code unit that is not <see cref="LetterClass.Unusual"/>; apostrophes, hyphens and spaces each become one.</summary>
    public static char Fold(char c) => c < TableLength ? Folded[c] : FoldRare(c);

    public static LetterClass ClassOf(char c) => c < TableLength ? Classes[c] : ClassOfRare(c);

    /// <summary>The lower-case form of a Latin or Cyrillic letter without anything unusual about it; <c>\0</c> for all else.</summary>
    public static char PlainLetter(char c) => c < TableLength ? PlainLetters[c] : '\0';

    public static bool Is(char c, LetterClass any) => (ClassOf(c) & any) != 0;

    public static bool IsCyrillic(char c) => c is >= '\u0400' and < '\u0530';

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00C0' and <= '\u024F' and not '×' and not '÷');

    private static char FoldRare(char c) => ClassOfRare(c) switch
    {
        LetterClass.Apostrophe => '\'',
        LetterClass.Hyphen => '-',
        LetterClass.Space => ' ',
        _ => c,
    };

    private static LetterClass ClassOfRare(char c)
    {
        if (c is >= '\u2000' and <= '\u206F')
        {
            return c switch
            {
                <= '\u200A' or '\u2028' or '\u2029' or '\u202F' or '\u205F' => LetterClass.Space,
                <= '\u200F' or (>= '\u202A' and <= '\u202E') or >= '\u2060' => LetterClass.Ignorable,
                '\u2010' or '\u2011' => LetterClass.Hyphen,
                '\u2018' or '\u2019' or '\u201B' or '\u2032' => LetterClass.Apostrophe,
                _ => LetterClass.None,
            };
        }

        if (Apostrophes.Contains(c))
        {
            return LetterClass.Apostrophe;
        }

        if (Hyphens.Contains(c))
        {
            return LetterClass.Hyphen;
        }

        return c switch
        {
            '\u3000' => LetterClass.Space,
            '\uFEFF' => LetterClass.Ignorable,
            >= '\u1160' and <= '\u11FF' => LetterClass.Mark | LetterClass.Unusual, // vowels and finals of Korean syllables compose with what stands before
            _ when char.IsLetter(c) || char.IsSurrogate(c) => LetterClass.Letter | LetterClass.Unusual,
            _ when IsMark(c) => LetterClass.Mark | LetterClass.Unusual,
            _ => LetterClass.Unusual,
        };
    }

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static char[] BuildFolded()
    {
        var folded = new char[TableLength];
        for (var c = '\0'; c < TableLength; c++)
        {
            folded[c] = Apostrophes.Contains(c) ? '\'' : c is '\u00A0' or '\t' ? ' ' : char.ToLowerInvariant(c);
        }

        return folded;
    }

    private static LetterClass[] BuildClasses()
    {
        var classes = new LetterClass[TableLength];
        for (var c = '\0'; c < TableLength; c++)
        {
            classes[c] = c switch
            {
                _ when Apostrophes.Contains(c) => LetterClass.Apostrophe,
                '-' => LetterClass.Hyphen,
                '\u00AD' => LetterClass.Ignorable,
                _ when char.IsAsciiDigit(c) => LetterClass.Digit,
                _ when char.IsWhiteSpace(c) => LetterClass.Space,
                _ when IsMark(c) => LetterClass.Mark | LetterClass.Unusual,
                _ when Stressed.Contains(c) => LetterClass.Letter | LetterClass.Unusual,
                // Greek has letters that are not in composed form; the tables hold Latin and Cyrillic.
                >= '\u0370' and < '\u0400' => char.IsLetter(c) ? LetterClass.Letter | LetterClass.Unusual : LetterClass.Unusual,
                _ when char.IsLetter(c) => LetterClass.Letter,
                _ => LetterClass.None,
            };
        }

        return classes;
    }

    private static char[] BuildPlainLetters()
    {
        var letters = new char[TableLength];
        for (var c = '\0'; c < TableLength; c++)
        {
            letters[c] = Classes[c] == LetterClass.Letter && (IsLatin(c) || IsCyrillic(c)) ? Folded[c] : '\0';
        }

        return letters;
    }
}
