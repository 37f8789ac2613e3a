using Search.Text.Languages;

namespace Search.Text.Analysis;

/// <summary>One pass over one text: finds where tokens begin and end and adds their terms. Numbers are in the other part.</summary>
internal ref partial struct Tokenizer(ReadOnlySpan<char> text, Language language, TermCache cache, List<AnalyzedToken> tokens, Span<char> form)
{
    /// <summary>Longer than any word; what is longer is read in pieces of this length, so that memory stays bounded.</summary>
    private const int MaxWordLength = 200;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _form = form;
    private int _position;
    private bool _lastWordIsCyrillic;

    /// <summary>The spelled tens that a spelled unit may follow: <c>сорок первое</c>, <c>twenty-first</c>; 0 where none stand before.</summary>
    private int _tens;
    private int _tensPosition;
    private int _tensStart;

    /// <summary>Room that the tokenizer needs for one form.</summary>
    public const int FormLength = (3 * MaxWordLength) + 2;

    public void Run()
    {
        for (var i = 0; i < _text.Length;)
        {
            var kind = LetterTable.ClassOf(_text[i]);
            if ((kind & LetterClass.Letter) != 0)
            {
                i = ReadPlainWord(i) is > 0 and int end ? end : ReadWord(i);
            }
            else if ((kind & LetterClass.Digit) != 0)
            {
                i = ReadNumber(i);
            }
            else
            {
                i = _text[i] is '+' or '(' && PhoneNumbers.End(_text, i) is var phoneEnd && phoneEnd > i ? AddPhone(i, phoneEnd) : i + 1;
            }
        }
    }

    /// <summary>
    /// Reads a word of one alphabet with a space or an ordinary sign behind it, as nearly all are, in one pass.
    /// </summary>
    /// <returns>Where it ends; 0 where there is more to it, and nothing was read.</returns>
    private int ReadPlainWord(int start)
    {
        var letters = _text[start..Math.Min(_text.Length, start + MaxWordLength)];
        var length = 0;
        var (isLatin, isCyrillic) = (false, false);
        for (; length < letters.Length && LetterTable.PlainLetter(letters[length]) is var letter && letter != '\0'; length++)
        {
            _form[length] = letter;
            isCyrillic |= letter >= '\u0400';
            isLatin |= letter < '\u0400';
        }

        var word = _form[..length];
        var end = start + length;
        if (length == 0 || isLatin == isCyrillic || !EndsPlainly(end) || LetterNormalizer.IsLoneLatinI(word))
        {
            return 0;
        }

        _lastWordIsCyrillic = isCyrillic;
        LetterNormalizer.FoldByLanguage(word, language);
        Add(word, TokenKind.Word, TextSpan.FromBounds(start, end), _position++);
        return end;
    }

    /// <summary>Whether nothing behind a word may belong to it or to its token.</summary>
    private readonly bool EndsPlainly(int end)
    {
        if (end == _text.Length)
        {
            return true;
        }

        var next = LetterTable.ClassOf(_text[end]);
        return next == LetterClass.Space || (next == LetterClass.None && _text[end] is not ('.' or '@' or ':' or '_' or '+' or '%'));
    }

    /// <summary>Reads what begins with a letter and returns where it ends.</summary>
    private int ReadWord(int start)
    {
        var end = PartEnd(start);
        if (end == _text.Length || LetterTable.Is(_text[end], LetterClass.Space))
        {
            AddPart(start, end, _position++);
            return end;
        }

        if (_text[end] is '.' or '@' or ':' or '-' or '_' or '+' or '%' && Addresses.End(_text, start) is var addressEnd && addressEnd > start)
        {
            return AddAddress(start, addressEnd);
        }

        if (_text[end] == '.' && end == start + 1)
        {
            return ReadInitials(start);
        }

        if (IsJoint(end))
        {
            return ReadCompound(start, end);
        }

        AddPart(start, end, _position++);
        return end;
    }

    /// <summary>Letters and digits with hyphens: the whole, and each part at a position of its own, so that either spelling finds the other.</summary>
    private int ReadCompound(int start, int firstEnd)
    {
        var end = firstEnd;
        while (IsJoint(end))
        {
            end = PartEnd(end + 1);
        }

        AddWhole(start, end);
        for (var i = start; i < end;)
        {
            var partEnd = PartEnd(i);
            AddPart(i, partEnd, _position++);
            i = partEnd + 1;
        }

        return end;
    }

    /// <summary>Single letters with stops: <c>И. И.</c>, <c>т.д.</c>, <c>U.S.</c>; glued ones also as one: <c>US</c>.</summary>
    private int ReadInitials(int start)
    {
        var end = start + 1;
        while (end + 1 < _text.Length && _text[end] == '.' && LetterTable.Is(_text[end + 1], LetterClass.Letter) && PartEnd(end + 1) == end + 2)
        {
            end += 2;
        }

        if (end > start + 1 && end - start < MaxWordLength)
        {
            Span<char> letters = stackalloc char[MaxWordLength];
            var length = 0;
            for (var i = start; i < end; i += 2)
            {
                letters[length++] = _text[i];
            }

            Span<char> form = stackalloc char[LetterNormalizer.MaxLength(MaxWordLength)];
            Add(form[..LetterNormalizer.NormalizeWord(letters[..length], form, language)], TokenKind.Abbreviation, WithStop(start, end), _position);
        }

        for (var i = start; i < end; i += 2)
        {
            AddPart(i, i + 1, _position++);
        }

        return end;
    }

    private int AddAddress(int start, int end)
    {
        var from = start + Addresses.PrefixLength(_text[start..end]);
        var to = _text[end - 1] == '/' ? end - 1 : end;
        if (to - from <= MaxWordLength)
        {
            Span<char> form = stackalloc char[MaxWordLength];
            Add(form[.._text[from..to].ToLowerInvariant(form)], TokenKind.Address, TextSpan.FromBounds(start, end), _position);
        }

        for (var i = from; i < to;)
        {
            if (_text[i] == '%')
            {
                break; // encoded letters are nobody's words
            }

            var partEnd = Math.Min(PartEnd(i), to);
            if (partEnd > i)
            {
                AddAddressPart(i, partEnd);
            }

            i = Math.Max(partEnd, i + 1);
        }

        return end;
    }

    private void AddAddressPart(int start, int end)
    {
        Span<char> form = stackalloc char[LetterNormalizer.MaxLength(MaxWordLength)];
        form = form[..LetterNormalizer.NormalizeWord(_text[start..end], form, language)];
        if (!form.IsEmpty)
        {
            Add(form, KindOf(form), TextSpan.FromBounds(start, end), _position++);
        }
    }

    private readonly bool IsJoint(int at) =>
        at + 1 < _text.Length && LetterTable.Is(_text[at], LetterClass.Hyphen) && LetterTable.Is(_text[at + 1], LetterClass.Letter | LetterClass.Digit);

    /// <summary>End of the letters and digits that stand together.</summary>
    private readonly int PartEnd(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < MaxWordLength && LetterTable.Is(_text[end], LetterClass.Letter | LetterClass.Digit))
        {
            end = LetterTable.Is(_text[end], LetterClass.Digit) ? end + 1 : LetterNormalizer.WordEnd(_text, end);
        }

        return Math.Min(end, start + MaxWordLength);
    }

    private readonly TextSpan WithStop(int start, int end) => TextSpan.FromBounds(start, end < _text.Length && _text[end] == '.' ? end + 1 : end);

    private void AddPart(int start, int end, int position)
    {
        var form = _form[..LetterNormalizer.NormalizeWord(_text[start..end], _form, language)];
        if (form.IsEmpty)
        {
            return;
        }

        if (LetterNormalizer.IsLoneLatinI(form) && (_lastWordIsCyrillic || LetterNormalizer.IsBeforeCyrillic(_text, end)))
        {
            form[0] = 'і';
        }

        var kind = KindOf(form);
        if (kind == TokenKind.Word)
        {
            _lastWordIsCyrillic = LetterTable.IsCyrillic(form[0]);
            if (end < _text.Length && _text[end] == '.' && (form.Length == 1 || Abbreviations.PlaceOf(form) is not null))
            {
                Add(form, TokenKind.Abbreviation, WithStop(start, end), position);
                return;
            }
        }

        Add(form, kind, TextSpan.FromBounds(start, end), position);
    }

    private void AddWhole(int start, int end)
    {
        if (end - start > MaxWordLength)
        {
            return;
        }

        Span<char> form = stackalloc char[LetterNormalizer.MaxLength(MaxWordLength)];
        var length = 0;
        for (var i = start; i < end;)
        {
            var partEnd = PartEnd(i);
            length += LetterNormalizer.NormalizeWord(_text[i..partEnd], form[length..], language);
            if (partEnd < end)
            {
                form[length++] = '-';
            }

            i = partEnd + 1;
        }

        Add(form[..length], KindOf(form[..length]), TextSpan.FromBounds(start, end), _position);
    }

    private static TokenKind KindOf(Span<char> form)
    {
        if (form.IndexOfAnyInRange('0', '9') < 0)
        {
            return TokenKind.Word;
        }

        if (form.IndexOfAnyExcept("0123456789-") < 0)
        {
            return TokenKind.Number;
        }

        // 4К and А4 are typed in either alphabet.
        LookAlikes.FoldToLatin(form);
        return TokenKind.Mixed;
    }

    private void Add(scoped ReadOnlySpan<char> form, TokenKind kind, TextSpan span, int position)
    {
        var terms = cache.TermsOf(form, language, kind);
        foreach (var term in terms)
        {
            tokens.Add(new AnalyzedToken(span, position, term.Kind, term.Language, term.Exact, term.Stem));
        }

        if (terms.Length > 1 && kind == TokenKind.Word)
        {
            JoinNumeral(terms, span, position);
        }
    }
}
