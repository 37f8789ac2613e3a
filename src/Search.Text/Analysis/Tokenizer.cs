namespace Search.Text.Analysis;

/// <summary>One pass over one text: finds where tokens begin and end and adds their terms.</summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text, Language language, TermCache cache, List<AnalyzedToken> tokens)
{
    /// <summary>Longer than any word; what is longer is read in pieces of this length, so that memory stays bounded.</summary>
    private const int MaxWordLength = 200;

    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private bool _lastWordIsCyrillic;

    public void Run()
    {
        for (var i = 0; i < _text.Length;)
        {
            var kind = LetterTable.ClassOf(_text[i]);
            i = (kind & (LetterClass.Letter | LetterClass.Digit)) != 0 ? ReadRun(i) : i + 1;
        }
    }

    /// <summary>Reads letters and digits with inner hyphens from <paramref name="start"/> and returns where they end.</summary>
    private int ReadRun(int start)
    {
        var end = PartEnd(start);
        if (!IsJoint(end))
        {
            AddPart(start, end, _position++);
            return end;
        }

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

    private void AddPart(int start, int end, int position)
    {
        Span<char> form = stackalloc char[LetterNormalizer.MaxLength(MaxWordLength)];
        var length = LetterNormalizer.NormalizeWord(_text[start..end], form, language);
        if (length == 0)
        {
            return;
        }

        var kind = KindOf(form[..length]);
        if (LetterNormalizer.IsLoneLatinI(form[..length]) && (_lastWordIsCyrillic || LetterNormalizer.IsBeforeCyrillic(_text, end)))
        {
            form[0] = 'і';
        }

        if (kind == TokenKind.Word)
        {
            _lastWordIsCyrillic = LetterTable.IsCyrillic(form[0]);
        }

        Add(form[..length], kind, TextSpan.FromBounds(start, end), position);
    }

    private readonly void AddWhole(int start, int end)
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

    private static TokenKind KindOf(ReadOnlySpan<char> form)
    {
        if (form.IndexOfAnyInRange('0', '9') < 0)
        {
            return TokenKind.Word;
        }

        return form.IndexOfAnyExceptInRange('0', '9') < 0 ? TokenKind.Number : TokenKind.Mixed;
    }

    private readonly void Add(ReadOnlySpan<char> form, TokenKind kind, TextSpan span, int position)
    {
        foreach (var term in cache.TermsOf(form, language, kind))
        {
            tokens.Add(new AnalyzedToken(span, position, term.Kind, term.Language, term.Exact, term.Stem));
        }
    }
}
