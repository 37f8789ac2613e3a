using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Languages;

public class EnglishStemmerTests
{
    private readonly TextAnalyzer _analyzer = new();

    [Theory]
    [InlineData("children", "child", "an irregular plural")]
    [InlineData("held", "holding", "a strong verb")]
    [InlineData("lit", "lights", "a lemma longer than its form")]
    [InlineData("criteria", "criterion", "a learned plural")]
    public void An_irregular_form_shares_a_stem_with_its_lemma(string form, string other, string why) =>
        Assert.True(Stems(form).Overlaps(Stems(other)), why);

    [Fact]
    public void An_irregular_form_keeps_its_own_stem_too() => Assert.Equal(["found", "find"], _analyzer.Analyze("found", Language.English).Select(token => token.Stem));

    private HashSet<string> Stems(string word) => [.. _analyzer.Analyze(word, Language.English).Select(token => token.Stem)];
}
