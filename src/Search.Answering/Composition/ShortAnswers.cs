using System.Globalization;
using System.Text.RegularExpressions;
using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Composition;

/// <summary>Writes the short answer: verbatim in the page's own language but for a year, which stands alone; dates, numbers, money and shares in the asker's.</summary>
internal static partial class ShortAnswers
{
    // English, Russian and Belarusian names of what stands behind numbers, by the start of the word on the page, or the whole word behind =. The word forms are those after "many".
    private static readonly (string[] Starts, string English, string Russian, string Belarusian)[] Units =
    [
        (["рубл", "руб", "rubl", "roubl", "byn"], "rubles", "рублей", "рублёў"),
        (["копе", "коп", "капе", "кап", "kope"], "kopecks", "копеек", "капеек"),
        (["долл", "дол", "dollar", "usd", "=$"], "dollars", "долларов", "долараў"),
        (["евро", "еўра", "euro", "eur", "=€"], "euros", "евро", "еўра"),
        (["юан", "yuan"], "yuan", "юаней", "юаняў"),
        (["км", "киломе", "кіламе", "kilom", "km"], "km", "км", "км"),
        (["миллим", "міліме", "millim", "=мм", "=mm"], "mm", "мм", "мм"),
        (["сантим", "сантым", "centim", "=см", "=cm"], "cm", "см", "см"),
        (["метр", "metre", "meter", "=м", "=m"], "metres", "метров", "метраў"),
        (["мил", "міл", "mile"], "miles", "миль", "міль"),
        (["фут", "foot", "feet"], "feet", "футов", "футаў"),
        (["гектар", "hectare", "=га"], "hectares", "гектаров", "гектараў"),
        (["литр", "літр", "litre", "liter", "=л"], "litres", "литров", "літраў"),
        (["килогр", "кілагр", "kilogr", "=кг", "=kg"], "kg", "кг", "кг"),
        (["грам", "gram", "=г", "=g"], "grams", "граммов", "грамаў"),
        (["фунт", "pound"], "pounds", "фунтов", "фунтаў"),
        (["ггц", "ghz"], "GHz", "ГГц", "ГГц"),
        (["мгц", "mhz"], "MHz", "МГц", "МГц"),
        (["=раз", "=раза", "=разы", "=разоў", "=times"], "times", "раз", "разоў"),
        (["тонн", "тон", "ton"], "tonnes", "тонн", "тон"),
        (["гбит", "гбіт", "gbit", "gbps"], "Gbit/s", "Гбит/с", "Гбіт/с"),
        (["мбит", "мбіт", "mbit", "mbps"], "Mbit/s", "Мбит/с", "Мбіт/с"),
        (["тбит", "тбіт", "tbit", "tbps"], "Tbit/s", "Тбит/с", "Тбіт/с"),
        (["человек", "чалавек", "people", "person"], "people", "человек", "чалавек"),
        (["лет", "год", "гадо", "year"], "years", "лет", "гадоў"),
        (["месяц", "month"], "months", "месяцев", "месяцаў"),
        (["недел", "тыдн", "week"], "weeks", "недель", "тыдняў"),
        (["дн", "ден", "дзён", "дзен", "day", "сут"], "days", "дней", "дзён"),
        (["час", "гадзін", "hour"], "hours", "часов", "гадзін"),
        (["минут", "хвілін", "minute"], "minutes", "минут", "хвілін"),
        (["секунд", "second"], "seconds", "секунд", "секунд"),
    ];

    /// <summary>The short answer of a span.</summary>
    public static string Of(UnderstoodQuestion question, SpanCandidate span, Language language)
    {
        var sentence = span.Sentence;
        var value = span.Values
            .Where(value => SpanFeatures.Fits(question.Expected, value.Type))
            .OrderBy(value => value.First)
            .FirstOrDefault();
        if (question.Expected == AnswerType.Year && value is { Type: AnswerType.Date, Date: { } day } && (day.Year > ValueFinder.UnknownYear ? day.Year : YearOf(sentence, day)) is { } year)
        {
            return year.ToString(CultureInfo.InvariantCulture);
        }

        if (value?.Date is { } date && value.Type == AnswerType.Date && question.Expected is AnswerType.Date or AnswerType.Year)
        {
            return DateAnswer(sentence, span, value, date, language);
        }

        if (IsYearAlone(question, span, value))
        {
            return Plain(value!);
        }

        if (sentence.Passage.Language == language || value is null)
        {
            return Trimmed(span.Text);
        }

        if (Range(span) is { } range)
        {
            return $"{(range.Lower.Type == AnswerType.Year ? Plain(range.Lower) : Digits(sentence, range.Lower, language))}–{(range.Upper.Type == AnswerType.Year ? Plain(range.Upper) : Measured(question, sentence, range.Upper, language))}";
        }

        if (value.Type == AnswerType.Year && IsDecade(sentence, value))
        {
            return Plain(value) + language switch { Language.English => "s", Language.Belarusian => "-я", _ => "-е" };
        }

        if (LosesByTranslation(question, span, value))
        {
            return Trimmed(span.Text);
        }

        return value.Type switch
        {
            AnswerType.Year => Plain(value),
            AnswerType.Ordinal => OrdinalText((int)value.Value, language),
            AnswerType.Percent => Qualified(Digits(sentence, value, language) + (language == Language.English ? "%" : " %"), sentence, value, language),
            AnswerType.Money or AnswerType.Quantity or AnswerType.Duration or AnswerType.Number => Qualified(Measured(question, sentence, value, language) + Rate(span, value, language), sentence, value, language),
            _ => Trimmed(span.Text),
        };
    }

