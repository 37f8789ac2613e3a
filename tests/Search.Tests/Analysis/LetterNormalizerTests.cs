using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Analysis;

public class LetterNormalizerTests
{
    [Theory]
    [InlineData(Language.Belarusian, "МІНІСТЭРСТВА", "міністэрства", "lower case")]
    [InlineData(Language.Belarusian, "и\u0306од у\u0306сё", "йод усё", "composed, then ў at the start")]
    [InlineData(Language.Belarusian, "зда\u0301дзена", "здадзена", "stress mark")]
    [InlineData(Language.Russian, "ѐѝ по\u0300чта", "еи почта", "grave marks, composed too")]
    [InlineData(Language.English, "cafe\u0301", "café", "an accent is part of a Latin letter")]
    [InlineData(Language.Belarusian, "пад\u00ADаткі", "падаткі", "soft hyphen")]
    [InlineData(Language.Belarusian, "аб’ём абʼём аб`ём аб′ём", "аб'ём аб'ём аб'ём аб'ём", "one apostrophe")]
    [InlineData(Language.Belarusian, "Miнск", "мінск", "Latin M and i in a Cyrillic word")]
    [InlineData(Language.Belarusian, "cacіска", "сасіска", "Latin letters that all have twins")]
    [InlineData(Language.English, "Сisсo", "cisco", "Cyrillic С in a Latin word")]
    [InlineData(Language.Russian, "IT-парк", "it-парк", "each part by itself")]
    [InlineData(Language.Belarusian, "Мінск i Брэст", "мінск і брэст", "lone Latin i")]
    [InlineData(Language.Belarusian, "I будзе так", "і будзе так", "lone capital I before a Cyrillic word")]
    [InlineData(Language.English, "what I said", "what i said", "lone I among Latin words stays")]
    [InlineData(Language.Russian, "ещё зелёный", "еще зеленый", "ё is optional in Russian")]
    [InlineData(Language.Belarusian, "яшчэ зялёны", "яшчэ зялёны", "ё is obligatory in Belarusian")]
    [InlineData(Language.Unknown, "ещё ўвёў", "ещё ўвёў", "undecided: both stay")]
    [InlineData(Language.Belarusian, "ўвёў паўночна-ўсходні", "увёў паўночна-усходні", "ў at the start of a word or part")]
    [InlineData(Language.Russian, "1\u00A0870\u2009млн\u202Fруб", "1 870 млн руб", "no-break and thin spaces")]
    [InlineData(Language.Russian, "а\u2011б", "а-б", "no-break hyphen")]
    public void Normalize_makes_one_spelling(Language language, string text, string expected, string why) =>
        Assert.Equal((expected, why), (LetterNormalizer.Normalize(text, language), why));

    [Fact]
    public void Offsets_lead_back_to_the_marks_inside_a_word()
    {
        var text = "— зда\u0301дзе\u00ADна і\u00A0ўсё";
        var normalized = LetterNormalizer.NormalizeWithOffsets(text, Language.Belarusian);

        var word = normalized.Text.IndexOf("здадзена", StringComparison.Ordinal);

        Assert.Equal("зда\u0301дзе\u00ADна", normalized.ToSource(new TextSpan(word, 8)).Of(text));
        Assert.Equal("ўсё", normalized.ToSource(new TextSpan(normalized.Text.IndexOf("усё", StringComparison.Ordinal), 3)).Of(text));
    }

    [Fact]
    public void A_span_beyond_the_normalised_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LetterNormalizer.NormalizeWithOffsets("абв", Language.Russian).ToSource(new TextSpan(2, 2)));
}
