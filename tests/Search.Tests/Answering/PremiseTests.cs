using Search.Answering;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class PremiseTests
{
    private static readonly Lazy<QuestionAnswerer> Archive = new(() => new QuestionAnswerer(SampleArchive.Retriever(
        SampleArchive.Document(
            "ranking",
            Language.Russian,
            "Электронное правительство: итоги исследования ООН",
            "По итогам исследования ООН в 2020 году Республика Беларусь заняла 40-е место в рейтинге электронного правительства. В 2018 году Беларусь заняла в рейтинге электронного правительства 38-е место. Опыт представил и Казахстан.",
            new PartialDate(2020, 10, 23)),
        SampleArchive.Document(
            "office",
            Language.Russian,
            "Отделение почты в Заречье",
            "12 мая 2021 года в деревне Заречье открыто новое отделение почты, потому что жителей стало больше.",
            new PartialDate(2021, 5, 13)),
        SampleArchive.Document(
            "stations",
            Language.Russian,
            "Сеть 5G в Минске",
            "В Минске заработала сеть 5G. Шесть базовых станций 5G работают в диапазоне 3,5 ГГц. Позднее сеть появится в Бресте.",
            new PartialDate(2020, 5, 22)),
        SampleArchive.Document(
            "letters-2019",
            Language.Russian,
            "Тарифы на письма",
            "С 1 февраля 2019 года простое письмо по стране стоит 60 копеек.",
            new PartialDate(2019, 1, 25)),
        SampleArchive.Document(
            "letters-2024",
            Language.Russian,
            "Новые тарифы на письма",
            "С 1 апреля 2024 года простое письмо по стране стоит 84 копейки.",
            new PartialDate(2024, 3, 20)),
        SampleArchive.Document(
            "trees",
            Language.Belarusian,
            "Суботнік у Лошыцкім парку",
            "21 красавіка 2018 г. работнікі Мінсувязі высадзілі 300 дрэў у Лошыцкім парку Мінска.",
            new PartialDate(2018, 4, 21)))));

    [Theory]
    [InlineData("When did Belarus rank 12th in e-government?", "40-е", "no year has this rank")]
    [InlineData("Когда Беларусь заняла 12-е место в рейтинге электронного правительства?", "40-е", "the same in Russian")]
    [InlineData("Калі Беларусь заняла 12-е месца ў рэйтынгу электроннага ўрада?", "40-е", "the same in Belarusian")]
    [InlineData("Почему Беларусь опустилась на 50-е место в рейтинге электронного правительства в 2020 году?", "40-е", "another rank in this very year")]
    [InlineData("Почему закрыто отделение почты в деревне Заречье?", "открыто", "it was opened")]
    public async Task What_a_question_wrongly_takes_for_true_is_answered_by_what_the_archive_says(string question, string quoted, string why)
    {
        var declined = Assert.IsType<Answer.Declined>(await Archive.Value.AskAsync(new QuestionRequest(question)));

        Assert.True(declined.Reason == DeclineReason.FalsePremise, $"{why}: {declined.Reason}");
        var citation = Assert.Single(declined.Citations);
        Assert.Contains(quoted, citation.Quote, StringComparison.Ordinal);
        Assert.Equal(citation.Quote, citation.Span.Of(citation.Document.Text));
        Assert.Contains("[1]", declined.Explanation, StringComparison.Ordinal);
        Assert.Contains(citation.Quote, declined.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When did Belarus rank 40th in e-government?")]
    [InlineData("Когда Беларусь заняла 38-е место в рейтинге электронного правительства?")]
    [InlineData("Почему открыто отделение почты в деревне Заречье?")]
    [InlineData("Сколько станций 5G работает в Минске?")]
    public async Task What_is_so_is_answered(string question) => Assert.IsType<Answer.Grounded>(await Archive.Value.AskAsync(new QuestionRequest(question)));

    [Theory]
    [InlineData("Какое место заняла Казахстан в рейтинге электронного правительства в 2020 году?", "right number and year, wrong country")]
    [InlineData("Сколько базовых станций 5G работает в Бресте?", "right number, wrong city; the page names it elsewhere")]
    [InlineData("How many base stations work in Brest?", "the same across languages")]
    [InlineData("Когда Беларусь заняла 12-е место на чемпионате мира по футболу?", "another ranking: nothing is known, so nothing is denied")]
    public async Task A_right_number_of_the_wrong_subject_is_no_answer(string question, string why)
    {
        var declined = await Archive.Value.AskAsync(new QuestionRequest(question)) as Answer.Declined;

        Assert.True(declined?.Reason is DeclineReason.NoEvidence or DeclineReason.OutOfScope, $"{why}: {declined?.Reason}");
    }

    [Fact]
    public async Task A_refusal_says_which_years_are_known()
    {
        var declined = Assert.IsType<Answer.Declined>(await Archive.Value.AskAsync(new QuestionRequest("Какое место заняла Беларусь в рейтинге электронного правительства в 2019 году?")));

        Assert.Equal(DeclineReason.NoEvidence, declined.Reason);
        Assert.Contains("Есть данные за 2018, 2020, за 2019 данных нет.", declined.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_was_superseded_is_told_beside_the_present_one_with_its_own_proof()
    {
        var answer = Assert.IsType<Answer.Grounded>(await Archive.Value.AskAsync(new QuestionRequest("Сколько сейчас стоит простое письмо по стране?")));

        Assert.Contains("84", answer.ShortAnswer, StringComparison.Ordinal);
        var before = answer.Sentences[^1];
        Assert.Contains("Раньше (1 февраля 2019 г.): 60 копеек", before.Text, StringComparison.Ordinal);
        Assert.Equal("letters-2019", answer.Citations.Single(citation => citation.Number == before.Citations[0]).Document.Id);
    }
}
