using Search.Tests.Parsing;
using Search.Text;
using Search.Text.Passages;

namespace Search.Tests.Passages;

public class PassageSplitterTests
{
    [Fact]
    public void Passages_of_the_seed_archive_are_verbatim_and_lose_nothing()
    {
        foreach (var document in SeedArchive.ByFileNumber.Values)
        {
            AssertFaithful(document);
        }
    }

    [Fact]
    public void Headings_divide_and_stand_in_the_path_not_in_the_text()
    {
        var document = Document("Intro text.\n\n## One\n\nFirst text.\n\n### Inner\n\nInner text.\n\n## Two\n\nSecond text.\n\n**Bold line**\n\nBold text.");

        var passages = PassageSplitter.Split(document);

        Assert.Equal(["Intro text.", "First text.", "Inner text.", "Second text.", "Bold text."], passages.Select(passage => passage.Text));
        Assert.Equal(["", "One", "One/Inner", "Two", "Two/Bold line"], passages.Select(passage => string.Join('/', passage.Headings)));
    }

    [Fact]
    public void A_heading_with_nothing_below_it_is_a_passage_of_its_own()
    {
        var passages = PassageSplitter.Split(Document("Text.\n\n## Contacts"));

        Assert.Equal(["Text.", "## Contacts"], passages.Select(passage => passage.Text));
    }

    [Fact]
    public void Rows_cut_off_from_their_table_know_its_header()
    {
        var rows = string.Concat(Enumerable.Range(1, 60).Select(number => $"| Row {number:D2} with some words in it | {number * 10:D3} |\n"));
        var document = Document("Prices:\n\n| Name | Price |\n|---|---|\n" + rows);

        var passages = PassageSplitter.Split(document);

        Assert.True(passages.Count > 2);
        Assert.StartsWith("Prices:\n\n| Name | Price |\n|---|---|\n| Row 01", passages[0].Text, StringComparison.Ordinal);
        Assert.Null(passages[0].TableHeader);
        Assert.All(passages.Skip(1), passage => Assert.Equal("| Name | Price |\n|---|---|", passage.TableHeader!.Value.Of(document.Text)));
        Assert.All(passages, passage => Assert.EndsWith("|", passage.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sentence_that_announces_a_list_stays_with_it()
    {
        var before = string.Concat(Enumerable.Repeat("Words before the list fill the passage fully. ", 20));
        var document = Document($"{before}The parties agreed:\n\n- to open a laboratory with many rooms and many people in it;\n- to start a train that runs every week of the year.");

        var passages = PassageSplitter.Split(document);

        Assert.Equal(2, passages.Count);
        Assert.StartsWith("The parties agreed:\n\n- to open", passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_every_shape_keep_offsets_and_words()
    {
        var random = new Random(20240816);
        string[] pieces = ["Слово ", "г. ", "2024 г. Минск. ", "end. ", "\n", "\n\n", "## Head\n", "**Bold**\n", "| a | b |\n", "|---|---|\n", "- item\n", "1. item\n", "  ", "---\n", "*note.* ", "😀", "«Quote.» ", new string('x', 700)];
        for (var run = 0; run < 300; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            AssertFaithful(Document(text));
        }
    }

    [Fact]
    public void A_line_of_a_million_letters_is_cut_between_whole_characters()
    {
        var document = Document(string.Concat(Enumerable.Repeat("😀", 500_000)));

        var passages = PassageSplitter.Split(document);

        AssertFaithful(document);
        Assert.All(passages, passage => Assert.True(passage.Text.Length <= 2000 && !char.IsLowSurrogate(passage.Text[0])));
    }

    internal static ArchiveDocument Document(string text, Language language = Language.Russian) =>
        new("page", "https://mpt.example/page", "mpt.example/page", "Title", text, language, null, "page.txt", "00");

    private static void AssertFaithful(ArchiveDocument document)
    {
        var passages = PassageSplitter.Split(document);
        var end = 0;
        for (var index = 0; index < passages.Count; index++)
        {
            var passage = passages[index];
            Assert.Equal(new PassageId(document.Id, index), passage.Id);
            Assert.Equal(document.Text.Substring(passage.Span.Start, passage.Span.Length), passage.Text);
            Assert.Equal(passage.Text.Trim(), passage.Text);
            Assert.NotEmpty(passage.Text);
            AssertNothingBut(document.Text[end..passage.Span.Start]);
            end = passage.Span.End;
        }

        AssertNothingBut(document.Text[end..]);
    }

    /// <summary>Between passages stand headings, rules of dashes and white space.</summary>
    private static void AssertNothingBut(string between) => Assert.All(
        between.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0),
        line => Assert.True(line[0] == '#' || line.StartsWith("**", StringComparison.Ordinal) || line.All(mark => mark is '-' or '*' or '_' or ' '), line));
}
