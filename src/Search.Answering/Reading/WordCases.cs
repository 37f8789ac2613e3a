using System.Collections.Frozen;
using Search.Text;

namespace Search.Answering.Reading;

/// <summary>Cases that a Russian or Belarusian word may stand in.</summary>
[Flags]
internal enum WordCases : byte
{
    /// <summary>Nothing is known: a word of another language, an abbreviation, a number, a sign.</summary>
    None = 0,
    Nominative = 1,
    Genitive = 2,
    Dative = 4,
    Accusative = 8,
    Instrumental = 16,
    Prepositional = 32,
}

/// <summary>Guesses cases by endings alone: most endings serve several, and an answer agrees with its question in one of them («чем» – «пером», «кого» – «министра»).</summary>
internal static class CaseGuess
{
    private const WordCases N = WordCases.Nominative;
    private const WordCases G = WordCases.Genitive;
    private const WordCases D = WordCases.Dative;
    private const WordCases A = WordCases.Accusative;
    private const WordCases I = WordCases.Instrumental;
    private const WordCases P = WordCases.Prepositional;

    // Endings of nouns and adjectives; a word with none of them ends in a consonant.
    private static readonly EndingTable<WordCases> Table = new(
        [("ыми ими ами ями ьми ью ией", I), ("ого его", G | A), ("ому ему ам ям", D), ("ый", N | A), ("ий", N | A | G), ("ая яя", N), ("ую юю", A), ("ое ее ые ие о", N | A), ("ых их", G | P | A), ("ым им", I | D), ("ой ей", G | D | I | P), ("ах ях", P), ("ов ев", G | A), ("ом ем", I | P), ("а я", N | G | A), ("ы и", N | G | A | D | P), ("у ю", A | D | P), ("е", D | P | N | A)],
        [("ымі імі амі ямі", I), ("ага яга ога", G | A), ("аму яму ому", D), ("ая яя", N), ("ую юю", A), ("ое ае яе ыя ія о", N | A), ("ых іх", G | P | A), ("ым ім", I | P | D), ("ай яй ой ей", G | D | I | P), ("ах ях", P), ("ам ям ом ем", D | I), ("аў яў оў еў", G | A), ("а я", N | G | A), ("ы і", N | G | A | D | P), ("у", G | A | D | P), ("ю", A | D | I), ("е", D | P)],
        N | A);

    private static readonly FrozenDictionary<string, WordCases> QuestionWords = new (string Words, WordCases Cases)[]
    {
        ("кто хто", N), ("что што", N | A), ("кого каго", G | A), ("чего чаго", G), ("кому чему каму", D), ("кем чем кім", I), ("ком", P), ("чым", I | P),
        ("какой", N | A | G | D | I | P), ("какая якая", N), ("какое якое", N | A), ("какую якую", A), ("какого якога", G | A), ("какому якому", D), ("каким", I | D), ("каком", P),
        ("какие якія", N | A), ("каких якіх", G | P | A), ("какими якімі", I), ("які", N | A), ("якім", I | P | D), ("якой", G | D | I | P),
    }.SelectMany(line => line.Words.Split(' ').Select(word => (word, line.Cases))).ToFrozenDictionary(item => item.word, item => item.Cases, StringComparer.Ordinal);

    /// <summary>Cases of a word of a text; none for a word of no content.</summary>
    public static WordCases Of(ReadingToken token, Language language) => token.IsUpper || !token.IsContent ? WordCases.None : Table.Of(token, language);

    /// <summary>Cases that a question word asks for; none for other words.</summary>
    public static WordCases OfQuestionWord(string word) => QuestionWords.GetValueOrDefault(word);
}
