using System.Runtime.CompilerServices;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Tests.Analysis;

public class TextAnalyzerTests
{
    private readonly TextAnalyzer _analyzer = new();

    [Theory]
    [InlineData(Language.Russian, "russian.tsv")]
    [InlineData(Language.Belarusian, "belarusian.tsv")]
    [InlineData(Language.English, "english.tsv")]
    [InlineData(Language.Unknown, "unknown.tsv")]
    public void Rows_of_text_give_their_terms(Language language, string file)
    {
        // text ⇥ exact terms, positions parted by spaces, alternatives at one position by bars ⇥ why
        var rows = File.ReadLines(Path.Combine(Folder(), "Rows", file)).Select(line => line.Split('\t')).ToList();

        var given = rows.Select(row => $"{row[0]} → {TermsOf(row[0], language)}");

        Assert.Equal(rows.Select(row => $"{row[0]} → {row[1]}"), given);
    }

    [Fact]
    public void A_hyphenated_word_stands_whole_where_its_first_part_stands()
    {
        var tokens = _analyzer.Analyze("новый веб-сайт открыт", Language.Russian);

        Assert.Equal(
            [(0, "новый"), (1, "веб-сайт"), (1, "веб"), (2, "сайт"), (3, "открыт")],
            tokens.Select(token => (token.Position, token.Exact)));
    }

    [Fact]
    public void An_undecided_word_is_stemmed_as_Russian_and_as_Belarusian_at_one_position()
    {
        var tokens = _analyzer.Analyze("ёлкой", Language.Unknown);

        Assert.Equal([(0, Language.Russian, "елкой"), (0, Language.Belarusian, "ёлкой")], tokens.Select(token => (token.Position, token.Language, token.Exact)));
    }

    [Fact]
    public void A_Latin_word_in_a_Russian_text_is_stemmed_as_English()
    {
        var token = _analyzer.Analyze("Networks", Language.Russian).Single();

        Assert.Equal((Language.English, "networks", "network"), (token.Language, token.Exact, token.Stem));
    }

    [Fact]
    public void The_span_covers_the_word_as_it_stands()
    {
        var text = "— зда\u0301дзе\u00ADна!";

        var token = _analyzer.Analyze(text, Language.Belarusian).Single();

        Assert.Equal("зда\u0301дзе\u00ADна", token.Span.Of(text));
        Assert.Equal("здадзена", token.Exact);
    }

    [Fact]
    public void An_abbreviation_finds_the_full_word_and_the_word_it()
    {
        var full = _analyzer.Analyze("миллионов", Language.Russian).First().Stem;

        Assert.Contains(_analyzer.Analyze("5 млн", Language.Russian), token => token.Stem == full && token.Position == 1);
    }

    private string TermsOf(string text, Language language) => string.Join(' ', _analyzer.Analyze(text, language)
        .GroupBy(token => token.Position)
        .OrderBy(alternatives => alternatives.Key)
        .Select(alternatives => string.Join('|', alternatives.Select(token => token.Exact).Distinct(StringComparer.Ordinal))));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
