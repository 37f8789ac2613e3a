using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>Finds dates, numbers with their units, money, shares, ordinals, phones, names and quoted titles in a sentence.</summary>
internal static class ValueFinder
{
    /// <summary>Stands for the year of a day or month written without one: the page tells it. A leap year, so that 29 February is a day.</summary>
    public const int UnknownYear = 4;

    /// <summary>All values in the order of the text; values of different types may overlap.</summary>
    /// <param name="tokens">Tokens of the passage.</param>
    /// <param name="tags">Their parts of speech.</param>
    /// <param name="first">First token of the sentence.</param>
    /// <param name="end">Just behind its last token.</param>
    public static List<TypedValue> Find(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int first, int end)
    {
        var values = new List<TypedValue>();
        for (var at = first; at < end;)
        {
            var value = PhoneAt(tokens, at, end) ?? ShortPhoneAt(tokens, first, at) ?? TimeAt(tokens, first, at, end) ?? DateAt(tokens, at, end) ?? NoneAt(tokens, at, end) ?? NumberAt(tokens, at, end);
            if (value is { Type: AnswerType.Money } && values is [.., { Type: AnswerType.Money } whole] && whole.End == value.First && IsCoin(value.Unit))
            {
                // 2 рубля 40 копеек is one amount.
                values[^1] = whole with { End = value.End, Core = value.Core, Value = whole.Value + (value.Value / 100) };
            }
            else if (value is not null)
            {
                values.Add(value);
            }

            at = value?.End ?? at + 1;
        }

        NameFinder.Find(tokens, tags, first, end, values);
        values.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.End.CompareTo(b.End));
        return values;
    }

    private static bool IsCoin(string unit) => unit.StartsWith("коп", StringComparison.Ordinal) || unit.StartsWith("кап", StringComparison.Ordinal) || unit.StartsWith("kope", StringComparison.Ordinal) || unit.StartsWith("cent", StringComparison.Ordinal);

    // 4:51; 11.30 behind a preposition: two decimals alone are an amount.
    private static TypedValue? TimeAt(IReadOnlyList<ReadingToken> tokens, int first, int at, int end)
    {
        var last = at;
        while (last + 2 < end && NumberText.IsJoined(tokens, last + 1) && IsMinutes(tokens[last + 2].Lower))
        {
            last += 2;
        }

        var isTime = last > at
            ? tokens[at].Lower.Length <= 2
            : at > first && tokens[at - 1].Is(WordClass.AnyPreposition) && tokens[at].Lower.Split('.') is [{ Length: 1 or 2 } hour, var minutes] && int.TryParse(hour, out var hours) && hours <= 24 && IsMinutes(minutes) && !IsMeasured(tokens, at + 1, end);
        return isTime && tokens[at].Shape == TokenShape.Number ? new TypedValue(AnswerType.Time, at, last + 1, double.NaN, "", null, last + 1) : null;
    }

    private static bool IsMinutes(string text) => text.Length == 2 && text[0] is >= '0' and <= '5' && char.IsAsciiDigit(text[1]);

    private static TypedValue? DateAt(IReadOnlyList<ReadingToken> tokens, int at, int end)
    {
        var token = tokens[at];
        if (token.Shape == TokenShape.Number && double.IsNaN(token.Value) && NumericDate(token.Lower) is { } numeric)
        {
            return Date(at, WithYearWord(tokens, at + 1, end), numeric);
        }

        // 25–28 мая 2021 г., 22 мая, 14 сакавіка
        var next = at + 1;
        if (next < end && IsCentury(tokens[next]) && (token.Is(WordClass.Ordinal) || IsRoman(token)))
        {
            return Date(at, next + 1, null);
        }

        if (IsDay(token))
        {
            if (next + 1 < end && IsDash(tokens[next]) && IsDay(tokens[next + 1]))
            {
                next += 2;
            }

            if (next < end && IsMonth(tokens[next]))
            {
                return DayOf(tokens, at, next, end, (int)token.Value);
            }
        }

        // May 22, 2020; сентябрь 2025 г.; May
        if (IsMonth(token) && token.Lower is not ("may" or "march" or "мае") || (IsMonth(token) && token.IsCapital) || (IsMonth(token) && (YearAt(tokens, next, end) is not null || (token.Lower == "мае" && at > 0 && tokens[at - 1].Is(WordClass.PrepositionIn)))))
        {
            return MonthOf(tokens, at, end);
        }

        // Years: 2016–2020, 1620—21, 2020 году
        if (token.IsYear && !IsMeasured(tokens, next, end))
        {
            if (next + 1 < end && IsDash(tokens[next]) && (tokens[next + 1].IsYear || IsLaterYear(token, tokens[next + 1], tokens[next].End)))
            {
                next += 2;
            }

            return new TypedValue(AnswerType.Year, at, WithYearWord(tokens, next, end), token.Value, "", new PartialDate((int)token.Value), next);
        }

        if (IsYearWithEnding(token))
        {
            return new TypedValue(AnswerType.Year, at, WithYearWord(tokens, next, end), token.Value, "", new PartialDate((int)token.Value), next);
        }

        return null;
    }

    // «2002-го»
    private static bool IsYearWithEnding(ReadingToken token) =>
        token.Shape == TokenShape.Mixed && token.Value is >= 1000 and <= 2100 && token.Lower.Length > 5 && token.Lower[4] == '-';

    private static int? YearAt(IReadOnlyList<ReadingToken> tokens, int at, int end) =>
        at < end && (tokens[at].IsYear || IsYearWithEnding(tokens[at])) ? (int)tokens[at].Value : null;

    // 21 of 1620—21: glued to the dash, and later in the same century.
    private static bool IsLaterYear(ReadingToken year, ReadingToken token, int dashEnd) =>
        token.Shape == TokenShape.Number && token.Lower.Length == 2 && token.Start == dashEnd && token.Value > year.Value % 100;

    private static TypedValue DayOf(IReadOnlyList<ReadingToken> tokens, int at, int month, int end, int day)
    {
        var next = month + 1;
        next += next < end && tokens[next].IsSign(',') && YearAt(tokens, next + 1, end) is not null ? 1 : 0;
        var year = YearAt(tokens, next, end);
        next = year is null ? month + 1 : next + 1;
        return Date(at, WithYearWord(tokens, next, end), Partial(year, (int)tokens[month].Value, day));
    }

    private static TypedValue MonthOf(IReadOnlyList<ReadingToken> tokens, int at, int end)
    {
        var month = (int)tokens[at].Value;
        var next = at + 1;
        int? day = null;
        if (next < end && IsDay(tokens[next]) && !(next + 1 < end && IsMonth(tokens[next + 1])))
        {
            day = (int)tokens[next].Value;
            next++;
            next += next + 1 < end && IsDash(tokens[next]) && IsDay(tokens[next + 1]) ? 2 : 0;
        }

        var comma = next < end && tokens[next].IsSign(',') ? 1 : 0;
        var year = YearAt(tokens, next + comma, end);
        next = year is null ? next : next + comma + 1;
        return Date(at, WithYearWord(tokens, next, end), Partial(year, month, day));
    }

    // «ни один», «ни в одном» is none, not one.
    private static TypedValue? NoneAt(IReadOnlyList<ReadingToken> tokens, int at, int end)
    {
        var one = at + 1 < end && tokens[at + 1].Is(WordClass.AnyPreposition) ? at + 2 : at + 1;
        return tokens[at].Lower is "ни" or "ні" or "not" && one < end && tokens[one].Is(WordClass.Numeral) && tokens[one].Value == 1
            ? new TypedValue(AnswerType.Number, at, one + 1, 0, "", null, one + 1)
            : null;
    }

    private static TypedValue? NumberAt(IReadOnlyList<ReadingToken> tokens, int at, int end)
    {
        var start = at;

        // $14.7 million, USD 14.7 million
        var currency = tokens[at].Is(WordClass.Currency) && (tokens[at].Shape == TokenShape.Sign || tokens[at].IsUpper) ? tokens[at].Lower : "";
        at += currency.Length > 0 ? 1 : 0;
        if (at >= end)
        {
            return null;
        }

        var token = tokens[at];
        if (token.Is(WordClass.Ordinal) && !double.IsNaN(token.Value))
        {
            return new TypedValue(AnswerType.Ordinal, start, at + 1, token.Value, "", null, at + 1);
        }

        if (token.Shape == TokenShape.Mixed && Array.Exists(Ages, age => token.Lower.Contains(age, StringComparison.Ordinal)))
        {
            return new TypedValue(AnswerType.Duration, start, at + 1, token.Value, "лет", null, at + 1);
        }

        var isNumeral = token.Is(WordClass.Numeral) || (token.Shape == TokenShape.Word && token.Lower.Contains('-', StringComparison.Ordinal) && !double.IsNaN(token.Value));
        if (token.Shape is not (TokenShape.Number or TokenShape.Mixed) && !isNumeral || double.IsNaN(token.Value) || (token.Shape == TokenShape.Mixed && IsCode(token.Lower)))
        {
            return null;
        }

        // «Один из крупнейших» counts nothing.
        if (isNumeral && token.Value == 1 && at + 1 < end && tokens[at + 1].Lower is "из" or "з" or "of")
        {
            return null;
        }

        var value = token.Value;
        var next = at + 1;
        while (isNumeral && next < end && tokens[next].Is(WordClass.Numeral))
        {
            value += tokens[next].Value;
            next++;
        }

        if (next + 1 < end && IsDash(tokens[next]) && tokens[next + 1].Shape == TokenShape.Number)
        {
            next += 2;
        }

        while (next < end && tokens[next].Is(WordClass.Magnitude))
        {
            value *= double.IsNaN(tokens[next].Value) ? 1 : tokens[next].Value;
            next++;
            next += next < end && tokens[next].IsSign('.') && next + 1 < end && !tokens[next + 1].IsCapital ? 1 : 0;
        }

        var core = next;
        var (type, unit, last) = UnitAt(tokens, next, end, currency);
        return new TypedValue(type, start, last, value, unit, null, core);
    }

    // 2IPD and 5G are names; 24-ярдовый and 20kg count.
    private static bool IsCode(string lower)
    {
        var letters = lower.AsSpan().TrimStart("0123456789.,-");
        return letters.IndexOfAnyInRange('0', '9') >= 0 || (lower.IndexOf('-', StringComparison.Ordinal) < 0 && letters.Length > 0 && letters.IndexOfAnyExceptInRange('a', 'z') < 0 && WordLists.Of(Language.English).Find(letters.ToString()).Classes == WordClass.None);
    }

    // 91-летняя, 91-гадовая, 91-year-old.
    private static readonly string[] Ages = ["-летн", "-гадов", "-year"];

    private static (AnswerType Type, string Unit, int End) UnitAt(IReadOnlyList<ReadingToken> tokens, int next, int end, string currency)
    {
        if (currency.Length > 0)
        {
            return (AnswerType.Money, currency, next);
        }

        if (next >= end)
        {
            return (AnswerType.Number, "", next);
        }

        var unit = tokens[next];
        if (unit.Is(WordClass.Percent))
        {
            var points = next + 1 < end && tokens[next + 1].Lower.StartsWith("пункт", StringComparison.Ordinal) ? 1 : 0;
            return (AnswerType.Percent, "%", next + 1 + points);
        }

        if (unit.Is(WordClass.Currency))
        {
            var last = next + 1;
            last += last < end && tokens[last].Lower is "сша" or "зша" ? 1 : 0;
            return (AnswerType.Money, unit.Lower, last);
        }

        if (unit.Is(WordClass.Unit))
        {
            var last = next + 1;
            while (last + 1 < end && tokens[last].IsSign('/') && tokens[last + 1].Shape == TokenShape.Word)
            {
                last += 2;
            }

            return (AnswerType.Quantity, unit.Lower, last);
        }

        if (unit.Is(WordClass.Time) && unit.Shape == TokenShape.Word)
        {
            return (AnswerType.Duration, unit.Lower, next + 1);
        }

        return unit.Shape == TokenShape.Word && unit.IsContent ? (AnswerType.Number, unit.Lower, next) : (AnswerType.Number, "", next);
    }

    // 8 (017) 000-21-02, +375 17 000 21 02: groups of digits with brackets or dashes, seven digits or more.
    private static TypedValue? PhoneAt(IReadOnlyList<ReadingToken> tokens, int at, int end)
    {
        if (tokens[at].Shape != TokenShape.Number && !tokens[at].IsSign('+'))
        {
            return null;
        }

        var digits = 0;
        var marks = 0;
        var next = at;
        while (next < end && (tokens[next].Shape == TokenShape.Number || tokens[next].IsSign('(') || tokens[next].IsSign(')') || tokens[next].IsSign('+') || (IsDash(tokens[next]) && next + 1 < end && tokens[next + 1].Shape == TokenShape.Number)))
        {
            digits += tokens[next].Shape == TokenShape.Number ? tokens[next].Lower.Count(char.IsAsciiDigit) : 0;
            marks += tokens[next].Shape == TokenShape.Sign ? 1 : 0;
            next++;
        }

        return digits is >= 7 and <= 15 && marks >= 2 && tokens[next - 1].Shape == TokenShape.Number ? new TypedValue(AnswerType.Phone, at, next, double.NaN, "", null, next) : null;
    }

    // «позвонить в контакт-центр по номеру 154», "call 911".
    private static TypedValue? ShortPhoneAt(IReadOnlyList<ReadingToken> tokens, int first, int at)
    {
        const int Reach = 6;
        if (tokens[at].Shape != TokenShape.Number || tokens[at].Lower.Length is < 3 or > 4 || !tokens[at].Lower.All(char.IsAsciiDigit) || at == first || !tokens[at - 1].StartsWithAny(Numbers))
        {
            return null;
        }

        for (var i = Math.Max(first, at - Reach); i < at; i++)
        {
            if (tokens[i].StartsWithAny(Calls))
            {
                return new TypedValue(AnswerType.Phone, at, at + 1, tokens[at].Value, "", null, at + 1);
            }
        }

        return null;
    }

    // What stands before a short number to call, and what says that it is one to call.
    private static readonly string[] Numbers = ["номер", "нумар", "number", "телефон", "тэлефон", "phone", "call", "dial"];
    private static readonly string[] Calls = ["телефон", "тэлефон", "патэлефан", "звон", "позвон", "зван", "пазван", "контакт-цент", "кантакт-цэнт", "обра", "звяр", "call", "dial", "phone", "hotline"];

    private static TypedValue Date(int first, int end, PartialDate? date) => new(AnswerType.Date, first, end, double.NaN, "", date, end);

    private static PartialDate? Partial(int? year, int month, int? day) =>
        month is >= 1 and <= 12 && PartialDate.IsValid(year ?? UnknownYear, month, day) ? new PartialDate(year ?? UnknownYear, month, day) : null;

    private static PartialDate? NumericDate(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3 && int.TryParse(parts[0], out var day) && int.TryParse(parts[1], out var month) && int.TryParse(parts[2], out var year) && year is > 1000 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new PartialDate(year, month, day)
            : null;
    }

    private static int WithYearWord(IReadOnlyList<ReadingToken> tokens, int next, int end)
    {
        if (next < end && tokens[next].Is(WordClass.Year) && tokens[next].Shape == TokenShape.Word && tokens[next].Lower is not ("year" or "years"))
        {
            next++;
            next += next < end && tokens[next].IsSign('.') && tokens[next - 1].Lower is "г" or "гг" ? 1 : 0;
        }

        return next;
    }

    private static bool IsMeasured(IReadOnlyList<ReadingToken> tokens, int next, int end) =>
        next < end && tokens[next].Is(WordClass.Unit | WordClass.Currency | WordClass.Magnitude | WordClass.Percent);

    private static bool IsDay(ReadingToken token) => token.Value is >= 1 and <= 31 && (token.Shape == TokenShape.Number || (token.Shape == TokenShape.Mixed && token.Is(WordClass.Ordinal)));

    private static bool IsMonth(ReadingToken token) => token.Is(WordClass.Month);

    private static bool IsCentury(ReadingToken token) => token.Is(WordClass.Time) && token.StartsWithAny(Centuries);

    private static readonly string[] Centuries = ["век", "столет", "стагоддз", "centur"];

    private static bool IsRoman(ReadingToken token) => token.Shape == TokenShape.Word && token.Lower.All(letter => letter is 'i' or 'v' or 'x' or 'і' or 'х');

    private static bool IsDash(ReadingToken token) => token.Shape == TokenShape.Sign && token.Lower is "-" or "–" or "—" or "−";
}
