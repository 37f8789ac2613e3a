using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Analysis;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("Прайшла сустрэча. Бакі дамовіліся.", "Прайшла сустрэча.|Бакі дамовіліся.", "two sentences")]
    [InlineData("16 августа 2024 г. в Министерстве состоялась встреча. Стороны обсудили планы.", "16 августа 2024 г. в Министерстве состоялась встреча.|Стороны обсудили планы.", "a lower-case word goes on")]
    [InlineData("16 августа 2024 г. Министр посетил Брест.", "16 августа 2024 г. Министр посетил Брест.", "a date at the head is not all of it")]
    [InlineData("В 2020 г. Беларусь заняла 40 место.", "В 2020 г. Беларусь заняла 40 место.", "the same behind a preposition")]
    [InlineData("Программа была принята Правительством в 2020 г. Министерство начало работу.", "Программа была принята Правительством в 2020 г.|Министерство начало работу.", "a year at the end")]
    [InlineData("Закон действует с 2020 г. В нём пять глав.", "Закон действует с 2020 г.|В нём пять глав.", "a function word begins a sentence")]
    [InlineData("Сустрэча ў г. Мінску, на вул. Кірава, 5. Прысутнічалі госці.", "Сустрэча ў г. Мінску, на вул. Кірава, 5.|Прысутнічалі госці.", "city and street")]
    [InlineData("Выступіў І. І. Іваноў. Потым А.В. Пятроў.", "Выступіў І. І. Іваноў.|Потым А.В. Пятроў.", "initials")]
    [InlineData("Улица им. В. Хоружей. Дом новый.", "Улица им. В. Хоружей.|Дом новый.", "an initial that looks like a preposition")]
    [InlineData("Скорость 2,3 Тбит/с. Введен новый переход.", "Скорость 2,3 Тбит/с.|Введен новый переход.", "a unit behind a stroke")]
    [InlineData("Сеть 5 G. Минск готов.", "Сеть 5 G.|Минск готов.", "a letter behind a number is no initial")]
    [InlineData("Спросили и у им. Потом ушли.", "Спросили и у им.|Потом ушли.", "a pronoun that looks like an abbreviation")]
    [InlineData("Связь, почта и т.д. Министр ответил.", "Связь, почта и т.д.|Министр ответил.", "an open end is an end")]
    [InlineData("Затраты 5 млн. руб. на год. Это мало.", "Затраты 5 млн. руб. на год.|Это мало.", "quantities inside")]
    [InlineData("Заплатили 5 млн. 300 тыс. рублей.", "Заплатили 5 млн. 300 тыс. рублей.", "a number goes on")]
    [InlineData("Рост составил 5.8 % за год. 15 стран впереди.", "Рост составил 5.8 % за год.|15 стран впереди.", "decimal point; a number begins a sentence")]
    [InlineData("Ён спытаў: «Хто там?» — і выйшаў.", "Ён спытаў: «Хто там?» — і выйшаў.", "a question inside")]
    [InlineData("Праект «Хто? Што? Дзе?» скончаны! Ура…", "Праект «Хто? Што? Дзе?» скончаны!|Ура…", "stops inside a title")]
    [InlineData("Новый этап (см. рис. 1. Общий вид) начат. Продолжение следует.", "Новый этап (см. рис. 1. Общий вид) начат.|Продолжение следует.", "a bracket stays whole")]
    [InlineData("«Пришло время. Нужна смена», — сказал он. Все молчали.", "«Пришло время. Нужна смена», — сказал он.|Все молчали.", "a short quotation stays whole")]
    [InlineData("Развіццё сувязі.Міністр выступіў.", "Развіццё сувязі.|Міністр выступіў.", "the space was forgotten")]
    [InlineData("Сайт mpt.gov.by открыт. Пишите на info@mpt.gov.by.", "Сайт mpt.gov.by открыт.|Пишите на info@mpt.gov.by.", "addresses")]
    [InlineData("Прадстаўнікі дзярж.органаў прыйшлі.", "Прадстаўнікі дзярж.органаў прыйшлі.", "glued abbreviation")]
    [InlineData("Mr. Smith met Dr. Lee at 5 p.m. on Monday. They agreed.", "Mr. Smith met Dr. Lee at 5 p.m. on Monday.|They agreed.", "English titles")]
    [InlineData("The U.S. Government agreed. See No. 5 and Fig. 2. No. It is not.", "The U.S. Government agreed.|See No. 5 and Fig. 2.|No.|It is not.", "English references; no is a word too")]
    [InlineData("Belarus ranked 40th in 2020. The score was 0.8084.", "Belarus ranked 40th in 2020.|The score was 0.8084.", "a year at the end")]
    [InlineData("1. Общие положения. Закон действует.\n2. Иные.", "1. Общие положения.|Закон действует.|2. Иные.", "numbered items")]
    [InlineData("Пытанні:\n- сувязь;\n- пошта.\nУсе згодны.", "Пытанні:|сувязь;|пошта.|Усе згодны.", "list items")]
    [InlineData("| Год | Место |\n|---|---|\n| 2020 | 40. Рост |", "| Год | Место ||| 2020 | 40. Рост |", "table rows; a rule of dashes is none")]
    [InlineData("## **Визит министра**\n\n*Справочно. Программа одна.*", "Визит министра|Справочно.|Программа одна.", "marks of stress")]
    [InlineData("Визит министра\nСегодня прошла встреча.", "Визит министра|Сегодня прошла встреча.", "a short line is a heading")]
    [InlineData("Министерство связи и информатизации Республики Беларусь и\nпочта договорились.", "Министерство связи и информатизации Республики Беларусь и\nпочта договорились.", "a wrapped line goes on")]
    [InlineData("- Нас интересует опыт, - отметил Шульган. - Это важно.", "Нас интересует опыт, - отметил Шульган.|- Это важно.", "direct speech")]
    public void Split_finds_sentences(string text, string expected, string why) =>
        Assert.Equal((expected, why), (string.Join('|', SentenceSplitter.Split(text, Language.Russian).Select(span => span.Of(text))), why));

    [Fact]
    public void The_English_pronoun_may_end_a_sentence()
    {
        const string Text = "He is taller than I. Nobody minds.";

        Assert.Equal(["He is taller than I.", "Nobody minds."], SentenceSplitter.Split(Text, Language.English).Select(span => span.Of(Text)));
    }

    [Fact]
    public void Any_text_gives_ascending_sentences_inside_it()
    {
        foreach (var text in RandomTexts.Many(seed: 5, count: 8_000))
        {
            var end = 0;
            foreach (var span in SentenceSplitter.Split(text, Language.Unknown))
            {
                Assert.True(span.Start >= end && span.Length > 0 && span.End <= text.Length);
                end = span.End;
            }
        }
    }
}
