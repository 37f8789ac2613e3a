using Search.Text.Languages;

namespace Search.Text.Analysis;

/// <summary>Decides whether a sentence ends at a stop.</summary>
internal static class Boundary
{
    /// <summary>A date at the head of a sentence is no longer than this: <c>В период с 1 января 2020 г.</c></summary>
    private const int MaxOpeningDateLength = 32;

    /// <summary>Whether one sentence ends at <paramref name="next"/> and another begins.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the sentence begins.</param>
    /// <param name="at">The first of its stops.</param>
    /// <param name="next">Behind its stops and what closes with them.</param>
    /// <param name="end">Where the block ends.</param>
    /// <param name="language">Language of the text.</param>
    public static bool IsBetween(string text, int from, int at, int next, int end, Language language)
    {
        var begin = SkipOpening(text, next, end, out var dash);
        if (begin == end)
        {
            return true;
        }

        if (begin == next)
        {
            return IsMissingSpace(text, at, next, end);
        }

        if (char.IsLower(text[begin]))
        {
            return false;
        }

        if (text[at] != '.' || next - at > 1 && text[at + 1] is '.' or '!' or '?')
        {
            // «Кто?» — спросил он was met above; behind a dash only a capital begins a sentence.
            return !dash || char.IsUpper(text[begin]);
        }

        return EndsAtFullStop(text, from, at, begin, end, language);
    }

    private static bool EndsAtFullStop(string text, int from, int at, int begin, int end, Language language)
    {
        var start = WordStart(text, from, at);
        var word = text.AsSpan(start, at - start);
        if (word.IsEmpty)
        {
            return true;
        }

        if (start > from && text[start - 1] == '/')
        {
            return true; // Тбит/с. is no abbreviation
        }

        if (IsNumber(word))
        {
            // 1. and 2.3. at the head of a sentence number it.
            return start > from && !IsNumbering(text, from, start);
        }

        var opens = IsOpener(text, begin, end);
        if (IsInitial(word))
        {
            // 5 G is a network, not a person.
            return opens || IsBehindNumber(text, from, start) || (language == Language.English && word is "I");
        }

        Span<char> lower = stackalloc char[12];
        if (word.Length > lower.Length || Abbreviations.PlaceOf(lower[..word.ToLowerInvariant(lower)]) is not AbbreviationPlace place)
        {
            return true;
        }

        var beforeDigit = char.IsAsciiDigit(text[begin]);
        return place switch
        {
            AbbreviationPlace.BeforeName => opens,
            AbbreviationPlace.BeforeNumber => !beforeDigit,
            AbbreviationPlace.BehindNumberOrBeforeName when !IsBehindNumber(text, from, start) => opens,
            _ => opens || (!beforeDigit && !IsOpeningDate(text, from, at)),
        };
    }

    /// <summary><c>В 2020 г.</c>, <c>16 августа 2024 г.</c> at the head of a sentence: what it tells is still to come.</summary>
    private static bool IsOpeningDate(string text, int from, int at)
    {
        if (at - from > MaxOpeningDateLength || text[at - 1] is not ('г' or 'Г' or 'в' or 'В'))
        {
            return false;
        }

        var first = from;
        while (first < at && !char.IsLetterOrDigit(text[first]))
        {
            first++;
        }

        Span<char> lower = stackalloc char[12];
        var word = text.AsSpan(first, WordEnd(text, first, at) - first);
        return char.IsAsciiDigit(text[first]) || (word.Length <= lower.Length && SentenceOpeners.Contains(lower[..word.ToLowerInvariant(lower)]));
    }

    /// <summary>Skips white space and what opens a sentence; a dash counts as opening.</summary>
    private static int SkipOpening(string text, int next, int end, out bool dash)
    {
        dash = false;
        var begin = next;
        while (begin < end && (char.IsWhiteSpace(text[begin]) || text[begin] is '«' or '"' or '“' or '„' or '(' or '[' or '*' or '_' or '—' or '–' or '-' or '#'))
        {
            dash |= text[begin] is '—' or '–' or '-';
            begin++;
        }

        return begin > next && !char.IsWhiteSpace(text[next]) && text[next] is not ('«' or '“' or '„') ? next : begin;
    }

    /// <summary>A stop between a lower-case and a capitalised Cyrillic word, where the space was forgotten: <c>сувязі.Міністр</c>.</summary>
    private static bool IsMissingSpace(string text, int at, int next, int end) =>
        at >= 3 && next == at + 1 && next + 1 < end
        && IsLowerCyrillic(text[at - 1]) && IsLowerCyrillic(text[at - 2]) && IsLowerCyrillic(text[at - 3])
        && char.IsUpper(text[next]) && LetterTable.IsCyrillic(text[next]) && IsLowerCyrillic(text[next + 1]);

    private static bool IsLowerCyrillic(char c) => LetterTable.IsCyrillic(c) && char.IsLower(c);

    /// <summary>Start of the word before a stop, with the stops and hyphens inside it: <c>т.д</c>, <c>р-н</c>, <c>2.3</c>.</summary>
    private static int WordStart(string text, int from, int at)
    {
        var start = at;
        while (start > from && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] is '.' or '-' && start < at && start - 1 > from && char.IsLetterOrDigit(text[start - 2]))))
        {
            start--;
        }

        // 2020г. is a number and an abbreviation.
        if (start < at && char.IsAsciiDigit(text[start]) && char.IsLetter(text[at - 1]))
        {
            while (start < at && !char.IsLetter(text[start]))
            {
                start++;
            }
        }

        return start;
    }

    private static int WordEnd(string text, int start, int end)
    {
        while (start < end && char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => !word.ContainsAnyExcept("0123456789.,-");

    /// <summary>One capital, or several with stops between: <c>И</c>, <c>И.И</c>, <c>U.S</c>.</summary>
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsUpper(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 1;
    }

    /// <summary>Whether only a list's mark or the word that numbers stands before: <c>Глава 2.</c>, <c>№ 5.</c> do not count, <c>- 1.</c> does.</summary>
    private static bool IsNumbering(string text, int from, int start) => !text.AsSpan(from, start - from).ContainsLetterOrDigitOrNumberSign();

    private static bool ContainsLetterOrDigitOrNumberSign(this ReadOnlySpan<char> span)
    {
        foreach (var c in span)
        {
            if (char.IsLetterOrDigit(c) || c is '№' or '#')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a number, a Roman one too, stands directly before.</summary>
    private static bool IsBehindNumber(string text, int from, int start)
    {
        var last = start - 1;
        while (last >= from && char.IsWhiteSpace(text[last]))
        {
            last--;
        }

        if (last < from)
        {
            return false;
        }

        var first = last;
        while (first > from && char.IsLetterOrDigit(text[first - 1]))
        {
            first--;
        }

        return char.IsAsciiDigit(text[last]) || !text.AsSpan(first, last + 1 - first).ContainsAnyExcept("IVXLC");
    }

    private static bool IsOpener(string text, int begin, int end)
    {
        var wordEnd = WordEnd(text, begin, end);
        Span<char> lower = stackalloc char[12];
        // В. Хоружей: an initial, not the preposition.
        return wordEnd - begin <= lower.Length && !(wordEnd < end && wordEnd == begin + 1 && text[wordEnd] == '.')
            && SentenceOpeners.Contains(lower[..text.AsSpan(begin, wordEnd - begin).ToLowerInvariant(lower)]);
    }
}
