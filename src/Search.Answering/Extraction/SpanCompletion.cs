using System.Collections.Frozen;
using Search.Answering.Claims;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Extraction;

/// <summary>Widens a chosen span to the whole of what it is a part of: a range of days, a place with its preposition, all names of a list, a reason to the end of its clause.</summary>
internal static class SpanCompletion
{
    // A reason longer than this is no short answer.
    private const int MaxReason = 40;

    /// <summary>The whole span; the same where it is whole.</summary>
    public static SpanCandidate Complete(UnderstoodQuestion question, SpanCandidate span)
    {
        if (span.Sentence.Cells.Count > 0)
        {
            return span;
        }

        if (question.Kind == QuestionKind.Why)
        {
            return Reason(span);
        }

        var whole = WithValues(question, span);
        whole = SpanFeatures.NeedsValue(question.Expected) ? whole : WithGenitive(WithNoun(question, whole));
        whole = question.WantsList ? WithNames(whole) : whole;
        whole = question.Expected is AnswerType.Person or AnswerType.Organisation or AnswerType.Name ? WithName(question, whole) : whole;
        whole = question.AsksForOffice ? WithOffice(whole) : whole;
        return question.Kind == QuestionKind.Where || question.Expected is AnswerType.Place or AnswerType.Address ? WithPlace(question, whole) : whole;
    }

    // 28 мая of 25–28 мая, 600 of 600 тыс.; a number cut off its magnitude is wrong whatever was asked for.
    private static SpanCandidate WithValues(UnderstoodQuestion question, SpanCandidate span)
    {
        var (first, end) = (WithNumber(span), span.End);
        foreach (var value in span.Values)
        {
            var isDay = value.Type == AnswerType.Date && question.Expected is AnswerType.Date;
            var isAmount = value.Core > value.First && !double.IsNaN(value.Value) && value.Type is not AnswerType.Year && SpanFeatures.Fits(question.Expected, value.Type);
            var isCut = !double.IsNaN(value.Value) && ((span.End > value.First && span.End < value.Core) || (span.First > value.First && span.First < value.Core));
            if (isDay || isAmount || isCut)
            {
                first = Math.Min(first, value.First);
                end = Math.Max(end, isDay || value.Type is AnswerType.Money or AnswerType.Percent or AnswerType.Quantity or AnswerType.Duration ? value.End : value.Core);
            }
        }

        var isTime = question.Expected is AnswerType.Date or AnswerType.Year;
        (first, end) = WithClock(span.Sentence, first, end);
        end = isTime ? WithEra(span.Sentence, end) : WithRate(question, span.Sentence, end);
        (first, end) = WithOtherBound(question, span.Sentence, first, end);
        (first, end) = isTime ? (first, end) : WithTimes(question, span.Sentence, first, WithPart(span.Sentence, end));
        first = question.Expected == AnswerType.Date ? WithIn(span.Sentence, WithSeason(span.Sentence, first)) : WithQualifier(question, span.Sentence, first);
        end = isTime ? WithYearWord(span.Sentence, first, end) : end;
        return WithoutAskedUnit(question, WithoutOthers(question, span with { First = first, End = end }));
    }

    // «две» of «две трети».
    private static int WithPart(EvidenceSentence sentence, int end) =>
        end < sentence.End && IsPart(sentence.Passage.Tokens[end]) && sentence.Values.Any(value => value.Core == end && value.Type == AnswerType.Number) ? end + 1 : end;

    /// <summary>Whether a word tells the part of a whole that the number before it counts.</summary>
    public static bool IsPart(ReadingToken token) => token.StartsWithAny(Parts);

    private static readonly string[] Parts = ["трет", "трэц", "четверт", "чвэрц", "чвэрт", "полов", "палов", "пятых", "десятых", "half", "third", "quarter"];

