namespace Search.Answering.Reading;

/// <summary>What a reading token is made of.</summary>
internal enum TokenShape : byte
{
    /// <summary>Letters, with inner apostrophes and hyphens.</summary>
    Word,

    /// <summary>Digits, grouped or with a decimal mark.</summary>
    Number,

    /// <summary>Digits and letters: <c>40-е</c>, <c>5G</c>, <c>91-гадовая</c>.</summary>
    Mixed,

    /// <summary>One sign.</summary>
    Sign,
}

/// <summary>A word, number or sign of a text that is read for an answer: unlike an index term it keeps signs, capitals and order.</summary>
/// <param name="Start">Offset in the text it was read from.</param>
/// <param name="End">Offset just behind it.</param>
/// <param name="Shape">What it is made of.</param>
/// <param name="Lower">Lower case, apostrophes and ё unified.</param>
/// <param name="Classes">Classes of <see cref="WordLists"/>.</param>
/// <param name="Value">Value of a number, numeral, ordinal, month or magnitude; not a number elsewhere.</param>
/// <param name="IsCapital">Whether the first letter is a capital.</param>
/// <param name="IsUpper">Whether every letter is a capital and there are at least two.</param>
internal readonly record struct ReadingToken(int Start, int End, TokenShape Shape, string Lower, WordClass Classes, double Value, bool IsCapital, bool IsUpper)
{
    /// <summary>Whether the token is of any of the classes.</summary>
    public bool Is(WordClass classes) => (Classes & classes) != 0;

    /// <summary>Whether it begins with any of the texts, lower case.</summary>
    public bool StartsWithAny(string[] starts)
    {
        foreach (var start in starts)
        {
            if (Lower.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is this sign.</summary>
    public bool IsSign(char sign) => Shape == TokenShape.Sign && Lower[0] == sign;

    /// <summary>Whether it stands for content: neither a sign nor a word without content of its own.</summary>
    public bool IsContent => Shape != TokenShape.Sign && !Is(WordClass.Stop);

    /// <summary>The year at the end of a name: 2020 in <c>ТИБО-2020</c>, 2018 in <c>2018-м</c>; otherwise <see langword="null"/>.</summary>
    public int? YearInside => Shape is TokenShape.Word or TokenShape.Mixed && Lower.Length > 5 && YearOf(Lower) is >= 1900 and <= 2100 and var year ? year : null;

    /// <summary>Whether it is a whole number that may name a year.</summary>
    public bool IsYear => Shape == TokenShape.Number && End - Start == 4 && Value is >= 1000 and <= 2100;

    private static int YearOf(string word)
    {
        var digits = word[4] == '-' && char.IsAsciiDigit(word[0]) ? word.AsSpan(0, 4) : word[^5] == '-' ? word.AsSpan(word.Length - 4) : [];
        return digits.Length == 4 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : 0;
    }
}
