using Search.Answering;
using Search.Answering.Conversation;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class FollowUpTests
{
    [Theory]
    // The year of the earlier question gives way.
    [InlineData("What rank did Belarus take in e-government in 2020?", "40th", "and in 2018?", "What rank did Belarus take in e-government in 2018?")]
    [InlineData("Какое место заняла Беларусь в рейтинге электронного правительства в 2020 году?", "40-е", "а в 2018 году?", "Какое место заняла Беларусь в рейтинге электронного правительства в 2018 году?")]
    [InlineData("Якое месца заняла Беларусь у рэйтынгу ў 2020 годзе?", "40-е", "а ў 2018 годзе?", "Якое месца заняла Беларусь у рэйтынгу ў 2018 годзе?")]
    [InlineData("Какое место заняла Беларусь в рейтинге в 2020 году?", null, "2018?", "Какое место заняла Беларусь в рейтинге в 2018 году?")]
    [InlineData("Сколько почтоматов установили?", "230", "а в 2021 году?", "Сколько почтоматов установили в 2021 году?")]
    [InlineData("How many trees were planted in 2018?", "300", "what about last year?", "How many trees were planted last year?")]
    [InlineData("Кто был министром связи летом 2016 года?", null, "а летом 2019 года?", "Кто был министром связи летом 2019 года?")]
    [InlineData("What rank did Belarus take in 2020?", "40th", "а в 2018 году?", "What rank did Belarus take in 2018?")]
    // A number gives way to a number.
    [InlineData("When did Belarus rank 40th in e-government?", "2020", "and 38th?", "When did Belarus rank 38th in e-government?")]
    [InlineData("Когда Беларусь заняла 40-е место?", "в 2020", "а 38-е место?", "Когда Беларусь заняла 38-е место?")]
    // A name gives way to a name, a noun to a noun, a place to a place.
    [InlineData("What rank did Belarus take in 2020?", "40th", "and Kazakhstan?", "What rank did Kazakhstan take in 2020?")]
    [InlineData("Какое место заняла Беларусь в рейтинге в 2020 году?", "40-е", "а Казахстан?", "Какое место заняла Казахстан в рейтинге в 2020 году?")]
    [InlineData("Какое место заняла Беларусь в рейтинге в 2020 году?", "40-е", "а Казахстан в 2018 году?", "Какое место заняла Казахстан в рейтинге в 2018 году?")]
    [InlineData("Сколько базовых станций работает в Минске?", "6", "а в Бресте?", "Сколько базовых станций работает в Бресте?")]
    [InlineData("Колькі станцый працуе ў Мінску?", "6", "а ў Брэсце?", "Колькі станцый працуе ў Брэсце?")]
    [InlineData("How many base stations work in Minsk?", "6", "and in Brest?", "How many base stations work in Brest?")]
    [InlineData("Сколько стоит письмо?", "84 копейки", "а посылка?", "Сколько стоит посылка?")]
    // Another thing is asked of the same event.
    [InlineData("Кто подписал соглашение о роуминге?", "Министр", "а когда?", "Когда подписал соглашение о роуминге?")]
    [InlineData("Who signed the roaming agreement?", "The minister", "and when?", "When signed the roaming agreement?")]
    [InlineData("Где открыли центр обработки данных?", "в Колодищах", "а когда это произошло?", "Когда открыли центр обработки данных?")]
    [InlineData("Дзе адкрылі цэнтр апрацоўкі даных?", null, "а чаму?", "Чаму адкрылі цэнтр апрацоўкі даных?")]
    // Pronouns.
    [InlineData("Калі стварылі Мінсувязі?", "1995", "хто яго ўзначальвае?", "Хто Мінсувязі ўзначальвае?")]
    [InlineData("Когда создали Белпочту?", "1995", "кто её возглавляет?", "Кто Белпочту возглавляет?")]
    [InlineData("When was Belpochta founded?", "1995", "who leads it?", "Who leads Belpochta?")]
    [InlineData("When was Belpochta founded?", "1995", "Who is its director?", "Who is Belpochta's director?")]
    [InlineData("Кто возглавляет Минсвязи?", "Константин Шульган", "Когда его назначили?", "Когда Константин Шульган назначили?")]
    [InlineData("Who is the minister of communications?", "Konstantin Shulgan [1].", "When was he appointed?", "When was Konstantin Shulgan appointed?")]
    [InlineData("Where was the sports festival held?", "in Bobruisk", "who won there?", "Who won in Bobruisk?")]
    [InlineData("Когда открыли республиканский центр обработки данных?", null, "кто его построил?", "Кто республиканский центр обработки данных построил?")]
    [InlineData("Какая компания победила на спартакиаде?", "Белтелеком", "кто её возглавляет?", "Кто Белтелеком возглавляет?")]
    [InlineData("What is the Digital Belarus programme for?", null, "How much does this programme cost?", "How much does Digital Belarus programme cost?")]
    public void A_follow_up_stands_alone_by_the_turn_before_it(string earlier, string? answer, string followUp, string expected)
    {
        var resolved = FollowUp.Resolve(followUp, [new ConversationTurn(earlier, answer)]);

        Assert.Equal(expected, resolved.Text);
        Assert.True(resolved.IsFollowUp);
    }

    [Theory]
    [InlineData("Сколько стоит билет в метро?")]
    [InlineData("When did Belarus open its pavilion at TIBO?")]
    [InlineData("And how many trees were planted in Loshytsa park?")]
    [InlineData("Is there a post office in Harare?")]
    [InlineData("How long does it take to deliver a parcel to Minsk?")]
    [InlineData("Дзе праходзіла спартакіяда сувязістаў у верасні 2018 года?")]
    [InlineData("Когда Белпочта получила сертификат и кто его вручил?")]
    [InlineData("умные города")]
    [InlineData("электронное правительство 2020")]
    [InlineData("Спасибо!")]
    [InlineData("Что это такое?")]
    [InlineData("   ")]
    public void A_question_that_stands_alone_is_left_as_it_is(string question)
    {
        var resolved = FollowUp.Resolve(question, [new ConversationTurn("Какое место заняла Беларусь в рейтинге в 2020 году?", "40-е")]);

        Assert.Equal(question, resolved.Text);
        Assert.False(resolved.IsFollowUp);
    }

    [Fact]
    public void Follow_ups_lean_on_one_another()
    {
        var resolved = FollowUp.Resolve("а у Казахстана?", [new ConversationTurn("Какое место у Беларуси в рейтинге в 2020 году?", "40-е"), new ConversationTurn("а в 2018 году?", "38-е")]);

        Assert.Equal("Какое место у Казахстана в рейтинге в 2018 году?", resolved.Text);
    }

    [Fact]
    public void Without_earlier_turns_nothing_is_filled_in() => Assert.False(FollowUp.Resolve("а в 2018 году?", []).IsFollowUp);

    [Theory]
    [InlineData("and in 2018?", Language.English)]
    [InlineData("а ў 2018 годзе?", Language.Belarusian)]
    [InlineData("2018?", Language.Russian)]
    public void The_answer_comes_in_the_language_of_the_follow_up(string followUp, Language language) =>
        Assert.Equal(language, FollowUp.Resolve(followUp, [new ConversationTurn("Какое место заняла Беларусь в рейтинге в 2020 году?", "40-е")]).Language);
}
