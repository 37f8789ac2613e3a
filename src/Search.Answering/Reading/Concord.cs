using Search.Text;

namespace Search.Answering.Reading;

/// <summary>Genders and the number that a Russian or Belarusian word may stand in.</summary>
[Flags]
internal enum Concord : byte
{
    /// <summary>Nothing is known: a word of another language, a number, a sign, a form that tells neither.</summary>
    None = 0,
    Masculine = 1,
    Feminine = 2,
    Neuter = 4,
    Plural = 8,
    Singular = Masculine | Feminine | Neuter,
}

/// <summary>Guesses by endings with what a verb agrees and what a subject asks for: «исполнила» has no masculine subject, «установили» no single one.</summary>
internal static class ConcordGuess
{
    private const Concord M = Concord.Masculine;
    private const Concord F = Concord.Feminine;
    private const Concord N = Concord.Neuter;
    private const Concord P = Concord.Plural;

    // Past tense and short participles tell gender and number, the present number alone.
    private static readonly (string Ending, Concord Concord)[] RussianVerbs = InOrder(
        [("л лся ан ен ян ит", M), ("ла лась ана ена яна ита", F), ("ло лось ано ено яно ито", N), ("ли лись аны ены яны иты", P), ("ет ит ется ится", Concord.Singular), ("ут ют ат ят утся ются атся ятся", P)]);

    private static readonly (string Ending, Concord Concord)[] BelarusianVerbs = InOrder(
        [("ў ўся аны ены", M), ("ла лася ана ена", F), ("ло лося ана ена", N), ("лі ліся аны ены", P), ("ае яе ець іць ыць аецца яецца ецца іцца ыцца", Concord.Singular), ("уць юць аць яць уцца юцца ацца яцца", P)]);

    // Of adjectives and nouns in the nominative.
    private static readonly (string Ending, Concord Concord)[] RussianNames = InOrder(
        [("ый ий ой й", M), ("ая яя", F), ("ое ее", N), ("ые ие", P), ("а я", F | N | P), ("о е", N), ("ы и", P), ("ь", M | F)]);

    private static readonly (string Ending, Concord Concord)[] BelarusianNames = InOrder(
        [("ы і й", M | P), ("ая яя", F), ("ае яе", N), ("ыя ія", P), ("а я", F | N), ("о е", N), ("ь", M | F)]);

    /// <summary>What a verb agrees with; of Belarusian endings that serve two, both.</summary>
    public static Concord OfVerb(ReadingToken token, Language language) => Of(token, language, RussianVerbs, BelarusianVerbs, Concord.None);

    /// <summary>What a noun, a name or an adjective asks of its verb, were it the subject.</summary>
    public static Concord OfSubject(ReadingToken token, Language language) => token.IsUpper ? Concord.None : Of(token, language, RussianNames, BelarusianNames, M);

    private static Concord Of(ReadingToken token, Language language, (string Ending, Concord Concord)[] russian, (string Ending, Concord Concord)[] belarusian, Concord other)
    {
        if (language == Language.English || token.Shape != TokenShape.Word || token.Lower[^1] is < 'а' or > 'ў')
        {
            return Concord.None;
        }

        foreach (var (ending, concord) in language == Language.Belarusian ? belarusian : russian)
        {
            if (token.Lower.EndsWith(ending, StringComparison.Ordinal))
            {
                return concord;
            }
        }

        return other;
    }

    // An ending that stands twice serves both.
    private static (string Ending, Concord Concord)[] InOrder((string Endings, Concord Concord)[] lines) =>
        [.. lines.SelectMany(line => line.Endings.Split(' ').Select(ending => (ending, line.Concord)))
            .GroupBy(item => item.ending)
            .Select(group => (group.Key, group.Aggregate(Concord.None, (all, item) => all | item.Concord)))
            .OrderByDescending(item => item.Key.Length)];
}
