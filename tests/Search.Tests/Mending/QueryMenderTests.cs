using Search.Tests.Languages;
using Search.Text;
using Search.Text.Mending;

namespace Search.Tests.Mending;

public class QueryMenderTests
{
    private static readonly QueryMender Mender = new(new WordList(
        "умный город связь министерство мошенники рассылка телевидение республиканский центр обработки данных где открыли электронная подпись почта тариф когда подписали меморандум с вьетнамом марка марки спартакиада",
        "інтэрнэт у віцебскай вобласці разумны горад белавежская пушча мінсувязі паштовыя маркі лічбавая адкрытыя даныя аддзяленні сувязі вайна",
        "s serbia post electronic signature plenipotentiary conference the belarusian delegation digital skills wi-fi"));

    [Theory]
    [InlineData("evysq ujhjl", "умный город", Language.Russian)]
    [InlineData("ult jnrhskb htcge,kbrfycrbq wtynh j,hf,jnrb lfyys[", "где открыли республиканский центр обработки данных", Language.Russian)]
    [InlineData("byn'hy'n e dbwt,crfq dj,kfcwb", "інтэрнэт у віцебскай вобласці", Language.Belarusian)]
    [InlineData("ыукишф зщые", "serbia post", Language.English)]
    [InlineData("gjxnf&", "почта&", Language.Russian)]
    [InlineData("vfhrf, gjxnf", "марка, почта", Language.Russian)]
    [InlineData("EVYSQ ujhjl", "УМНЫЙ город", Language.Russian)]
    [InlineData("wi-fi ujhjl", "wi-fi город", Language.Russian)]
    public void Wrong_layout_is_retyped(string query, string meant, Language language) =>
        AssertFirst(query, meant, MendingKind.KeyboardLayout, language);

    [Theory]
    [InlineData("umnyj gorod", "умный город", Language.Russian)]
    [InlineData("umnyy gorod", "умный город", Language.Russian)]
    [InlineData("ministerstvo svyazi", "министерство связи", Language.Russian)]
    [InlineData("elektronnaja podpis'", "электронная подпись", Language.Russian)]
    [InlineData("kogda podpisali memorandum s vietnamom", "когда подписали меморандум с вьетнамом", Language.Russian)]
    [InlineData("minsuviazi", "мінсувязі", Language.Belarusian)]
    [InlineData("Biełaviežskaja pušča", "Белавежская пушча", Language.Belarusian)]
    [InlineData("Biełavieskaja pušča", "Белавежская пушча", Language.Belarusian)]
    [InlineData("razumny horad", "разумны горад", Language.Belarusian)]
    [InlineData("ministerstvo svyazi «umnyj gorod» «wi-fi»", "министерство связи «умный город» «wi-fi»", Language.Russian)]
    public void Latin_letters_are_read_as_Cyrillic(string query, string meant, Language language) =>
        AssertFirst(query, meant, MendingKind.Transliteration, language);

    [Theory]
    [InlineData("мошеники рассылка", "мошенники рассылка", Language.Russian)]
    [InlineData("министертсво связи", "министерство связи", Language.Russian)]
    [InlineData("почта тариффы", "почта тариф", Language.Russian)]
    [InlineData("адкртыя даныя", "адкрытыя даныя", Language.Belarusian)]
    [InlineData("plenipotentary confrence", "plenipotentiary conference", Language.English)]
    [InlineData("digitla skills", "digital skills", Language.English)]
    public void Misspelt_words_become_words_of_the_archive(string query, string meant, Language language) =>
        AssertFirst(query, meant, MendingKind.Spelling, language);

