using Search.Text;
using Search.Text.Languages;

namespace Search.Tests.Languages.Identification;

public class LanguageIdentifierTests
{
    [Theory]
    [InlineData("Міністэрства сувязі і інфарматызацыі", Language.Belarusian, "і is Belarusian")]
    [InlineData("Министерство связи и информатизации", Language.Russian, "и is Russian")]
    [InlineData("Ministry of Communications", Language.English, "Latin letters")]
    [InlineData("гэтая справа", Language.Belarusian, "no telling letter: гэ")]
    [InlineData("данная сеть", Language.Russian, "no telling letter: soft т")]
    [InlineData("раённая рада", Language.Belarusian, "one spelling rule")]
    [InlineData("подъезд", Language.Russian, "ъ is Russian")]
    [InlineData("аб’ект", Language.Belarusian, "the Belarusian apostrophe")]
    [InlineData("проект UNDP", Language.Russian, "a Latin name in a Russian query")]
    [InlineData("Мiнск", Language.Belarusian, "і typed as Latin i")]
    [InlineData("Газета «Звязда» напісала пра гэта, Минсвязи отметило, что работы идут по плану и в срок", Language.Russian, "a Belarusian name in a Russian text")]
    public void Identify_tells_the_language(string text, Language expected, string why) =>
        Assert.Equal((expected, why), (LanguageIdentifier.Identify(text).Language, why));

    [Theory]
    [InlineData("форум", "a word of both languages")]
    [InlineData("2020", "no letters")]
    [InlineData("", "nothing")]
    [InlineData("中文 עברית", "other alphabets")]
    [InlineData("Biełavieskaja pušča", "Latin letters that English lacks")]
    [InlineData("\uD83D", "half a character")]
    public void Identify_leaves_open_what_nobody_can_tell(string text, string why)
    {
        var (language, confidence) = LanguageIdentifier.Identify(text);

        Assert.Equal((Language.Unknown, why), (language, why));
        Assert.InRange(confidence, 0, LanguageIdentifier.DecidedFrom);
    }

    [Fact]
    public void More_words_make_it_surer()
    {
        var one = LanguageIdentifier.Identify("справа").Confidence;
        var two = LanguageIdentifier.Identify("важная справа для ўрада").Confidence;

        Assert.True(two > one);
    }

    [Fact]
    public void A_trained_model_knows_its_words_and_survives_writing()
    {
        (Language, string)[] texts =
        [
            (Language.Belarusian, "рака працуе горада гэта справа вельмі добра"), (Language.Russian, "река работает города это дело очень хорошо"),
            (Language.English, "passed over"),
        ];
        using var file = new MemoryStream();

        LanguageModel.Train(texts).Write(file);
        file.Position = 0;
        var model = LanguageModel.Read(file);

        Assert.True(model.LogOdds("справа") > 0);
        Assert.True(model.LogOdds("дело") < 0);
    }

    [Fact]
    public void A_file_that_holds_no_model_is_refused() =>
        Assert.Throws<InvalidDataException>(() => LanguageModel.Read(new MemoryStream(new byte[100])));
}
