using System.Text.RegularExpressions;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Tests.Translation;

public sealed class LexiconTests
{
    private static readonly List<LexiconEntry> Entries = [.. Lexicon.ReadEntries()];
    private static readonly TextAnalyzer Analyzer = new();

    [Fact]
    public void The_product_carries_a_lexicon_of_more_than_26_000_lines() => Assert.InRange(Entries.Count, 26_000, 100_000);

    [Theory]
    [InlineData("n\tbridge\tмост", "three columns")]
    [InlineData("q\tbridge\tмост\tмост", "no such part of speech")]
    [InlineData("n\tbridge; \tмост\tмост", "an empty equivalent")]
    [InlineData("n\t\tмост\tмост", "an empty column")]
    public void A_malformed_line_is_refused(string line, string why) =>
        Assert.True(Record.Exception(() => LexiconEntry.Parse(line)) is FormatException, why);

    [Theory]
    [InlineData(Language.English, "the", true)]
    [InlineData(Language.English, "countries", true)]
    [InlineData(Language.English, "went", true)]
    [InlineData(Language.English, "supporters", true)]
    [InlineData(Language.English, "goverment", false)]
    [InlineData(Language.Russian, "городами", true)]
    [InlineData(Language.Russian, "правителство", false)]
    [InlineData(Language.Belarusian, "краінамі", true)]
    [InlineData(Language.Belarusian, "countries", false)]
    public void Every_form_of_a_word_is_a_word(Language language, string form, bool isWord) => Assert.Equal(isWord, Lexicon.OfProduct.IsWord(language, form));

    [Fact]
    public void No_line_is_repeated()
    {
        var repeated = Entries
            .GroupBy(entry => $"{entry.PartOfSpeech}\t{string.Join("; ", entry.English)}\t{string.Join("; ", entry.Belarusian)}\t{string.Join("; ", entry.Russian)}")
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(repeated);
    }

    [Fact]
    public void Belarusian_names_have_no_letters_that_only_Russian_has() =>
        Assert.DoesNotContain(Entries.SelectMany(entry => entry.Belarusian), name => Regex.IsMatch(name, "[иИщЩъЪ]"));

    [Fact]
    public void Russian_names_have_no_letters_that_only_Belarusian_has() =>
        Assert.DoesNotContain(Entries.SelectMany(entry => entry.Russian), name => Regex.IsMatch(name, "[іІўЎ]"));

    [Fact]
    public void English_names_have_no_Cyrillic_letters() =>
        Assert.DoesNotContain(Entries.SelectMany(entry => entry.English), name => Regex.IsMatch(name, @"\p{IsCyrillic}"));

    [Fact]
    public void No_word_mixes_the_alphabets() =>
        Assert.DoesNotContain(Entries.SelectMany(entry => entry.Belarusian.Concat(entry.Russian)), name => Regex.IsMatch(name, @"\p{IsCyrillic}[a-zA-Z]|[a-zA-Z]\p{IsCyrillic}"));

    [Fact]
    public void Every_name_has_stems_and_none_is_empty()
    {
        var tables = Lexicon.OfProduct.Tables;
        for (var name = 0; name < tables.Exact.Length; name++)
        {
            Assert.True(tables.StemStarts[name] < tables.StemStarts[name + 1], tables.Text(tables.Exact[name]));
        }

        Assert.DoesNotContain(string.Empty, tables.Stems.Select(tables.Text));
    }

    [Fact]
    public void A_written_lexicon_reads_as_it_was()
    {
        var lexicon = Lexicon.Compile(Entries.Take(300), Analyzer.Analyze);
        using var stream = new MemoryStream();
        lexicon.Write(stream);

        var read = Lexicon.Read(stream.ToArray());

        using var again = new MemoryStream();
        read.Write(again);
        Assert.Equal(stream.ToArray(), again.ToArray());
    }

    [Fact]
    public void A_lexicon_that_is_cut_short_is_refused()
    {
        using var stream = new MemoryStream();
        Lexicon.Compile(Entries.Take(30), Analyzer.Analyze).Write(stream);
        var bytes = stream.ToArray();

        Assert.Throws<InvalidDataException>(() => Lexicon.Read([]));
        Assert.Throws<InvalidDataException>(() => Lexicon.Read(bytes.AsSpan(0, bytes.Length - 1)));
        Assert.Throws<InvalidDataException>(() => Lexicon.Read(bytes.AsSpan(4)));
    }

    [Fact]
    public void A_lexicon_of_other_stemmers_is_found_out()
    {
        static IReadOnlyList<AnalyzedToken> Unstemmed(string text, Language language) =>
            [.. Analyzer.Analyze(text, language).Select(token => token with { Stem = token.Exact })];

        var lexicon = Lexicon.Compile(Entries.Take(2000), Unstemmed);

        Assert.True(lexicon.IsMadeBy(Unstemmed));
        Assert.False(lexicon.IsMadeBy(Analyzer.Analyze));
    }

    [Fact]
    public void The_product_s_lexicon_is_made_by_the_product_s_stemmers() => Assert.True(Lexicon.OfProduct.IsMadeBy(Analyzer.Analyze));

    [Theory]
    [InlineData(Language.Russian, "тестирован", "тест")]
    [InlineData(Language.Russian, "ыыы", null)]
    public void A_stem_that_is_not_in_the_lexicon_finds_its_relatives(Language language, string stem, string? beginning)
    {
        var nearest = Lexicon.OfProduct.Nearest(language, stem);

        Assert.Equal(beginning is not null, nearest.Count > 0);
        Assert.All(nearest, near => Assert.StartsWith(beginning!, near, StringComparison.Ordinal));
    }
}
