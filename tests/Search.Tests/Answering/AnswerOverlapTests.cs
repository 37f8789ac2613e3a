using Search.Answering.Training;

namespace Search.Tests.Answering;

public sealed class AnswerOverlapTests
{
    [Theory]
    [InlineData("1 870", "1870", 1)]
    [InlineData("1,870 people", "1870 people", 1)]
    [InlineData("14 процентов", "14 %", 1)]
    [InlineData("14 per cent", "14%", 1)]
    [InlineData("The queen of England", "queen of england", 1)]
    [InlineData("«Чёрный дом»", "Черный дом", 1)]
    [InlineData("в 1943 году", "1943", 0.5)]
    [InlineData("12 345", "12 346", 0)]
    [InlineData("", "1870", 0)]
    public void Answers_share_words_however_they_are_written(string answer, string gold, double f1) =>
        Assert.Equal(f1, AnswerOverlap.F1(answer, [gold]), 6);

    [Fact]
    public void The_nearest_of_the_right_answers_counts() =>
        Assert.Equal(1, AnswerOverlap.F1("1943 году", ["1943", "1943 году"]), 6);
}
