using Search.Answering.Questions;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class QuestionReaderTests
{
    private static readonly DateOnly Reference = new(2025, 6, 19);

    [Theory]
    [InlineData("ru", "Какое место заняла Беларусь в исследовании ООН 2024 года?", "Rank", "Ordinal", "место")]
    [InlineData("ru", "место Беларуси, когда рейтинг составили в первый раз", "Rank", "Ordinal", "место")]
    [InlineData("ru", "В каком году упразднили министерство?", "When", "Year", "году")]
    [InlineData("ru", "когда подписали меморандум", "When", "Date", "")]
    [InlineData("ru", "До какого процента населения довели доступность LTE?", "HowMuch", "Percent", "процента")]
    [InlineData("ru", "почем входящие в роуминге", "HowMuch", "Money", "")]
    [InlineData("ru", "Сколько сайтов госорганов приспособили?", "HowMany", "Number", "сайтов")]
    [InlineData("ru", "Сколько всего почтоматов стояло в стране?", "HowMany", "Number", "почтоматов")]
    [InlineData("ru", "Какой ключевой показатель связисты провалили?", "Which", "Any", "показатель")]
    [InlineData("ru", "Какое предприятие признано лучшим?", "Which", "Organisation", "предприятие")]
    [InlineData("ru", "Какие последние решения приняты?", "Which", "Any", "решения")]
    [InlineData("be", "Колькі ўсяго грошай пайшло на праект?", "HowMuch", "Money", "грошай")]
    [InlineData("ru", "В каком городе открыли центр?", "Which", "Place", "городе")]
    [InlineData("ru", "Что подарили женщине?", "What", "Any", "")]
    [InlineData("ru", "Из-за чего область отстала?", "Why", "Clause", "")]
    [InlineData("ru", "Берёт ли Белпочта деньги за доставку?", "YesNo", "YesNo", "")]
    [InlineData("be", "Хто цяпер узначальвае Міністэрства сувязі?", "Who", "Person", "")]
    [InlineData("be", "Колькі дрэваў пасадзілі на суботніку", "HowMany", "Number", "дрэваў")]
    [InlineData("be", "У якім раёне адкрылі маршрут?", "Which", "Place", "раене")]
    [InlineData("be", "Ці абавязкова мяняць пашпарт?", "YesNo", "YesNo", "")]
    [InlineData("en", "When did Belarus rank 40th?", "When", "Date", "")]
    [InlineData("en", "What rank did Minsk get?", "Rank", "Ordinal", "rank")]
    [InlineData("en", "How much does a registered letter of up to 20 g within Belarus cost?", "HowMuch", "Money", "")]
    [InlineData("en", "What share of the population lives in villages?", "HowMuch", "Percent", "share")]
    [InlineData("en", "Which institution received the certificate?", "Which", "Organisation", "institution")]
    [InlineData("en", "Is the agreement already in force?", "YesNo", "YesNo", "")]
    [InlineData("en", "Why was it abandoned?", "Why", "Clause", "")]
    [InlineData("ru", "Каким процентом телевизионной аудитории обладали сети?", "HowMuch", "Percent", "процентом")]
    [InlineData("ru", "Каким видом спорта занимается чемпионка?", "Which", "Any", "видом")]
    [InlineData("ru", "Каким крупным комбинатом управлял министр?", "Which", "Any", "комбинатом")]
    [InlineData("ru", "Какой урожай зерна собрали в области?", "Which", "Any", "урожай")]
    [InlineData("ru", "Какая из упомянутых программ принята первой?", "Which", "Name", "программ")]
    [InlineData("ru", "Каким был средний размер семьи?", "HowMuch", "Quantity", "размер")]
    [InlineData("ru", "Какова была численность населения?", "HowMuch", "Number", "численность")]
    [InlineData("ru", "Сколько летел голубь?", "HowMany", "Number", "")]
    [InlineData("ru", "Насколько упали тиражи?", "HowMuch", "Number", "")]
    [InlineData("ru", "На сколько процентов упали тиражи?", "HowMuch", "Percent", "процентов")]
    [InlineData("ru", "Сколько весит посылка?", "HowMuch", "Quantity", "")]
    [InlineData("be", "Якая арганізацыя ўрэшце будуе мост?", "Which", "Organisation", "арганізацыя")]
    [InlineData("be", "Які новы прадукт зрабіла фабрыка?", "Which", "Any", "прадукт")]
    [InlineData("be", "Якой была сярэдняя пенсія год таму?", "HowMuch", "Money", "пенсія")]
    [InlineData("en", "Which product pays no duty at all?", "Which", "Any", "product")]
    [InlineData("en", "What did the growers want per tonne?", "What", "Any", "")]
    [InlineData("en", "What was the building used for?", "What", "Any", "")]
    [InlineData("en", "By how many places did Belarus rise?", "HowMany", "Number", "places")]
    [InlineData("ru", "Каким тиражом вышел журнал?", "HowMuch", "Quantity", "тиражом")]
    [InlineData("ru", "Какой город занимает большую площадь?", "Which", "Place", "город")]
    [InlineData("be", "Якая арганізацыя дасць большую частку грошай?", "Which", "Organisation", "арганізацыя")]
    [InlineData("ru", "Во сколько раз выросли цены?", "HowMany", "Number", "раз")]
    [InlineData("be", "У колькі разоў вырасла колькасць абанентаў?", "HowMany", "Number", "разоў")]
    [InlineData("en", "Which country wanted the frequency plan put off?", "Which", "Place", "country")]
    [InlineData("en", "What was the mortality rate in 1930?", "HowMuch", "Quantity", "rate")]
    [InlineData("en", "What's the maximum length of a lesson?", "HowMuch", "Quantity", "length")]
    [InlineData("en", "What did one access point cost?", "HowMuch", "Money", "")]
    [InlineData("en", "In what area is it common?", "What", "Place", "area")]
    [InlineData("en", "What download speed was shown?", "HowMuch", "Quantity", "speed")]
    [InlineData("en", "What is the company's annual turnover?", "HowMuch", "Money", "turnover")]
    [InlineData("en", "Which two governing bodies have a veto?", "Which", "Any", "bodies")]
    [InlineData("en", "What principle highlights the significance of numbers?", "What", "Any", "principle")]
    [InlineData("en", "In what English colony were settlers promised land?", "What", "Any", "colony")]
    [InlineData("en", "How many times more did they have to pay?", "HowMany", "Number", "times")]
    [InlineData("en", "When the king died, what did the court do?", "What", "Any", "")]
    [InlineData("en", "When did the king, who was old, die?", "When", "Date", "")]
    [InlineData("ru", "Когда арестуют многих, какова обычная тактика?", "Which", "Any", "тактика")]
    [InlineData("ru", "Когда открыли завод, который делает телефоны?", "When", "Date", "")]
    [InlineData("ru", "Как далеко Минск от Бреста?", "HowMuch", "Quantity", "")]
    [InlineData("be", "Як часта выходзіць часопіс?", "HowMuch", "Duration", "")]
    [InlineData("ru", "На каком месте в рейтинге страна?", "Rank", "Ordinal", "месте")]
    [InlineData("ru", "какое место у Беларуси по развитию ИКТ", "Rank", "Ordinal", "место")]
    [InlineData("ru", "Какую строчку занимает Минск?", "Rank", "Ordinal", "строчку")]
    [InlineData("ru", "В каком месте нашли письмо?", "Where", "Place", "месте")]
    [InlineData("ru", "Какое государство стоит на втором месте?", "Which", "Place", "государство")]
    [InlineData("ru", "Мост через какую реку стоял на этом месте?", "Which", "Place", "реку")]
    [InlineData("be", "Якое месца заняла Беларусь у рэйтынгу?", "Rank", "Ordinal", "месца")]
    [InlineData("be", "У якім месцы знайшлі ліст?", "Where", "Place", "месцы")]
    [InlineData("en", "What place did Belarus take in 2020?", "Rank", "Ordinal", "place")]
    [InlineData("en", "In which place of the ranking is Minsk?", "Rank", "Ordinal", "place")]
    [InlineData("en", "Where does Belarus rank in the index?", "Rank", "Ordinal", "")]
    [InlineData("en", "Where did the teacher place the students?", "Where", "Place", "")]
    [InlineData("en", "In which place was the letter found?", "Where", "Place", "place")]
    [InlineData("en", "What festival takes place in April?", "What", "Any", "festival")]
    [InlineData("en", "What position did the minister hold at the bank?", "What", "Any", "position")]
    [InlineData("ru", "Во сколько обойдётся установка телефона?", "HowMuch", "Money", "")]
    [InlineData("be", "У колькі абышоўся мост?", "HowMuch", "Money", "")]
    [InlineData("ru", "Во сколько отходит автобус?", "When", "Time", "")]
    [InlineData("be", "А якой гадзіне адкрыюць кірмаш?", "When", "Time", "гадзіне")]
    [InlineData("en", "At what time does the office open?", "When", "Time", "time")]
    [InlineData("ru", "Кем работает Лариса Мелешко?", "What", "Any", "")]
    [InlineData("be", "Кім працуе Рыгор Куль?", "What", "Any", "")]
    [InlineData("ru", "Какое число сочетаний возможно?", "HowMany", "Number", "сочетаний")]
    [InlineData("ru", "До какого числа сократилось поголовье?", "HowMany", "Number", "")]
    [InlineData("ru", "С какого числа действует тариф?", "When", "Date", "числа")]
    [InlineData("ru", "Какую платформу запустит канал?", "Which", "Any", "платформу")]
    [InlineData("ru", "Сколько осталось времени?", "HowMuch", "Duration", "")]
    [InlineData("ru", "Кем по профессии был директор?", "What", "Any", "профессии")]
    [InlineData("en", "How long is the new bridge?", "HowMuch", "Quantity", "")]
    [InlineData("en", "Name a luxury division of Toyota.", "Which", "Organisation", "division")]
    [InlineData("ru", "Назовите одну страну, где открыт центр", "Which", "Place", "страну")]
    [InlineData("en", "How long was the meeting?", "HowMuch", "Duration", "")]
    [InlineData("ru", "Привет, как дела?", "NotAQuestion", "Name", "")]
    [InlineData("en", "thank you", "NotAQuestion", "Any", "")]
    public void Question_words_tell_the_kind_the_type_and_the_noun_asked_for(string code, string text, string kind, string expected, string head)
    {
        var question = QuestionReader.Read(text, LanguageCodes.Parse(code) ?? Language.Unknown, Reference);

        Assert.Equal(kind, question.Kind.ToString());
        if (kind != "NotAQuestion")
        {
            Assert.Equal(expected, question.Expected.ToString());
            Assert.Equal(head, question.HeadWord);
        }
    }

    [Theory]
    [InlineData("ru", "Что сделали в прошлом году?", "At", "2024", "counted from the archive's newest page, not from the clock")]
    [InlineData("be", "Колькі турыстаў прыехала летась?", "At", "2024", "one word says it")]
    [InlineData("en", "How many were there last year?", "At", "2024", "two words")]
    [InlineData("ru", "Кто сейчас министр?", "Now", "", "the latest value")]
    [InlineData("en", "Which rank did it hold before 2019?", "Before", "2019", "a bound")]
    [InlineData("ru", "Сколько человек посетило ТИБО-2024?", "At", "2024", "the year is part of a name")]
    [InlineData("ru", "план на 2026–2030 годы", "At", "2026,2030", "both ends of a range")]
    [InlineData("en", "How much does it cost since April 2024?", "At", "2024", "since is no bound")]
    [InlineData("ru", "Кто министр связи?", "Now", "", "who holds an office holds it now")]
    [InlineData("en", "Who heads the ministry?", "Now", "", "in English")]
    [InlineData("ru", "Кто был министром связи?", "At", "", "but not who held it")]
    [InlineData("en", "Who was appointed minister?", "At", "", "nor who was given it")]
    [InlineData("ru", "Кто возглавляет рейтинг?", "At", "", "a ranking is no office")]
    [InlineData("ru", "Кто из руководства министерства отвечал на звонки?", "At", "", "one of the heads is not the head")]
    public void Words_about_time_become_years_and_a_relation(string code, string text, string relation, string years, string why)
    {
        var time = QuestionReader.Read(text, LanguageCodes.Parse(code) ?? Language.Unknown, Reference).Time;

        Assert.True(relation == time.Relation.ToString() && years == string.Join(',', time.Years), $"{why}: {time.Relation} {string.Join(',', time.Years)}");
    }

    [Theory]
    [InlineData("Скажите, пожалуйста, когда открыли завод?", "когда открыли завод?")]
    [InlineData("Колькі студэнтаў у акадэміі, скажыце, калі ласка?", "Колькі студэнтаў у акадэміі?")]
    [InlineData("Хотелось бы узнать, с какой даты действует тариф.", "с какой даты действует тариф.")]
    [InlineData("I’d like to know who heads the ministry, please.", "who heads the ministry.")]
    [InlineData("Could you please tell me what a letter costs?", "what a letter costs?")]
    [InlineData("Подскажите, пожалуйста!", "Подскажите, пожалуйста!")]
    [InlineData("Please Call Stella — когда открылся магазин?", "Call Stella — когда открылся магазин?")]
    [InlineData("Интересное событие, когда оно было?", "Интересное событие, когда оно было?")]
    public void Polite_phrases_around_a_question_ask_for_nothing(string text, string question) => Assert.Equal(question, Openings.Without(text));

    [Fact]
    public void Ranks_are_numbers_and_years_are_not()
    {
        var question = QuestionReader.Read("Was Belarus 40th in 2020?", Language.English, Reference);

        Assert.Equal([40.0], question.Numbers);
        Assert.Equal([2020], question.Time.Years);
    }

    [Fact]
    public void Names_are_runs_of_capitals_and_what_stands_in_quotes()
    {
        var question = QuestionReader.Read("Из чего состоит госпрограмма «Цифровая Беларусь» по словам Анны Лисовец?", Language.Russian, Reference);

        Assert.Equal(["Цифровая Беларусь", "Анны Лисовец"], question.Names.Select(name => name.Of(question.Text)));
    }
}
