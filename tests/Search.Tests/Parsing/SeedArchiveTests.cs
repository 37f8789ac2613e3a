using Search.Text;
using Search.Text.Parsing;

namespace Search.Tests.Parsing;

public class SeedArchiveTests
{
    [Theory]
    [InlineData("000", "ru", "2024-08-16", "В Минсвязи обсуждены совместные проекты с ПРООН в Беларуси", "https://mpt.gov.by/v-minsvyazi-obsuzhdeny-sovmestnye-proekty-s-proon-v-belarusi")]
    [InlineData("001", "ru", "2020-10-23", "Онлайн конференция «Достижения и вызовы в развитии электронного правительства в странах региона в контексте Исследования ООН по электронному правительству»", "https://mpt.gov.by/onlayn-konferenciya-dostizheniya-i-vyzovy-v-razvitii-elektronnogo-pravitelstva-v-stranakh-regiona-v")]
    [InlineData("002", "ru", "2024-08-28", "Визит Министра информации и телекоммуникаций Республики Сербия в Беларусь", "https://www.mpt.gov.by/vizit-ministra-informacii-i-telekommunikaciy-respubliki-serbiya-v-belarus")]
    [InlineData("003", "be", "2020-08-27", "Міністэрствам ініцыявана правядзенне цыкла рабочых сустрэч з прадстаўнікамі дзярж.органаў - патэнцыяльнымі заказчыкамі мерапрыемстваў і экспертнай супольнасцю для паглыбленай прапрацоўкі праектаў, якія будуць уключаны ў Дзяржаўную праграму", "https://mpt.gov.by/news/27-08-2020-6697")]
    [InlineData("004", "en", "2021-09-21", "Minister Took Part in the Partner2Connect Meeting", "https://www.mpt.gov.by/news/21-09-2021-7488")]
    public void A_seed_page_is_read_with_language_date_title_and_address(string number, string language, string published, string title, string url)
    {
        var document = SeedArchive.ByFileNumber[number];

        Assert.Equal(language, document.Language.Code());
        Assert.Equal(published, document.Published.ToString());
        Assert.Equal(title, document.Title);
        Assert.Equal(url, document.Url);
    }

    [Theory]
    [InlineData("000", "16 августа 2024 г. в Министерстве связи", "уровня жизни населения».*")]
    [InlineData("001", "23 октября состоялся онлайн конференция", "АО Холдинг «Зерде» и ACSH.")]
    [InlineData("002", "28 – 30 августа 2024 г. проходит визит", "Индустриальном парке «Великий камень».")]
    [InlineData("003", "Міністэрствам сувязі і інфарматызацыі ініцыявана", "да 1 кастрычніка 2020г.")]
    [InlineData("004", "Today, on September 21, the Minister", "<https://www.itu.int/en/ITU-D/Conferences/WTDC/WTDC21/R2A/Pages/R2A-Partner2Connect.aspx>")]
    public void The_body_of_a_seed_page_holds_no_leftovers(string number, string start, string end)
    {
        var text = SeedArchive.ByFileNumber[number].Text;

        Assert.StartsWith(start, text, StringComparison.Ordinal);
        Assert.EndsWith(end, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Изображение", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](#)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seed_archive_is_counted_by_language()
    {
        var report = PassageReader.ReadAll([SeedArchive.Folder]).Report;

        Assert.Equal([(Language.Russian, 3), (Language.Belarusian, 1), (Language.English, 1)], report.Documents);
        Assert.Empty(report.Unreadable);
    }
}
