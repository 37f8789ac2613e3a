using Search.Retrieval.Versions;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Versions;

public class VersionLinkerTests
{
    private const string ExhibitionRu = "15 мая 2022 г. в Гомеле открылась выставка почтовых марок «Птицы Полесья». На 37 стендах показаны 1 240 марок, их собрал Антон Березовик. Выставка продлится до 19 июня 2022 г., вход стоит 3,5 рубля.";
    private const string ExhibitionBe = "15 мая 2022 г. у Гомелі адкрылася выстава паштовых марак «Птушкі Палесся». На 37 стэндах паказаны 1 240 марак, якія сабраў Антон Беразавік. Білет каштуе 3,5 рубля.";
    private const string ExhibitionEn = "On May 15, 2022 the exhibition of postage stamps \"Birds of Polesie\" opened in Gomel. Anton Berazavik has collected 1,240 stamps, which are shown at 37 stands. A ticket costs 3.5 rubles.";
    private const string ExhibitionNextYearRu = "14 мая 2023 г. в Гомеле открылась выставка почтовых марок «Цветы Полесья». На 41 стенде показаны 1 310 марок, их собрал Антон Березовик. Выставка продлится до 18 июня 2023 г., вход стоит 3,8 рубля.";
    private const string ExhibitionNextYearEn = "On May 14, 2023 the exhibition of postage stamps \"Flowers of Polesie\" opened in Gomel. Anton Berazavik has collected 1,310 stamps, which are shown at 41 stands. A ticket costs 3.8 rubles.";
    private const string CableRu = "20 мая 2022 г. в Пинске проложен кабель длиной 86,4 км. Работы вела бригада Семена Жураковского, они обошлись в 912 тыс. рублей.";
    private const string CableEn = "On May 20, 2022 a cable of 86.4 km was laid in Pinsk. The work was done by the team of Siamion Zhurakouski and cost 912 thousand rubles.";
    private const string LinesRu = "18 мая 2022 г. прошли прямые линии. На вопросы граждан отвечал заместитель министра, поступило 64 звонка о связи.";

    [Fact]
    public void Versions_of_an_item_are_linked_across_three_languages()
    {
        var groups = Link(
            Page(ExhibitionRu, Language.Russian, "2022-05-15"),
            Page(CableRu, Language.Russian, "2022-05-20"),
            Page(ExhibitionBe, Language.Belarusian, "2022-05-16"),
            Page(ExhibitionEn, Language.English, "2022-05-17"),
            Page(CableEn, Language.English, "2022-05-21"),
            Page(LinesRu, Language.Russian, "2022-05-18"));

        Assert.Equal([0, 1, 0, 0, 1, 5], groups);
    }

    [Fact]
    public void Events_that_recur_every_year_stay_apart()
    {
        var groups = Link(
            Page(ExhibitionRu, Language.Russian, "2022-05-15"),
            Page(ExhibitionNextYearRu, Language.Russian, "2023-05-14"),
            Page(ExhibitionNextYearEn, Language.English, "2023-05-14"),
            Page(CableRu, Language.Russian, "2022-05-20"),
            Page(LinesRu, Language.Russian, "2022-05-18"));

        Assert.Equal([0, 1, 1, 3, 4], groups);
    }

    [Fact]
    public void Events_that_recur_every_year_stay_apart_where_no_date_is_known()
    {
        var groups = Link(
            Page(ExhibitionRu, Language.Russian, null),
            Page(ExhibitionNextYearEn, Language.English, null),
            Page(CableRu, Language.Russian, null),
            Page(CableEn, Language.English, null),
            Page(LinesRu, Language.Russian, null));

        Assert.Equal([0, 1, 2, 2, 4], groups);
    }

    [Fact]
    public void Look_alikes_of_one_language_stay_apart_by_their_figures()
    {
        var groups = Link(
            Page(ExhibitionRu, Language.Russian, null),
            Page(ExhibitionNextYearRu, Language.Russian, null),
            Page(CableRu, Language.Russian, null));

        Assert.Equal([0, 1, 2], groups);
    }

    [Fact]
    public void Near_duplicates_of_one_language_are_joined_and_linked_as_one()
    {
        var groups = Link(
            Page(CableRu, Language.Russian, "2022-05-20"),
            Page(ExhibitionRu, Language.Russian, "2022-05-15"),
            Page(ExhibitionRu + " Организатор – Белпочта.", Language.Russian, "2022-05-16"),
            Page(ExhibitionEn, Language.English, "2022-05-17"),
            Page(CableEn, Language.English, "2022-05-21"),
            Page(LinesRu, Language.Russian, "2022-05-18"));

        Assert.Equal([0, 1, 1, 1, 0, 5], groups);
    }

