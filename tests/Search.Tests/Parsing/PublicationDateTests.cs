using Search.Text;
using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public class PublicationDateTests
{
    private const string NoDate = "https://mpt.example/ru/page";

    [Theory]
    [InlineData("https://mpt.example/news/21-09-2021-7488", "2021-09-21")]
    [InlineData("https://mpt.example/news/2021/09/21/page", "2021-09-21")]
    [InlineData("https://mpt.example/2021-09-21-page", "2021-09-21")]
    [InlineData("https://mpt.example/2021/09/page", "2021-09")]
    [InlineData("https://mpt.example/news/31-02-2021-7488", "")]
    [InlineData("https://mpt.example/news/12345-67-2021", "")]
    [InlineData("https://mpt.example/ru/2021", "")]
    public void An_address_tells_the_day(string url, string expected) => Assert.Equal(expected, PublicationDate.OfAddress(url).ToString());

    [Theory]
    [InlineData(NoDate, "16 августа 2024 г. состоялась встреча. Соглашение от 24 сентября 1992 года.", "2024-08-16", "the first day")]
    [InlineData("https://mpt.example/news/25-01-2019-5", "С 1 февраля 2019 г. изменяются тарифы.", "2019-01-25", "the address wins")]
    [InlineData("https://mpt.example/news/22-05-2020-6", "22 мая начала работать зона.", "2020-05-22", "the address gives the year")]
    [InlineData("https://mpt.example/2019/04/page", "25 апреля прошел праздник.", "2019-04-25", "the text is more exact than the address")]
    [InlineData("https://mpt.example/2019/04/page", "25 апреля 2011 года прошел праздник.", "2019-04", "the text speaks of another year")]
    [InlineData("https://mpt.example/ru/den-ikt-2019", "25 апреля прошел праздник.", "2019-04-25", "a year at the end of the address")]
    [InlineData("https://mpt.example/ru/programma-2026-2030", "19 июня 2025 г. министр представил проект.", "2025-06-19", "a program's years are not the page's")]
    [InlineData(NoDate, "23 октября состоялась конференция. По итогам исследования за 2020 год страна заняла 40 место.", "2020-10-23", "a year of the text")]
    [InlineData(NoDate, "23 октября состоялась конференция. Сеть работает с 2005 года, в 2020 году она выросла, к 2030 году охватит всех.", "2020-10-23", "the latest year that is past")]
    [InlineData(NoDate, "С 18 по 21 апреля 2023 года в Минске пройдет форум. О программе 30 марта рассказали журналистам.", "2023-03-30", "a plan is not the day, the report is")]
    [InlineData(NoDate, "The Forum will take place on April 18-21, 2023 in Minsk.", "2023", "a plan tells the year")]
    [InlineData(NoDate, "Форум пройдзе ў Мінску 18–21 красавіка 2023 года. 21 красавіка аб'яўлены моладзевы дзень.", "2023", "a day of the planned event is in the plan as well")]
    [InlineData(NoDate, "16 августа 2024 г. министр сообщил, что центр будет открыт.", "2024-08-16", "what was said may be a plan")]
    [InlineData(NoDate, "On March 5, 2020 the Minister said that the forum will be held.", "2020-03-05", "what was said may be a plan")]
    [InlineData(NoDate, "По состоянию на 1 октября 2021 г. связь доступна.", "2021-10", "figures of a day are published within weeks")]
    [InlineData(NoDate, "На 1 чэрвеня 2020 г. паслугі даступныя.", "2020-06", "figures of a day, Belarusian")]
    [InlineData(NoDate, "As of April 12, 2012 the capacity has reached.", "2012-04", "figures of a day, English")]
    [InlineData(NoDate, "С 1 апреля 2024 г. вводятся тарифы. Тарифы, действовавшие с 1 февраля 2019 г., утрачивают силу.", "2024", "a term tells the year")]
    [InlineData(NoDate, "З 14 чэрвеня 2013 г. наведвальнікі могуць.", "2013", "a term, Belarusian")]
    [InlineData(NoDate, "С 14 по 16 сентября 2018 г. прошла спартакиада.", "2018-09-14", "a span that is over is no term")]
    [InlineData(NoDate, "Опубликовано: 01.10.2020\n\n5 мая 2015 года был подписан договор.", "2020-10-01", "a label")]
    [InlineData(NoDate, "5 мая 2015 года был подписан договор.\n\n01.10.2020\n\nТекст.", "2020-10-01", "a line of its own")]
    [InlineData(NoDate, "27 жніўня 2020 г. адбылося абмеркаванне. Праект павінен быць да 1 кастрычніка 2020г.", "2020-08-27", "Belarusian")]
    [InlineData(NoDate, "Апублікаваны вынікі даследавання 2024 года. У 2022 годзе было 58-е месца.", "2024", "the latest year of the lead")]
    [InlineData(NoDate, "Концепция рассчитана на 2021–2025 годы.", "", "a span of years is no date")]
    [InlineData(NoDate, "Компания основана 12 мая 1874 года.", "", "history")]
    [InlineData(NoDate, "Текст без даты.", "", "nothing")]
    [InlineData(NoDate, "| Дата | Лицо |\n|---|---|\n| 9 июля 2022 г. | министр |", "2022", "a table lists dates, of the same year")]
    public void A_page_is_dated_by_address_and_lead(string url, string text, string expected, string why)
    {
        var found = PublicationDate.Find(url, "Title", text, Language.Unknown, stated: null).ToString();

        Assert.True(expected == found, $"{why}: {found}");
    }

    [Fact]
    public void A_date_far_down_is_not_the_day_of_publication()
    {
        var text = string.Concat(Enumerable.Repeat("Предложение без дат, но со словами. ", 60)) + "\n\n5 мая 2015 года был подписан договор.";

        Assert.Null(PublicationDate.Find(NoDate, "Title", text, Language.Russian, stated: null));
    }

    [Fact]
    public void A_field_of_the_format_is_the_best_evidence() =>
        Assert.Equal(new PartialDate(2020, 1, 2), PublicationDate.Find("https://mpt.example/news/21-09-2021-7", "", "", Language.Russian, new PartialDate(2020, 1, 2)));
}