    [Theory]
    [InlineData("умный город", "every word is known")]
    [InlineData("городами", "another form of a known word")]
    [InlineData("\"мошеники\"", "quoted words are meant as they stand")]
    [InlineData("«umnyj gorod»", "quoted words are meant as they stand")]
    [InlineData("2023 5G 1870", "digits are never guessed at")]
    [InlineData("зубр", "nothing in the archive is like it")]
    [InlineData("гор", "too short to be sure")]
    [InlineData("министер", "somebody is still typing it")]
    [InlineData("спартакіяда", "no Russian word in place of a Belarusian one")]
    [InlineData("вайфай", "a short stem that is nearly another one is no proof")]
    [InlineData("личбавая", "и of a Russian keyboard is і to the stemmer")]
    [InlineData("", "there is nothing")]
    [InlineData("?!, .", "there is no word")]
    public void What_needs_no_mending_or_allows_none_stays(string query, string why)
    {
        var mended = Mender.Mend(query, Language.Unknown);

        Assert.True(mended.Count == 0, $"{why}: {string.Join("; ", mended)}");
    }

    [Fact]
    public void Quoted_words_and_digits_stay_beside_mended_ones()
    {
        var mended = Mender.Mend("\"umnyj\" мошеники 2023", Language.Unknown);

        Assert.Equal("\"umnyj\" мошенники 2023", mended[0].Text);
    }

    [Fact]
    public void A_capital_within_a_sentence_is_a_name_and_stays()
    {
        var small = Mender.Mend("умный город открыли мошеники", Language.Russian);
        var capital = Mender.Mend("умный город открыли Мошеники", Language.Russian);

        Assert.Equal("умный город открыли мошенники", small[0].Text);
        Assert.Empty(capital);
    }

    [Fact]
    public void A_sentence_of_known_words_was_typed_with_the_right_layout()
    {
        var mended = Mender.Mend("the delegation and the conference: Qwxz ghbdtn.", Language.English);

        Assert.DoesNotContain(mended, query => query.Kind is MendingKind.KeyboardLayout or MendingKind.Transliteration);
    }

    [Fact]
    public void What_follows_an_apostrophe_in_English_leaves_the_word_known()
    {
        Assert.Equal(1, Mender.KnownShare("delegation's", Language.English));
        Assert.Equal(0, Mender.KnownShare("стол'delegation", Language.Belarusian));
    }

    [Fact]
    public void A_query_half_known_is_mended_with_less_confidence()
    {
        var unknown = Mender.Mend("umnyj gorod", Language.Unknown)[0];
        var half = Mender.Mend("мошеники город", Language.Unknown)[0];

        Assert.True(unknown.Confidence > half.Confidence);
        Assert.InRange(half.Confidence, 0.01, 1);
    }

    [Fact]
    public void Known_share_counts_the_letters_of_words()
    {
        Assert.Equal(1, Mender.KnownShare("умный город 2023", Language.Russian));
        Assert.Equal(0, Mender.KnownShare("ghbdtn", Language.Unknown));
        Assert.InRange(Mender.KnownShare("город мошеники", Language.Russian), 0.2, 0.5);
    }

    [Fact]
    public void Any_text_survives_and_keeps_its_digits()
    {
        foreach (var query in StemRows.RandomWords("абвгїі ў'qwerty[],.\"«»12", seed: 6).Take(3000))
        {
            foreach (var mended in Mender.Mend(query, Language.Unknown))
            {
                Assert.Equal(query.Where(char.IsAsciiDigit), mended.Text.Where(char.IsAsciiDigit));
                Assert.InRange(mended.Confidence, 0, 1);
            }
        }
    }

    [Fact]
    public void A_query_taken_for_Russian_may_be_mended_to_Belarusian()
    {
        var mended = Mender.Mend("адкртыя даныя", Language.Russian)[0];

        Assert.Equal(("адкрытыя даныя", Language.Belarusian), (mended.Text, mended.Language));
    }

    private static void AssertFirst(string query, string meant, MendingKind kind, Language language)
    {
        var mended = Mender.Mend(query, Language.Unknown);

        Assert.NotEmpty(mended);
        Assert.Equal((meant, kind, language), (mended[0].Text, mended[0].Kind, mended[0].Language));
    }
}
