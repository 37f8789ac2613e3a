using Search.Answering.Extraction;
using Search.Answering.Questions;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("ru", "На какие даты перенесли форум?", "Форум переносится на 25–28 мая 2021 г. Заявки сохраняют силу.", "28 мая 2021", "25–28 мая 2021 г.", "a range of days is one answer")]
    [InlineData("ru", "По какому адресу работает павильон форума?", "В павильоне на проспекте Победителей, 20/2 форум представят 127 организаций.", "Победителей", "на проспекте Победителей, 20/2", "an address has its street and its number")]
    [InlineData("ru", "Где прошла спартакиада?", "В сентябре в Бобруйске прошла спартакиада.", "Бобруйске", "в Бобруйске", "a case without its preposition is no answer")]
    [InlineData("en", "Where did the games take place?", "The games took place in Babruysk.", "Babruysk", "Babruysk", "an English name stands alone")]
    [InlineData("en", "Which countries had stands at the forum?", "At the forum companies from Pakistan and the United Arab Emirates had stands.", "Pakistan", "Pakistan and the United Arab Emirates", "all names of a list")]
    [InlineData("ru", "Почему подняли тарифы?", "Пересмотр тарифов вызван ростом затрат на топливо и электроэнергию; так решило предприятие.", "электроэнергию", "ростом затрат на топливо и электроэнергию", "a reason reaches to the end of its clause")]
    [InlineData("be", "Колькі грошай пайшло на форум?", "На форум выдаткавана 920 тыс. рублёў з бюджэту.", "920", "920 тыс. рублёў", "an amount has its currency")]
    [InlineData("en", "Who heads the delegation?", "The delegation is headed by First Deputy Minister of Communications and Informatization Dzianis Haurylik.", "First Deputy Minister of Communications", "First Deputy Minister of Communications and Informatization Dzianis Haurylik", "a role has its holder's name")]
    [InlineData("ru", "Кто открыл форум?", "Форум открыл Иван Петров.", "открыл Иван Петров", "Иван Петров", "what a person does is no part of the name")]
    [InlineData("en", "Who opened the forum?", "Minister Ivan Petrov opened the forum.", "Minister Ivan Petrov opened", "Minister Ivan Petrov", "nor is it behind the name")]
    [InlineData("ru", "Какое предприятие признано лучшим?", "Лучшим признано предприятие РУП «Белтелеком» из Минска.", "РУП", "РУП «Белтелеком»", "an organisation has its quoted name")]
    [InlineData("ru", "Когда образовалось море?", "Море образовалось 66 миллионов лет назад.", "66", "66 миллионов лет назад", "a time has the words that count it back")]
    [InlineData("ru", "Когда образовалось море?", "Море образовалось 66 миллионов лет назад.", "лет назад", "66 миллионов лет назад", "a span of time has its number")]
    [InlineData("ru", "Сколько людей погибло от чумы?", "Погибло от чумы от 30 до 50 тысяч жителей.", "50 тысяч", "от 30 до 50 тысяч", "half of a range is another amount")]
    [InlineData("ru", "Насколько вырос индекс развития?", "Индекс развития вырос с 30 до 50 тысяч.", "50 тысяч", "50 тысяч", "a change is no range")]
    [InlineData("en", "How many post offices closed?", "Between 20 and 30 post offices closed.", "30", "Between 20 and 30", "a range in English")]
    [InlineData("ru", "Когда выросло число жалоб?", "Число жалоб выросло между 2005 и 2010 годами.", "2005", "между 2005 и 2010", "the lower half of a range")]
    [InlineData("ru", "Какой была скорость ветра?", "Скорость ветра достигла 110 миль в час.", "110 миль", "110 миль в час", "a rate has its time")]
    [InlineData("ru", "Сколько рублей в месяц стоит абонемент?", "Абонемент стоит 10 рублей в месяц.", "10 рублей", "10 рублей", "the question names the time")]
    [InlineData("ru", "Когда открыли завод?", "Завод открыли летом 2021 года.", "2021 года", "летом 2021 года", "the season is the more exact time")]
    [InlineData("en", "When did the plant open?", "The plant opened in the spring of 2021.", "2021", "spring of 2021", "a season in English")]
    [InlineData("ru", "Сколько домов построили?", "В области построили не менее 900 домов.", "900", "не менее 900", "a bound is no amount")]
    [InlineData("be", "Колькі дамоў пабудавалі?", "У вобласці пабудавалі больш за 900 дамоў.", "900", "больш за 900", "a bound in Belarusian")]
    [InlineData("ru", "Сколько лет было министру?", "Министру было 38 лет.", "38 лет", "38", "the question names the unit")]
    [InlineData("ru", "Сколько рублей стоит письмо?", "Письмо стоит 38 рублей.", "38 рублей", "38 рублей", "money keeps its unit")]
    [InlineData("ru", "Сколько людей было на форуме?", "На форуме было 500 человек.", "500 человек", "500", "the question names the unit by another word")]
    [InlineData("ru", "Когда закончилось оледенение?", "Оледенение закончилось 11 600 лет до настоящего времени.", "11 600", "11 600 лет до настоящего времени", "a time has its era")]
    [InlineData("ru", "Когда погиб диктатор?", "Диктатор погиб в 44 году до н. э. в Риме.", "44 году", "44 году до н. э.", "a year has its era")]
    [InlineData("be", "Калі загінуў дыктатар?", "Дыктатар загінуў у 44 годзе да н.э. у Рыме.", "44 годзе", "44 годзе да н.э.", "an era in Belarusian")]
    [InlineData("ru", "Когда открыли завод?", "Завод открыли летом 2021 года.", "2021", "летом 2021 года", "a season and a year have the noun behind it")]
    [InlineData("ru", "Сколько времени осталось до конца?", "До конца осталось 3:08.", "08", "3:08", "minutes have their hour")]
    [InlineData("ru", "Сколько договоров защищали права?", "Права не защищали ни в одном договоре.", "одном", "ни в одном", "none is not one")]
    [InlineData("en", "What did the archive reach?", "The archive reached 66 million pages.", "66", "66 million", "a number has its magnitude whatever is asked for")]
    [InlineData("ru", "Какая доля голосов нужна?", "Нужны две трети голосов.", "две", "две трети", "a number has the part it counts")]
    [InlineData("ru", "Насколько дороже стала связь?", "Связь стала в десять раз дороже прежней.", "десять раз", "в десять раз дороже", "times have what is compared by them")]
    [InlineData("ru", "Во сколько раз дороже стала связь?", "Связь стала в десять раз дороже прежней.", "десять", "десять", "the question names the times")]
    [InlineData("en", "How much faster is the new network?", "The new network is ten times faster.", "ten times", "ten times faster", "times in English")]
    [InlineData("ru", "Какой филиал признан лучшим?", "Лучшим признан Гродненский филиал связи.", "Гродненский", "Гродненский филиал", "an adjective alone names nothing")]
    [InlineData("be", "Які паказчык не выкананы?", "Не выкананы паказчык па долі электронных рэцэптаў.", "паказчык па долі", "паказчык па долі электронных рэцэптаў", "a share is one of something")]
    [InlineData("en", "What did the ministry reduce?", "The ministry reduced the number of mobile offices.", "the number", "the number of mobile offices", "a number is one of something")]
    [InlineData("ru", "Когда откроют завод?", "Завод откроют в марте.", "марте", "в марте", "a month has its preposition")]
    [InlineData("ru", "Когда вышла версия?", "Версия вышла в апреле 2002-го.", "апреле", "в апреле 2002-го", "a year with its ending")]
    public void A_span_is_widened_to_the_whole_of_what_it_is_a_part_of(string code, string question, string text, string span, string whole, string why)
    {
        var completed = Completed(code, question, text, span);

        Assert.True(whole == completed, $"{why}: {completed}");
    }

    [Theory]
    [InlineData("ru", "Когда назначили министра?", "Президент 12 октября назначил министра связи.", "Президент 12 октября", "12 октября", "a day is not who acted on it")]
    [InlineData("ru", "Когда сгорела крипта?", "Крипту сожгли в июле 1936 года анархисты.", "июле 1936 года анархисты", "в июле 1936 года", "nor is it behind")]
    [InlineData("be", "Калі адзначаюць фэст?", "Фэст святкуюць 16 жніўня.", "святкуюць 16 жніўня", "16 жніўня", "a day has no verb")]
    [InlineData("en", "When was the plan published?", "The plan was published in May 2015.", "published in May 2015", "in May 2015", "its preposition stays")]
    [InlineData("ru", "Когда появились школы?", "Школы появились в начале 1990-х годов.", "начале 1990-х годов", "начале 1990-х годов", "a part of a time stays")]
    [InlineData("ru", "Когда сменили индексы?", "Индексы сменили осенью 1957-го.", "осенью 1957-го", "осенью 1957-го", "a season stays")]
    [InlineData("ru", "Когда работает приёмная?", "Приёмная работает 16 мая и 20 мая.", "16 мая и 20 мая", "16 мая и 20 мая", "two days stay two")]
    [InlineData("ru", "Сколько поселенцев умерли?", "Умерли 390 жителей этого поселения.", "390 жителей этого поселения", "390", "what is counted the question says")]
    [InlineData("ru", "Сколько платили посетители?", "Посетители платили две лиры.", "две лиры", "две лиры", "but here it does not")]
    [InlineData("ru", "Какую должность занимает Руслан Барановский?", "Его директор Руслан Барановский открыл портал.", "директор Руслан Барановский", "директор", "an office is not its holder")]
    [InlineData("ru", "Какой пост занимает Виктор Ольховик?", "Форум открыл первый заместитель министра связи и информатизации Виктор Ольховик.", "заместитель", "первый заместитель министра связи и информатизации", "an office is told whole")]
    [InlineData("be", "Якую пасаду займае Максім Кісель?", "Журы ўзначаліў начальнік галоўнага ўпраўлення Максім Кісель.", "начальнік", "начальнік галоўнага ўпраўлення", "an office in Belarusian")]
    [InlineData("ru", "Сколько голосов нужно?", "Нужны две трети голосов.", "две трети голосов", "две трети голосов", "a part is no number")]
    [InlineData("ru", "Сколько денег фирма уплатила за озеро?", "Фирма взяла угря и уплатила 180 тысяч долларов.", "уплатила 180 тысяч долларов", "180 тысяч долларов", "an amount has no verb")]
    public void A_value_that_answers_alone_stands_alone(string code, string question, string text, string span, string alone, string why)
    {
        var completed = Completed(code, question, text, span);

        Assert.True(alone == completed, $"{why}: {completed}");
    }

    [Theory]
    [InlineData("ru", "Сколько стоит письмо до 20 г?", "Письмо до 20 г – 84 копейки (было 60 копеек).", "84 копейки", "what was so before is no answer")]
    [InlineData("en", "What download speed was shown?", "The download speed reached 1.2 Gbit/s, the delay was 9 milliseconds.", "1.2 Gbit/s", "a speed is not told in milliseconds")]
    [InlineData("ru", "Какое место заняла страна в рейтинге 2016 года?", "В рейтинге 2016 года: 49 место, индекс 0,6625.", "49", "a rank is a whole number")]
    [InlineData("ru", "Насколько ниже был уровень моря?", "Уровень моря был ниже на 120 метров (390 футов).", "120 метров", "a measure stands before its conversion")]
    [InlineData("ru", "Сколько стоят входящие звонки?", "Входящие звонки дешевеют в 4 раза, входящие звонки по 0,09 рубля.", "0,09 рубля", "a price is not so many times")]
    [InlineData("ru", "Какую должность занимает Анна Рябинина?", "Нашу сторону возглавит заместитель министра Анна Рябинина, их сторону возглавит директор Иван Петров.", "заместитель министра", "an office belongs to its holder")]
    [InlineData("en", "What post does Rasa Vaitkute hold?", "The firm was represented by director Rasa Vaitkute, the other one by chairman Ivan Petrov.", "director", "an office belongs to its holder in English")]
    [InlineData("en", "What rank did the country hold in 2020?", "The First Deputy Minister said that the country held place 40 in the ranking of 2020.", "40", "the first deputy is no rank")]
    [InlineData("en", "What place did Belarus take in the index?", "In the index Belarus took the 32nd place among 176 countries and ranks first among the CIS countries.", "32nd", "a rank among some is another one")]
    public void A_value_that_contradicts_the_question_is_not_chosen(string code, string question, string text, string answer, string why)
    {
        var chosen = AnswerChoice.Choose(SampleEvidence.Read(code, question, ("page", "Новости", text)), SpanRanker.Default);

        Assert.True(chosen?.Span?.Text.Contains(answer, StringComparison.Ordinal), $"{why}: {chosen?.Span?.Text}");
    }

    [Theory]
    [InlineData("en", "By how many places did Belarus rise in the postal index between 2018 and 2022?", "In the postal index of 2022 Belarus took place 29.", "29", true, "one of the two values")]
    [InlineData("en", "By how many places did Belarus rise in the postal index between 2018 and 2022?", "Between 2018 and 2022 Belarus rose in the postal index by 15 places.", "15", false, "the change itself")]
    [InlineData("ru", "На сколько мест поднялась Беларусь в индексе с 2018 по 2022 год?", "За эти годы Беларусь поднялась в индексе на 15 мест.", "15", false, "the change without its years")]
    [InlineData("be", "Наколькі вырас індэкс паміж 2018 і 2022 гадамі?", "У 2022 годзе індэкс склаў 38 балаў.", "38", true, "one of the two values, in Belarusian")]
    [InlineData("en", "How many places did Belarus hold in 2018 and 2022?", "In 2022 Belarus held place 29.", "29", false, "no change is asked for")]
    [InlineData("en", "By how many places did Belarus rise?", "Belarus rose by 5.8 % in the index.", "5.8 %", true, "places are no share")]
    [InlineData("en", "By how many places did Belarus rise?", "Belarus rose by 15 places in the index.", "15", false, "places")]
    [InlineData("ru", "Сколько человек пользуется сетью?", "Сетью пользуется 70 % жителей.", "70 %", false, "people are told in shares")]
    [InlineData("ru", "Кто был директором предприятия в мае?", "В мае директором предприятия РУП «Белтелеком» был Иван Петров.", "РУП «Белтелеком»", true, "an organisation holds no office")]
    [InlineData("ru", "Кто был директором предприятия в мае?", "В мае директором предприятия РУП «Белтелеком» был Иван Петров.", "Иван Петров", false, "a person does")]
    [InlineData("ru", "Какую сумму одолжил Азербайджан?", "Азербайджан одолжил спутник 5 июня 2014 года.", "5 июня 2014 года", true, "a day is no sum")]
    [InlineData("ru", "Какую сумму одолжил Азербайджан?", "Азербайджан одолжил 8 спутников, теперь 5.", "5", true, "nor is a bare number where no sum stands near")]
    [InlineData("ru", "Какую сумму одолжил Азербайджан?", "Азербайджан одолжил 8 млн долларов, теперь 5.", "5", false, "where one does it may be")]
    [InlineData("en", "How old was the player?", "The player was 39 years old.", "39 years", false, "an age is a measure")]
    [InlineData("en", "How old were the fossils?", "The fossils had tentacles.", "tentacles", true, "no measure has no number")]
    [InlineData("en", "How much does the union give?", "The union gives 1.2 million Swiss francs.", "1.2 million Swiss francs", false, "a word may stand before the currency")]
    [InlineData("en", "How much did the transit earn?", "In 2011 the transit earned USD 14.7 million.", "USD 14.7 million", false, "the currency may stand before the sum")]
    public void A_broken_condition_of_the_question_is_seen(string code, string question, string text, string span, bool isBroken, string why)
    {
        var evidence = SampleEvidence.Read(code, question, ("page", "", text));
        var chosen = new ChosenAnswer(SampleEvidence.Span(evidence.Sentences[0], span), evidence.Sentences[0], 0, 0, 0, []);

        Assert.True(isBroken == ConditionCheck.IsBroken(evidence.Question, chosen), why);
    }

    [Theory]
    [InlineData("ru", "Кто министр связи?", "Об этом сообщил первый заместитель Министра связи Денис Гаврилик. Форум открыл министр связи Виктор Ольховик.", "Виктор Ольховик", "a deputy is no minister")]
    [InlineData("be", "Хто міністр сувязі?", "Намеснік Міністра сувязі Ганна Лісавец выступіла. Гасцей прыняў Міністр сувязі Ігар Каваль.", "Ігар Каваль", "nor in Belarusian")]
    [InlineData("en", "Who heads the Ministry of Communications?", "The delegation of the Ministry of Communications headed by Minister Andrei Stashkevich takes part in the World Summit.", "Minister Andrei Stashkevich", "a summit heads nothing")]
    [InlineData("ru", "Кто руководит Министерством связи?", "В Министерстве связи прошла встреча министра Константина Шульгана с представителем Программы развития.", "Константина Шульгана", "the name alone")]
    public void Who_holds_an_office_is_named_beside_it(string code, string question, string text, string holder, string why)
    {
        var evidence = SampleEvidence.Read(code, question, ("page", "Новости", text));

        var chosen = AnswerChoice.Choose(evidence, SpanRanker.Default);

        Assert.True(holder == chosen?.Span?.Text, $"{why}: {chosen?.Span?.Text}");
    }

    [Theory]
    [InlineData("Кто министр связи?", "О развитии связи сообщил первый заместитель министра связи Денис Гаврилик.", true, "a deputy alone")]
    [InlineData("Кто заместитель министра связи?", "О развитии связи сообщил первый заместитель министра связи Денис Гаврилик.", false, "the deputy is asked for")]
    [InlineData("Кто министр связи?", "О развитии связи сообщил министр связи Виктор Ольховик.", false, "the minister")]
    [InlineData("Кто министр связи?", "О развитии связи рассказал Виктор Ольховик.", true, "nobody says that he is")]
    [InlineData("Кто посетил министра связи?", "Министра связи посетила делегация Сербии.", false, "a visitor holds no office")]
    public void Nobody_else_is_named_for_who_holds_an_office(string question, string text, bool isBroken, string why)
    {
        var evidence = SampleEvidence.Read("ru", question, ("page", "Новости", text));

        Assert.True(isBroken == ConditionCheck.IsBroken(evidence.Question, AnswerChoice.Choose(evidence, SpanRanker.Default)!), why);
    }

    [Theory]
    [InlineData("Кто министр обороны?", true, "another office")]
    [InlineData("Кто министр связи?", false, "this one")]
    public void An_office_is_told_by_what_it_is_for(string question, bool isOfAnother, string why)
    {
        var evidence = SampleEvidence.Read("ru", question, ("page", "Новости", "О развитии связи сообщил министр связи Виктор Ольховик."), ("other", "Новости", "Дом обороны построили в Минске."));

        var chosen = AnswerChoice.Choose(evidence, SpanRanker.Default)! with { Sentence = evidence.Sentences.First(sentence => sentence.Text.Contains("Ольховик", StringComparison.Ordinal)) };

        Assert.True(isOfAnother == SubjectCheck.IsOfAnother(evidence, chosen), why);
    }

    [Theory]
    [InlineData("Сколько датчиков поставили в Браславе?", false, "the nearest place named is the one asked about")]
    [InlineData("Сколько датчиков поставили в Бресте?", true, "it is another one")]
    public void A_value_belongs_to_the_nearest_place_named_before_it(string question, bool isOfAnother, string why)
    {
        var evidence = SampleEvidence.Read("ru", question, ("page", "Новости", "Проект показали в Браславе. Поставили 27 датчиков."), ("other", "Новости", "Дом в Бресте построили."));
        var sentence = evidence.Passages.SelectMany(passage => passage.Sentences).First(sentence => sentence.Text.StartsWith("Поставили", StringComparison.Ordinal));

        Assert.True(isOfAnother == SubjectCheck.IsOfAnother(evidence, new ChosenAnswer(SampleEvidence.Span(sentence, "27"), sentence, 0, 0, 0, [])), why);
    }

    [Theory]
    [InlineData("Сколько стоит входящий звонок с 1 апреля?", "0,09")]
    [InlineData("Сколько стоит входящий звонок сейчас по старому тарифу?", "0,38")]
    public void Of_the_values_of_a_row_the_head_of_the_column_chooses(string question, string value)
    {
        var evidence = SampleEvidence.Read("ru", question, ("page", "Тарифы на роуминг", "Новые цены:\n\n| Услуга | Старый тариф, руб. | С 1 апреля, руб. |\n|---|---|---|\n| Входящий звонок, 1 мин | 0,38 | 0,09 |\n| Исходящий звонок, 1 мин | 0,79 | 0,19 |"));

        Assert.Equal(value, AnswerChoice.Choose(evidence, SpanRanker.Default)?.Span?.Text);
    }

    [Fact]
    public void The_head_of_a_column_tells_the_unit_of_its_numbers()
    {
        var evidence = SampleEvidence.Read("ru", "Сколько стоит входящий звонок?", ("page", "Тарифы", "Новые цены:\n\n| Услуга | Цена, руб. | Доля, % |\n|---|---|---|\n| Входящий звонок | 0,38 | 12 |"));

        var values = evidence.Sentences.Single(sentence => sentence.Cells.Count > 0).Values;

        Assert.Equal([(AnswerType.Money, 0.38, "руб"), (AnswerType.Percent, 12, "%")], values.Where(value => !double.IsNaN(value.Value)).Select(value => (value.Type, value.Value, value.Unit.TrimEnd('.'))));
    }

    [Theory]
    [InlineData("Когда подписан Версальский договор?", "Стороны подписали соглашение в 1997 году.", "Версальский", "договор", "what stands for a treaty does not stand for Versailles")]
    [InlineData("В каком году построен Карлов мост?", "Построенный мост открыла королева в 1981 году.", "Карлов", "мост", "in one language no two words are one because they sound alike")]
    public void Each_word_of_a_phrase_stands_for_itself(string question, string text, string missing, string held, string why)
    {
        var evidence = SampleEvidence.Read("ru", question, ("page", "Новости", text));
        var sentence = evidence.Sentences[0];

        var own = evidence.Matcher.Concepts.Select((concept, i) => (Word: concept.Span.Of(question), Match: sentence.Own[i])).ToDictionary(item => item.Word, item => item.Match);

        Assert.True(own[missing] == 0 && own[held] > 0, $"{why}: {string.Join(", ", own)}");
    }

    [Fact]
    public void A_newer_page_that_tells_what_was_before_replaces_the_value_of_an_older_one()
    {
        var evidence = SampleEvidence.Read(
            "ru",
            "Сколько стоит отправить простое письмо по Беларуси?",
            SampleArchive.Document("old", Language.Russian, "Тарифы", "Отправить простое письмо по Беларуси будет стоить 60 копеек.", new PartialDate(2019, 1, 25)),
            SampleArchive.Document("new", Language.Russian, "Письма и карточки", "Новые тарифы:\n\n- почтовая карточка – 66 копеек (было 48 копеек);\n- простое письмо – 84 копейки (было 60 копеек).", new PartialDate(2024, 3, 20)));

        var chosen = AnswerChoice.Choose(evidence, SpanRanker.Default);

        Assert.Equal(("new", "84 копейки"), (chosen?.Sentence.Passage.Ranked.Document.Id, chosen?.Span?.Text));
    }

    [Theory]
    [InlineData("ru", "Какой показатель не выполнен в этом году?", "Из 15 показателей выполнено 14. Не выполнен показатель доли рецептов.", "an indicator is no number")]
    [InlineData("en", "Where did Belarus stand in the index of 2017?", "In the index of 2017 Belarus occupies the 32nd position among 6 400 towns.", "a rank is an ordinal")]
    [InlineData("ru", "Кто был министром связи летом 2016 года?", "До конца 2016 года РУП «6 400 Связь» выведет аппараты из эксплуатации. Летом 2016 года рубильник включил министр связи Виктор Ольховик.", "only a person holds an office")]
    [InlineData("ru", "Сколько лет старейшей ученице курсов?", "Курсы окончили 6 400 учеников. Самой старшей ученице курсов – 91 год.", "an age has its unit")]
    public void A_number_of_another_kind_is_not_chosen(string code, string question, string text, string why)
    {
        var chosen = AnswerChoice.Choose(SampleEvidence.Read(code, question, ("page", "Новости", text)), SpanRanker.Default);

        Assert.True(chosen?.Span?.Text is { } span && !span.Contains("14", StringComparison.Ordinal) && !span.Contains("6 400", StringComparison.Ordinal), $"{why}: {chosen?.Span?.Text}");
    }

    [Theory]
    [InlineData("be", "Як доўга турыст можа карыстацца сеткай?", "Пушчу наведалі 320 тысяч турыстаў. Турыст можа карыстацца сеткай дзве гадзіны.", "дзве гадзіны", "no time is told in tourists")]
    [InlineData("ru", "По какому номеру звонить о пропаже посылки?", "О пропаже посылки сообщили 14 500 раз. О пропаже следует звонить по номеру 154.", "154", "a number to call")]
    [InlineData("en", "By how many places did the index of the post rise?", "The index of the post rose to 0.7912. By places, the index of the post rose by 15 places.", "15", "places are counted in whole numbers")]
    public void A_span_of_time_a_telephone_and_a_count_are_not_guessed_from_other_numbers(string code, string question, string text, string answer, string why)
    {
        var chosen = AnswerChoice.Choose(SampleEvidence.Read(code, question, ("page", "Новости", text)), SpanRanker.Default);

        Assert.True(chosen?.Span?.Text.Contains(answer, StringComparison.Ordinal), $"{why}: {chosen?.Span?.Text}");
    }

    [Theory]
    [InlineData(2016, "Other")]
    [InlineData(2020, "InSentence")]
    [InlineData(2021, "InSentence")]
    public void A_report_on_a_programme_tells_of_its_day_and_of_the_end_of_the_programme(int year, string agreement)
    {
        var evidence = SampleEvidence.Read("ru", $"Кто был министром связи в {year} году?", ("page", "Итоги", "25 января 2021 г. министр связи Андрей Сташкевич представил итоги программы на 2016–2020 годы."));

        Assert.Equal(agreement, Assert.Single(evidence.Sentences).Year.ToString());
    }

    [Theory]
    [InlineData("ru", "Кто министр связи?", "Первый заместитель министра связи Денис Гаврилик открыл форум. Министр связи Виктор Ольховик выступил с докладом.", "Виктор Ольховик")]
    [InlineData("ru", "Кто заместитель министра связи?", "Первый заместитель министра связи Денис Гаврилик открыл форум. Министр связи Виктор Ольховик выступил с докладом.", "Денис Гаврилик")]
    [InlineData("en", "Who is the Minister of Communications?", "Deputy Minister of Communications Hanna Lisavets opened the forum. Minister of Communications Iryna Rudzetskaya took part.", "Iryna Rudzetskaya")]
    public void A_deputy_holds_another_office(string code, string question, string text, string holder)
    {
        var chosen = AnswerChoice.Choose(SampleEvidence.Read(code, question, ("page", "Форум", text)), SpanRanker.Default);

        Assert.Contains(holder, chosen?.Span?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_name_is_no_other_name_of_the_same_language_that_sounds_like_it()
    {
        var evidence = SampleEvidence.Read("en", "What happens to the deal with Hanoi?", ("page", "Minsk", "The deal was presented by Hanna Lisavets."));
        var concept = evidence.Matcher.Concepts.Select((each, i) => (each, i)).Single(pair => pair.each.Span.Of(evidence.Question.Text) == "Hanoi").i;

        Assert.Equal(0, Assert.Single(evidence.Sentences).Own[concept]);
    }

    [Fact]
    public void Words_of_the_whole_page_tell_none_of_its_sentences_apart()
    {
        var evidence = SampleEvidence.Read("ru", "Сколько датчиков платформы установили в Браславе?", ("page", "Платформа в Браславе", "Платформа Браслава открыта в июле. Платформа Браслава объединяет 27 датчиков. Платформу Браслава показали министру."));
        var context = new RankingContext(evidence.Question, evidence.Matcher, evidence.Sentences);
        var rare = evidence.Sentences.Single(sentence => sentence.Text.Contains("датчиков", StringComparison.Ordinal));

        var alone = evidence.Sentences.ToDictionary(sentence => sentence.Number, sentence => context.Local(sentence).Alone(sentence));

        Assert.Equal(1, context.Local(rare).Relative(rare));
        Assert.All(alone.Where(item => item.Key != rare.Number), item => Assert.Equal(0, item.Value));
        Assert.True(alone[rare.Number] > 0);
    }

    [Fact]
    public void Sentences_are_ordered_the_same_on_every_run_and_their_shares_are_one_whole()
    {
        var first = SampleEvidence.Read("ru", "Сколько датчиков установили?", ("a", "Браслав", "Открыли парк. Установили 27 датчиков. Пришёл министр."), ("b", "Орша", "Датчики проверили. Их было много."));
        var second = SampleEvidence.Read("ru", "Сколько датчиков установили?", ("b", "Орша", "Датчики проверили. Их было много."), ("a", "Браслав", "Открыли парк. Установили 27 датчиков. Пришёл министр."));

        Assert.Equal(first.Sentences.Select(sentence => sentence.Text), second.Sentences.Select(sentence => sentence.Text));
        Assert.Equal("Установили 27 датчиков.", first.Sentences[0].Text);
        Assert.Equal(1, first.Sentences.Sum(sentence => sentence.Share), 3);
    }

    [Fact]
    public void Several_words_that_translate_one_of_the_question_are_seen_in_a_sentence()
    {
        var evidence = SampleEvidence.Read("en", "What is said of e-government?", "ru", ("page", "Новости", "Рейтинг касается готовности к электронному правительству. Правительство приняло электронный документ."));
        var concept = evidence.Matcher.Concepts.Select((each, i) => (each, i)).Single(pair => pair.each.Span.Of(evidence.Question.Text) == "e-government").i;

        float Seen(string words) => evidence.Sentences.Single(sentence => sentence.Text.Contains(words, StringComparison.Ordinal)).Own[concept];

        Assert.Equal(1, Seen("Рейтинг касается"));
        Assert.True(Seen("приняло") < 1);
    }

    [Fact]
    public void The_country_of_the_archive_weighs_less_than_a_name_that_a_page_must_say()
    {
        var evidence = SampleEvidence.Read("ru", "Откуда родом школьница, чьё письмо стало лучшим в Беларуси и в Орше?", ("page", "Новости", "Лучшее письмо написала школьница из Орши."));
        var concepts = evidence.Matcher.Concepts.ToDictionary(concept => concept.Span.Of(evidence.Question.Text));

        Assert.True(concepts["Орше"].Weight > concepts["школьница"].Weight * 0.9);
        Assert.True(concepts["Беларуси"].Weight < concepts["Орше"].Weight / 2);
    }

    private static string Completed(string code, string question, string text, string span)
    {
        var evidence = SampleEvidence.Read(code, question, ("page", "Новости", text));
        var sentence = evidence.Sentences.Single(sentence => sentence.Text.Contains(span, StringComparison.Ordinal));
        return SpanCompletion.Complete(evidence.Question, SampleEvidence.Span(sentence, span)).Text;
    }
}
