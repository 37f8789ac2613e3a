using System.Globalization;
using System.Text;
using Search.Text;

namespace Search.Answering.Reading;

/// <summary>Numbers as texts write them: <c>1 870</c> with any space, <c>1,870</c> in English, <c>0,84</c> and <c>0.84</c>.</summary>
internal static class NumberText
{
    /// <summary>End of the digits of a number that starts at <paramref name="at"/>, groups and decimals included.</summary>
    public static int EndOfDigits(ReadOnlySpan<char> text, int at, Language language)
    {
        var end = SkipDigits(text, at);
        var groupable = end - at <= 3;
        while (groupable && end < text.Length && IsGroupMark(text[end], language) && IsThreeDigits(text, end + 1))
        {
            end += 4;
        }

        if (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var decimals = SkipDigits(text, end + 1);

            // 01.10.2020 and 2.1.3 are no decimals.
            if (decimals == text.Length || text[decimals] is not ('.' or ',') || decimals + 1 == text.Length || !char.IsAsciiDigit(text[decimals + 1]))
            {
                return decimals;
            }

            while (decimals + 1 < text.Length && text[decimals] is '.' && char.IsAsciiDigit(text[decimals + 1]))
            {
                decimals = SkipDigits(text, decimals + 1);
            }

            return decimals;
        }

        return end;
    }

    /// <summary>The value; not a number for <c>01.10.2020</c> and the like.</summary>
    public static double Value(ReadOnlySpan<char> form, Language language)
    {
        var plain = new StringBuilder(form.Length);
        foreach (var c in form)
        {
            if (char.IsAsciiDigit(c))
            {
                plain.Append(c);
            }
            else if (c is ',' or '.' && !(c == ',' && language == Language.English))
            {
                plain.Append('.');
            }
        }

        return double.TryParse(plain.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }

    /// <summary>Whether a colon makes one number of those beside it, as in <c>3:08</c>.</summary>
    /// <param name="tokens">Tokens of a text.</param>
    /// <param name="sign">A token with one before and one behind it.</param>
    public static bool IsJoined(IReadOnlyList<ReadingToken> tokens, int sign) =>
        tokens[sign].IsSign(':')
        && tokens[sign - 1].Shape == TokenShape.Number && tokens[sign + 1].Shape == TokenShape.Number
        && tokens[sign - 1].End == tokens[sign].Start && tokens[sign].End == tokens[sign + 1].Start;

    private static int SkipDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsGroupMark(char c, Language language) => c is ' ' or '\u00A0' or '\u202F' or '\u2009' || (c == ',' && language == Language.English);

    private static bool IsThreeDigits(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));
}
