using Search.Text.Languages.Belarusian;

namespace Search.Tests.Languages.Belarusian;

public class BelarusianStemmerTests
{
    private static readonly BelarusianStemmer Stemmer = new();

    public static TheoryData<string, string> Together => StemRows.Read("Belarusian", "together");

    public static TheoryData<string, string> Apart => StemRows.Read("Belarusian", "apart");

    [Theory]
    [MemberData(nameof(Together))]
    public void Forms_of_one_word_share_a_stem(string forms, string why)
    {
        var words = forms.Split(' ');

        var stems = words.Select(word => StemRows.Stems(Stemmer, word)).ToList();

        Assert.True(stems.All(stem => stem.Intersect(stems[0]).Any()), $"{why}: {string.Join(' ', words.Zip(stems, (word, stem) => $"{word}={string.Join('|', stem)}"))}");
    }

    [Theory]
    [MemberData(nameof(Apart))]
    public void Different_words_keep_apart(string words, string why)
    {
        var stems = words.Split(' ').Select(word => StemRows.Stem(Stemmer, word)).ToList();

        Assert.True(stems.Distinct().Count() == stems.Count, $"{why}: {string.Join(' ', stems)}");
    }

    [Fact]
    public void Any_word_gets_a_stem_that_fits_and_the_same_one_twice()
    {
        foreach (var word in StemRows.RandomWords("абвгдеёжзійклмнопрстуўфхцчшыьэюя'-", seed: 4))
        {
            var stem = StemRows.Stem(Stemmer, word);

            Assert.NotEmpty(stem);
            Assert.Equal(stem, StemRows.Stem(Stemmer, word));
        }
    }

    [Fact]
    public void Parts_of_a_compound_never_outgrow_the_room_for_the_stem()
    {
        foreach (var word in new[] { "кроў-ем", "дзень-дзень", "людзі-ем", "дзён-быў", "вялікія-вялікія", "а-б", "-", "--а", "а-" })
        {
            Assert.NotEmpty(StemRows.Stem(Stemmer, word));
        }
    }

    [Theory]
    [InlineData("5g")]
    [InlineData("covid")]
    [InlineData("wi-fi")]
    [InlineData("я")]
    [InlineData("смс")]
    public void What_has_no_ending_stays_as_it_is(string word) => Assert.Equal(word, StemRows.Stem(Stemmer, word));
}
