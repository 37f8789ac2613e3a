using Search.Answering;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class OfficeHolderTests
{
    private static readonly Lazy<QuestionAnswerer> Answerer = new(() => new QuestionAnswerer(SampleArchive.Retriever(
        SampleArchive.Document("centre", Language.Russian, "Открыт центр обработки данных", "30 июня 2016 г. под Минском открыт центр обработки данных. Рубильник включили Министр связи и информатизации Виктор Ольховик и генеральный директор СООО «Облачные технологии» Тимур Шкадун.", new PartialDate(2016, 6, 30)),
        SampleArchive.Document("phones", Language.Russian, "О числе таксофонов", "В связи с этим предприятие до конца 2016 года выведет из эксплуатации 5 600 аппаратов.", new PartialDate(2016, 1, 12)),
        SampleArchive.Document("programme", Language.Belarusian, "Падведзены вынікі праграмы", "25 студзеня 2021 г. Міністр сувязі і інфарматызацыі Андрэй Сташкевіч прадставіў вынікі Дзяржаўнай праграмы на 2016–2020 гады.", new PartialDate(2021, 1, 25)),
        SampleArchive.Document("visit", Language.Russian, "Визит в Ханой", "11 декабря в Ханое Министр связи и информатизации Республики Беларусь Ирина Рудецкая и Министр информации и коммуникаций Социалистической Республики Вьетнам Чан Минь Хоа подписали меморандум.", new PartialDate(2023, 12, 11)),
        SampleArchive.Document("forum", Language.English, "Forum in Minsk", "The forum was opened by the First Deputy Minister of Communications and Informatization Dzianis Haurylik. The Minister noted that in the ICT Development Index Belarus ranks first.", new PartialDate(2023, 3, 14)),
        SampleArchive.Document("post", Language.Russian, "Почта подвела итоги", "Начальник управления почты Анна Лисовец открыла встречу. Генеральный директор РУП «Белпочта» Галина Протасеня рассказала о планшетах.", new PartialDate(2023, 2, 10)),
        SampleArchive.Document("now", Language.Russian, "Проект программы", "19 июня 2025 г. Министр связи и информатизации Максим Жилинский представил проект программы.", new PartialDate(2025, 6, 19)))));

    [Theory]
    [InlineData("Кто был министром связи в 2016 году?", "Виктор Ольховик")]
    [InlineData("Кто был министром связи летом 2016 года?", "Виктор Ольховик")]
    [InlineData("Who was the minister of communications in 2016?", "Виктор Ольховик")]
    [InlineData("Хто быў міністрам сувязі ў 2021 годзе?", "Андрэй Сташкевіч")]
    [InlineData("Кто был министром связи в 2023 году?", "Ирина Рудецкая")]
    [InlineData("Кто министр связи?", "Максим Жилинский")]
    [InlineData("Who is the minister of communications of Belarus?", "Максим Жилинский")]
    [InlineData("Хто цяпер узначальвае Міністэрства сувязі і інфарматызацыі?", "Максим Жилинский")]
    [InlineData("Кто возглавляет Минсвязи?", "Максим Жилинский")]
    [InlineData("Who is the minister of communications of Vietnam?", "Чан Минь Хоа")]
    [InlineData("Кто возглавляет Белпочту?", "Галина Протасеня")]
    [InlineData("Who was the first deputy minister of communications in 2023?", "Dzianis Haurylik")]
    public async Task Who_holds_an_office_stands_beside_it_on_a_page_of_that_time(string question, string holder)
    {
        var answer = await Answerer.Value.AskAsync(new QuestionRequest(question));

        Assert.True((answer as Answer.Grounded)?.ShortAnswer == holder, $"{(answer as Answer.Grounded)?.ShortAnswer ?? ((Answer.Declined)answer).Explanation}");
    }

    [Theory]
    [InlineData("Кто министр связи России?")]
    [InlineData("Who heads the ministry of finance?")]
    [InlineData("Кто министр обороны?")]
    public async Task Another_office_is_not_given_its_holder(string question) =>
        Assert.IsType<Answer.Declined>(await Answerer.Value.AskAsync(new QuestionRequest(question)));
}
