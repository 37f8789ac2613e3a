using System.Collections.Frozen;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Questions;

/// <summary>Finds the noun that names what is asked for: the city of "which city".</summary>
internal static class HeadNoun
{
    /// <summary>«какой город»: the first noun after the question word; "which street problem did": the last noun of the run; "what is the capital of": the noun after the copula.</summary>
    /// <param name="tokens">Tokens of the question.</param>
    /// <param name="tags">Their parts of speech.</param>
    /// <param name="match">Where its question word stands.</param>
    /// <param name="language">Its language.</param>
    /// <returns>The token's place, or −1 where nothing names what is asked for.</returns>
    public static int Find(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, RuleMatch match, Language language) =>
        language == Language.English ? EnglishHead(tokens, tags, match) : SlavicHead(tokens, tags, match);

    private static int EnglishHead(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, RuleMatch match)
    {
        // "What's" is read as three tokens.
        var start = match.End + 1 < tokens.Count && tokens[match.End].Shape == TokenShape.Sign && tokens[match.End + 1].Lower == "s" ? match.End + 1 : match.End;
        var hasCopula = start > match.End || (start < tokens.Count && tokens[start].Is(WordClass.Auxiliary));
        if (hasCopula && start == match.End && tokens[start].Lower is not ("is" or "are" or "was" or "were"))
        {
            // "What did the growers want": what follows does something, and is not asked for.
            return -1;
        }

        var head = -1;
        var end = Math.Min(tokens.Count, start + HeadReach);
        for (var at = hasCopula ? start + 1 : start; at < end; at++)
        {
            var token = tokens[at];
            if (hasCopula && IsPossessor(tokens, at))
            {
                // "What was the company's turnover": what belongs to it is asked for.
                head = -1;
                at += 2;
                end = Math.Min(tokens.Count, end + 3);
                continue;
            }

            if (head < 0 && (token.Is(WordClass.Article | WordClass.Particle | WordClass.Numeral) || token.Shape == TokenShape.Number || tags[at] is PartOfSpeech.Adverb))
            {
                continue;
            }

            if (IsBorder(token))
            {
                break;
            }

            // "By how many places": behind "how many" stands what is counted, whatever the tagger makes of it.
            var isCounted = match.Kind == QuestionKind.HowMany && at == start;

            // So is "the fine" or "the rate" a noun: it names a type. "Which colony was": what stands before the verb is one, too.
            var isNoun = NamesType(token) || (!hasCopula && at + 1 < tokens.Count && IsBeforeVerb(tokens, tags, at, head));
            var isVerb = !isNoun && (tags[at] is PartOfSpeech.Verb || (head >= 0 && token.Lower.EndsWith("ed", StringComparison.Ordinal)));
            if (isVerb && (hasCopula ? IsParticiple(token.Lower) && at + 1 < tokens.Count && IsNamed(tokens, tags, at + 1) : head < 0 && token.Lower.EndsWith("ing", StringComparison.Ordinal)))
            {
                // "which governing body", "what is the total planned funding"
                continue;
            }

            if (!isCounted && (isVerb || (head == at - 1 && !hasCopula && ActsAsVerb(tokens, at))))
            {
                // "What was the building used for".
                return hasCopula ? -1 : head;
            }

            head = isCounted || isNoun || tags[at] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun ? at : head;
        }

        return head;
    }

