using System.Globalization;
using Search.Text;

namespace Search.Answering.Reading;

/// <summary>Cuts a text into words, numbers and signs, losing nothing but white space.</summary>
internal static class ReadingTokenizer
{
    /// <summary>All tokens in the order of the text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">Decides the word lists and how commas and points in numbers are read.</param>
    /// <param name="offset">Added to every offset.</param>
    public static List<ReadingToken> Read(ReadOnlySpan<char> text, Language language, int offset = 0)
    {
        var tokens = new List<ReadingToken>(text.Length / 6);
        var lists = WordLists.Of(language);
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]))
            {
                at++;
                continue;
            }

            var end = char.IsLetter(text[at]) ? EndOfWord(text, at) : char.IsAsciiDigit(text[at]) ? EndOfNumber(text, at, language) : at + 1;
            tokens.Add(Make(text[at..end], at + offset, lists, language));
            at = end;
        }

        return tokens;
    }

    /// <summary>Lower case with ё, apostrophes and no-break spaces unified, as word lists are written.</summary>
    public static string Lower(ReadOnlySpan<char> text)
    {
        Span<char> buffer = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            buffer[i] = char.ToLowerInvariant(text[i]) switch { 'ё' => 'е', '’' or 'ʼ' or '`' => '\'', '\u2011' => '-', var other => other };
        }

        return new string(buffer);
    }

    private static ReadingToken Make(ReadOnlySpan<char> form, int start, WordLists lists, Language language)
    {
        var lower = Lower(form);
        var end = start + form.Length;
        if (!char.IsLetterOrDigit(form[0]))
        {
            var sign = lists.Find(lower);
            return new ReadingToken(start, end, TokenShape.Sign, lower, sign.Classes, sign.Value, false, false);
        }

        if (char.IsAsciiDigit(form[0]))
        {
            var letters = form.IndexOfAnyExceptInRange('0', '9') is var first and >= 0 && form[first..].ContainsAnyLetter();
            return letters
                ? new ReadingToken(start, end, TokenShape.Mixed, lower, OrdinalOf(lower, language), LeadingNumber(form), false, false)
                : new ReadingToken(start, end, TokenShape.Number, lower, WordClass.None, NumberText.Value(form, language), false, false);
        }

        var entry = lists.Find(lower);
        if (entry.Classes == WordClass.None && lower.Contains('-', StringComparison.Ordinal))
        {
            entry = lists.Find(lower[..lower.IndexOf('-', StringComparison.Ordinal)]) with { Classes = WordClass.None };
        }

        return new ReadingToken(start, end, TokenShape.Word, lower, entry.Classes, entry.Value, char.IsUpper(form[0]), form.Length > 1 && !form.ContainsAnyLowercase());
    }

    // 40-е, 40-го, 40-я, 40th: digits with the ending of an ordinal.
    private static WordClass OrdinalOf(string lower, Language language)
    {
        var letters = lower.AsSpan().TrimStart("0123456789-");
        var isOrdinal = language == Language.English ? letters is "st" or "nd" or "rd" or "th" : letters.Length is > 0 and <= 3 && lower.Contains('-', StringComparison.Ordinal);
        return isOrdinal ? WordClass.Ordinal : WordClass.None;
    }

    private static double LeadingNumber(ReadOnlySpan<char> form)
    {
        var digits = form.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 ? double.Parse(form[..digits], CultureInfo.InvariantCulture) : double.NaN;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length)
        {
            var c = text[end];
            var joins = c is '\'' or '’' or 'ʼ' or '-' or '\u2011' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
            if (!char.IsLetterOrDigit(c) && !joins && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                break;
            }

            // The English possessive stands apart, so that a name is a span of its own.
            if (joins && c is '\'' or '’' && text[end + 1] is 's' or 'S' && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])))
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int at, Language language)
    {
        var end = NumberText.EndOfDigits(text, at, language);
        while (end < text.Length && (char.IsLetter(text[end]) || (text[end] is '-' or '\u2011' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsAnyLowercase(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }
}
