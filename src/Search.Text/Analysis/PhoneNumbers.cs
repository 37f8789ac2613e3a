namespace Search.Text.Analysis;

/// <summary>Finds telephone numbers by the ways in which they are grouped.</summary>
internal static class PhoneNumbers
{
    private const int MinDigits = 7;

    /// <summary>Longest number by ITU-T E.164.</summary>
    private const int MaxDigits = 15;

    /// <summary>End of the telephone number that begins at <paramref name="start"/>; the start itself where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        Span<int> groups = stackalloc int[8];
        Span<char> separators = stackalloc char[8];
        var (count, digits, end) = (0, 0, start);
        var at = start;
        var plus = text[at] == '+';
        at += plus ? 1 : 0;
        while (count < groups.Length && digits <= MaxDigits)
        {
            var separator = '\0';
            while (at < text.Length && at - end <= 2 && IsSeparator(text[at]))
            {
                separator = LetterTable.Fold(text[at]);
                at++;
            }

            var groupStart = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at == groupStart)
            {
                break;
            }

            separators[count] = separator;
            groups[count++] = at - groupStart;
            digits += at - groupStart;
            end = at;
        }

        if (end < text.Length && LetterTable.Is(text[end], LetterClass.Letter))
        {
            return start;
        }

        return digits is >= MinDigits and <= MaxDigits && (plus ? digits >= 10 : IsGroupedAsPhone(groups[..count], separators[..count], text[start], digits)) ? end : start;
    }

    /// <summary>The digits of a number, with the country's code where the long-distance prefix stands for it.</summary>
    /// <param name="number">A number as it stands.</param>
    /// <param name="digits">Receives the digits; at least <see cref="MaxDigits"/> + 2 long.</param>
    /// <returns>Length of the whole number.</returns>
    public static int Digits(ReadOnlySpan<char> number, Span<char> digits)
    {
        var length = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
            }
        }

        // 8 0 is how a Belarusian long-distance call begins at home: 8 017 is +375 17.
        if (length == 11 && digits[0] == '8' && digits[1] == '0')
        {
            digits[2..length].CopyTo(digits[3..]);
            "375".CopyTo(digits);
            length++;
        }

        return length;
    }

    private static bool IsSeparator(char c) => c is '(' or ')' || (c is not ('\n' or '\r') && LetterTable.Is(c, LetterClass.Space | LetterClass.Hyphen));

    private static bool IsGroupedAsPhone(ReadOnlySpan<int> groups, ReadOnlySpan<char> separators, char first, int digits)
    {
        // The subscriber's number is three, two and two digits: 287-87-06.
        var last = groups.Length - 1;
        var endsAsSubscriber = last >= 2 && groups[last] == 2 && groups[last - 1] == 2 && groups[last - 2] == 3
            && separators[last] == separators[last - 1] && separators[last] is '-' or ' ';
        if (!endsAsSubscriber)
        {
            return false;
        }

        return (last - 2) switch
        {
            0 => separators[last] == '-',
            1 => digits is 9 or 10 && (separators[last] == '-' || first is '(' or '0'),
            2 => digits is 11 or 12,
            _ => false,
        };
    }
}