    // «десять раз» of «в десять раз больше», "ten times" of "ten times more": so many times is no answer without what it is compared by.
    private static (int First, int End) WithTimes(UnderstoodQuestion question, EvidenceSentence sentence, int first, int end)
    {
        var tokens = sentence.Passage.Tokens;
        var times = sentence.Values.FirstOrDefault(value => value.First >= first && value.Core <= end && value.Core < sentence.End && IsAmount(value.Type) && IsTimes(tokens[value.Core].Lower));
        if (times is null || times.Core + 1 >= sentence.End || IsAskedUnit(question, tokens[times.Core].Lower) || !WordStarts.Match(tokens[times.Core + 1].Lower, Comparatives))
        {
            return (first, end);
        }

        return (times.First > sentence.First && tokens[times.First - 1].Is(WordClass.PrepositionIn) ? Math.Min(first, times.First - 1) : first, Math.Max(end, times.Core + 2));
    }

    /// <summary>Whether a unit counts how many times as much.</summary>
    /// <param name="unit">Lower case.</param>
    public static bool IsTimes(string unit) => unit is "раз" or "раза" or "разы" or "разоў" or "times";

    private static readonly string[] Comparatives = ["=больше", "=более", "=меньше", "=менее", "=выше", "=ниже", "=дороже", "=дешевле", "=чаще", "=реже", "=быстрее", "=медленнее", "=тяжелее", "=легче", "=длиннее", "=короче", "=больш", "=меней", "=менш", "=вышэй", "=ніжэй", "=даражэй", "=танней", "=часцей", "=радзей", "=хутчэй", "=more", "=less", "=higher", "=lower", "=faster", "=slower", "=bigger", "=larger", "=smaller", "=longer", "=shorter", "=cheaper"];

    // «390» of «390 жителей этого поселения умерли», «12 октября» of «Президент 12 октября»: where one value answers, the words around it do not.
    private static SpanCandidate WithoutOthers(UnderstoodQuestion question, SpanCandidate span)
    {
        var isTime = question.Expected is AnswerType.Date or AnswerType.Year;
        if (question.WantsList || !(isTime || IsAmount(question.Expected)) || span.Values.Where(value => value.First >= span.First && value.Core <= span.End && SpanFeatures.Fits(question.Expected, value.Type)).ToList() is not [var value])
        {
            return span;
        }

        var sentence = span.Sentence;
        var tokens = sentence.Passage.Tokens;
        var start = isTime ? value.First : Qualifiers.Start(tokens, sentence.First, value.First);
        var first = span.First;
        for (var i = span.First; i < start; i++)
        {
            first = IsOther(sentence, i) ? i + 1 : first;
        }

        while (first < start && (tokens[first].Shape == TokenShape.Sign || tokens[first].Is(WordClass.Conjunction)))
        {
            first++;
        }

        var end = isTime ? value.End : value.Core;
        return span with { First = first, End = end < span.End && (isTime ? EndsTime(end) : EndsCount(end)) ? end : span.End };

        bool EndsTime(int at) => WithEra(sentence, at) == at && IsOther(sentence, tokens[at].IsSign(',') && at + 1 < span.End ? at + 1 : at);

        bool EndsCount(int at) => question.Kind == QuestionKind.HowMany && value.Type == AnswerType.Number && NamesCounted(question) && !IsPart(tokens[at]);
    }

    // «Сколько видов», but not «сколько платили посетители».
    private static bool NamesCounted(UnderstoodQuestion question) =>
        question.Head >= question.QuestionEnd && !Enumerable.Range(question.QuestionEnd, question.Head - question.QuestionEnd).Any(i => question.Tags[i] == PartOfSpeech.Verb);

    private static bool IsOther(EvidenceSentence sentence, int at)
    {
        var token = sentence.Passage.Tokens[at];
        return sentence.Passage.Tags[at] is PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun
            && !token.Is(WordClass.Time | WordClass.Year | WordClass.Month | WordClass.Weekday | WordClass.Numeral | WordClass.Ordinal | WordClass.Magnitude | WordClass.AnyPreposition | WordClass.Unit)
            && token.Shape == TokenShape.Word && !Seasons.Contains(token.Lower) && !token.StartsWithAny(TimeParts);
    }

