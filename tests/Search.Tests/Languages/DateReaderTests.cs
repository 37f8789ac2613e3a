using System.Globalization;
using Search.Text;
using Search.Text.Languages;

namespace Search.Tests.Languages;

public class DateReaderTests
{
    [Theory]
    [InlineData("16 августа 2024 г. в Министерстве", "16 августа 2024 г.=2024-08-16")]
    [InlineData("Праект сфарміраваны да 1 кастрычніка 2020г.", "1 кастрычніка 2020г.=2020-10-01")]
    [InlineData("27 жніўня 2020 года адбылося", "27 жніўня 2020 года=2020-08-27")]
    [InlineData("On September 21, 2021 the Minister", "September 21, 2021=2021-09-21")]
    [InlineData("On the 11th of December 2023, in Hanoi", "11th of December 2023=2023-12-11")]
    [InlineData("Постановление от 21.03.2024 № 14", "21.03.2024=2024-03-21")]
    [InlineData("updated 2021-09-21.", "2021-09-21=2021-09-21")]
    [InlineData("as of 9/21/2021", "9/21/2021=2021-09-21")]
    [InlineData("28 – 30 августа 2024 г. проходит", "28 – 30 августа 2024 г.=2024-08-28..2024-08-30")]
    [InlineData("С 18 по 21 апреля 2023 года", "18 по 21 апреля 2023 года=2023-04-18..2023-04-21")]
    [InlineData("з 18 па 21 красавіка 2023 года", "18 па 21 красавіка 2023 года=2023-04-18..2023-04-21")]
    [InlineData("28 июня – 2 июля 2021 г.", "28 июня – 2 июля 2021 г.=2021-06-28..2021-07-02")]
    [InlineData("from October 29 to November 16, 2018.", "October 29 to November 16, 2018=2018-10-29..2018-11-16")]
    [InlineData("28 декабря – 3 января 2022 г.", "28 декабря – 3 января 2022 г.=2021-12-28..2022-01-03")]
    [InlineData("14, 15 и 16 мая 2019 года", "14, 15 и 16 мая 2019 года=2019-05-14..2019-05-16")]
    [InlineData("On June 20 and 21, 2017 Minsk", "June 20 and 21, 2017=2017-06-20..2017-06-21")]
    [InlineData("у маі 2019 года", "маі 2019 года=2019-05")]
    [InlineData("в ноябре 2017 г.", "ноябре 2017 г.=2017-11")]
    [InlineData("in November 2017 Belarus", "November 2017=2017-11")]
    [InlineData("у траўні 1999 года", "траўні 1999 года=1999-05")]
    [InlineData("30 cнежня 2020", "", "a Latin c in a Cyrillic word is not mended here")]
    [InlineData("31 снежнiя", "", "no month has this form")]
    [InlineData("1 лiпеня 2020 г.", "1 лiпеня 2020 г.=2020-07-01", "a Latin i is")]
    [InlineData("у 2018 годзе, у 2018-м", "2018 годзе=2018;2018-м=2018")]
    [InlineData("на 2021 - 2025 гады", "2021 - 2025 гады=2021..2025")]
    [InlineData("в 2016–2020 гг. и в 2021 г.", "2016–2020 гг.=2016..2020;2021 г.=2021")]
    [InlineData("since 1992, by 2030 and (2019)", "1992=1992;2030=2030;2019=2019")]
    [InlineData("в 1990-х годах, у 2010-я гады, in the 1980s", "1990-х годах=1990..1999;2010-я гады=2010..2019;1980s=1980..1989")]
    [InlineData("from 2016 to 2020", "2016 to 2020=2016..2020")]
    [InlineData("21 may 2020, sent 2020-05-21T10:00:00", "21 may 2020=2020-05-21;2020-05-21=2020-05-21")]
    [InlineData("II квартал 2024 г.", "II квартал 2024 г.=2024-04..2024-06")]
    [InlineData("в третьем квартале 2019 года", "третьем квартале 2019 года=2019-07..2019-09")]
    [InlineData("the second quarter of 2020", "second quarter of 2020=2020-04..2020-06")]
    [InlineData("| Показатель | 2015 | 2020 |", "2015=2015;2020=2020")]
    public void A_date_is_found_with_its_span_and_value(string text, string expected, string why = "") =>
        Assert.True(expected == Describe(text), $"{why} {Describe(text)}");

    [Theory]
    [InlineData("23 октября состоялся", "23 октября=??-10-23")]
    [InlineData("28 – 30 августа", "28 – 30 августа=??-08-28..??-08-30")]
    [InlineData("held from 19 to 23 March.", "19 to 23 March=??-03-19..??-03-23")]
    [InlineData("Today, on September 21, the Minister", "September 21=??-09-21")]
    [InlineData("В ноябре текущего года", "ноябре текущего года=??-11")]
    [InlineData("у снежні мінулага года", "снежні мінулага года=??-12 -1")]
    [InlineData("с января по декабрь", "января по декабрь=??-01..??-12")]
    public void A_date_without_a_year_says_so(string text, string expected) => Assert.Equal(expected, Describe(text));

    [Theory]
    [InlineData("Адкрытыя мая і твая", "мая is also my")]
    [InlineData("You may march", "verbs")]
    [InlineData("The 10 may be seen, 2 march on", "verbs behind numbers")]
    [InlineData("Марта Линдквист", "a name")]
    [InlineData("люты холад", "an adjective")]
    [InlineData("ТИБО-2023, EXPO-2027", "years in names of events")]
    [InlineData("1 946 ID-карт и 12 934 объекта", "numbers in groups")]
    [InlineData("тел. 8 (017) 000-14-15, 2023 рубля", "telephone numbers and amounts")]
    [InlineData("https://mpt.example/news/21-09-2021-7488", "addresses")]
    [InlineData("31 апреля, 30.02.2020", "days that no month has")]
    [InlineData("UN Survey 2024", "a year without a preposition is part of a name")]
    [InlineData("5 февралей", "no form of a date")]
    [InlineData("", "nothing")]
    public void What_is_no_date_is_left_alone(string text, string why) => Assert.True(Describe(text).Length == 0, $"{why}: {Describe(text)}");

    [Fact]
    public void A_missing_year_is_completed_and_a_29th_of_February_only_in_a_leap_year()
    {
        var mention = Assert.Single(DateReader.Find("29 февраля", Language.Russian));

        Assert.Equal(new PartialDate(2024, 2, 29), mention.InYear(2024)!.From);
        Assert.Null(mention.InYear(2023));
    }

    [Fact]
    public void A_range_over_new_year_ends_in_the_next_year()
    {
        var mention = Assert.Single(DateReader.Find("28 декабря – 3 января", Language.Russian)).InYear(2021)!;

        Assert.Equal((new PartialDate(2021, 12, 28), new PartialDate(2022, 1, 3)), (mention.From!.Value, mention.To!.Value));
    }

    private static string Describe(string text) => string.Join(';', DateReader.Find(text, Language.Unknown).Select(mention =>
    {
        var from = mention.YearMissing ? Without(mention.Month, mention.Day) : mention.From.ToString();
        var to = mention.YearMissing ? Without(mention.LastMonth, mention.LastDay) : mention.To.ToString();
        var offset = mention.YearOffset == 0 ? "" : " " + mention.YearOffset.ToString(CultureInfo.InvariantCulture);
        return $"{mention.Span.Of(text)}={from}{(from == to ? "" : ".." + to)}{offset}";
    }));

    private static string Without(int? month, int? day) => $"??-{month:D2}" + (day is null ? "" : $"-{day:D2}");
}
