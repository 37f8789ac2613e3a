using Search.Answering.Composition;

namespace Search.Tests.Answering;

public sealed class PolarityTests
{
    [Theory]
    [InlineData("ru", "Есть ли в музее лифт?", "ru", "Лифт в музее есть с весны.", "Yes", "it says so")]
    [InlineData("ru", "Есть ли в музее лифт?", "ru", "Лифта в музее нет.", "No", "a negation")]
    [InlineData("ru", "Разрешён ли въезд в заповедник?", "ru", "Въезд в заповедник запрещён.", "No", "a word that denies")]
    [InlineData("ru", "Разрешена ли съёмка в музее?", "ru", "Съёмка в музее не запрещена.", "Yes", "a denial denied")]
    [InlineData("be", "Ці дазволена паляванне на зуброў?", "be", "Паляванне на зуброў забаронена.", "No", "a word that denies, in Belarusian")]
    [InlineData("en", "Do pupils pay for the library?", "be", "Для вучняў бібліятэка бясплатная.", "No", "the opposite, in another language")]
    [InlineData("ru", "Обязателен ли шлем на самокате?", "ru", "Шлем на самокате советуют.", "No", "what is advised is no duty")]
    [InlineData("en", "Was the museum not closed on Mondays?", "en", "The museum was not closed on Mondays.", "Yes", "a question with not")]
    [InlineData("en", "Did the museum in Brest sell its old tram to collectors?", "en", "The museum is open daily.", "Unclear", "it shares one word")]
    [InlineData("ru", "Есть ли в музее лифт?", "ru", "А лифт в музее есть?", "Unclear", "a question affirms nothing")]
    [InlineData("ru", "Есть ли метро в Минске?", "ru", "Встреча прошла в Минске.", "Unclear", "it shares a name alone")]
    [InlineData("ru", "Прато – это город?", "ru", "В город завезли трамвай.", "Unclear", "the name stands nowhere")]
    public void A_sentence_affirms_denies_or_says_neither(string code, string question, string codeOfPage, string text, string verdict, string why)
    {
        var evidence = SampleEvidence.Read(code, question, codeOfPage, ("page", "", text), ("other", "", "Трамвай 1912 года, collectors, старый лифт, Брест, Brest, sell."));
        var sentence = evidence.Sentences.First(sentence => sentence.Passage.Ranked.Document.Id == "page");

        Assert.True(verdict == Polarity.Of(evidence, sentence).ToString(), why);
    }
}