    // «В начале 1990-х», "by mid-May".
    private static readonly string[] TimeParts = ["начал", "конец", "конц", "серед", "полов", "рубеж", "период", "канун", "пачат", "канц", "канец", "сярэд", "палов", "mid", "early", "late", "begin", "end", "half", "quarter"];

    // 08 of 3:08: what a number is glued to makes it another one.
    private static (int First, int End) WithClock(EvidenceSentence sentence, int first, int end)
    {
        var tokens = sentence.Passage.Tokens;
        while (first - 2 >= sentence.First && NumberText.IsJoined(tokens, first - 1))
        {
            first -= 2;
        }

        while (end + 1 < sentence.End && NumberText.IsJoined(tokens, end))
        {
            end += 2;
        }

        return (first, end);
    }

    // «летом 1521», «между 2005 и 2010»: more than a year has its noun behind it, in Russian and Belarusian.
    private static int WithYearWord(EvidenceSentence sentence, int first, int end) =>
        sentence.Values.FirstOrDefault(value => value.Type == AnswerType.Year && value.First > first && value.Core == end)?.End ?? end;

    // «лет назад» of «66 миллионов лет назад».
    private static int WithNumber(SpanCandidate span)
    {
        var before = span.Sentence.Passage.Tokens[span.First].Is(WordClass.Year | WordClass.Time | WordClass.Unit)
            ? span.Sentence.Values.FirstOrDefault(value => value.Core == span.First && value.Core > value.First && !double.IsNaN(value.Value))
            : null;
        return before?.First ?? span.First;
    }

    // «50 тысяч» of «от 30 до 50 тысяч», 2010 or 2005 of "between 2005 and 2010": half of a range is another amount.
    private static (int First, int End) WithOtherBound(UnderstoodQuestion question, EvidenceSentence sentence, int first, int end)
    {
        var inside = sentence.Values.FirstOrDefault(value => value.First >= first && value.First < end && SpanFeatures.Fits(question.Expected, value.Type));
        if (inside is null)
        {
            return (first, end);
        }

        var lower = sentence.Values.FirstOrDefault(value => value.Core == inside.First - 1 && IsNumber(value));
        if (lower is not null && AreBounds(sentence, lower, inside))
        {
            return (Math.Min(first, lower.First - 1), end);
        }

        var upper = sentence.Values.FirstOrDefault(value => value.First == inside.Core + 1 && IsNumber(value));
        return upper is not null && AreBounds(sentence, inside, upper) ? (Math.Min(first, inside.First - 1), Math.Max(end, upper.End)) : (first, end);

        bool IsNumber(TypedValue value) => value.Core > value.First && !double.IsNaN(value.Value);
    }

    /// <summary>Whether two values of a sentence are told as the bounds of a range: «от 30 до 50», "between 2005 and 2010".</summary>
    public static bool AreBounds(EvidenceSentence sentence, TypedValue lower, TypedValue upper)
    {
        var tokens = sentence.Passage.Tokens;
        return lower.First > sentence.First && (tokens[lower.First - 1].Lower, tokens[upper.First - 1].Lower) is ("от", "до") or ("ад", "да") or ("с", "по") or ("з", "па") or ("между", "и") or ("паміж", "і") or ("between", "and");
    }

    // «летом 1521 года», "in the summer of 1521".
    private static int WithSeason(EvidenceSentence sentence, int first)
    {
        var tokens = sentence.Passage.Tokens;
        var season = first - 1 > sentence.First && tokens[first - 1].Lower is "of" or "in" ? first - 2 : first - 1;
        return tokens[first].IsYear && season >= sentence.First && Seasons.Contains(tokens[season].Lower) ? season : first;
    }

