using System.Text.RegularExpressions;

namespace Search.Text.Languages;

/// <summary>
/// Finds the dates of a text in the three languages of the archive: <c>28 – 30 августа 2024 г.</c>, <c>27 жніўня</c>,
/// <c>September 21, 2021</c>, <c>01.10.2020</c>, <c>у 2018 годзе</c>, <c>2021–2025 гг.</c>, <c>II квартал 2024 г.</c>
/// </summary>
/// <remarks>
/// One pass over the text; months, numeric dates and years are anchors, and small expressions look at no more than
/// <see cref="Window"/> code units on either side, so that the time grows with the length of the text alone.
/// </remarks>
public static partial class DateReader
{
    /// <summary>Longest stretch around a month or year that can belong to one date: a list of days, or a year with its words.</summary>
    private const int Window = 48;

    /// <summary>All dates in the order of the text, without overlaps.</summary>
    /// <param name="text">Any text; it is read as it stands.</param>
    /// <param name="language">Language of the text. In English a year counts after a preposition; elsewhere it needs the word for year.</param>
    public static IReadOnlyList<DateMention> Find(string text, Language language)
    {
        var mentions = new List<DateMention>();
        var free = 0;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                var end = EndOfRun(text, at, char.IsAsciiDigit);
                var mention = ReadNumeric(text, at, end - at) ?? ReadYear(text, at, end - at, free);
                if (mention is not null)
                {
                    mentions.Add(mention);
                    free = at = mention.Span.End;
                }
                else
                {
                    at = end;
                }
            }
            else if (char.IsLetter(text[at]))
            {
                var end = EndOfRun(text, at, char.IsLetter);
                if (MonthNames.Find(text.AsSpan(at, end - at), out var needsNumber) is var month and not 0
                    && ReadMonth(text, TextSpan.FromBounds(at, end), month, needsNumber, free) is { } mention)
                {
                    mentions.Add(mention);
                    free = at = mention.Span.End;
                }
                else
                {
                    at = end;
                }
            }
            else
            {
                at++;
            }
        }

        return JoinRanges(text, mentions);
    }

    private static int EndOfRun(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return at;
    }

    private static DateMention? ReadMonth(string text, TextSpan word, int month, bool needsNumber, int free)
    {
        var from = Math.Max(free, word.Start - Window);
        var left = text[from..word.Start];
        var right = text[word.End..Math.Min(text.Length, word.End + Window)];
        var start = word.Start;
        var end = word.End;
        int? day = null, lastDay = null;

        if (DaysBefore().Match(left) is { Success: true } before)
        {
            start = from + before.Groups["days"].Index;
            (day, lastDay) = Days(before);
        }
        else if (char.IsAsciiLetter(text[word.Start]) && DaysAfter().Match(right) is { Success: true } after)
        {
            end += after.Length;
            (day, lastDay) = Days(after);
        }

        var (year, offset, length) = YearAfter(text, end);
        // 10 may be, 2 march on: English writes its months with a capital, queries beside a year.
        if (year is null && needsNumber && char.IsAsciiLetterLower(text[word.Start]))
        {
            return null;
        }

        // Марта and Май with a capital letter are also names; months have none in Russian and Belarusian, and need one in English.
        if (day is null && year is null && length == 0 && (needsNumber || char.IsUpper(text[word.Start]) != char.IsAsciiLetter(text[word.Start])))
        {
            return null;
        }

        var span = TextSpan.FromBounds(start, end + length);
        // A leap year stands in for a missing one, so that 29 February is a day.
        if (!PartialDate.IsValid(year ?? 2024, month, day) || !PartialDate.IsValid(year ?? 2024, month, lastDay))
        {
            return null;
        }

        return year is { } known
            ? new DateMention(span, new PartialDate(known, month, day), new PartialDate(known, month, lastDay), false, month, day, month, lastDay)
            : new DateMention(span, null, null, true, month, day, month, lastDay, offset);
    }

    private static (int? First, int? Last) Days(Match match)
    {
        var first = Number(match.Groups["first"]);
        return (first, match.Groups["last"].Success ? Number(match.Groups["last"]) : first);
    }

    private static (int? Year, int Offset, int Length) YearAfter(string text, int at)
    {
        var right = text[at..Math.Min(text.Length, at + Window)];
        if (YearRightAfter().Match(right) is { Success: true } year)
        {
            return (Number(year.Groups["year"]), 0, year.Length);
        }

        foreach (var (expression, offset) in new[] { (ThisYear(), 0), (LastYear(), -1), (NextYear(), 1) })
        {
            if (expression.Match(right) is { Success: true } words)
            {
                return (null, offset, words.Length);
            }
        }

        return (null, 0, 0);
    }

    private static DateMention? ReadNumeric(string text, int at, int length)
    {
        // Digits that go on from other digits are part of a telephone number, an address or a version.
        if (length is not (1 or 2 or 4) || (at > 0 && (text[at - 1] is '/' or '-' or '.' or ',' or '_' or '=' || char.IsLetterOrDigit(text[at - 1]))))
        {
            return null;
        }

        var match = (length == 4 ? YearFirst() : DayFirst()).Match(text, at, Math.Min(Window, text.Length - at));
        if (!match.Success || (match.Index + match.Length < text.Length && char.IsLetterOrDigit(text[match.Index + match.Length])
            && text[match.Index + match.Length] != 'T' && !match.Value.EndsWith('г')))
        {
            return null;
        }

        var (year, month, day) = (Number(match.Groups["year"]), Number(match.Groups["month"]), Number(match.Groups["day"]));
        if (month > 12 && text[at + length] == '/')
        {
            (month, day) = (day, month); // 9/21/2021 can only be American
        }

        if (!PartialDate.IsValid(year, month, day))
        {
            return null;
        }

        var date = new PartialDate(year, month, day);
        return new DateMention(new TextSpan(at, match.Length), date, date, false, month, day, month, day);
    }

    private static DateMention? ReadYear(string text, int at, int length, int free)
    {
        if (length != 4 || Number(text.AsSpan(at, 4)) is < 1000 or > 2199)
        {
            return null;
        }

        var from = Math.Max(free, at - Window);
        var left = text[from..at];
        if (InsideNumberOrName().IsMatch(left))
        {
            return null;
        }

        var right = YearOrYears().Match(text, at, Math.Min(Window, text.Length - at));
        if (!right.Success)
        {
            return null;
        }

        var first = Number(right.Groups["first"]);
        var last = right.Groups["last"].Success ? Number(right.Groups["last"]) : first;
        var hasWord = right.Groups["word"].Success || right.Groups["suffix"].Success;
        if (right.Groups["decade"].Success)
        {
            return first % 10 == 0 && last == first
                ? new DateMention(new TextSpan(at, right.Length), new PartialDate(first), new PartialDate(first + 9), false)
                : null;
        }

        // A program of several decades is a span of years; a wider one is two numbers with a dash.
        var isSpan = last > first && last - first <= 60;
        if (last != first && !isSpan)
        {
            return null;
        }

        var end = at + right.Length;
        var inCell = left.TrimEnd(' ').EndsWith('|') && text.AsSpan(end).TrimStart(' ').StartsWith("|");
        if (!hasWord && !isSpan && !inCell && !YearWordBefore().IsMatch(left))
        {
            return null;
        }

        if (QuarterBefore().Match(left) is { Success: true } quarter && last == first)
        {
            var month = Quarter(quarter.Groups["number"].Value) * 3 - 2;
            return new DateMention(
                TextSpan.FromBounds(from + quarter.Index, end), new PartialDate(first, month), new PartialDate(first, month + 2), false, month, null, month + 2, null);
        }

        return new DateMention(TextSpan.FromBounds(at, end), new PartialDate(first), new PartialDate(last), false);
    }

    private static int Quarter(string number) => number.ToLowerInvariant() switch
    {
        "1" or "i" or "і" or ['п', 'е', ..] or "first" => 1,
        "2" or "ii" or "іі" or ['в', ..] or ['д', ..] or "second" => 2,
        "3" or "iii" or "ііі" or ['т', ..] or "third" => 3,
        _ => 4,
    };

    /// <summary>Joins <c>28 июня – 2 июля 2021 г.</c> and lends the year of the last date to those before it.</summary>
    private static List<DateMention> JoinRanges(string text, List<DateMention> mentions)
    {
        var joined = new List<DateMention>(mentions.Count);
        for (var index = mentions.Count - 1; index >= 0; index--)
        {
            var mention = mentions[index];
            if (joined.Count > 0 && joined[^1] is var next && Between(text, mention.Span.End, next.Span.Start) is { } between)
            {
                if (mention.YearMissing && mention.YearOffset == 0 && next is { YearMissing: false, Month: not null, From: not null } && ListOfDates().IsMatch(between))
                {
                    var year = next.From.Value.Year - (mention.Month > next.Month ? 1 : 0);
                    mention = mention.InYear(year) ?? mention;
                }

                if (RangeOfDates().IsMatch(between) && mention.YearMissing == next.YearMissing && mention.Month is null == next.Month is null
                    && (mention.From is null || mention.From.Value.CompareTo(next.To!.Value) < 0))
                {
                    joined[^1] = next with
                    {
                        Span = TextSpan.FromBounds(mention.Span.Start, next.Span.End),
                        From = mention.From,
                        Month = mention.Month,
                        Day = mention.Day,
                    };
                    continue;
                }
            }

            joined.Add(mention);
        }

        joined.Reverse();
        return joined;
    }

    private static string? Between(string text, int start, int end) => end - start <= 12 ? text[start..end] : null;

    private static int Number(Group group) => Number(group.ValueSpan);

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

    // 28 – 30 августа; с 18 по 21 апреля; 14, 15 и 16 мая; 11th of December; 1-го мая. Days are joined by a dash, a comma or a word.
    [GeneratedRegex(@"(?<![\d.,:/№-])(?<days>(?<first>\d{1,2})(?:-?(?:е|го|ого|га|ага|ае|st|nd|rd|th))?(?:(?:\s*[–—‑‒-]\s*|\s*,\s*|\s+(?:по|па|и|і|да|до|to|and|through)\s+)(?:\d{1,2}(?:-?(?:е|го|га|st|nd|rd|th))?(?:\s*,\s*|\s+(?:и|і|and)\s+))*(?<last>\d{1,2})(?:-?(?:е|го|га|ае|st|nd|rd|th))?)?)\s*(?:of\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DaysBefore();

    [GeneratedRegex(@"^\.?\s+(?:the\s+)?(?<first>\d{1,2})(?:st|nd|rd|th)?(?:(?:\s*[–—‑‒-]\s*|\s+(?:and|to|through)\s+)(?<last>\d{1,2})(?:st|nd|rd|th)?)?(?![\d:%]|[.,]\d|\s*(?:per\s?cent|%))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DaysAfter();

    [GeneratedRegex(@"^\.?(?:\s+of)?\s*,?\s*(?<year>1\d{3}|2[01]\d{2})(?!\d|[.,]\d)(?:\s?(?:года|году|годзе|годам|годом|год|г\b\.?))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearRightAfter();

    [GeneratedRegex(@"^,?\s+(?:с\.\s?г\.|(?:этого|текущего|нынешнего|гэтага|бягучага|сёлетняга)\s+года\b|this\s+year\b|of\s+this\s+year\b|сёлета\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"^,?\s+(?:(?:прошлого|минувшего|мінулага|леташняга)\s+года\b|(?:of\s+)?last\s+year\b|летась\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LastYear();

    [GeneratedRegex(@"^,?\s+(?:(?:следующего|будущего|наступнага|будучага)\s+года\b|(?:of\s+)?next\s+year\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextYear();

    [GeneratedRegex(@"\G(?<day>\d{1,2})(?<mark>[./-])(?<month>\d{1,2})\k<mark>(?<year>1[89]\d{2}|20\d{2})(?![\d-])(?:\s?(?:года|г\b\.?))?", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\G(?<year>1[89]\d{2}|20\d{2})(?<mark>[./-])(?<month>\d{2})\k<mark>(?<day>\d{2})(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    // 2018 году; 2018-м; 2021–2025 гг.; 2024/2025 учебном году; 1990-х, 1990s.
    [GeneratedRegex(@"\G(?<first>\d{4})(?:(?:\s*[–—‑‒-]\s*|/)(?<last>\d{4}))?(?!\d|[.,]\d|\s\d{3}\b)(?:(?<suffix>-?(?:й|м|го|ый|га|ы)\b)|(?<decade>-?(?:х|е|я|ых|ые|ыя)\b|['’]?s\b))?(?:\s?(?:учебн\w+\s|навучальн\w+\s)?(?<word>гг?\b\.?|год(?:а|у|ом|ы|ов|ам|ах|зе)?\b|годдзе\b|гады\b|гадоў\b|гадах\b|years?\b))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearOrYears();

    [GeneratedRegex(@"(?:^|[\s(""«])(?:(?:in|since|by|until|till|during|from|to|for|before|after|of|year|years|early|late|mid|through|and|vs\.?)\s+(?:the\s+)?(?:(?:year|beginning|end|start|middle)\s+(?:of\s+)?)?(?:early\s+|late\s+|mid-?)?|\()$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex YearWordBefore();

    [GeneratedRegex(@"(?<number>\b(?:IV|I{1,3}|ІV|І{1,3}|[1-4]|перв\w+|втор\w+|треть\w+|четверт\w+|першым?|першага|друг\w+|трэц\w+|чацвёрт\w+|first|second|third|fourth))(?:-?(?:й|м|го|ы|ым|ага|st|nd|rd|th))?\s+(?:квартал\w{0,2}|quarter)(?:\s+of)?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex QuarterBefore();

    // 1 2024 (grouped digits), 12,2024, ТИБО-2023, №2023, v2023.
    [GeneratedRegex(@"(?:\d[\s.,]?|[\p{L}_][-‑]?|[№#]\s?|[/=.])$", RegexOptions.CultureInvariant)]
    private static partial Regex InsideNumberOrName();

    [GeneratedRegex(@"^\s*(?:[–—‑‒-]|по|па|да|до|to|through|until)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RangeOfDates();

    [GeneratedRegex(@"^\s*(?:[–—‑‒-]|по|па|да|до|to|through|until|и|і|and|,)\s*(?:(?:с|з|from|on)\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ListOfDates();
}