    // 1886 of «в 1886 году», 1957 of «с 1957-го»: a case without its preposition is no answer, and the year is one in every language.
    private static bool IsYearAlone(UnderstoodQuestion question, SpanCandidate span, TypedValue? value) =>
        value is { Type: AnswerType.Year } && question.Expected is AnswerType.Date or AnswerType.Year
        && (span.First == value.First || (span.First == value.First - 1 && span.Sentence.Passage.Tokens[span.First].Is(WordClass.PrepositionIn)))
        && span.End <= value.End && value.Core == value.First + 1 && !IsDecade(span.Sentence, value);

    private static string Plain(TypedValue value) => value.Value.ToString(CultureInfo.InvariantCulture);

    // «от 30 до 50 тысяч», "between 2005 and 2010".
    private static (TypedValue Lower, TypedValue Upper)? Range(SpanCandidate span)
    {
        var tokens = span.Sentence.Passage.Tokens;
        var values = span.Values.Where(value => !double.IsNaN(value.Value) && value.First >= span.First && value.Core <= span.End).OrderBy(value => value.First).ToList();
        for (var i = 0; i + 1 < values.Count; i++)
        {
            var (lower, upper) = (values[i], values[i + 1]);
            var isPair = (lower.Type == upper.Type || lower.Type == AnswerType.Number) && upper.First == lower.Core + 1 && lower.First > span.Sentence.First;
            if (isPair && (SpanCompletion.AreBounds(span.Sentence, lower, upper) || (tokens[lower.First - 1].Lower, tokens[lower.Core].Lower) is ("from", "to")))
            {
                return (lower, upper);
            }
        }

        return null;
    }

    // «в 1990-х годах».
    private static bool IsDecade(EvidenceSentence sentence, TypedValue value)
    {
        var text = sentence.Passage.Text;
        var end = sentence.Passage.Tokens[value.First].Start + 4;
        return value.Value % 10 == 0 && end + 1 < text.Length && text[end] == '-' && text[end + 1] is 'х' or 'е' or 'я';
    }

    // What a number alone would not say: a part of a whole, a time of day, a unit without a name in the asker's language.
    private static bool LosesByTranslation(UnderstoodQuestion question, SpanCandidate span, TypedValue value)
    {
        if (value.Type is not (AnswerType.Number or AnswerType.Quantity or AnswerType.Duration or AnswerType.Money))
        {
            return false;
        }

        var tokens = span.Sentence.Passage.Tokens;
        var isMeasured = value.Type != AnswerType.Number || question.Expected is AnswerType.Quantity or AnswerType.Duration or AnswerType.Money;
        return value.Value == 0 && tokens[value.First].Shape == TokenShape.Word
            || Enumerable.Range(value.First + 1, Math.Max(0, span.End - value.First - 1)).Any(i => SpanCompletion.IsPart(tokens[i]))
            || (value.Core + 1 < span.Sentence.End && NumberText.IsJoined(tokens, value.Core))
            || (isMeasured && value.Unit.Length > 0 && UnitOf(value.Unit, Language.English).Length == 0);
    }

    private static string Rate(SpanCandidate span, TypedValue value, Language language) =>
        value.End + 1 < span.End && Rates.Name(span.Sentence.Passage.Tokens[value.End + 1].Lower, language) is { } rate ? " " + rate : "";

    private static string Qualified(string amount, EvidenceSentence sentence, TypedValue value, Language language)
    {
        var qualifier = Qualifiers.Translated(sentence.Passage.Tokens, sentence.First, value.First, language);
        return qualifier.Length == 0 ? amount : $"{qualifier} {amount}";
    }