    // «марте» of «в марте»: no month stands in that case without its preposition.
    private static int WithIn(EvidenceSentence sentence, int first)
    {
        var tokens = sentence.Passage.Tokens;
        return first > sentence.First && sentence.Passage.Language != Language.English && tokens[first].Is(WordClass.Month) && tokens[first - 1].Lower is "в" or "у" or "ў" ? first - 1 : first;
    }

    private static readonly FrozenSet<string> Seasons =
        "весной летом осенью зимой весны лета осени зимы весна лето осень зима весну зиму вясной летам восенню зімой вясны лета восені зімы увесну улетку увосень узімку spring summer autumn fall winter".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // 900 of «больш за 900».
    private static int WithQualifier(UnderstoodQuestion question, EvidenceSentence sentence, int first) =>
        IsAmount(question.Expected) && sentence.Values.Any(value => value.First == first && value.Core > value.First && IsAmount(value.Type)) ? Qualifiers.Start(sentence.Passage.Tokens, sentence.First, first) : first;

    private static bool IsAmount(AnswerType type) => type is AnswerType.Number or AnswerType.Quantity or AnswerType.Duration or AnswerType.Percent or AnswerType.Money;

    // "How many seconds": 17, not 17 seconds. Money keeps its unit: the page may count in another.
    private static SpanCandidate WithoutAskedUnit(UnderstoodQuestion question, SpanCandidate span)
    {
        var tokens = span.Sentence.Passage.Tokens;
        var value = span.Sentence.Values.FirstOrDefault(value => value.First >= span.First && value.Core < span.End && value.Core > value.First && value.Type is AnswerType.Number or AnswerType.Quantity or AnswerType.Duration);
        return question.Kind is QuestionKind.HowMany or QuestionKind.HowMuch && value is not null && Enumerable.Range(value.Core, span.End - value.Core).All(i => IsAskedUnit(question, tokens[i].Lower))
            ? span with { End = value.Core }
            : span;
    }

    /// <summary>Whether the question names the unit itself, at its question word: «сколько лет», "how many kilometres".</summary>
    /// <param name="question">The question.</param>
    /// <param name="unit">The unit as the page has it, lower case.</param>
    public static bool IsAskedUnit(UnderstoodQuestion question, string unit)
    {
        // Forms of one word share their beginning: «раз» and «раза», "year" and "years".
        const int Shared = 3;
        var length = Math.Min(unit.Length, Math.Max(Shared, unit.Length - 2));

        // «человек» and «людей» share none.
        var isOfPeople = Units.Of(unit) == Units.Person;
        return question.QuestionWord >= 0 && question.Tokens.Skip(question.QuestionWord).Take(AskedReach).Any(token => token.IsContent
            && ((token.Lower.Length >= length && unit.Length >= Shared && token.Lower.AsSpan(0, length).SequenceEqual(unit.AsSpan(0, length))) || (isOfPeople && Units.Of(token.Lower) == Units.Person)));
    }

    // How far from the question word it may name the unit.
    private const int AskedReach = 4;

    // 66 миллионов of "66 миллионов лет назад", 44 году of «44 году до н. э.»: no time without the words that say from when it is counted.
    private static int WithEra(EvidenceSentence sentence, int end)
    {
        var tokens = sentence.Passage.Tokens;
        var next = end < sentence.End && tokens[end].Is(WordClass.Year | WordClass.Time | WordClass.Unit) ? end + 1 : end;
        return Eras.Select(era => EndOf(era, next)).FirstOrDefault(found => found > 0, end);

        int EndOf(string[] era, int at)
        {
            foreach (var word in era)
            {
                at += at < sentence.End && tokens[at].IsSign('.') ? 1 : 0;
                if (at >= sentence.End || tokens[at].Lower != word)
                {
                    return 0;
                }

                at++;
            }

            // The full stop of «до н. э.»
            return at < sentence.End && era[^1].Length == 1 && tokens[at].IsSign('.') ? at + 1 : at;
        }
    }