    [Fact]
    public void Short_notices_that_differ_in_a_word_stay_apart()
    {
        const string Notice = "Прямую телефонную линию для граждан и юридических лиц проведет заместитель министра {0} в здании министерства на проспекте Независимости в обычное время.";

        var groups = Link(
            Page(Notice.Replace("{0}", "Анна Лисовец", StringComparison.Ordinal), Language.Russian, null),
            Page(Notice.Replace("{0}", "Павел Сорочинский", StringComparison.Ordinal), Language.Russian, null),
            Page(Notice.Replace("{0}", "Анна Лисовец", StringComparison.Ordinal) + " Звоните!", Language.Russian, null));

        Assert.Equal([0, 1, 0], groups);
    }

    [Fact]
    public void A_notice_that_is_part_of_two_different_pages_does_not_join_them()
    {
        const string Notice = "Прямую телефонную линию для граждан и юридических лиц проводит министерство в здании на проспекте Независимости в обычное для жителей время.";

        var groups = Link(
            Page(Notice, Language.Russian, null),
            Page(Notice + " На вопросы ответит Анна Лисовец.", Language.Russian, null),
            Page(Notice + " Слово получит Павел Сорочинский.", Language.Russian, null));

        Assert.Equal([0, 0, 2], groups);
    }

    [Fact]
    public void A_long_page_with_a_sentence_changed_is_a_near_duplicate()
    {
        const string Text = "Соглашение предусматривает сокращение сроков доставки ускоренной почты с девяти до пяти дней, взаимные расчеты в национальных валютах и скидку на посылки, "
            + "которые отправляют интернет-магазины. Стороны намерены также выпустить совместную почтовую марку, посвященную отношениям двух государств, и открыть склад для возвращенных товаров. "
            + "Подписи поставили генеральные директора предприятий, на церемонии присутствовали послы, журналисты и филателисты из нескольких городов. ";

        var groups = Link(
            Page(Text + "Документ вступит в силу позднее.", Language.Russian, null),
            Page(Text + "Обновлено: он действует.", Language.Russian, null));

        Assert.Equal([0, 0], groups);
    }

    [Fact]
    public void Two_pages_that_fit_a_third_equally_are_not_linked_to_it()
    {
        var groups = VersionLinker.Link(
        [
            Marks(Language.English, ["#37", "#124", "@2022-05-15"], ["m1", "m2"]),
            Marks(Language.Russian, ["#37", "#124", "@2022-05-15"], ["m1", "m3"]),
            Marks(Language.Russian, ["#37", "#124", "@2022-05-15"], ["m2", "m4"]),
            Marks(Language.Russian, ["#5"], ["m1", "m2"]),
        ]);

        Assert.Equal([0, 1, 2, 3], groups);
    }

    [Fact]
    public void Of_two_pages_that_fit_a_third_the_better_one_is_linked()
    {
        var groups = VersionLinker.Link(
        [
            Marks(Language.English, ["#37", "#124", "@2022-05-15"], ["m1", "m2"]),
            Marks(Language.Russian, ["#37", "#124", "@2022-05-15"], ["m1", "m2"]),
            Marks(Language.Russian, ["#37", "#124"], ["m3", "m4"]),
            Marks(Language.Russian, ["#5"], ["m5", "m6"]),
        ]);

        Assert.Equal([0, 0, 2, 3], groups);
    }

    [Fact]
    public void Names_alone_link_nothing()
    {
        var groups = Link(
            Page("Антон Березовик выступил в Гомеле перед школьниками.", Language.Russian, "2022-05-15"),
            Page("Anton Berazavik spoke about the weather.", Language.English, "2022-05-15"),
            Page(CableRu, Language.Russian, "2022-05-20"),
            Page(LinesRu, Language.Russian, "2022-05-18"));

        Assert.Equal([0, 1, 2, 3], groups);
    }

    [Fact]
    public void An_empty_archive_and_empty_pages_have_no_versions()
    {
        Assert.Empty(Link());
        Assert.Equal([0, 1], Link(Page("", Language.Russian, null), Page("", Language.English, null)));
    }

    private static IReadOnlyList<int> Link(params ArchiveDocument[] documents) => VersionLinker.Group(documents, new TextAnalyzer());

    private static PageMarks Marks(Language language, string[] hard, string[] soft) => new(language, PartialDate.Parse("2022-05-15"), hard, soft, [], [], []);

    private static ArchiveDocument Page(string text, Language language, string? published) =>
        new("page", "https://mpt.example/page", "mpt.example/page", "", text, language, PartialDate.Parse(published), "page.txt", "00");
}
