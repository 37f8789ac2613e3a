using System.Globalization;
using Search.Text.Languages;

namespace Search.Text.Analysis;

/// <summary>Which terms stand for a normalised form: its stem by the alphabet it is written in and the language it stands in.</summary>
internal static class TermMaker
{
    /// <summary>What an ordinal's term has behind its digits, whatever its language: <c>40th</c>.</summary>
    public const string OrdinalMark = "th";

    /// <summary>Terms in a fixed order, each once: stems first, then what else the form means.</summary>
    public static Term[] TermsOf(ReadOnlySpan<char> form, Language language, TokenKind kind)
    {
        var terms = new List<Term>();
        if (kind != TokenKind.Word || !IsOfOneAlphabet(form, out var isCyrillic))
        {
            var exact = form.ToString();
            terms.Add(new Term(kind, language, exact, exact));
            isCyrillic = kind == TokenKind.Abbreviation && LetterTable.IsCyrillic(form[0]);
            if (!isCyrillic)
            {
                return [.. terms];
            }
        }

        foreach (var read in LanguagesOf(language, form, isCyrillic))
        {
            if (kind == TokenKind.Word)
            {
                AddWordTerms(terms, form, read);
            }

            AddMeanings(terms, form, read);
        }

        return [.. terms];
    }

    /// <summary>
    /// Latin words in a Cyrillic text are names and English terms; Cyrillic ones in an English or undecided text may be of either language.
    /// Letters that the text's language lacks tell a quotation or a name of the other; in Belarusian they may be a typing error as well.
    /// </summary>
    private static ReadOnlySpan<Language> LanguagesOf(Language language, ReadOnlySpan<char> form, bool isCyrillic)
    {
        if (!isCyrillic)
        {
            return new[] { Language.English };
        }

        return (language, CyrillicWords.LanguageByLetters(form)) switch
        {
            (Language.Belarusian, Language.Russian) => new[] { Language.Belarusian, Language.Russian },
            (Language.Belarusian, _) => new[] { Language.Belarusian },
            (_, Language.Belarusian) when form.IndexOfAny('ў', 'і') >= 0 => new[] { Language.Belarusian },
            (Language.Russian, _) or (_, Language.Russian) => new[] { Language.Russian },
            _ => new[] { Language.Russian, Language.Belarusian },
        };
    }

    private static void AddMeanings(List<Term> terms, ReadOnlySpan<char> form, Language language)
    {
        if (Abbreviations.MeaningOf(form, language) is { Length: > 0 } meaning)
        {
            AddOnce(terms, new Term(TokenKind.Abbreviation, language, form.ToString(), StemParts(meaning, Stemmers.For(language))));
        }

        if (Numerals.OrdinalValue(form) is int place)
        {
            var ordinal = place.ToString(CultureInfo.InvariantCulture) + OrdinalMark;
            AddOnce(terms, new Term(TokenKind.Ordinal, language, ordinal, ordinal));
        }
        else if (Numerals.CardinalValue(form) is int value)
        {
            var number = value.ToString(CultureInfo.InvariantCulture);
            AddOnce(terms, new Term(TokenKind.Number, language, number, number));
        }
    }

    private static void AddOnce(List<Term> terms, Term term)
    {
        foreach (var other in terms)
        {
            if (other.Exact == term.Exact && other.Stem == term.Stem)
            {
                return;
            }
        }

        terms.Add(term);
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

    private static void AddWordTerms(List<Term> terms, ReadOnlySpan<char> form, Language language)
    {
        Span<char> letters = form.Length <= 64 ? stackalloc char[64] : new char[form.Length];
        letters = letters[..form.Length];
        form.CopyTo(letters);
        FoldParts(letters, language);
        var exact = letters.ToString();
        var stemmer = Stemmers.For(language);
        AddOnce(terms, new Term(TokenKind.Word, language, exact, StemParts(exact, stemmer)));
        if (stemmer is IAlternativeStemmer alternatives)
        {
            Span<char> stem = form.Length <= 64 ? stackalloc char[64 + 2] : new char[form.Length + 2];
            var length = alternatives.StemAlternative(exact, stem);
            if (length > 0)
            {
                AddOnce(terms, new Term(TokenKind.Word, language, exact, stem[..length].ToString()));
            }
        }
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

    /// <summary>Stems each part of a hyphenated word: инженера-программиста declines in both. A short first part, as in веб-сайт, does not decline.</summary>
    private static string StemParts(ReadOnlySpan<char> form, IStemmer stemmer)
    {
        const int ShortPart = 4;
        Span<char> stem = form.Length <= 64 ? stackalloc char[64 + 2] : new char[form.Length + 2];
        if (form.IndexOf('-') < 0)
        {
            return stem[..stemmer.Stem(form, stem)].ToString();
        }

        var stems = new List<string>();
        foreach (var part in form.Split('-'))
        {
            var isLast = part.End.GetOffset(form.Length) == form.Length;
            stems.Add(isLast || form[part].Length >= ShortPart ? stem[..stemmer.Stem(form[part], stem)].ToString() : form[part].ToString());
        }

        return string.Join('-', stems);
    }
}