    private static readonly string[][] Eras = [.. new[]
    {
        "назад", "тому назад", "до настоящего времени", "до наших дней", "до нашей эры", "до н э", "нашей эры", "н э",
        "таму", "да нашага часу", "да нашай эры", "да н э", "нашай эры",
        "ago", "before present", "before the present", "bc", "bce", "ad", "ce",
    }.Select(era => era.Split(' '))];

    // «110 миль» of «110 миль в час»: a rate without its time is another value.
    private static int WithRate(UnderstoodQuestion question, EvidenceSentence sentence, int end)
    {
        var tokens = sentence.Passage.Tokens;
        return end + 1 < sentence.End
            && tokens[end].Lower is "в" or "у" or "ў" or "за" or "per" or "a" or "an"
            && Rates.Name(tokens[end + 1].Lower, sentence.Passage.Language) is not null
            && !question.Tokens.Any(token => token.Lower == tokens[end + 1].Lower)
            && sentence.Values.Any(value => value.End == end && value.Core < value.End && IsAmount(value.Type))
                ? end + 2
                : end;
    }

    // «Гродненский» of «Гродненский филиал» for «какой филиал»: an adjective alone names nothing.
    private static SpanCandidate WithNoun(UnderstoodQuestion question, SpanCandidate span)
    {
        var passage = span.Sentence.Passage;
        var isCut = question.Head >= 0 && span.End < span.Sentence.End
            && Enumerable.Range(span.First, span.End - span.First).All(i => IsAdjective(passage, i))
            && passage.Concepts[span.End] >= 0 && passage.Tags[span.End] == PartOfSpeech.Noun;
        return isCut ? span with { End = span.End + 1 } : span;
    }

    // A capital hides an adjective from the tagger; its ending does not.
    private static bool IsAdjective(EvidencePassage passage, int token) =>
        passage.Tags[token] == PartOfSpeech.Adjective || (passage.Tokens[token].IsCapital && Array.Exists(AdjectiveEnds, end => passage.Tokens[token].Lower.EndsWith(end, StringComparison.Ordinal)));

    private static readonly string[] AdjectiveEnds =
        [.. from root in new[] { "ск", "цк" } from end in new[] { "ий", "ая", "ое", "ие", "ого", "ой", "ому", "им", "ом", "ую", "их", "ими", "і", "ае", "ія", "ага", "ай", "аму", "ім", "іх", "імі" } select root + end];

    // «показатель по доле» of «показатель по доле электронных рецептов», "the number" of "the number of parcels": a share is always one of something.
    private static SpanCandidate WithGenitive(SpanCandidate span)
    {
        var passage = span.Sentence.Passage;
        var end = span.End;
        if (!WordStarts.Match(passage.Tokens[end - 1].Lower, Relational))
        {
            return span;
        }

        if (passage.Language == Language.English)
        {
            if (end + 1 >= span.Sentence.End || passage.Tokens[end].Lower != "of")
            {
                return span;
            }

            end++;
        }

        var noun = end;
        while (noun < span.Sentence.End && (passage.Tags[noun] == PartOfSpeech.Adjective || passage.Tokens[noun].Is(WordClass.Article)))
        {
            noun++;
        }

        var isGenitive = noun < span.Sentence.End && passage.Tags[noun] is PartOfSpeech.Noun or PartOfSpeech.ProperNoun && passage.Tokens[noun].Shape == TokenShape.Word
            && (passage.Language == Language.English || (CaseGuess.Of(passage.Tokens[noun], passage.Language) & WordCases.Genitive) != 0);
        return isGenitive ? span with { End = noun + 1 } : span;
    }

    private static readonly string[] Relational =
    [
        "=доля", "=доли", "=долю", "=доле", "=долей", "количеств", "=число", "=числа", "=числу", "=объем", "=объём", "=объема", "=объёма", "=темп", "=темпы", "=темпа", "=рост", "=роста", "=уровень", "=уровня",
        "=долі", "колькасц", "=лік", "=ліку", "=аб'ём", "=аб'ёму", "=рост", "=росту", "=узровень", "=узроўню",
        "=share", "=number", "=rate", "=level", "=amount", "=proportion", "=growth", "=volume",
    ];

