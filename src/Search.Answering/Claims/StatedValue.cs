using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Claims;

/// <summary>What a number is in its sentence: values of different roles are never compared.</summary>
internal enum ValueRole : byte
{
    /// <summary>A place in an order.</summary>
    Rank,

    /// <summary>A share of a hundred.</summary>
    Percent,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A measure with its unit.</summary>
    Measure,

    /// <summary>A span of time.</summary>
    Duration,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>The number of something in a row: the 11th survey.</summary>
    Ordinal,

    /// <summary>A day or a month.</summary>
    Date,
}

/// <summary>A value with its role.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Value">The number; not a number for dates.</param>
/// <param name="Unit">One name of the unit for all languages; empty where there is none or it is a counted noun.</param>
/// <param name="Typed">Where it stands.</param>
internal sealed record StatedValue(ValueRole Role, double Value, string Unit, TypedValue Typed)
{
    // What is counted may stand behind adjectives.
    private const int NounReach = 3;

    /// <summary>The values of a sentence that a claim could be about; years alone and phones are none.</summary>
    /// <param name="tokens">Tokens.</param>
    /// <param name="values">Values found among them.</param>
    public static List<StatedValue> Read(IReadOnlyList<ReadingToken> tokens, IEnumerable<TypedValue> values) =>
        [.. values.Select(value => Of(tokens, value)).OfType<StatedValue>()];

    /// <summary>The value as the page writes it.</summary>
    public string Words(EvidenceSentence sentence) => sentence.Passage.Text[sentence.Passage.Tokens[Typed.First].Start..sentence.Passage.Tokens[Typed.End - 1].End];

    /// <summary>Tokens that may name what is counted, first to last: those just behind the number.</summary>
    public IEnumerable<int> NounPlaces(int end) => Enumerable.Range(Typed.Core, Math.Max(0, Math.Min(NounReach, end - Typed.Core)));

    private static StatedValue? Of(IReadOnlyList<ReadingToken> tokens, TypedValue value)
    {
        // 5G and e-government are names, no numbers.
        var head = tokens[value.First];
        if (value.Type == AnswerType.Number && (head.Shape == TokenShape.Mixed || (head.Shape == TokenShape.Word && !head.Is(WordClass.Numeral | WordClass.Magnitude))))
        {
            return null;
        }

        switch (value.Type)
        {
            case AnswerType.Percent:
                return new StatedValue(ValueRole.Percent, value.Value, "", value);
            case AnswerType.Money:
                return new StatedValue(ValueRole.Money, value.Value, Units.Of(value.Unit), value);
            case AnswerType.Duration:
                return new StatedValue(ValueRole.Duration, value.Value, Units.Of(value.Unit), value);
            case AnswerType.Quantity:
                var unit = Units.Of(value.Unit);
                return new StatedValue(unit == "person" ? ValueRole.Count : ValueRole.Measure, value.Value, unit.Length > 0 ? unit : value.Unit, value);
            case AnswerType.Ordinal:
                return new StatedValue(IsRank(tokens, value) ? ValueRole.Rank : ValueRole.Ordinal, value.Value, "", value);
            case AnswerType.Number when IsBehindPlace(tokens, value) || (Units.Of(value.Unit) == Units.Place && !Units.IsSeveralPlaces(value.Unit)):
                return new StatedValue(ValueRole.Rank, value.Value, "", value);
            case AnswerType.Number:
                var counted = Units.Of(value.Unit);
                return counted is "" or "person" ? new StatedValue(ValueRole.Count, value.Value, "", value) : new StatedValue(ValueRole.Measure, value.Value, counted, value);
            case AnswerType.Date when value.Date is not null:
                return new StatedValue(ValueRole.Date, double.NaN, "", value);
            default:
                return null;
        }
    }

    // 40-е место, заняла 40-е, ranked 40th, «стала 38-й», but not the 11th survey or the 76th session.
    private static bool IsRank(IReadOnlyList<ReadingToken> tokens, TypedValue value)
    {
        if (value.End < tokens.Count && Units.Of(tokens[value.End].Lower) == Units.Place)
        {
            return true;
        }

        var isBeforeNoun = value.End < tokens.Count && tokens[value.End].Shape == TokenShape.Word && tokens[value.End].IsContent && !tokens[value.End].Is(WordClass.AnyPreposition | WordClass.Conjunction);
        return IsBehindPlace(tokens, value) || (!isBeforeNoun && value.Value > 1 && tokens[value.First].Shape != TokenShape.Word);
    }

    private static bool IsBehindPlace(IReadOnlyList<ReadingToken> tokens, TypedValue value)
    {
        // "its position rose by 13" tells a difference.
        if (value.First > 0 && tokens[value.First - 1].Lower is "by" or "up" or "down" or "на")
        {
            return false;
        }

        for (var i = value.First - 1; i >= Math.Max(0, value.First - 3) && tokens[i].Shape == TokenShape.Word; i--)
        {
            if (Units.Of(tokens[i].Lower) == Units.Place && !Units.IsSeveralPlaces(tokens[i].Lower))
            {
                return true;
            }
        }

        return false;
    }
}
