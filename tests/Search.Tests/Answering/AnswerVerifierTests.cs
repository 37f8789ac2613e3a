using Search.Answering;
using Search.Answering.Composition;
using Search.Answering.Verification;
using Search.Retrieval;
using Search.Tests.Retrieval;
using Search.Text;

namespace Search.Tests.Answering;

public sealed class AnswerVerifierTests
{
    private const string Text = "В 2020 году Беларусь заняла 40-е место. В 2018 году она была 38-й, Казахстан – 29-м.";

    private static readonly ArchiveDocument Page = SampleArchive.Document("page", Language.Russian, "Рейтинг ООН", Text, new PartialDate(2020, 10, 23));

    private static readonly RankedPassage Passage = new(1, 1, PassageReader.Passages(Page)[0], Page);

    [Theory]
    [InlineData("Belarus ranked 40th in 2020.", true, "every number stands in the page")]
    [InlineData("Belarus ranked 41st in 2020.", false, "the rank does not")]
    [InlineData("Belarus ranked 40th in 2019.", false, "the year does not")]
    [InlineData("Estonia ranked 40th in 2020.", false, "the name does not")]
    [InlineData("Belarus ranked 40th in October 2020.", true, "the month follows from the page's date")]
    [InlineData("Belarus ranked 40th in May 2020.", false, "another month")]
    [InlineData("Belarus improved by 40 %.", false, "the page speaks of no share")]
    public void A_statement_holds_where_its_numbers_dates_and_names_stand_in_the_page(string statement, bool holds, string why)
    {
        Assert.True(holds == StatementCheck.Holds(statement, Language.English, [Passage], "What about it?"), why);
    }

    [Fact]
    public void A_statement_that_fails_is_left_out_and_the_rest_stays()
    {
        var answer = Verify("2020", ["Belarus ranked 40th in 2020", "Belarus ranked 12th in 2022"], Text[..39]);

        Assert.NotNull(answer);
        Assert.Equal("Belarus ranked 40th in 2020 [1]", answer.Text);
        Assert.True(answer.IsPartial);
    }

    [Fact]
    public void A_quote_that_does_not_stand_at_its_place_is_no_proof()
    {
        Assert.Null(Verify("2020", ["Belarus ranked 40th in 2020"], "В 2020 году Беларусь заняла 41-е место."));
    }

    [Fact]
    public void A_short_answer_that_the_page_does_not_hold_is_no_answer()
    {
        Assert.Null(Verify("2021", ["Belarus ranked 40th in 2020"], Text[..39]));
    }

    private static Answer.Grounded? Verify(string shortAnswer, string[] statements, string quote)
    {
        var draft = new DraftAnswer(shortAnswer, [.. statements.Select(text => new DraftStatement(text, [0], false))], [new Proof(Passage, new TextSpan(0, quote.Length), quote)], [], "extractive");
        return AnswerVerifier.Verify(draft, new QuestionReport("When?", Language.English, null), Language.English, 0.9, _ => [], []);
    }
}