    // «РУП» of «Гродненский филиал РУП «Белтелеком»», a role of the person who holds it.
    private static SpanCandidate WithName(UnderstoodQuestion question, SpanCandidate span)
    {
        // How far behind a role its holder's name stands.
        const int Reach = 6;
        var sentence = span.Sentence;
        var tokens = sentence.Passage.Tokens;
        var (first, end) = (span.First, span.End);
        foreach (var value in span.Values.Where(value => value.Type is AnswerType.Organisation or AnswerType.Name && tokens[value.End - 1].Shape == TokenShape.Sign))
        {
            first = Math.Min(first, value.First);
            end = Math.Max(end, value.End);
        }

        // «Гродненский филиал» of «Гродненский филиал РУП «Белтелеком»»: the name begins before the noun that is asked for.
        if (first - 2 > sentence.First && tokens[first - 1].Is(WordClass.Organisation) && sentence.Passage.Concepts[first - 1] >= 0 && tokens[first - 2].IsCapital && sentence.Passage.Tags[first - 2] == PartOfSpeech.Adjective)
        {
            first -= 2;
        }

        var isRole = question.Expected == AnswerType.Person && Enumerable.Range(first, end - first).Any(i => tokens[i].Is(WordClass.Role));
        var holder = isRole && !sentence.Values.Any(value => value.Type == AnswerType.Person && value.First < end && first < value.End)
            ? sentence.Values.FirstOrDefault(value => value.Type == AnswerType.Person && value.First >= end && value.First <= end + Reach)
            : null;
        if (holder is not null && !Enumerable.Range(end, holder.First - end).Any(i => tokens[i].Shape == TokenShape.Sign || sentence.Passage.Tags[i] == PartOfSpeech.Verb))
        {
            end = holder.End;
        }

        return question.Expected == AnswerType.Person ? WithoutVerb(question, span with { First = first, End = end }) : span with { First = first, End = end };
    }

    // «Максим Петров» of «сказал Максим Петров» and «Петров сказал»: what a person does is no part of the name.
    private static SpanCandidate WithoutVerb(UnderstoodQuestion question, SpanCandidate span)
    {
        var passage = span.Sentence.Passage;
        var names = span.Values.Where(value => value.Type is AnswerType.Person or AnswerType.Name && value.First >= span.First && value.End <= span.End).ToList();
        var (first, end) = (span.First, span.End);
        if (names.Count > 0)
        {
            first = names[0].First > first && Acts(first) ? first + 1 : first;

            // «информатизации Максим Петров»: the end of an office is none.
            var isCut = question.AsksForHead && names[0].First > first && !Enumerable.Range(first, names[0].First - first).Any(i => passage.Tokens[i].Is(WordClass.Role) || passage.Tokens[i].IsCapital);
            first = isCut ? names[0].First : first;
            end = names[^1].End < end && Acts(end - 1) ? end - 1 : end;
        }

        return span with { First = first, End = end };

        bool Acts(int token) => passage.Tags[token] is PartOfSpeech.Verb or PartOfSpeech.Adverb && !passage.Tokens[token].IsCapital && passage.Tokens[token].Lower.Length > 1;
    }

