using Search.Answering.Timeline;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class FactTimelineTests
{
    private static readonly Lazy<FactTimeline> Timeline = new(() => new FactTimeline(SampleArchive.Retriever(
        SampleArchive.Document(
            "survey-2020",
            Language.Russian,
            "Исследование ООН по электронному правительству",
            "По итогам исследования ООН в 2020 году Беларусь заняла 40-е место в рейтинге электронного правительства. Казахстан занял в рейтинге электронного правительства 29-е место. По электронному участию Беларусь не оценивалась.",
            new PartialDate(2020, 10, 23)),
        SampleArchive.Document(
            "survey-2024",
            Language.English,
            "Belarus moves up in e-government",
            "In the 2024 e-government ranking Belarus took the 45th place against the 58th in 2022.",
            new PartialDate(2024, 9, 18)),
        SampleArchive.Document(
            "results",
            Language.Belarusian,
            "Электронны ўрад: вынікі",
            "Як мянялася месца Беларусі ў рэйтынгу электроннага ўрада:\n\n| Год | Месца |\n|---|---|\n| 2016 | 49 |\n| 2018 | 38 |\n| 2020 | 40 |",
            new PartialDate(2021, 1, 25)),
        SampleArchive.Document(
            "postal",
            Language.Russian,
            "Почтовый рейтинг",
            "В 2022 году Беларусь заняла 32-е место в рейтинге почтового развития.",
            new PartialDate(2022, 10, 9)),
        SampleArchive.Document(
            "letters-2019",
            Language.Russian,
            "Тарифы на письма",
            "С 1 февраля 2019 года простое письмо стоит 60 копеек, а заказное письмо стоит 1 рубль 80 копеек.",
            new PartialDate(2019, 1, 25)),
        SampleArchive.Document(
            "letters-2024",
            Language.Russian,
            "Новые тарифы на письма",
            "Простое письмо стоит 84 копейки (было 60 копеек).",
            new PartialDate(2024, 3, 20)))));

    [Theory]
    [InlineData("место Беларуси в рейтинге электронного правительства")]
    [InlineData("What rank did Belarus take in the e-government ranking?")]
    [InlineData("Якое месца займала Беларусь у рэйтынгу электроннага ўрада?")]
    public void A_rank_is_followed_over_the_years_each_value_of_a_year_once(string query)
    {
        var report = Timeline.Value.Read(query);

        Assert.Equal("rank", report.Kind);
        Assert.Equal(["2016 49", "2018 38", "2020 40", "2022 58", "2024 45"], report.Points.Select(point => $"{point.Date} {point.Number}"));
        Assert.DoesNotContain(report.Points, point => point.IsDisputed);
    }

    [Fact]
    public void Every_point_has_its_sentence_verbatim_and_the_pages_that_say_the_same()
    {
        var report = Timeline.Value.Read("место Беларуси в рейтинге электронного правительства");

        Assert.All(report.Points, point => Assert.Equal(point.Source.Quote, point.Source.Span.Of(point.Source.Document.Text)));
        Assert.All(report.Points, point => Assert.Contains(point.Value, point.Source.Quote, StringComparison.Ordinal));
        var twice = report.Points.Single(point => point.Number == 40);
        Assert.Equal(["results", "survey-2020"], twice.AlsoIn.Append(twice.Source).Select(source => source.Document.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_price_has_the_day_it_holds_from_or_the_day_of_its_page()
    {
        var report = Timeline.Value.Read("сколько стоит простое письмо");

        Assert.Equal("money", report.Kind);
        Assert.Contains(report.Points, point => point is { Number: 60, Unit: "kopeck", Origin: DateOrigin.Sentence } && point.Date == new PartialDate(2019, 2, 1));
        Assert.Contains(report.Points, point => point is { Number: 84, Origin: DateOrigin.Published } && point.Date == new PartialDate(2024, 3, 20));
        Assert.DoesNotContain(report.Points, point => point.Number == 60 && point.Date.Year == 2024);
    }

    [Fact]
    public void Dates_limit_what_is_shown() =>
        Assert.Equal([2018, 2020], Timeline.Value.Read("место Беларуси в рейтинге электронного правительства", new PartialDate(2017), new PartialDate(2020)).Points.Select(point => point.Date.Year));

    [Fact]
    public void Values_of_one_year_that_disagree_stand_side_by_side_and_say_so()
    {
        var timeline = new FactTimeline(SampleArchive.Retriever(
            SampleArchive.Document("one", Language.Russian, "Рейтинг", "В 2020 году Беларусь заняла 40-е место в рейтинге электронного правительства.", new PartialDate(2020, 10, 23)),
            SampleArchive.Document("other", Language.Russian, "Рейтинг", "В 2020 году Беларусь заняла 41-е место в рейтинге электронного правительства.", new PartialDate(2021, 2, 1))));

        var points = timeline.Read("место Беларуси в рейтинге электронного правительства").Points;

        Assert.Equal([40, 41], points.Select(point => point.Number));
        Assert.All(points, point => Assert.True(point.IsDisputed));
    }

    [Fact]
    public void What_the_archive_does_not_measure_has_no_points()
    {
        var report = Timeline.Value.Read("население Франции");

        Assert.Empty(report.Points);
        Assert.Null(report.Kind);
    }
}
