using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Tests.Translation;

public sealed class TranslatorTests
{
    private static readonly TextAnalyzer Analyzer = new();
    private static readonly Translator Translator = new();

    public static TheoryData<Language, string, Language, string, string> Words { get; } = new()
    {
        { Language.English, "ministry", Language.Russian, "министерство", "a noun" },
        { Language.English, "ministries", Language.Russian, "министерство", "an English plural leads to its lemma" },
        { Language.English, "wrote", Language.Russian, "писать", "an irregular verb leads to its lemma" },
        { Language.English, "children", Language.Belarusian, "дзіця", "an irregular plural" },
        { Language.Russian, "министерства", Language.English, "ministry", "an inflected Russian form" },
        { Language.Russian, "государственный", Language.Belarusian, "дзяржаўны", "no cognate" },
        { Language.Belarusian, "дзяржаўнай", Language.Russian, "государственный", "an inflected Belarusian form" },
        { Language.Belarusian, "паслугі", Language.English, "service", "a plural" },
        { Language.Russian, "Белоруссии", Language.English, "Belarus", "an alias" },
        { Language.Belarusian, "Мінсувязі", Language.Russian, "Минсвязи", "an abbreviated name" },
        { Language.Russian, "ООН", Language.English, "UN", "an abbreviation" },
        { Language.English, "five", Language.Russian, "5", "a number in words" },
        { Language.Russian, "5", Language.English, "five", "a number in digits" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_stands_for_its_translations(Language from, string word, Language to, string translation, string why)
    {
        var group = Assert.Single(Translate(word, from));

        Assert.True(Weight(group, to, translation) >= .5, $"{why}: {string.Join(' ', group.Terms)}");
    }

    [Theory]
    [InlineData(Language.Russian, "электронное правительство", Language.English, "e-government")]
    [InlineData(Language.Russian, "электронное правительство", Language.Belarusian, "урад")]
    [InlineData(Language.English, "smart city", Language.Belarusian, "горад")]
    [InlineData(Language.English, "smart city", Language.Russian, "умный")]
    [InlineData(Language.Belarusian, "Арганізацыя Аб'яднаных Нацый", Language.Russian, "ООН")]
    [InlineData(Language.Russian, "Организация Объединённых Наций", Language.Russian, "ООН")]
    public void A_phrase_is_translated_as_a_whole(Language from, string phrase, Language to, string translation)
    {
        var groups = Translate(phrase, from);

        Assert.All(groups, group => Assert.Equal(ConceptKind.Phrase, group.Kind));
        Assert.Contains(groups, group => Weight(group, to, translation) > .5);
    }

    [Fact]
    public void A_phrase_chooses_among_the_senses_of_its_words()
    {
        var alone = Translate("умный", Language.Russian)[0];
        var inPhrase = Translate("умный город", Language.Russian)[0];

        Assert.True(Weight(alone, Language.English, "clever") > .5);
        Assert.Equal(1, Weight(inPhrase, Language.English, "smart"));
        Assert.True(Weight(inPhrase, Language.English, "clever") < .5);
    }

    [Fact]
    public void A_word_s_own_stem_comes_first_among_the_terms_of_its_language()
    {
        var group = Translate("связь", Language.Russian)[0];

        var first = group.Terms.First(term => term is { Language: Language.Russian, Form: TermForm.Stem });
        Assert.Equal((StemOf("связь", Language.Russian), 1d), (first.Term, first.Weight));
    }

    [Fact]
    public void Synonyms_of_the_same_language_count_less_than_translations()
    {
        var group = Translate("мобильный", Language.Russian)[0];

        Assert.InRange(Weight(group, Language.Russian, "сотовый"), 0, .25);
        Assert.True(Weight(group, Language.English, "mobile") > .5);
    }

    [Theory]
    [InlineData("He met Shulhan there", "shulhan")]
    [InlineData("shulhanovich", "shulhanovich")]
    public void What_may_be_a_name_gets_the_key_of_other_scripts(string query, string name)
    {
        var keys = Translate(query, Language.English).SelectMany(group => group.Terms).Where(term => term.Form == TermForm.NameKey).Select(term => term.Term);

        Assert.Contains(Text.Names.NameKey.Of(name)[0], keys);
    }

    [Fact]
    public void Common_words_get_no_name_key() =>
        Assert.DoesNotContain(Translate("government services", Language.English).SelectMany(group => group.Terms), term => term.Form == TermForm.NameKey);

    [Fact]
    public void Numbers_are_the_same_in_every_language()
    {
        var group = Assert.Single(Translate("1981", Language.English));

        Assert.Equal(ConceptKind.Number, group.Kind);
        foreach (var language in LanguageCodes.All)
        {
            Assert.Contains(group.Terms, term => term.Language == language && term is { Term: "1981", Weight: 1 });
        }
    }

    [Fact]
    public void A_cardinal_finds_its_ordinal_at_less_weight() =>
        Assert.Contains(Translate("168", Language.English)[0].Terms, term => term is { Term: "168th", Weight: .9, Language: Language.Russian });

    [Fact]
    public void Function_words_are_left_out_beside_others_and_kept_alone()
    {
        Assert.Single(Translate("the state of", Language.English));
        Assert.Equal(2, Translate("who are", Language.English).Count);
    }

    [Fact]
    public void Function_words_are_carried_across_on_request()
    {
        var tokens = Analyzer.Analyze("She added", Language.English);

        var group = Translator.Translate(tokens, "She added", Language.English, FunctionWordUse.KeepLightly)[^1];

        Assert.Equal(ConceptKind.Function, group.Kind);
        Assert.True(group.Weight < 1);
        Assert.Equal(1, Weight(group, Language.Russian, "она"));
        Assert.Equal(1, Weight(group, Language.Belarusian, "яе"));
    }

    [Fact]
    public void A_hyphenated_word_of_the_lexicon_is_one_concept_and_another_falls_into_its_parts()
    {
        Assert.Single(Translate("e-government", Language.English));
        Assert.Equal(2, Translate("Huguenot-descended", Language.English).Count);
    }

    [Fact]
    public void Terms_come_in_one_order_without_repeats_and_few_of_a_kind()
    {
        foreach (var group in Translate("развитие электронных услуг и широкополосного доступа", Language.Russian))
        {
            Assert.Equal(group.Terms.Count, group.Terms.Select(term => (term.Language, term.Form, term.Term)).Distinct().Count());
            Assert.All(group.Terms, term => Assert.InRange(term.Weight, .05, 1));
            Assert.All(group.Terms.GroupBy(term => (term.Language, term.Form)), terms =>
            {
                Assert.InRange(terms.Count(), 1, 12);
                Assert.Equal(terms.OrderByDescending(term => term.Weight).ThenBy(term => term.Term, StringComparer.Ordinal), terms);
            });
        }
    }

    [Fact]
    public void Any_text_is_translated_without_failing()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next(1, 0x2100)));
            foreach (var language in LanguageCodes.All.Append(Language.Unknown))
            {
                var groups = Translate(text, language);
                Assert.All(groups, group => Assert.True(group.Source.Start >= 0 && group.Source.End <= text.Length));
            }
        }
    }

    private static IReadOnlyList<ConceptGroup> Translate(string text, Language from) =>
        Translator.Translate(Analyzer.Analyze(text, from), text, from);

    private static string StemOf(string word, Language language) => Analyzer.Analyze(word, language)[0].Stem;

    private static double Weight(ConceptGroup group, Language language, string word)
    {
        var stem = StemOf(word, language);
        return group.Terms.Where(term => term.Language == language && term.Form == TermForm.Stem && term.Term == stem).Select(term => term.Weight).SingleOrDefault();
    }
}
