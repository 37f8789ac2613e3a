using Search.Answering.Extraction;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("ru", "обслуживает 1 870 деревень", "обслуживает|1 870|деревень", "a group of thousands is one number")]
    [InlineData("ru", "1\u00A0870 и 0,84", "1\u00A0870|и|0,84", "with no-break spaces too; a decimal comma")]
    [InlineData("en", "2,940 schools", "2,940|schools", "the English group mark")]
    [InlineData("ru", "40-е место, 91-летняя", "40-е|место|,|91-летняя", "digits with an ending")]
    [InlineData("ru", "25–28 мая", "25|–|28|мая", "the ends of a range stand apart")]
    [InlineData("en", "Belarus's rank", "Belarus|'|s|rank", "the possessive stands apart")]
    [InlineData("ru", "01.10.2020.", "01.10.2020|.", "a date in figures is one token")]
    public void Text_is_cut_into_words_numbers_and_signs(string code, string text, string tokens, string why)
    {
        var cut = ReadingTokenizer.Read(text, LanguageCodes.Parse(code) ?? Language.Unknown).Select(token => text[token.Start..token.End]);

        Assert.True(tokens == string.Join('|', cut), $"{why}: {string.Join('|', cut)}");
    }

    [Theory]
    [InlineData("ru", "По итогам 2020 года страна заняла 40-е место", "Year 2020; Ordinal 40")]
    [InlineData("ru", "переносится на 25–28 мая 2021 г. в Минске", "Date 2021-05-25")]
    [InlineData("en", "It entered into force on March 1, 2025.", "Date 2025-03-01")]
    [InlineData("ru", "стоит 84 копейки, было 1,37 млрд рублей", "Money 84; Money 1370000000")]
    [InlineData("be", "даступныя 84 % жыхароў", "Percent 84")]
    [InlineData("ru", "пятеро спасателей, двенадцать деревень", "Number 5; Number 12")]
    [InlineData("ru", "сорок шестой и сорок деревень", "Number 40; Ordinal 6; Number 40")]
    [InlineData("ru", "телефон 8 (017) 000-21-02", "Phone ")]
    [InlineData("ru", "скорость 1,2 Гбит/с", "Quantity 1.2")]
    [InlineData("ru", "позвонить в контакт-центр по номеру 154", "Phone ")]
    [InlineData("ru", "ни один дом, ни в одной деревне", "Number 0; Number 0")]
    [InlineData("ru", "в 1620—21 годах и в 1740-42 гг.", "Year 1620; Year 1740")]
    [InlineData("ru", "из 2015 — 24 деревни", "Year 2015; Number 24")]
    [InlineData("ru", "одним из крупнейших и один дом", "Number 1")]
    [InlineData("en", "one of the largest", "")]
    [InlineData("en", "the 2IPD index and a 5G network", "")]
    [InlineData("ru", "24-ярдовая линия и 20kg", "Number 24; Number 20")]
    [InlineData("ru", "в доме под номером 154", "Number 154")]
    [InlineData("en", "please call 9111", "Phone ")]
    public void Values_are_found_with_their_types_and_normalised(string code, string text, string values)
    {
        var found = Found(code, text)
            .Select(found => found.Value)
            .Where(value => value.Date is not null || !double.IsNaN(value.Value) || value.Type == Search.Answering.Questions.AnswerType.Phone)
            .Select(value => FormattableString.Invariant($"{value.Type} {(value.Type == Search.Answering.Questions.AnswerType.Phone ? "" : value.Type == Search.Answering.Questions.AnswerType.Date ? value.Date : value.Value)}"));

        Assert.Equal(values, string.Join("; ", found));
    }

    [Theory]
    [InlineData("ru", "начало в 11.30, конец в 4:51:07", "11.30|4:51:07")]
    [InlineData("ru", "вырос в 11.30 раза за 1.30 рубля, счёт 1:0", "")]
    [InlineData("en", "from 10:00 to 17:30", "10:00|17:30")]
    public void A_time_of_day_is_no_amount(string code, string text, string times)
    {
        Assert.Equal(times, string.Join('|', Found(code, text).Where(found => found.Value.Type == Search.Answering.Questions.AnswerType.Time).Select(found => found.Text)));
    }

    [Theory]
    [InlineData("ru", "поэт Отто фон Герике писал", "Отто фон Герике")]
    [InlineData("ru", "основал Хуан де ла Крус", "Хуан де ла Крус")]
    [InlineData("ru", "из Минска в Оршу", "Минска|Оршу")]
    [InlineData("en", "by Ludwig van der Rohe", "Ludwig van der Rohe")]
    public void Small_words_inside_a_name_belong_to_it(string code, string text, string names)
    {
        Assert.Equal(names, string.Join('|', Found(code, text).Select(found => found.Text)));
    }

    [Theory]
    [InlineData("ru", "исполнила", "певица", true)]
    [InlineData("ru", "исполнила", "министр", false)]
    [InlineData("ru", "открыли", "туареги", true)]
    [InlineData("ru", "открыли", "Фишер", false)]
    [InlineData("ru", "основан", "завод", true)]
    [InlineData("be", "заснавала", "фабрыка", true)]
    [InlineData("be", "заснаваў", "фабрыка", false)]
    [InlineData("be", "працуюць", "мост", false)]
    public void A_subject_agrees_with_its_verb(string code, string verb, string subject, bool agrees)
    {
        var language = LanguageCodes.Parse(code) ?? Language.Unknown;

        var asked = ConcordGuess.OfVerb(ReadingTokenizer.Read(verb, language)[0], language);
        var given = ConcordGuess.OfSubject(ReadingTokenizer.Read(subject, language)[0], language);

        Assert.NotEqual(Concord.None, asked);
        Assert.Equal(agrees, (asked & given) != 0);
    }

    [Theory]
    [InlineData("ru", "построен в XIX веке", "XIX веке")]
    [InlineData("be", "у дзявятнаццатым стагоддзі", "дзявятнаццатым стагоддзі")]
    [InlineData("en", "in the 19th century", "19th century")]
    public void A_century_is_a_date(string code, string text, string century)
    {
        Assert.Equal(century, Assert.Single(Found(code, text), found => found.Value.Type == Search.Answering.Questions.AnswerType.Date).Text);
    }

    [Theory]
    [InlineData("ru", "чем", "пером", true)]
    [InlineData("ru", "чем", "заводы", false)]
    [InlineData("ru", "кто", "министр", true)]
    [InlineData("ru", "кто", "министром", false)]
    [InlineData("ru", "каком", "заводе", true)]
    [InlineData("be", "каго", "дырэктара", true)]
    [InlineData("be", "якую", "арганізацыю", true)]
    [InlineData("be", "хто", "дырэктарам", false)]
    public void Endings_tell_whether_an_answer_may_stand_in_the_case_of_its_question(string code, string question, string answer, bool agrees)
    {
        var language = LanguageCodes.Parse(code) ?? Language.Unknown;

        var cases = CaseGuess.Of(ReadingTokenizer.Read(answer, language)[0], language);

        Assert.NotEqual(WordCases.None, cases);
        Assert.Equal(agrees, (cases & CaseGuess.OfQuestionWord(question)) != 0);
    }

    // The values of a text, each with its words.
    private static IEnumerable<(string Text, TypedValue Value)> Found(string code, string text)
    {
        var language = LanguageCodes.Parse(code) ?? Language.Unknown;
        var tokens = ReadingTokenizer.Read(text, language);
        return ValueFinder.Find(tokens, PosTagger.Default.Tag(tokens, language), 0, tokens.Count)
            .Select(value => (text[tokens[value.First].Start..tokens[value.End - 1].End], value));
    }
}