    /// <summary>40th, 40-е.</summary>
    public static string OrdinalText(int number, Language language)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return language != Language.English ? digits + "-е" : digits + ((number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
    }

    // A day and month without a year get the year of the page; ranges and lists of days stay verbatim.
    private static string DateAnswer(EvidenceSentence sentence, SpanCandidate span, TypedValue value, PartialDate date, Language language)
    {
        var year = date.Year != ValueFinder.UnknownYear ? date.Year : YearOf(sentence, date);
        var isRange = sentence.Passage.Tokens.Skip(value.First).Take(value.End - value.First).Any(token => token.Shape == TokenShape.Sign && token.Lower is "-" or "–" or "—");
        if (sentence.Passage.Language == language)
        {
            var missing = year is not null && date.Year == ValueFinder.UnknownYear ? language == Language.English ? $", {year}" : $" {year} г." : "";
            var text = sentence.Passage.Text;
            var tokens = sentence.Passage.Tokens;
            var day = tokens[Math.Min(value.End, span.End) - 1].End;
            return Trimmed(text[tokens[span.First].Start..day] + missing + text[day..tokens[span.End - 1].End]);
        }

        return year is null || isRange ? Trimmed(span.Text) : DateText.Of(date with { Year = year.Value }, language);
    }

    private static int? YearOf(EvidenceSentence sentence, PartialDate date)
    {
        var named = SentenceScorer.YearsIn(sentence);
        return named.Count == 1 ? named.First() : sentence.Passage.Ranked.Document.Published is { } published ? published.Year : null;
    }

    private static string Measured(UnderstoodQuestion question, EvidenceSentence sentence, TypedValue value, Language language)
    {
        if (value.Type == AnswerType.Money && value.Value != Math.Floor(value.Value) && sentence.Passage.Tokens.Skip(value.First).Take(value.End - value.First).Count(token => token.Is(WordClass.Currency)) > 1)
        {
            var whole = ((int)value.Value).ToString(CultureInfo.InvariantCulture);
            var coins = ((int)Math.Round((value.Value - Math.Floor(value.Value)) * 100)).ToString(CultureInfo.InvariantCulture);
            return $"{whole} {UnitOf(value.Unit, language)} {coins} {UnitOf("коп", language)}";
        }

        var digits = Digits(sentence, value, language);
        var unit = UnitOf(value.Unit, language);
        return unit.Length == 0 || (value.Type != AnswerType.Money && SpanCompletion.IsAskedUnit(question, unit)) ? digits : digits + " " + unit;
    }

    private static string UnitOf(string unit, Language language)
    {
        foreach (var (starts, english, russian, belarusian) in Units)
        {
            if (unit.Length > 0 && WordStarts.Match(unit, starts))
            {
                return language switch { Language.English => english, Language.Belarusian => belarusian, _ => russian };
            }
        }

        return "";
    }

    // The number itself as written, with the decimal mark and the magnitude of the asker's language.
    private static string Digits(EvidenceSentence sentence, TypedValue value, Language language)
    {
        var text = new List<string>();
        for (var i = value.First; i < value.Core; i++)
        {
            var token = sentence.Passage.Tokens[i];
            if (token.Shape == TokenShape.Number)
            {
                var written = sentence.Passage.Text[token.Start..token.End];
                text.Add((sentence.Passage.Language == Language.English, language == Language.English) switch
                {
                    (false, true) => written.Replace(',', '.'),
                    (true, false) => written.Replace(',', '\u00A0').Replace('.', ','),
                    _ => written,
                });
            }
            else if (token.Is(WordClass.Magnitude))
            {
                text.Add(Magnitude(token.Value, language));
            }
            else if (token.Is(WordClass.Numeral | WordClass.Ordinal))
            {
                return Plain(value);
            }
            else if (token.Shape == TokenShape.Sign && token.Lower is "-" or "–")
            {
                text.Add("–");
            }
        }

        return text.Count == 0 ? Plain(value) : string.Join(' ', text).Replace(" – ", "–", StringComparison.Ordinal);
    }

    private static string Magnitude(double value, Language language) => (value, language) switch
    {
        (1000, Language.English) => "thousand",
        (1e6, Language.English) => "million",
        (1e9, Language.English) => "billion",
        (1e12, Language.English) => "trillion",
        (1000, _) => "тыс.",
        (1e6, _) => "млн",
        (1e9, _) => "млрд",
        (1e12, _) => "трлн",
        _ => "",
    };

    // Nothing stands before a short answer: ў, which follows vowels only, becomes у.
    private static string Trimmed(string text)
    {
        var plain = AnswerComposer.OneLine(text).TrimEnd(',', ';', ':');
        plain = Abbreviation().IsMatch(plain) ? plain : plain.TrimEnd(',', ';', ':', '.');
        return plain.StartsWith('ў') ? "у" + plain[1..] : plain;
    }

    [GeneratedRegex(@"(?<!\p{L})(г|гг|в|вв|э)\.$")]
    private static partial Regex Abbreviation();
}
