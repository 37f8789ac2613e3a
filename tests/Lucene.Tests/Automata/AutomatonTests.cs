using System.Text;
using Search.Lucene.Automata;

namespace Lucene.Tests.Automata;

public class AutomatonTests
{
    [Theory]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "aжc", true)]
    [InlineData("a?c", "a😀c", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("a?c", "abbc", false)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "aжжc", true)]
    [InlineData("a*c", "acb", false)]
    [InlineData("*", "", true)]
    [InlineData("*", "что угодно", true)]
    [InlineData("мін*ства", "міністэрства", true)]
    [InlineData("мін*ства", "міністэрству", false)]
    [InlineData("a\\*c", "a*c", true)]
    [InlineData("a\\*c", "abc", false)]
    [InlineData("a\\\\", "a\\", true)]
    [InlineData("a\\", "a\\", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("**a**", "bab", true)]
    [InlineData("?*?", "a", false)]
    [InlineData("?*?", "ab", true)]
    public void Wildcard_pattern_accepts_what_it_describes(string pattern, string text, bool accepted) =>
        Assert.Equal(accepted, Accepts(new WildcardAutomaton(pattern), text));

    [Fact]
    public void Wildcard_prefix_ends_before_the_first_wildcard() =>
        Assert.Equal("a*б", new WildcardAutomaton("a\\*б?c*").LiteralPrefix);

    [Theory]
    [InlineData("мова", "мова", 1, true)]
    [InlineData("мова", "моваў", 1, true)]
    [InlineData("мова", "ова", 1, true)]
    [InlineData("мова", "мава", 1, true)]
    [InlineData("мова", "момаў", 1, false)]
    [InlineData("мова", "омва", 1, true)]
    [InlineData("мова", "овма", 1, false)]
    [InlineData("мова", "м😀ва", 1, true)]
    [InlineData("мова", "оваў", 2, true)]
    [InlineData("мова", "", 2, false)]
    [InlineData("ab", "", 2, true)]
    [InlineData("ca", "abc", 2, false)] // no edit inside an exchanged pair: three edits, though a looser distance says two
    public void Levenshtein_counts_an_exchange_as_one_edit(string term, string text, int edits, bool accepted) =>
        Assert.Equal(accepted, Accepts(new LevenshteinAutomaton(term, edits, 0, transpositions: true), text));

    [Fact]
    public void Levenshtein_without_exchange_counts_two() =>
        Assert.False(Accepts(new LevenshteinAutomaton("мова", 1, 0, transpositions: false), "омва"));

    [Theory]
    [InlineData("мова", "мава", 1, true)]
    [InlineData("мова", "нова", 1, false)]
    [InlineData("мова", "амова", 1, false)]
    [InlineData("мова", "омва", 1, false)]
    [InlineData("мова", "мвоа", 1, true)]
    [InlineData("мова", "мова", 4, true)]
    [InlineData("мова", "мовы", 4, false)]
    [InlineData("мова", "моваў", 4, true)]
    public void Levenshtein_leaves_the_prefix_alone(string term, string text, int prefixLength, bool accepted) =>
        Assert.Equal(accepted, Accepts(new LevenshteinAutomaton(term, 1, prefixLength, transpositions: true), text));

    [Fact]
    public void Levenshtein_agrees_with_the_distance_itself_on_every_short_text()
    {
        var alphabet = new[] { "a", "ж", "漢", "😀" };
        var texts = new List<string> { "" };
        for (var from = 0; from < texts.Count && texts[from].EnumerateRunes().Count() < 5; from++)
        {
            texts.AddRange(alphabet.Select(letter => texts[from] + letter));
        }

        foreach (var term in new[] { "", "a", "aж", "aжa", "ж漢😀a", "aaжж" })
        {
            foreach (var edits in new[] { 0, 1, 2 })
            {
                foreach (var exchange in new[] { false, true })
                {
                    var automaton = new ByteAutomaton(new LevenshteinAutomaton(term, edits, 0, exchange));
                    foreach (var text in texts)
                    {
                        Assert.Equal(Distance(term, text, exchange) <= edits, automaton.Accepts(Encoding.UTF8.GetBytes(text)));
                    }
                }
            }
        }
    }

    [Fact]
    public void Next_live_byte_skips_what_cannot_lead_to_a_match()
    {
        var automaton = new ByteAutomaton(new LevenshteinAutomaton("ж", 0, 0, transpositions: true));

        Assert.Equal(0xD0, automaton.NextLiveByte(automaton.Start, 0));
        Assert.Equal(-1, automaton.NextLiveByte(automaton.Start, 0xD1));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var automaton = new ByteAutomaton(new WildcardAutomaton("*"));

        Assert.False(automaton.Accepts([0xFF]));
        Assert.False(automaton.Accepts([0xD0]));
        Assert.False(automaton.Accepts([0xD0, 0x41]));
    }

    private static bool Accepts(CodePointAutomaton automaton, string text) =>
        new ByteAutomaton(automaton).Accepts(Encoding.UTF8.GetBytes(text));

    /// <summary>The optimal string alignment distance, by the whole table.</summary>
    internal static int Distance(string a, string b, bool exchange)
    {
        var x = a.EnumerateRunes().ToArray();
        var y = b.EnumerateRunes().ToArray();
        var d = new int[x.Length + 1, y.Length + 1];
        for (var i = 0; i <= x.Length; i++)
        {
            for (var j = 0; j <= y.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(d[i - 1, j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1), Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (exchange && i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[x.Length, y.Length];
    }
}
