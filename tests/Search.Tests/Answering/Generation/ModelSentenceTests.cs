using Search.Answering.Generation;

namespace Search.Tests.Answering.Generation;

public sealed class ModelSentenceTests
{
    [Theory]
    [InlineData("Belarus ranked 40th [1].", "Belarus ranked 40th.", "1")]
    [InlineData("Belarus ranked 40th. [2][1][2]", "Belarus ranked 40th.", "2 1")]
    [InlineData("Belarus ranked [1, 3] 40th 【2】.", "Belarus ranked 40th.", "1 3 2")]
    [InlineData("- **Belarus** ranked `40th` [1].", "Belarus ranked 40th.", "1")]
    [InlineData("## Answer", "Answer", "")]
    [InlineData("2 * 3 = 6 [1].", "2 * 3 = 6.", "1")]
    [InlineData("1. Беларусь заняла 40 место [1].", "Беларусь заняла 40 место.", "1")]
    [InlineData("Цена 3 [2] рубля.", "Цена 3 рубля.", "2")]
    public void Markers_and_marks_of_markdown_are_taken_off(string written, string text, string numbers)
    {
        var sentence = ModelSentence.Of(written);

        Assert.Equal(text, sentence.Text);
        Assert.Equal(numbers, string.Join(' ', sentence.Numbers));
    }

    [Theory]
    [InlineData("<b>Belarus</b> ranked 40th [1].")]
    [InlineData("See [here](https://evil.example) [1].")]
    [InlineData("See https://evil.example [1].")]
    [InlineData("See www.evil.example [1].")]
    [InlineData("Belarus\u200B ranked 40th [1].")]
    [InlineData("Belarus\U000E0041 ranked 40th [1].")]
    [InlineData("Belarus ranked 40th [source].")]
    [InlineData("NO_ANSWER")]
    [InlineData("[1].")]
    [InlineData("")]
    public void What_no_passage_holds_is_nothing_to_send(string written) => Assert.Equal("", ModelSentence.Of(written).Text);

    [Fact]
    public void Quotations_are_found_in_every_kind_of_marks()
    {
        Assert.Equal(["a b", "c", "d", "e"], ModelSentence.Of("He said \"a b\", «c», “d” and „e“ [1].").Quotes);
    }
}
