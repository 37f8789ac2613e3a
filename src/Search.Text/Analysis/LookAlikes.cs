namespace Search.Text.Analysis;

/// <summary>Letters of one alphabet typed for the same-looking ones of the other: <c>Мiнск</c> with a Latin i.</summary>
internal static class LookAlikes
{
    // By shape in either case: B, H and T resemble Cyrillic letters only as capitals, but a word means the same in both cases.
    // The accented ones stand for stressed Cyrillic vowels.
    private const string Latin = "abceëhikmoptxyïáéíóýàèìò";
    private const string Cyrillic = "авсеёнікмортхуїаеіоуаеіо";

    /// <summary>
    /// Makes a word that mixes alphabets one of Cyrillic letters where each of its Latin letters has a Cyrillic twin,
    /// else of Latin letters where each Cyrillic one has a Latin twin; any other word stays.
    /// </summary>
    /// <param name="word">One word or one part of a hyphenated word, in lower case; changed in place.</param>
    public static void Fold(Span<char> word)
    {
        bool hasLatin = false, hasCyrillic = false, latinFolds = true, cyrillicFolds = true;
        for (var i = 0; i < word.Length; i++)
        {
            // A letter that keeps a mark after composing is none of either alphabet's.
            var isMarked = i + 1 < word.Length && LetterTable.Is(word[i + 1], LetterClass.Mark);
            if (LetterTable.IsCyrillic(word[i]))
            {
                hasCyrillic = true;
                cyrillicFolds = cyrillicFolds && !isMarked && Cyrillic.Contains(word[i]);
            }
            else if (LetterTable.IsLatin(word[i]))
            {
                hasLatin = true;
                latinFolds = latinFolds && !isMarked && Latin.Contains(word[i]);
            }
        }

        if (hasLatin && hasCyrillic)
        {
            if (latinFolds)
            {
                Replace(word, Latin, Cyrillic);
            }
            else if (cyrillicFolds)
            {
                Replace(word, Cyrillic, Latin);
            }
        }
    }

    /// <summary>Makes a name of digits and Cyrillic letters one of Latin letters where each has a twin.</summary>
    /// <param name="name">Lower case; changed in place.</param>
    public static void FoldToLatin(Span<char> name)
    {
        foreach (var c in name)
        {
            if (LetterTable.Is(c, LetterClass.Mark) || (LetterTable.IsCyrillic(c) && !Cyrillic.Contains(c)))
            {
                return;
            }
        }

        Replace(name, Cyrillic, Latin);
    }

    private static void Replace(Span<char> word, string from, string to)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var twin = from.IndexOf(word[i]);
            if (twin >= 0)
            {
                word[i] = to[twin];
            }
        }
    }
}
