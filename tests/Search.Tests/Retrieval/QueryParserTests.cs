using Search.Retrieval.Understanding;
using Search.Text;

namespace Search.Tests.Retrieval;

public class QueryParserTests
{
    [Theory]
    [InlineData("умный город", "words(умный город)")]
    [InlineData("\"умный город\"", "quoted0(умный город)")]
    [InlineData("\"город умный\"~5", "quoted5(город умный)")]
    [InlineData("\"We need a deal.\"", "quoted0(We need a deal.)")]
    [InlineData("+связь \"новый тариф\" -почта.", "+words(связь) quoted0(новый тариф) -words(почта.)")]
    [InlineData("“digital coalition” launch", "quoted0(digital coalition) words(launch)")]
    [InlineData("+почта -телеграф", "+words(почта) -words(телеграф)")]
    [InlineData("почта AND телеграф", "+words(почта) +words(телеграф)")]
    [InlineData("почта OR телеграф", "words(почта) words(телеграф)")]
    [InlineData("почта NOT телеграф", "words(почта) -words(телеграф)")]
    [InlineData("(почта OR связь) AND Минск", "+(words(почта) words(связь)) +words(Минск)")]
    [InlineData("title:форум", "Title(words(форум))")]
    [InlineData("заголовок:форум", "Title(words(форум))")]
    [InlineData("загаловак:\"вялікі форум\"", "Title(quoted0(вялікі форум))")]
    [InlineData("url:7488", "Url(words(7488))")]
    [InlineData("lang:be пошта", "lang(be) words(пошта)")]
    [InlineData("мова:be", "lang(be)")]
    [InlineData("date:[2019 TO 2020-06]", "time(2019..2020-06)")]
    [InlineData("дата:[* TO 2020]", "time(..2020)")]
    [InlineData("date:2020-10-23", "time(2020-10-23..2020-10-23)")]
    [InlineData("телеком*", "pattern(телеком*)")]
    [InlineData("те?еком", "pattern(те?еком)")]
    [InlineData("телеком~", "similar2(телеком)")]
    [InlineData("телеком~1", "similar1(телеком)")]
    [InlineData("=Минску", "form(Минску)")]
    [InlineData("почта^2 связь", "words(почта) words(связь)")]
    public void Query_language_is_read_as_Lucene_reads_it(string query, string expected)
    {
        var parsed = QueryParser.Parse(query);

        Assert.False(parsed.IsBroken);
        Assert.Equal(expected, Show(parsed.Root, query, isTop: true));
    }

    [Theory]
    [InlineData("Когда Беларусь заняла 40-е место?", "words(Когда Беларусь заняла 40-е место?)")]
    [InlineData("Wi - Fi", "words(Wi - Fi)")]
    [InlineData("+375 17 227-38-61", "words(+375 17 227-38-61)")]
    [InlineData("итоги: 2020", "words(итоги) words(2020)")]
    [InlineData("форум «Умный город»", "words(форум «Умный город»)")]
    [InlineData("Which schools were called \"Model C\"?", "words(Which schools were called \"Model C\"?)")]
    [InlineData("\"We need a deal,\" Mr Clark said.", "words(\"We need a deal,\" Mr Clark said.)")]
    [InlineData("Так, \"Свінка Пепа\".", "words(Так, \"Свінка Пепа\".)")]
    [InlineData("The minister said on Tuesday that \"the network\" (built in 2019) had never been slower than before.", "words(The minister said on Tuesday that \"the network\" (built in 2019) had never been slower than before.)")]
    public void Signs_of_plain_text_mean_nothing(string query, string expected) =>
        Assert.Equal(expected, Show(QueryParser.Parse(query).Root, query, isTop: true));

    [Theory]
    [InlineData("\"умный город")]
    [InlineData("(почта")]
    [InlineData("почта)")]
    [InlineData("AND почта")]
    [InlineData("date:[2019 TO вчера]")]
    [InlineData("lang:xx почта")]
    public void Broken_syntax_becomes_plain_words(string query)
    {
        var parsed = QueryParser.Parse(query);

        Assert.True(parsed.IsBroken);
        Assert.All(parsed.Root.Clauses, clause => Assert.IsType<QueryNode.Words>(clause.Node));
        Assert.NotEmpty(parsed.Root.Clauses);
    }

    [Fact]
    public void No_input_fails_and_every_span_lies_in_the_query()
    {
        const string alphabet = "аbв1 \"\"()[]{}:~^*?\\+-!=&|,;«»“” ANDORNOT title:date:[]\ud800\u0301";
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var query = new string([.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => alphabet[random.Next(alphabet.Length)])]);

            var parsed = QueryParser.Parse(query);

            Assert.All(Spans(parsed.Root), span => Assert.InRange(span.End, span.Start, query.Length));
        }
    }

    private static IEnumerable<TextSpan> Spans(QueryNode node) => node switch
    {
        QueryNode.Words words => [words.Span],
        QueryNode.Quoted quoted => [quoted.Span],
        QueryNode.ExactForm form => [form.Span],
        QueryNode.Pattern pattern => [pattern.Span],
        QueryNode.Similar similar => [similar.Span],
        QueryNode.InField field => Spans(field.Node),
        QueryNode.Group group => group.Clauses.SelectMany(clause => Spans(clause.Node)),
        _ => [],
    };

    private static string Show(QueryNode node, string query, bool isTop = false) => node switch
    {
        QueryNode.Words words => $"words({words.Span.Of(query)})",
        QueryNode.Quoted quoted => $"quoted{quoted.Slop}({quoted.Span.Of(query)})",
        QueryNode.ExactForm form => $"form({form.Span.Of(query)})",
        QueryNode.Pattern pattern => $"pattern({pattern.Span.Of(query)})",
        QueryNode.Similar similar => $"similar{similar.MaxEdits}({similar.Span.Of(query)})",
        QueryNode.InField field => $"{field.Field}({Show(field.Node, query)})",
        QueryNode.InLanguage language => $"lang({language.Language.Code()})",
        QueryNode.InTime time => $"time({time.From}..{time.To})",
        QueryNode.Group group when isTop => string.Join(' ', group.Clauses.Select(clause => Sign(clause.Occur) + Show(clause.Node, query))),
        QueryNode.Group group => $"({Show(group, query, isTop: true)})",
        _ => "?",
    };

    private static string Sign(Occur occur) => occur switch
    {
        Occur.Must => "+",
        Occur.MustNot => "-",
        _ => "",
    };
}
