using System.Text.RegularExpressions;
using Search.Text.Analysis;

namespace Search.Text.Passages;

/// <summary>Takes a page's text apart into headings, sentences, list items and table rows.</summary>
internal static partial class TextUnits
{
    /// <summary>A line in bold counts as a heading below all marked ones.</summary>
    private const int BoldLevel = 7;

    /// <summary>A longer line in bold is a paragraph that somebody stressed.</summary>
    private const int MaxHeadingLength = 200;

    /// <summary>A unit longer than this is cut at blanks: no sentence of a news page comes near, and a passage must stay quotable.</summary>
    private const int MaxUnitLength = 2000;

    /// <summary>All units in the order of the text; what lies between them is white space or a rule of dashes.</summary>
    public static List<TextUnit> Split(string text, Language language)
    {
        var units = new List<TextUnit>();
        var block = 0;
        var previous = LineKind.Blank;
        var paragraph = (Start: -1, End: -1);

        void EndParagraph()
        {
            if (paragraph.Start >= 0)
            {
                foreach (var sentence in Sentences(text, paragraph.Start, paragraph.End, language))
                {
                    AddWhole(units, text, TextUnitKind.Sentence, sentence, block);
                }

                paragraph = (-1, -1);
            }
        }

        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = Trim(text, start, end);
            var kind = KindOf(text.AsSpan(line.Start, line.Length), previous);
            if (kind != LineKind.Text)
            {
                EndParagraph();
            }

            block += kind == previous || kind is LineKind.RowRule or LineKind.ItemMore ? 0 : 1;
            switch (kind)
            {
                case LineKind.Heading:
                    units.Add(new TextUnit(TextUnitKind.Heading, line, block, HeadingLevel(line.Of(text))));
                    break;
                case LineKind.Row or LineKind.Item:
                    AddWhole(units, text, kind == LineKind.Row ? TextUnitKind.TableRow : TextUnitKind.ListItem, line, block);
                    break;
                case LineKind.RowRule or LineKind.ItemMore when units.Count > 0:
                    AddTo(units, text, line);
                    kind = kind == LineKind.RowRule ? LineKind.Row : LineKind.Item;
                    break;
                case LineKind.Text or LineKind.RowRule or LineKind.ItemMore:
                    paragraph = (paragraph.Start < 0 ? line.Start : paragraph.Start, line.End);
                    break;
            }

            previous = kind;
            start = end + 1;
        }

        EndParagraph();
        return units;
    }

    private enum LineKind
    {
        Blank,
        Rule,
        Heading,
        Row,
        RowRule,
        Item,
        ItemMore,
        Text,
    }

    private static LineKind KindOf(ReadOnlySpan<char> line, LineKind previous)
    {
        if (line.Length == 0)
        {
            return LineKind.Blank;
        }

        if (line[0] == '|')
        {
            return previous == LineKind.Row && !line.ContainsAnyExcept("|-: \t") ? LineKind.RowRule : LineKind.Row;
        }

        if (line.Length >= 3 && line[0] is '-' or '*' or '_' && !line.ContainsAnyExcept(line[0], ' '))
        {
            return LineKind.Rule;
        }

        if (line.Length <= MaxHeadingLength && (MarkedHeading().IsMatch(line) || BoldLine().IsMatch(line)))
        {
            return LineKind.Heading;
        }

        return ItemStart().IsMatch(line[..Math.Min(line.Length, 12)]) ? LineKind.Item : previous == LineKind.Item ? LineKind.ItemMore : LineKind.Text;
    }

    private static int HeadingLevel(string line) => line[0] == '#' ? line.Length - line.TrimStart('#').Length : BoldLevel;

    private static void AddTo(List<TextUnit> units, string text, TextSpan line)
    {
        var last = units[^1];
        if (line.End - last.Span.Start > MaxUnitLength)
        {
            AddWhole(units, text, last.Kind, line, last.Block);
        }
        else
        {
            units[^1] = last with { Span = TextSpan.FromBounds(last.Span.Start, line.End) };
        }
    }

    private static void AddWhole(List<TextUnit> units, string text, TextUnitKind kind, TextSpan span, int block)
    {
        var start = span.Start;
        while (span.End - start > MaxUnitLength)
        {
            var cut = text.LastIndexOf(' ', start + MaxUnitLength, MaxUnitLength / 2);
            cut = cut < 0 ? start + MaxUnitLength - (char.IsHighSurrogate(text[start + MaxUnitLength - 1]) ? 1 : 0) : cut;
            Add(units, text, kind, start, cut, block);
            start = cut;
        }

        Add(units, text, kind, start, span.End, block);
    }

    private static void Add(List<TextUnit> units, string text, TextUnitKind kind, int start, int end, int block)
    {
        var span = Trim(text, start, end);
        if (span.Length > 0)
        {
            units.Add(new TextUnit(kind, span, block));
        }
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The sentences of a paragraph with the marks of stress around them, so that nothing but white space lies between two.</summary>
    private static IEnumerable<TextSpan> Sentences(string text, int start, int end, Language language)
    {
        var from = start;
        foreach (var sentence in SentenceSplitter.Split(text[start..end], language))
        {
            var begin = start + sentence.Start;
            while (begin > from && !char.IsWhiteSpace(text[begin - 1]))
            {
                begin--;
            }

            if (begin > from)
            {
                yield return TextSpan.FromBounds(from, begin);
                from = begin;
            }
        }

        yield return TextSpan.FromBounds(from, end);
    }

    [GeneratedRegex(@"^#{1,6}\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedHeading();

    [GeneratedRegex(@"^\*\*[^*]*[^*.!?…;,\s]\s*\*\*:?$", RegexOptions.CultureInvariant)]
    private static partial Regex BoldLine();

    [GeneratedRegex(@"^(?:[-*•–—▪·]\s|\d{1,3}[.)]\s|[a-zа-яіў]\)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex ItemStart();
}
