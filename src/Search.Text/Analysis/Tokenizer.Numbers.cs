using System.Globalization;
using Search.Text.Languages;

namespace Search.Text.Analysis;

internal ref partial struct Tokenizer
{
    /// <summary>Reads what begins with a digit and returns where it ends.</summary>
    private int ReadNumber(int start)
    {
        if (PhoneNumbers.End(_text, start) is var phoneEnd && phoneEnd > start)
        {
            return AddPhone(start, phoneEnd);
        }

        var reading = NumberReading.Read(_text, start, language);
        if (reading.End - start > MaxWordLength)
        {
            var end = Math.Min(PartEnd(start), start + MaxWordLength);
            AddPart(start, end, _position++);
            return end;
        }

        return reading.Form switch
        {
            NumberForm.Date => AddDate(start, reading.End),
            NumberForm.Joined => AddJoined(start, reading.End),
            _ => AddSingle(start, reading),
        };
    }

    private int AddSingle(int start, NumberReading reading)
    {
        var end = reading.End;
        var partEnd = end < _text.Length && LetterTable.Is(_text[end], LetterClass.Letter) ? PartEnd(end) : end;
        if (partEnd > end)
        {
            return AddGlued(start, reading, partEnd);
        }

        if (IsJoint(end))
        {
            var suffixEnd = PartEnd(end + 1);
            if (IsOrdinalSuffix(end + 1, suffixEnd))
            {
                return AddOrdinal(start, reading, suffixEnd);
            }

            if (_text[start..end].IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return ReadCompound(start, end);
            }
        }

        if (GenerationEnd(end) is > 0 and int generationEnd)
        {
            // 5 G
            AddGluedWhole(start, end, generationEnd - 1, generationEnd);
        }
        else if (RangeEnd(end) is > 0 and int rangeEnd)
        {
            AddRange(start, end, rangeEnd);
        }

        var behindPercent = BehindPercent(end);
        if (behindPercent > end)
        {
            AddValue(start, end, TokenKind.Number, TextSpan.FromBounds(start, behindPercent), "%");
        }

        AddValues(start, reading, _position++);
        return Math.Max(end, behindPercent);
    }

    /// <summary>The values of a number: two where its comma may be read in two ways.</summary>
    private void AddValues(int start, NumberReading reading, int position)
    {
        var number = _text[start..reading.End];
        Span<char> value = stackalloc char[number.Length];
        var span = TextSpan.FromBounds(start, reading.End);
        Add(value[..NumberReading.Value(number, NumberReading.CommaGroups(number, language), value)], TokenKind.Number, span, position);
        if (reading.IsAmbiguous)
        {
            Add(value[..NumberReading.Value(number, commaGroups: true, value)], TokenKind.Number, span, position);
        }
    }

    /// <summary>The value with letters or signs behind it, at the present position.</summary>
    private void AddValue(int start, int end, TokenKind kind, TextSpan span, string behind)
    {
        var number = _text[start..end];
        Span<char> value = stackalloc char[number.Length + behind.Length];
        var length = NumberReading.Value(number, NumberReading.CommaGroups(number, language), value);
        behind.CopyTo(value[length..]);
        Add(value[..(length + behind.Length)], kind, span, _position);
    }

    /// <summary>Digits with letters directly behind: <c>40th</c>, <c>5G</c>, <c>2020г.</c>, <c>4x4</c>.</summary>
    private int AddGlued(int start, NumberReading reading, int partEnd)
    {
        var end = reading.End;
        if (IsOrdinalSuffix(end, partEnd))
        {
            return AddOrdinal(start, reading, partEnd);
        }

        AddGluedWhole(start, end, end, partEnd);
        if (_text[end..partEnd].IndexOfAnyInRange('0', '9') < 0)
        {
            AddValues(start, reading, _position++);
            AddPart(end, partEnd, _position);
        }

        _position++;
        return partEnd;
    }

    /// <summary>A number and what stands behind it, with or without a space, as one term.</summary>
    private void AddGluedWhole(int start, int end, int from, int to)
    {
        if (to - start > MaxWordLength)
        {
            return;
        }

        Span<char> form = stackalloc char[LetterNormalizer.MaxLength(MaxWordLength)];
        var number = _text[start..end];
        var length = NumberReading.Value(number, NumberReading.CommaGroups(number, language), form);
        length += LetterNormalizer.NormalizeWord(_text[from..to], form[length..], language);
        Add(form[..length], KindOf(form[..length]), TextSpan.FromBounds(start, to), _position);
    }

    /// <summary>An ordinal as its term, the same in every language, and as its number.</summary>
    private int AddOrdinal(int start, NumberReading reading, int end)
    {
        AddValue(start, reading.End, TokenKind.Ordinal, TextSpan.FromBounds(start, end), TermMaker.OrdinalMark);
        AddValues(start, reading, _position++);
        return end;
    }

    /// <summary>A day as one term in the order of ISO 8601, and its three numbers.</summary>
    private int AddDate(int start, int end)
    {
        Span<Range> parts = stackalloc Range[3];
        var date = _text[start..end];
        date.SplitAny(parts, ".-/");
        var isYearFirst = date[parts[0]].Length == 4;
        var year = date[parts[isYearFirst ? 0 : 2]];
        var day = date[parts[isYearFirst ? 2 : 0]];
        Span<char> iso = ['0', '0', '0', '0', '-', '0', '0', '-', '0', '0'];
        year.CopyTo(iso);
        date[parts[1]].CopyTo(iso[(7 - date[parts[1]].Length)..]);
        day.CopyTo(iso[(10 - day.Length)..]);
        Add(iso, TokenKind.Number, TextSpan.FromBounds(start, end), _position);
        foreach (var part in parts)
        {
            var (offset, length) = part.GetOffsetAndLength(date.Length);
            Add(date[part].TrimStart('0'), TokenKind.Number, new TextSpan(start + offset, length), _position++);
        }

        return end;
    }

    /// <summary>Numbers joined by stops, colons or strokes: the whole as it stands, and each by itself.</summary>
    private int AddJoined(int start, int end)
    {
        Add(_text[start..end], TokenKind.Number, TextSpan.FromBounds(start, end), _position);
        for (var i = start; i < end;)
        {
            var partEnd = i;
            while (partEnd < end && char.IsAsciiDigit(_text[partEnd]))
            {
                partEnd++;
            }

            Add(_text[i..partEnd], TokenKind.Number, TextSpan.FromBounds(i, partEnd), _position++);
            i = partEnd + 1;
        }

        return end;
    }

    /// <summary>The whole number, and what people leave away from its front: the country's code, the region's.</summary>
    private int AddPhone(int start, int end)
    {
        Span<char> digits = stackalloc char[20];
        ReadOnlySpan<char> whole = digits[..PhoneNumbers.Digits(_text[start..end], digits)];
        var span = TextSpan.FromBounds(start, end);
        Add(whole, TokenKind.Phone, span, _position);
        foreach (var shorter in (ReadOnlySpan<int>)[9, 7])
        {
            if (whole.Length > shorter)
            {
                Add(whole[^shorter..], TokenKind.Phone, span, _position);
            }
        }

        _position++;
        return end;
    }

    /// <summary>A range of years or amounts as one term; its two numbers follow as any others.</summary>
    private void AddRange(int start, int end, int rangeEnd)
    {
        var from = rangeEnd;
        while (char.IsAsciiDigit(_text[from - 1]))
        {
            from--;
        }

        Span<char> range = stackalloc char[rangeEnd - start];
        var length = NumberReading.Value(_text[start..end], commaGroups: false, range);
        range[length++] = '-';
        _text[from..rangeEnd].CopyTo(range[length..]);
        Add(range[..(length + rangeEnd - from)], TokenKind.Number, TextSpan.FromBounds(start, rangeEnd), _position);
    }

    /// <summary>End of a range whose dash is long or stands between spaces: <c>2021–2025</c>, <c>2021 - 2025</c>; 0 where there is none.</summary>
    private readonly int RangeEnd(int end)
    {
        var at = SkipSpace(end);
        if (at >= _text.Length || _text[at] is not ('-' or '–' or '—'))
        {
            return 0;
        }

        var from = SkipSpace(at + 1);
        var rangeEnd = from;
        while (rangeEnd < _text.Length && rangeEnd - from < 9 && char.IsAsciiDigit(_text[rangeEnd]))
        {
            rangeEnd++;
        }

        return rangeEnd > from ? rangeEnd : 0;
    }

    /// <summary>End of the letter of a mobile network's generation behind a space; 0 where none stands there.</summary>
    private readonly int GenerationEnd(int end)
    {
        var at = SkipSpace(end);
        return at == end + 1 && at < _text.Length && _text[at] is 'G' or 'g' && PartEnd(at) == at + 1 && !IsJoint(at + 1) ? at + 1 : 0;
    }

    private readonly int BehindPercent(int end)
    {
        var at = SkipSpace(end);
        return at < _text.Length && _text[at] == '%' ? at + 1 : end;
    }

    /// <summary>Behind one space of whatever kind but a line's end.</summary>
    private readonly int SkipSpace(int at) => at < _text.Length && LetterTable.Fold(_text[at]) == ' ' ? at + 1 : at;

    private readonly bool IsOrdinalSuffix(int start, int end)
    {
        Span<char> form = stackalloc char[LetterNormalizer.MaxLength(4)];
        return end > start && end - start <= 4 && Numerals.IsOrdinalSuffix(form[..LetterNormalizer.NormalizeWord(_text[start..end], form, language)]);
    }

    /// <summary>Spelled tens and units make one number more, where the units stand: <c>сорок первое</c> is the 41st.</summary>
    private void JoinNumeral(Term[] terms, TextSpan span, int position)
    {
        foreach (var term in terms)
        {
            if (term.Kind is not (TokenKind.Number or TokenKind.Ordinal))
            {
                continue;
            }

            var isOrdinal = term.Kind == TokenKind.Ordinal;
            var value = int.Parse(isOrdinal ? term.Exact.AsSpan(0, term.Exact.Length - TermMaker.OrdinalMark.Length) : term.Exact, CultureInfo.InvariantCulture);
            if (value < 10 && _tens > 0 && _tensPosition == position - 1)
            {
                var joined = (_tens + value).ToString(CultureInfo.InvariantCulture) + (isOrdinal ? TermMaker.OrdinalMark : "");
                tokens.Add(new AnalyzedToken(TextSpan.FromBounds(_tensStart, span.End), position, term.Kind, term.Language, joined, joined));
            }

            _tens = !isOrdinal && value is >= 20 and <= 90 ? value : 0;
            (_tensPosition, _tensStart) = (position, span.Start);
            return;
        }
    }
}
