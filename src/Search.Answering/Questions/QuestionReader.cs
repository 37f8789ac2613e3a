using System.Collections.Frozen;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Questions;

/// <summary>Understands what a question asks for: its kind, the type of its answer and its conditions. Pure and the same on every run.</summary>
internal static class QuestionReader
{
    /// <summary>Reads a question.</summary>
    /// <param name="text">The question, mended where it had to be.</param>
    /// <param name="language">Its language.</param>
    /// <param name="reference">The day that "now" and "last year" count from: the archive's newest publication, not the clock.</param>
    public static UnderstoodQuestion Read(string text, Language language, DateOnly reference)
    {
        var tokens = ReadingTokenizer.Read(text, language);
        var tags = PosTagger.Default.Tag(tokens, language);
        var rules = QuestionRules.Of(language);
        var match = SmallTalk.IsOnlySmallTalk(tokens, language) ? null : rules.Match(tokens);
        var frame = new bool[tokens.Count];
        var kind = match?.Kind ?? (EndsAsQuestion(tokens) ? QuestionKind.YesNo : QuestionKind.Keywords);
        var expected = match?.Expected ?? (kind == QuestionKind.YesNo ? AnswerType.YesNo : AnswerType.Any);
        var head = match?.Head ?? -1;
        if (match is not null)
        {
            for (var i = match.Start; i < match.End; i++)
            {
                // The head noun stays content: «место», "percentage" may stand beside the answer.
                frame[i] = i != head && !match.Skipped.Contains(i);
            }

            // «что» and «што» stand alone; "what" may lead a noun.
            if (head < 0 && expected != AnswerType.Clause && (kind is QuestionKind.Which or QuestionKind.HowMany || (kind == QuestionKind.What && language == Language.English)))
            {
                head = HeadAfter(tokens, tags, match, language);
            }
        }

        if (head >= 0 && kind == QuestionKind.When)
        {
            // «на какие даты»: a page says the date, not that it is one.
            frame[head] = true;
        }

        if (head >= 0 && expected is AnswerType.Any)
        {
            expected = rules.TypeOf(tokens[head].Lower);
        }

        if (head >= 0 && kind == QuestionKind.HowMany && tokens[head].Is(WordClass.Currency))
        {
            (kind, expected) = (QuestionKind.HowMuch, AnswerType.Money);
        }

        if (!tokens.Any(token => token.IsContent) || SmallTalk.IsOnlySmallTalk(tokens, language))
        {
            kind = QuestionKind.NotAQuestion;
        }

        var lists = WordLists.Of(language);
        var time = TimeReader.Read(tokens, lists, reference);
        return new UnderstoodQuestion(
            text,
            language,
            kind,
            expected,
            tokens,
            tags,
            frame,
            head,
            time,
            NumbersIn(tokens, time),
            NamesIn(text, tokens, frame),
            tokens.Any(token => token.Is(WordClass.Negation)),
            tokens.Any(token => lists.IsSuperlative(token.Lower)),
            kind == QuestionKind.List || (kind is QuestionKind.Which or QuestionKind.What && match is not null && AsksForSeveral(tokens, match, head, language)));
    }

    private static bool EndsAsQuestion(List<ReadingToken> tokens) => tokens.Count > 0 && tokens[^1].IsSign('?');

    // «какой город»: the first noun after the question word; "which street problem did": the last noun of the run; "what is the capital of": the noun after the copula.
    private static int HeadAfter(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, RuleMatch match, Language language) =>
        language == Language.English ? EnglishHead(tokens, tags, match) : SlavicHead(tokens, tags, match);

    private static int EnglishHead(IReadOnlyList<ReadingToken> tokens, PartOfSpeech[] tags, RuleMatch match)
    {
        var start = match.End;
        var hasCopula = start < tokens.Count && tokens[start].Is(WordClass.Auxiliary);
        if (hasCopula && tokens[start].Lower is not ("is" or "are" or "was" or "were"))
        {
            // "What did the growers want": what follows does something, and is not asked for.
            return -1;
        }

        var head = -1;
        for (var at = hasCopula ? start + 1 : start; at < Math.Min(tokens.Count, start + HeadReach); at++)
        {
            var token = tokens[at];
            if (head < 0 && (token.Is(WordClass.Article | WordClass.Particle) || tags[at] is PartOfSpeech.Adverb))
            {
                continue;
            }

            if (IsBorder(token))
            {
                break;
            }

            // "By how many places": behind "how many" stands what is counted, whatever the tagger makes of it.
            var isCounted = match.Kind == QuestionKind.HowMany && at == start;
            var isVerb = tags[at] is PartOfSpeech.Verb || (head >= 0 && token.Lower.EndsWith("ed", StringComparison.Ordinal));
            if (!isCounted && (isVerb || (head == at - 1 && !hasCopula && ActsAsVerb(tokens, at))))
            {
                // "What was the building used for".
                return hasCopula ? -1 : head;
            }

            head = isCounted || tags[at] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun ? at : head;
        }

        return head;
    }

