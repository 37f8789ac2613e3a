using System.Collections.Frozen;
using Search.Answering.Questions;
using Search.Answering.Reading;

namespace Search.Answering.Extraction;

/// <summary>Finds people, organisations, places and quoted titles by capitals, quotes and the nouns beside them.</summary>
internal static class NameFinder
{
    /// <summary>Adds the names of a sentence to its values.</summary>
    public static void Find(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int first, int end, List<TypedValue> values)
    {
        for (var at = first; at < end; at++)
        {
            var token = tokens[at];
            if (IsOpening(token) && Closing(tokens, at, end) is var close && close > at + 1)
            {
                AddQuoted(tokens, first, at, close, values);
                at = close;
            }
            else if (StartsName(tokens, tags, first, at))
            {
                var next = StartOfPerson(tokens, first, at, EndOfName(tokens, at, end));
                values.Add(new TypedValue(TypeOf(tokens, tags, first, at, next), at, next, double.NaN, "", null, next));
                at = next - 1;
            }
        }
    }

    private static void AddQuoted(IReadOnlyList<ReadingToken> tokens, int first, int open, int close, List<TypedValue> values)
    {
        values.Add(new TypedValue(AnswerType.Name, open, close + 1, double.NaN, "", null, close + 1));
        if (open > first && tokens[open - 1].Is(WordClass.Organisation))
        {
            values.Add(new TypedValue(AnswerType.Organisation, open - 1, close + 1, double.NaN, tokens[open - 1].Lower, null, close + 1));
        }
    }

    // The first word of a sentence has its capital anyway: it counts where it is tagged a name or another capital follows.
    private static bool StartsName(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int first, int at)
    {
        var token = tokens[at];
        if (!token.IsCapital || token.Shape != TokenShape.Word || token.Is(WordClass.Month | WordClass.Weekday))
        {
            return false;
        }

        return at > first
            ? !token.Is(WordClass.Stop) || token.IsUpper
            : token.IsUpper || tags[at] == PartOfSpeech.ProperNoun || (at + 1 < tokens.Count && tokens[at + 1].IsCapital && tokens[at + 1].Start == token.End + 1 && !token.Is(WordClass.Stop));
    }

    private static int EndOfName(IReadOnlyList<ReadingToken> tokens, int at, int end)
    {
        var next = at + 1;
        while (next < end)
        {
            var token = tokens[next];
            var initial = token.IsSign('.') && tokens[next - 1].End - tokens[next - 1].Start == 1 && next + 1 < end && tokens[next + 1].IsCapital;
            var joined = EndOfParticles(tokens, next, end) is var name && name > next && tokens[name].IsCapital;
            var capital = token.IsCapital && token.Shape == TokenShape.Word && !token.Is(WordClass.Month);
            if (!initial && !joined && !capital)
            {
                break;
            }

            next = joined ? name : next + 1;
        }

        return next;
    }

    // «Министр связи Республики Беларусь | Виктор Ольховик», "Minister of Communications and Informatization | Dzianis Haurylik": behind an office the name of a country or, in English,
    // of what the office is for runs into the person's. The end of the first name.
    private static int StartOfPerson(IReadOnlyList<ReadingToken> tokens, int first, int at, int end)
    {
        const int OfficeReach = 8;
        const int LongestPerson = 3;
        var office = at;
        while (office > Math.Max(first, at - OfficeReach) && !tokens[office].Is(WordClass.Role) && !tokens[office].IsSign(','))
        {
            office--;
        }

        if (office == at || !tokens[office].Is(WordClass.Role))
        {
            return end;
        }

        for (var country = end - 3; country >= Math.Max(at, end - 1 - LongestPerson); country--)
        {
            if (CountryNames.IsAny(tokens[country].Lower))
            {
                return country + 1;
            }
        }

        return end - at == LongestPerson && at - office > 2 && tokens[office + 1].Lower == "of" && tokens[at - 1].Lower == "and" ? at + 1 : end;
    }

    // "de la" of "Charles de la Cruz", «фон» of «Отто фон Герике»: small words inside a name, two at most.
    private static int EndOfParticles(IReadOnlyList<ReadingToken> tokens, int at, int end)
    {
        var next = at;
        while (next < at + 2 && next + 1 < end && Particles.Contains(tokens[next].Lower) && !tokens[next].IsCapital)
        {
            next++;
        }

        return next;
    }

    private static readonly FrozenSet<string> Particles =
        "of de del della der den van von da das di dos du la le al el ibn bin ben ter zu де дель делла дер ден ван вон фон дас ди дос дю ла ле аль эль ибн бин бен тер цу".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static AnswerType TypeOf(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int first, int at, int end)
    {
        var before = at > first ? tokens[at - 1] : default;
        for (var i = at; i < end; i++)
        {
            if (tokens[i].Is(WordClass.Organisation))
            {
                return AnswerType.Organisation;
            }

            if (tokens[i].Is(WordClass.Place))
            {
                return AnswerType.Place;
            }
        }

        if (end == at + 1 && CountryNames.IsAny(tokens[at].Lower))
        {
            return AnswerType.Place;
        }

        if (at > first && before.Is(WordClass.Role))
        {
            return AnswerType.Person;
        }

        // «Азербайджанской Республики Эльчин Гараев».
        var isPerson = Enumerable.Range(at, end - at).Count(i => tokens[i].IsCapital) is 2 or 3;
        if (at > first && before.Is(WordClass.Place | WordClass.PrepositionIn) && !(isPerson && before.IsCapital && CountryNames.IsAny(before.Lower)))
        {
            return AnswerType.Place;
        }

        if (tokens[at].IsUpper && end == at + 1)
        {
            return AnswerType.Organisation;
        }

        return isPerson ? AnswerType.Person : AnswerType.Name;
    }

    private static bool IsOpening(ReadingToken token) => token.Shape == TokenShape.Sign && token.Lower is "«" or "„" or "“" or "\"";

    private static int Closing(IReadOnlyList<ReadingToken> tokens, int open, int end)
    {
        // A quote longer than this is speech, not a title.
        const int MaxTitle = 14;
        for (var i = open + 1; i < end && i <= open + MaxTitle; i++)
        {
            if (tokens[i].Lower is "»" or "”" || (tokens[i].Lower is "“" or "\"" && i > open + 1))
            {
                return i;
            }
        }

        return -1;
    }
}
