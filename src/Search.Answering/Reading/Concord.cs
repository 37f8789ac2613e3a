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
    private static readonly EndingTable<Concord> Verbs = new(
        [("л лся ан ен ян", M), ("ла лась ана ена яна ита", F), ("ло лось ано ено яно ито", N), ("ли лись аны ены яны иты", P), ("ет ит ется ится", Concord.Singular), ("ут ют ат ят утся ются атся ятся", P)],
        [("ў ўся", M), ("ла лася", F), ("ло лося", N), ("лі ліся", P), ("ана ена", F | N), ("аны ены", M | P), ("ае яе ець іць ыць аецца яецца ецца іцца ыцца", Concord.Singular), ("уць юць аць яць уцца юцца ацца яцца", P)],
        Concord.None);

    // Of adjectives and nouns in the nominative.
    private static readonly EndingTable<Concord> Names = new(
        [("ый ий ой й", M), ("ая яя", F), ("ое ее", N), ("ые ие", P), ("а я", F | N | P), ("о е", N), ("ы и", P), ("ь", M | F)],
        [("ы і й", M | P), ("ая яя", F), ("ае яе", N), ("ыя ія", P), ("а я", F | N), ("о е", N), ("ь", M | F)],
        M);

    /// <summary>What a verb agrees with; of Belarusian endings that serve two, both.</summary>
    public static Concord OfVerb(ReadingToken token, Language language) => Verbs.Of(token, language);

    /// <summary>What a noun, a name or an adjective asks of its verb, were it the subject.</summary>
    public static Concord OfSubject(ReadingToken token, Language language) => token.IsUpper ? Concord.None : Names.Of(token, language);
}
