using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Tests.Translation;

public sealed class QueryShapeTests
{
    private static readonly TextAnalyzer Analyzer = new();

    [Theory]
    [InlineData("электронное правительство", QueryShape.Words)]
    [InlineData("minister of communications Belarus", QueryShape.Words)]
    [InlineData("кто министр связи", QueryShape.Question)]
    [InlineData("Калі адкрыўся музей", QueryShape.Question)]
    [InlineData("Is there a post office in Minsk?", QueryShape.Question)]
    [InlineData("They opened it.", QueryShape.Statement)]
    [InlineData("Министр рассказал о развитии сетей пятого поколения в стране", QueryShape.Statement)]
    [InlineData("", QueryShape.Words)]
    public void A_query_has_a_shape(string text, QueryShape shape) => Assert.Equal(shape, QueryShapes.Of(text, Analyzer.Analyze(text, Language.Unknown)));
}
