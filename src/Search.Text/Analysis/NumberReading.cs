namespace Search.Text.Analysis;

/// <summary>What stands where a number begins.</summary>
internal enum NumberForm : byte
{
    /// <summary>One number: whole, grouped or with decimals.</summary>
    Single,

    /// <summary>Day, month and year: <c>16.08.2024</c>, <c>2024-08-16</c>.</summary>
    Date,

    /// <summary>Numbers joined by stops, colons or strokes: <c>12:30</c>, <c>192.168.0.1</c>, <c>123/45</c>.</summary>
    Joined,
}

/// <summary>A number as it stands in a text.</summary>
/// <param name="End">Offset behind it.</param>
/// <param name="Form">What it is.</param>
/// <param name="IsAmbiguous">Whether its one comma may group thousands as well as part decimals: <c>1,870</c>.</param>
internal readonly record struct NumberReading(int End, NumberForm Form, bool IsAmbiguous = false)
{
    /// <summary>Reads the number whose first digit stands at <paramref name="start"/>.</summary>
    public static NumberReading Read(ReadOnlySpan<char> text, int start, Language language)
    {
        var end = DigitsEnd(text, start);
        if (DateEnd(text, start) is > 0 and int dateEnd)
        {
            return new NumberReading(dateEnd, NumberForm.Date);
        }

        if (JoinedEnd(text, start) is > 0 and int joinedEnd)
        {
            return new NumberReading(joinedEnd, NumberForm.Joined);
        }

        var grouped = GroupedEnd(text, start, end, ' ');
        if (grouped == end && GroupedEnd(text, start, end, ',') is var commas && commas > end)
        {
            // 1,870 is a thousand and more in English, less than two in Russian; 1,870,000 is the same to both, and so is 0,870.
            var isOneGroup = commas == end + 4;
            if (!isOneGroup || (language == Language.English && text[start] != '0'))
            {
                grouped = commas;
            }
            else
            {
                return new NumberReading(commas, NumberForm.Single, IsAmbiguous: language == Language.Unknown && text[start] != '0');
            }
        }

        return new NumberReading(DecimalsEnd(text, start, grouped), NumberForm.Single);
    }

    /// <summary>Writes the value: digits without grouping, a point before decimals.</summary>
    /// <param name="number">A single number as it stands.</param>
    /// <param name="commaGroups">Whether a comma groups thousands here.</param>
    /// <param name="value">Receives the value; as long as the number.</param>
    public static int Value(ReadOnlySpan<char> number, bool commaGroups, Span<char> value)
    {
        var length = 0;
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c))
            {
                value[length++] = c;
            }
            else if (c == '.' || (c == ',' && !commaGroups))
            {
                value[length++] = '.';
            }
        }

        return length;
    }

    /// <summary>Whether the comma of a single number groups thousands.</summary>
    public static bool CommaGroups(ReadOnlySpan<char> number, Language language)
    {
        var comma = number.IndexOf(',');
        return comma > 0 && (number.Count(',') > 1 || number[comma..].Contains('.') || (language == Language.English && number.Length == comma + 4 && number[0] != '0'));
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>End of groups of three digits; the first group's end where the run of groups holds any other length, as a table's or a telephone's does.</summary>
    private static int GroupedEnd(ReadOnlySpan<char> text, int start, int firstEnd, char separator)
    {
        if (firstEnd - start > 3)
        {
            return firstEnd;
        }

        var end = firstEnd;
        while (end + 1 < text.Length && LetterTable.Fold(text[end]) == separator && char.IsAsciiDigit(text[end + 1]))
        {
            var groupEnd = DigitsEnd(text, end + 1);
            if (groupEnd != end + 4)
            {
                return firstEnd;
            }

            end = groupEnd;
        }

        return end;
    }

    /// <summary>End of the decimals; another comma before or behind makes a list of numbers: <c>5,6,7</c>.</summary>
    private static int DecimalsEnd(ReadOnlySpan<char> text, int start, int end)
    {
        if (end + 1 >= text.Length || text[end] is not ('.' or ',') || !char.IsAsciiDigit(text[end + 1]))
        {
            return end;
        }

        var decimalsEnd = DigitsEnd(text, end + 1);
        var isListed = decimalsEnd + 1 < text.Length && text[decimalsEnd] == ',' && char.IsAsciiDigit(text[decimalsEnd + 1]);
        var wasListed = start > 1 && text[start - 1] == ',' && char.IsAsciiDigit(text[start - 2]);
        return text[end] == ',' && (isListed || wasListed) ? end : decimalsEnd;
    }

    /// <summary>End of a day that exists in form; 0 where none stands here.</summary>
    private static int DateEnd(ReadOnlySpan<char> text, int start)
    {
        var first = DigitsEnd(text, start);
        if (first >= text.Length || text[first] is not ('.' or '-' or '/'))
        {
            return 0;
        }

        var second = DigitsEnd(text, first + 1);
        if (second >= text.Length || text[second] != text[first])
        {
            return 0;
        }

        var end = DigitsEnd(text, second + 1);
        var goesOn = end + 1 < text.Length && text[end] is '.' or '-' or '/' && char.IsAsciiDigit(text[end + 1]);
        var left = text[start..first];
        var middle = text[(first + 1)..second];
        var right = text[(second + 1)..end];
        var isDayFirst = left.Length is 1 or 2 && right.Length == 4 && IsUpTo(left, 31);
        var isYearFirst = left.Length == 4 && right.Length == 2 && text[first] == '-' && IsUpTo(right, 31);
        return !goesOn && middle.Length is 1 or 2 && IsUpTo(middle, 12) && (isDayFirst || isYearFirst) ? end : 0;
    }

    private static bool IsUpTo(ReadOnlySpan<char> digits, int limit) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is var value && value > 0 && value <= limit;

    /// <summary>End of numbers joined by colons, strokes or two and more stops; 0 where there is one number only.</summary>
    private static int JoinedEnd(ReadOnlySpan<char> text, int start)
    {
        var end = DigitsEnd(text, start);
        var (stops, others) = (0, 0);
        while (end + 1 < text.Length && text[end] is '.' or ':' or '/' && char.IsAsciiDigit(text[end + 1]))
        {
            stops += text[end] == '.' ? 1 : 0;
            others += text[end] == '.' ? 0 : 1;
            end = DigitsEnd(text, end + 1);
        }

        return stops >= 2 || others >= 1 ? end : 0;
    }
}