    private static bool IsParticiple(string word) => word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal);

    private static bool IsNamed(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int at) =>
        !IsBorder(tokens[at]) && (tags[at] is PartOfSpeech.Noun || NamesType(tokens[at]));

    private static bool NamesType(ReadingToken token) => QuestionRules.Of(Language.English).TypeOf(token.Lower) != AnswerType.Any;

    // "Which colony was", "what principle highlights the"; no adverb, and none of "how many times more did".
    private static bool IsBeforeVerb(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int at, int head) =>
        (tokens[at + 1].Is(WordClass.Auxiliary) && (head < 0 || head == at - 1) && tags[at] is not PartOfSpeech.Adverb && tokens[at].Lower is not ("more" or "less" or "much" or "else"))
        || (head < 0 && ActsAsVerb(tokens, at + 1));

    // Read as three tokens: "Tesla", the apostrophe, "s".
    private static bool IsPossessor(IReadOnlyList<ReadingToken> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at + 1].Shape == TokenShape.Sign && tokens[at + 2].Lower == "s" && tokens[at + 1].End == tokens[at + 2].Start;

    // "Which product pays no duty": behind a noun in the singular a word in -s before what only an object or a place begins with.
    private static bool ActsAsVerb(IReadOnlyList<ReadingToken> tokens, int at) =>
        tokens[at].Lower is [.., not 's', 's'] && tokens[at - 1].Lower is not [.., 's']
        && at + 1 < tokens.Count && (tokens[at + 1].Is(WordClass.Article | WordClass.Negation | WordClass.Pronoun) || tokens[at + 1].Shape == TokenShape.Number || tokens[at + 1].Lower is "place" or "most" or "best" or "first" or "north" or "south" or "east" or "west");

    private static int SlavicHead(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, RuleMatch match)
    {
        var hasCopula = match.End < tokens.Count && tokens[match.End].Is(WordClass.Auxiliary);
        var at = hasCopula ? match.End + 1 : match.End;
        var isOfSeveral = at < tokens.Count && tokens[at].Lower is "из" or "з" or "са" or "со";
        at += isOfSeveral ? 1 : 0;
        var endings = isOfSeveral || match.Kind == QuestionKind.HowMany ? OfSeveral : Endings.GetValueOrDefault(tokens[hasCopula ? match.End : match.End - 1].Lower, AnyEnding);
        var start = at;
        for (; at < Math.Min(tokens.Count, start + HeadReach); at++)
        {
            var token = tokens[at];
            if (token.Is(WordClass.Particle) || Array.IndexOf(Adverbs, token.Lower) >= 0)
            {
                continue;
            }

            if (IsBorder(token))
            {
                return -1;
            }

            if (token.Is(WordClass.Numeral))
            {
                // «какие два руководящих органа»
                endings = OfSeveral;
                continue;
            }

            if (token.Shape == TokenShape.Word && !IsAdjectiveBeforeNoun(tokens, tags, at, endings))
            {
                // «какой» never leads a verb, whatever the tagger says; «сколько летел голубь» does.
                return tags[at] is PartOfSpeech.Verb && EndsAsVerb(token.Lower) && (at > start || match.Kind == QuestionKind.HowMany) ? -1 : at;
            }
        }

        return -1;
    }

    // How far the noun may stand behind the question word.
    private const int HeadReach = 6;

    private static bool IsBorder(ReadingToken token) =>
        token.Shape == TokenShape.Sign || token.Is(WordClass.AnyPreposition | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Article);

    // An adjective agrees with the question word: «каким крупным комбинатом», «якая новая арганізацыя».
    private static bool IsAdjectiveBeforeNoun(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, int at, string[] endings)
    {
        if (at + 1 >= tokens.Count || !tokens[at + 1].IsContent || (tags[at + 1] == PartOfSpeech.Verb && EndsAsVerb(tokens[at + 1].Lower)))
        {
            return false;
        }

        var word = tokens[at].Lower;
        return Array.Exists(endings, ending => word.EndsWith(ending, StringComparison.Ordinal)) && !Array.Exists(NounEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));
    }

    private static bool EndsAsVerb(string word) => Array.Exists(VerbEndings, ending => word.EndsWith(ending, StringComparison.Ordinal));

    // Nouns that end as adjectives do: «предприятие», «решение», «музей», «герой», «критерий».
    private static readonly string[] NounEndings = ["ание", "ение", "яние", "тие", "вие", "узей", "герой", "строй", "слой", "покой", "арий", "орий", "ерий", "адий"];

    private static readonly string[] VerbEndings = ["л", "ла", "ло", "ли", "лась", "лось", "лись", "лся", "ет", "ит", "ют", "ут", "ат", "ят", "ть", "ется", "ится", "тся", "ў", "лі", "лася", "лося", "ліся", "ўся", "ць", "цца", "уе", "ае", "яе"];

    private static readonly string[] Adverbs = ["именно", "примерно", "приблизительно", "всего", "еще", "обычно", "сейчас", "теперь", "тогда", "сегодня", "раньше", "ранее", "сначала", "менавіта", "прыкладна", "усяго", "ўсяго", "яшчэ", "звычайна", "цяпер", "зараз", "тады", "раней", "спачатку"];

    private static readonly string[] AnyEnding = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ую", "юю", "ого", "его", "ому", "ему", "ым", "им", "ые", "ие", "ых", "их", "ыя", "ія", "ага", "яга", "аму", "яму", "ай", "яй", "ом", "ем"];

    private static readonly string[] OfSeveral = ["ых", "их", "іх", "ым", "им", "ім"];

    // Endings of adjectives by the form of the question word, or of the copula behind it: «каким был средний размер».
    private static readonly FrozenDictionary<string, string[]> Endings = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["какой"] = ["ый", "ий", "ой", "шей", "щей", "жей", "ней", "чей"],
        ["какая"] = ["ая", "яя"],
        ["какое"] = ["ое", "ее"],
        ["какую"] = ["ую", "юю"],
        ["какого"] = ["ого", "его"],
        ["какому"] = ["ому", "ему"],
        ["каким"] = ["ым", "им"],
        ["каком"] = ["ом", "ем"],
        ["какие"] = ["ые", "ие"],
        ["каких"] = ["ых", "их"],
        ["какими"] = ["ыми", "ими"],
        ["які"] = ["ы", "і"],
        ["якая"] = ["ая", "яя"],
        ["якое"] = ["ое", "ае", "яе"],
        ["якую"] = ["ую", "юю"],
        ["якога"] = ["ога", "ага", "яга"],
        ["якому"] = ["ому", "аму", "яму"],
        ["якім"] = ["ым", "ім"],
        ["якой"] = ["ой", "ай", "яй"],
        ["якія"] = ["ыя", "ія"],
        ["якіх"] = ["ых", "іх"],
        ["якімі"] = ["ымі", "імі"],
        ["был"] = ["ый", "ий", "ой"],
        ["была"] = ["ая", "яя"],
        ["было"] = ["ое", "ее", "ае", "яе"],
        ["были"] = ["ые", "ие"],
        ["быў"] = ["ы", "і"],
        ["былі"] = ["ыя", "ія"],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
