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
        match = BehindClause(tokens, rules, match, language) ?? match;
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
                head = HeadNoun.Find(tokens, tags, match, language);
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
        else if (kind is QuestionKind.Which or QuestionKind.What && expected is AnswerType.Number or AnswerType.Money or AnswerType.Percent or AnswerType.Quantity or AnswerType.Duration)
        {
            // "What is the price": the noun asks how much.
            kind = QuestionKind.HowMuch;
        }

        if (!tokens.Any(token => token.IsContent) || SmallTalk.IsOnlySmallTalk(tokens, language))
        {
            kind = QuestionKind.NotAQuestion;
        }

        var lists = WordLists.Of(language);
        var time = TimeReader.Read(tokens, lists, reference);
        var question = new UnderstoodQuestion(
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

        // "Who is the minister" asks who is so now.
        return question.AsksForHead && question.IsOfPresent ? question with { Time = time with { Relation = TimeRelation.Now } } : question;
    }

    // "When the king died, what did the court do": the clause in front sets the time and asks nothing.
    private static RuleMatch? BehindClause(List<ReadingToken> tokens, QuestionRules rules, RuleMatch? match, Language language)
    {
        if (match is not { Kind: QuestionKind.When, Head: < 0 } || match.End >= tokens.Count || tokens.Take(match.Start).Any(token => token.IsContent) || tokens[match.End].Is(WordClass.Auxiliary))
        {
            return null;
        }

        var comma = tokens.FindIndex(match.End, token => token.IsSign(','));
        var main = comma < 0 ? null : rules.Match(tokens, comma + 1);

        // Behind a comma «кто», «который» and «які» may stand for the noun before it.
        var isAsked = main is not null && (language == Language.English || main.Kind is QuestionKind.HowMany or QuestionKind.HowMuch or QuestionKind.Rank || tokens[main.Start].StartsWithAny(Asking));
        return isAsked && main!.Start <= comma + 2 ? main : null;
    }

    private static readonly string[] Asking = ["какой", "какая", "какое", "какие", "каков"];

    private static bool EndsAsQuestion(List<ReadingToken> tokens) => tokens.Count > 0 && tokens[^1].IsSign('?');

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
