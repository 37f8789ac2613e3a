using System.Text.RegularExpressions;
using Search.Answering;
using Search.Answering.Extraction;
using Search.Answering.Reading;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Answering;

public sealed partial class ThesaurusTests
{
    private static readonly TextAnalyzer Analyzer = new();

    [Theory]
    [InlineData("Reading.Thesaurus.", 3, 4000)]
    [InlineData("Reading.Kinds.", 6, 200)]
    public void Every_line_has_its_columns_in_their_own_letters_and_says_nothing_twice(string folder, int columns, int least)
    {
        var lines = EmbeddedText.LinesOfAll(folder).ToList();

        Assert.True(lines.Count >= least, $"{lines.Count} lines");
        Assert.Equal(lines.Count, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.All(lines, line =>
        {
            var parts = line.Split('\t');
            Assert.Equal(columns, parts.Length);
            for (var i = 0; i < columns; i++)
            {
                var words = parts[i].Split("; ");
                Assert.DoesNotContain(words, string.IsNullOrWhiteSpace);
                Assert.Equal(words.Length, words.Distinct(StringComparer.Ordinal).Count());
                Assert.DoesNotMatch(MixedWord(), parts[i]);
                Assert.True(i % 3 != 1 || !NotBelarusian().IsMatch(parts[i]), parts[i]);
            }
        });
    }

    [Theory]
    [InlineData("en", "The crew of the van gave presents", "ru", "Экипаж автомобиля вручил подарки", "экипаж|автомобиля|подарки")]
    [InlineData("ru", "Когда купили передвижные отделения?", "be", "Набыццё аўтамабіляў для вёскі", "набыццё")]
    [InlineData("be", "колькасць карыстальнікаў", "en", "the number of subscribers", "number|subscribers")]
    [InlineData("ru", "ввод в эксплуатацию", "en", "commissioning", "commissioning")]
    public void Words_of_one_group_are_found_in_any_form_and_language(string code, string asked, string codeOfText, string text, string related)
    {
        var groups = Groups(asked, code).SelectMany(found => found.Groups).ToHashSet();

        var found = Groups(text, codeOfText).Where(word => groups.Overlaps(word.Groups)).Select(word => word.Word.ToLowerInvariant()).Distinct();

        Assert.All(related.Split('|'), word => Assert.Contains(word, found));
    }

    [Theory]
    [InlineData("ru", "В какой стране прошёл форум?", "Форум прошёл в Латвии.", "Латвии")]
    [InlineData("en", "Which language was added?", "The portal added Polish.", "Polish")]
    [InlineData("be", "Які колер мае аўтамабіль?", "Аўтамабіль пафарбаваны ў сіні колер.", "сіні")]
    public void Things_of_the_kind_that_is_asked_for_are_known(string code, string question, string text, string member)
    {
        var passage = SampleEvidence.Read(code, question, ("page", "Новости", text)).Passages[0];

        var members = passage.Tokens.Where((_, i) => passage.Members[i]).Select(token => passage.Text[token.Start..token.End]);

        Assert.Equal([member], members);
    }

    [Fact]
    public void A_related_word_is_weaker_evidence_than_the_word_itself()
    {
        var evidence = SampleEvidence.Read("ru", "Сколько подписчиков приобрели услугу?", ("page", "Новости", "Услугу купили 40 абонентов. Потом услугу приобрели ещё 20 подписчиков."));
        var related = evidence.Sentences.Single(sentence => sentence.Text.Contains("40", StringComparison.Ordinal));
        var same = evidence.Sentences.Single(sentence => sentence.Text.Contains("20", StringComparison.Ordinal));

        Assert.True(related.Coverage < same.Coverage);
        Assert.Contains(QuestionMatcher.RelatedWeight, related.Own);
    }

    private static List<(string Word, int[] Groups)> Groups(string text, string code)
    {
        var found = new List<(string, int[])>();
        Thesaurus.Related.Find(Analyzer.Analyze(text, LanguageCodes.Parse(code) ?? Language.Unknown), (span, groups) => found.Add((span.Of(text), groups)));
        return found;
    }

    [GeneratedRegex(@"\p{IsCyrillic}[A-Za-z]|[A-Za-z]\p{IsCyrillic}")]
    private static partial Regex MixedWord();

    [GeneratedRegex("[ищъИЩЪ]")]
    private static partial Regex NotBelarusian();
}
