using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Analysis;

public class AnalysisPropertyTests
{
    private static readonly Language[] Languages = [Language.Unknown, Language.Belarusian, Language.Russian, Language.English];
    private readonly TextAnalyzer _analyzer = new();

    [Fact]
    public void Letters_normalised_twice_are_as_normalised_once()
    {
        foreach (var text in RandomTexts.Many(seed: 1, count: 2_500))
        {
            foreach (var language in Languages)
            {
                var once = LetterNormalizer.Normalize(text, language);
                Assert.Equal(once, LetterNormalizer.Normalize(once, language));
            }
        }
    }

    [Fact]
    public void Offsets_of_normalised_letters_ascend_inside_the_text()
    {
        foreach (var text in RandomTexts.Many(seed: 2, count: 1_000))
        {
            var normalized = LetterNormalizer.NormalizeWithOffsets(text, Language.Belarusian);

            Assert.Equal(normalized.Text.Length + 1, normalized.SourceOffsets.Count);
            Assert.Equal(text.Length, normalized.SourceOffsets[^1]);
            Assert.Equal(normalized.SourceOffsets.Order(), normalized.SourceOffsets);
        }
    }

    [Fact]
    public void Any_text_gives_tokens_with_terms_at_ascending_positions_and_places_inside_it()
    {
        foreach (var text in RandomTexts.Many(seed: 3, count: 2_500))
        {
            foreach (var language in Languages)
            {
                var position = 0;
                foreach (var token in _analyzer.Analyze(text, language))
                {
                    Assert.InRange(token.Span.Start, 0, text.Length - 1);
                    Assert.InRange(token.Span.Length, 1, text.Length - token.Span.Start);
                    Assert.InRange(token.Position, 0, text.Length);
                    Assert.NotEqual("", token.Exact);
                    Assert.NotEqual("", token.Stem);
                    Assert.Equal(token.Kind is TokenKind.Word or TokenKind.Abbreviation ? token.Stem : token.Exact, token.Stem);
                    Assert.True(token.Position >= position);
                    position = Math.Max(position, token.Position);
                }
            }
        }
    }

    [Theory]
    [InlineData("Міністэрства сувязі і інфарматызацыі, аб'ём работ IT-парка")]
    [InlineData("Постановление № 46-З от 16.08.2024 г., 5G и IPv6, И. И. Иванов, www.mpt.gov.by")]
    [InlineData("The Ministry's 40th report: U.S. e-mail info@mpt.gov.by")]
    public void Case_never_matters(string text)
    {
        foreach (var language in Languages)
        {
            Assert.Equal(_analyzer.Analyze(text.ToLowerInvariant(), language), _analyzer.Analyze(text.ToUpperInvariant(), language));
        }
    }

    [Fact]
    public void The_kind_of_apostrophe_never_matters()
    {
        foreach (var apostrophe in "’ʼ‘`´′")
        {
            foreach (var text in new[] { "аб'ём п'есы", "the ministry's o'clock", "д'Артаньян" })
            {
                Assert.Equal(_analyzer.Analyze(text, Language.Unknown), _analyzer.Analyze(text.Replace('\'', apostrophe), Language.Unknown));
            }
        }
    }

    [Fact]
    public void Terms_from_memory_are_the_terms_made_anew()
    {
        var texts = RandomTexts.Many(seed: 4, count: 1_000).ToList();

        var first = texts.Select(text => _analyzer.Analyze(text, Language.Unknown)).ToList();
        var second = texts.Select(text => new TextAnalyzer().Analyze(text, Language.Unknown)).ToList();

        Assert.Equal(second, first);
    }
}