    // «начальник отдела логистики» of «начальник» and of «начальник отдела логистики Алесь Прищепов».
    private static SpanCandidate WithOffice(SpanCandidate span)
    {
        var passage = span.Sentence.Passage;
        var office = OfficeHolder.OfficeIn(span);
        if (office < 0)
        {
            return span;
        }

        var first = office;
        while (first > span.Sentence.First && (passage.Tags[first - 1] == PartOfSpeech.Adjective || passage.Tokens[first - 1].Is(WordClass.Ordinal | WordClass.Role)))
        {
            first--;
        }

        if (OfficeHolder.Behind(span) is { } holder)
        {
            var end = holder.First;
            end -= passage.Tokens[end - 1].Shape == TokenShape.Sign && passage.Tokens[end - 1].Lower is "-" or "–" or "—" ? 1 : 0;
            return span with { First = first, End = end };
        }

        var isNamedBefore = span.Values.Any(value => value.Type == AnswerType.Person && value.First < office);
        return span with { First = isNamedBefore ? first : Math.Min(first, span.First) };
    }

    // Pakistan of "Pakistan and the United Arab Emirates".
    private static SpanCandidate WithNames(SpanCandidate span)
    {
        var sentence = span.Sentence;
        var tokens = sentence.Passage.Tokens;
        var names = sentence.Values.Where(value => value.Type is AnswerType.Name or AnswerType.Person or AnswerType.Organisation or AnswerType.Place).ToList();
        var (first, end) = (span.First, span.End);
        for (var next = Joined(end); names.Find(value => value.First == next && next > end) is { } name; next = Joined(end))
        {
            end = name.End;
        }

        for (var joint = first - 1; joint > sentence.First && IsJoint(tokens[joint]) && names.FindLast(value => value.End == joint) is { } name; joint = first - 1)
        {
            first = name.First;
        }

        return span with { First = first, End = end };

        int Joined(int at)
        {
            while (at < sentence.End && (IsJoint(tokens[at]) || tokens[at].Is(WordClass.Article)))
            {
                at++;
            }

            return at;
        }
    }

    // Победителей of «на проспекте Победителей, 20/2»; a case without its preposition is no answer in Russian and Belarusian.
    private static SpanCandidate WithPlace(UnderstoodQuestion question, SpanCandidate span)
    {
        var sentence = span.Sentence;
        var tokens = sentence.Passage.Tokens;
        var (first, end) = (span.First, span.End);
        if (first > sentence.First && tokens[first - 1].Is(WordClass.Place) && tokens[first - 1].Shape == TokenShape.Word && sentence.Passage.Language != Language.English)
        {
            first--;
        }

        while (question.Expected == AnswerType.Address && end + 1 < sentence.End && (tokens[end].IsSign(',') || tokens[end].IsSign('/') || tokens[end].IsSign('-')) && tokens[end + 1].Shape is TokenShape.Number or TokenShape.Mixed)
        {
            end += 2;
        }

        if (first > sentence.First && tokens[first - 1].Is(WordClass.AnyPreposition) && sentence.Passage.Language != Language.English)
        {
            first--;
        }

        return span with { First = first, End = end };
    }

    // What stands behind the word of cause or the colon before the span, to the end of the clause; without such a word the whole clause.
    private static SpanCandidate Reason(SpanCandidate span)
    {
        var sentence = span.Sentence;
        var tokens = sentence.Passage.Tokens;
        var first = sentence.First;
        for (var i = sentence.First; i <= span.First; i++)
        {
            first = tokens[i].IsSign(':') || tokens[i].IsSign(';') || (tokens[i].Is(WordClass.Cause) && i + 1 < sentence.End) ? i + 1 : first;
        }

        while (first < span.First && (tokens[first].Shape == TokenShape.Sign || tokens[first].Is(WordClass.Conjunction)))
        {
            first++;
        }

        var end = span.End;
        while (end < sentence.End && !EndsClause(tokens[end]))
        {
            end++;
        }

        return end - first <= MaxReason && first < span.End ? span with { First = Math.Min(first, span.First), End = end } : span;
    }

    private static bool EndsClause(ReadingToken token) => token.IsSign('.') || token.IsSign('!') || token.IsSign('?') || token.IsSign(';') || token.IsSign('»') || token.IsSign('”');

    private static bool IsJoint(ReadingToken token) => token.IsSign(',') || token.Lower is "and" or "и" or "і" or "ды" or "да";
}