    // "Which product pays no duty": behind a noun in the singular a word in -s before what only an object or a place begins with.
    private static bool ActsAsVerb(IReadOnlyList<ReadingToken> tokens, int at) =>
        tokens[at].Lower is [.., not 's', 's'] && tokens[at - 1].Lower is not [.., 's']
        && at + 1 < tokens.Count && (tokens[at + 1].Is(WordClass.Article | WordClass.Negation | WordClass.Pronoun) || tokens[at + 1].Shape == TokenShape.Number || tokens[at + 1].Lower is "most" or "best" or "first" or "north" or "south" or "east" or "west");

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

    private static readonly string[] VerbEndings = ["л", "ла", "ло", "ли", "лась", "лось", "лись", "лся", "ет", "ёт", "ит", "ют", "ут", "ат", "ят", "ть", "ется", "ится", "тся", "ў", "лі", "лася", "лося", "ліся", "ўся", "ць", "цца", "уе", "ае", "яе"];

    private static readonly string[] Adverbs = ["именно", "примерно", "приблизительно", "всего", "ещё", "еще", "обычно", "сейчас", "теперь", "тогда", "сегодня", "раньше", "ранее", "сначала", "менавіта", "прыкладна", "усяго", "ўсяго", "яшчэ", "звычайна", "цяпер", "зараз", "тады", "сёння", "раней", "спачатку"];

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

    // "какие страны", "which countries": the question word or its noun stands in the plural.
    private static bool AsksForSeveral(IReadOnlyList<ReadingToken> tokens, RuleMatch match, int head, Language language)
    {
        var word = tokens[match.Start].Lower;
        return language switch
        {
            Language.English => head >= 0 && tokens[head].Lower is [.., not 's', 's'] && !tokens[head].Lower.EndsWith("us", StringComparison.Ordinal) && !tokens[head].Lower.EndsWith("is", StringComparison.Ordinal),
            Language.Belarusian => word is "якія" or "якіх" or "якімі",
            _ => word is "какие" or "каких" or "какими" or "каковы",
        };
    }

    private static List<double> NumbersIn(IReadOnlyList<ReadingToken> tokens, TimeCondition time)
    {
        var numbers = new List<double>();
        foreach (var token in tokens)
        {
            var isNumber = token.Shape is TokenShape.Number || (token.Is(WordClass.Ordinal) && !double.IsNaN(token.Value));
            if (isNumber && !double.IsNaN(token.Value) && !time.Years.Contains((int)token.Value) && token.Value != time.Day)
            {
                numbers.Add(token.Value);
            }
        }

        return numbers;
    }

    // Runs of capitalised words behind the first word, and what stands in quotes.
    private static List<TextSpan> NamesIn(string text, IReadOnlyList<ReadingToken> tokens, bool[] frame)
    {
        var names = new List<TextSpan>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsSign('«') || tokens[i].IsSign('“') || tokens[i].IsSign('„') || tokens[i].IsSign('"'))
            {
                var close = i + 1;
                while (close < tokens.Count && !(tokens[close].IsSign('»') || tokens[close].IsSign('”') || tokens[close].IsSign('“') || tokens[close].IsSign('"')))
                {
                    close++;
                }

                if (close < tokens.Count && close > i + 1)
                {
                    names.Add(TextSpan.FromBounds(tokens[i + 1].Start, tokens[close - 1].End));
                    i = close;
                }
            }
            else if (tokens[i].IsCapital && (i > 0 || tokens[i].IsUpper) && !frame[i] && !tokens[i].Is(WordClass.Month | WordClass.Stop) && !IsSentenceStart(text, tokens, i))
            {
                var end = i + 1;
                while (end < tokens.Count && tokens[end].IsCapital && !tokens[end].Is(WordClass.Month))
                {
                    end++;
                }

                names.Add(TextSpan.FromBounds(tokens[i].Start, tokens[end - 1].End));
                i = end - 1;
            }
        }

        return names;
    }

    private static bool IsSentenceStart(string text, IReadOnlyList<ReadingToken> tokens, int i) =>
        i > 0 && tokens[i - 1].Shape == TokenShape.Sign && text[tokens[i - 1].Start] is '.' or '!' or '?';
}
