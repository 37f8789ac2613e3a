using Search.Answering.Composition;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class ShortAnswersTests
{
    [Theory]
    [InlineData("en", "How far is Brest from Minsk?", "ru", "Брест лежит в 340 километрах от Минска.", "340 километрах", "340 km", "a unit has its name in the asker's language")]
    [InlineData("en", "How fast was the wind?", "ru", "Ветер достигал 110 миль в час.", "110 миль в час", "110 miles per hour", "a rate has its time")]
    [InlineData("be", "Якая хуткасць ветру?", "en", "The speed of the wind reached 110 miles per hour.", "110 miles per hour", "110 міль у гадзіну", "and in Belarusian")]
    [InlineData("en", "How many people died of plague?", "ru", "От чумы умерло от 30 до 50 тысяч человек.", "от 30 до 50 тысяч", "30–50 thousand", "both ends of a range")]
    [InlineData("en", "How long does production take?", "ru", "Производство занимает от пяти до десяти лет.", "от пяти до десяти лет", "5–10 years", "numerals too")]
    [InlineData("en", "When were complaints most frequent?", "ru", "Жалобы были чаще всего между 2005 и 2010 годами.", "между 2005 и 2010", "2005–2010", "years")]
    [InlineData("en", "When did the network turn to colour?", "ru", "Сеть перешла на цвет в 1970-х годах.", "1970-х годах", "1970s", "a decade is no year")]
    [InlineData("en", "What was the fee for the channels?", "ru", "Плата за каналы составила 30 миллионов крон.", "30 миллионов крон", "30 миллионов крон", "a unit without a name stays as it stands")]
    [InlineData("en", "How many people died of plague?", "ru", "От чумы умерли две трети жителей.", "две трети", "две трети", "a part of a whole is no number")]
    [InlineData("ru", "Когда открыли завод?", "ru", "Завод открыли в 1886 году.", "1886 году", "1886", "a year needs no case")]
    [InlineData("ru", "Когда открыли завод?", "ru", "Завод работает с 1957-го.", "1957-го", "1957", "nor the ending of one")]
    [InlineData("ru", "Когда открыли завод?", "ru", "Завод открыли в 1886 году.", "в 1886 году", "1886", "nor its preposition")]
    [InlineData("ru", "Когда сеть перешла на цвет?", "ru", "Сеть перешла на цвет в 1970-х годах.", "1970-х годах", "1970-х годах", "ten years are not one")]
    [InlineData("ru", "Когда действовала программа?", "ru", "Программа действовала в 2016–2020 гг.", "2016–2020 гг.", "2016–2020 гг.", "nor are several")]
    [InlineData("ru", "Когда подписан договор?", "ru", "Договор подписан 8 мая 2011 г.", "8 мая 2011 г.", "8 мая 2011 г.", "an abbreviation keeps its full stop")]
    [InlineData("en", "How many treaties protected the rights?", "ru", "Права не защищались ни в одном договоре.", "ни в одном", "ни в одном", "none is not one")]
    [InlineData("en", "How much time was left?", "ru", "Времени осталось 3:08.", "3:08", "3:08", "a time of day is no number")]
    public void A_value_is_said_whole_and_loses_nothing_in_another_language(string code, string question, string codeOfPage, string text, string span, string answer, string why)
    {
        var evidence = SampleEvidence.Read(code, question, codeOfPage, ("page", "", text));
        var sentence = evidence.Sentences.Single();

        var said = ShortAnswers.Of(evidence.Question, SampleEvidence.Span(sentence, span), LanguageCodes.Parse(code) ?? Language.Unknown);

        Assert.True(answer == said, $"{why}: {said}");
    }
}
