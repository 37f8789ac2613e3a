namespace Search.Text.Analysis;

/// <summary>Which terms stand for a normalised form: its stem by the alphabet it is written in and the language it stands in.</summary>
internal static class TermMaker
{
    /// <summary>Terms in a fixed order, each once; several where the language is undecided.</summary>
    public static Term[] TermsOf(ReadOnlySpan<char> form, Language language, TokenKind kind)
    {
        if (kind != TokenKind.Word || !IsOfOneAlphabet(form, out var isCyrillic))
        {
            var exact = form.ToString();
            return [new Term(kind, language, exact, exact)];
        }

        if (!isCyrillic)
        {
            // Latin words in a Cyrillic text are names and English terms.
            return [WordTerm(form, Language.English)];
        }

        if (language is Language.Belarusian or Language.Russian)
        {
            return [WordTerm(form, language)];
        }

        var russian = WordTerm(form, Language.Russian);
        var belarusian = WordTerm(form, Language.Belarusian);
        return russian.Exact == belarusian.Exact && russian.Stem == belarusian.Stem ? [russian] : [russian, belarusian];
    }

    private static bool IsOfOneAlphabet(ReadOnlySpan<char> form, out bool isCyrillic)
    {
        bool hasLatin = false, hasCyrillic = false, hasOther = false;
        foreach (var c in form)
        {
            if (LetterTable.IsCyrillic(c))
            {
                hasCyrillic = true;
            }
            else if (LetterTable.IsLatin(c))
            {
                hasLatin = true;
            }
            else if (c is not ('-' or '\''))
            {
                hasOther = true;
            }
        }

        isCyrillic = hasCyrillic;
        return !hasOther && hasCyrillic != hasLatin;
    }

    private static Term WordTerm(ReadOnlySpan<char> form, Language language)
    {
        Span<char> letters = form.Length <= 64 ? stackalloc char[64] : new char[form.Length];
        letters = letters[..form.Length];
        form.CopyTo(letters);
        FoldParts(letters, language);
        return new Term(TokenKind.Word, language, letters.ToString(), StemParts(letters, Stemmers.For(language)));
    }

    /// <summary>What the letters step left open because the language was undecided.</summary>
    private static void FoldParts(Span<char> form, Language language)
    {
        for (var start = 0; start < form.Length;)
        {
            var hyphen = form[start..].IndexOf('-');
            var part = hyphen < 0 ? form[start..] : form.Slice(start, hyphen);
            LetterNormalizer.FoldByLanguage(part, language);
            start += part.Length + 1;
        }
    }

    /// <summary>Stems each part of a hyphenated word: инженера-программиста declines in both.</summary>
    private static string StemParts(ReadOnlySpan<char> form, IStemmer stemmer)
    {
        Span<char> stem = form.Length <= 64 ? stackalloc char[64 + 2] : new char[form.Length + 2];
        if (form.IndexOf('-') < 0)
        {
            return stem[..stemmer.Stem(form, stem)].ToString();
        }

        var stems = new List<string>();
        foreach (var part in form.Split('-'))
        {
            var length = stemmer.Stem(form[part], stem);
            stems.Add(stem[..length].ToString());
        }

        return string.Join('-', stems);
    }
}
