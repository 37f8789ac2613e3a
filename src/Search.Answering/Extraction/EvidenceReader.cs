using Search.Answering.Questions;
using Search.Answering.Reading;
using Search.Retrieval;
using Search.Text;
using Search.Text.Passages;

namespace Search.Answering.Extraction;

/// <summary>Reads ranked passages for one question: sentences with their values and what of the question stands in each.</summary>
internal static class EvidenceReader
{
    /// <summary>Reads one passage.</summary>
    /// <param name="ranked">The passage.</param>
    /// <param name="matcher">The question's concepts.</param>
    public static EvidencePassage Read(RankedPassage ranked, QuestionMatcher matcher)
    {
        var passage = ranked.Passage;
        var tokens = ReadingTokenizer.Read(passage.Text, passage.Language, passage.Span.Start);
        var concepts = new int[tokens.Count];
        var weights = new float[tokens.Count];
        var members = new bool[tokens.Count];
        var more = new List<(int Token, int Concept, float Weight)>();
        matcher.Match(passage.Text, passage.Span.Start, tokens, passage.Language, concepts, weights, more, members);
        var evidence = new EvidencePassage
        {
            Ranked = ranked,
            Tokens = tokens,
            Tags = PosTagger.Default.Tag(tokens, passage.Language),
            Concepts = concepts,
            Weights = weights,
            More = more,
            Members = members,
            Counts = CountsOf(tokens),
            Topic = Matches(string.Join('\n', passage.Headings.Prepend(ranked.Document.Title)), ranked.Document.Language, matcher),
            Anywhere = BestOf(matcher, concepts, weights, more, 0, tokens.Count),
        };
        AddSentences(evidence, matcher);
        return evidence;
    }

    /// <summary>Best match of each concept in a text that is no sentence of a passage: a title, the line above a list.</summary>
    public static float[] Matches(string text, Language language, QuestionMatcher matcher)
    {
        var tokens = ReadingTokenizer.Read(text, language);
        var concepts = new int[tokens.Count];
        var weights = new float[tokens.Count];
        var more = new List<(int Token, int Concept, float Weight)>();
        matcher.Match(text, 0, tokens, language, concepts, weights, more);
        return BestOf(matcher, concepts, weights, more, 0, tokens.Count);
    }

    private static void AddSentences(EvidencePassage evidence, QuestionMatcher matcher)
    {
        var passage = evidence.Ranked.Passage;
        var nothing = new float[matcher.Concepts.Count];
        var intro = nothing;
        var lastProse = nothing;
        IReadOnlyList<ColumnHead> head = HeadCells(evidence, matcher);
        var inTable = head.Count > 0;
        if (passage.Span.Start > 0 && TextUnits.Split(passage.Text, passage.Language) is [{ Kind: TextUnitKind.ListItem or TextUnitKind.TableRow }, ..])
        {
            lastProse = Matches(LineAbove(evidence.Text, passage.TableHeader?.Start ?? passage.Span.Start), passage.Language, matcher);
        }

        var at = 0;
        foreach (var unit in TextUnits.Split(passage.Text, passage.Language))
        {
            var span = WithoutMark(evidence.Text, new TextSpan(unit.Span.Start + passage.Span.Start, unit.Span.Length), unit.Kind);
            while (at < evidence.Tokens.Count && evidence.Tokens[at].Start < span.Start)
            {
                at++;
            }

            var first = at;
            while (at < evidence.Tokens.Count && evidence.Tokens[at].End <= span.End)
            {
                at++;
            }

            if (at == first)
            {
                continue;
            }

            List<TableCell> cells = unit.Kind == TextUnitKind.TableRow ? CellsOf(evidence, first, at, head, nothing) : [];
            if (unit.Kind == TextUnitKind.TableRow && !inTable)
            {
                // The first row of a table is its head: it is no evidence of its own.
                head = [.. cells.Select(cell => HeadOf(TextOf(evidence, cell.First, cell.End), BestOf(matcher, evidence.Concepts, evidence.Weights, evidence.More, cell.First, cell.End), passage.Language))];
                inTable = true;
                intro = lastProse;
                continue;
            }

            intro = unit.Kind is TextUnitKind.ListItem or TextUnitKind.TableRow ? lastProse : nothing;
            var sentence = new EvidenceSentence
            {
                Passage = evidence,
                Number = evidence.Sentences.Count,
                Span = span,
                First = first,
                End = at,
                Form = unit.Kind switch { TextUnitKind.ListItem => SentenceForm.ListItem, TextUnitKind.TableRow => SentenceForm.TableRow, TextUnitKind.Heading => SentenceForm.Heading, _ => SentenceForm.Prose },
                Own = BestOf(matcher, evidence.Concepts, evidence.Weights, evidence.More, first, at),
                Intro = cells.Count > 0 ? Union([intro, .. cells.Select(cell => cell.HeadMatches)]) : intro,
                Values = WithUnits(ValueFinder.Find(evidence.Tokens, evidence.Tags, first, at), cells),
                Cells = cells,
            };
            evidence.Sentences.Add(sentence);
            if (unit.Kind is TextUnitKind.Sentence or TextUnitKind.Heading)
            {
                lastProse = sentence.Own;
                (head, inTable) = ([], false);
            }
        }
    }

    // "0,09" under «С 1 апреля, руб.»: the head of a column tells the unit of its numbers.
    private static IReadOnlyList<TypedValue> WithUnits(IReadOnlyList<TypedValue> values, List<TableCell> cells) =>
        cells.Exists(cell => cell.Unit is not null) ? [.. values.Select(value => WithUnit(value, cells))] : values;

    private static TypedValue WithUnit(TypedValue value, List<TableCell> cells) =>
        value is { Type: AnswerType.Number, Unit.Length: 0 } && cells.Find(cell => value.First >= cell.First && value.End <= cell.End)?.Unit is { } unit
            ? value with { Type = unit.Type, Unit = unit.Name, Value = value.Value * unit.Magnitude }
            : value;

    private static ColumnUnit? UnitOf(string head, Language language)
    {
        var tokens = ReadingTokenizer.Read(head, language);
        var magnitude = tokens.Where(token => token.Is(WordClass.Magnitude) && !double.IsNaN(token.Value)).Select(token => token.Value).FirstOrDefault(1);
        return Named(WordClass.Currency, AnswerType.Money) ?? Named(WordClass.Percent, AnswerType.Percent);

        ColumnUnit? Named(WordClass classes, AnswerType type) =>
            tokens.Where(token => token.Is(classes)).Select(token => new ColumnUnit(type, token.Lower, magnitude)).FirstOrDefault();
    }

    private static ColumnHead HeadOf(string text, float[] matches, Language language) => new(text, matches, UnitOf(text, language));

    private static byte[] CountsOf(IReadOnlyList<ReadingToken> tokens)
    {
        const int StartLength = 6;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var starts = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in tokens)
        {
            var start = token.Lower.AsSpan(0, Math.Min(StartLength, token.Lower.Length));
            starts[start] = starts.TryGetValue(start, out var before) ? before + 1 : 1;
        }

        return [.. tokens.Select(token => (byte)Math.Min(byte.MaxValue, starts[token.Lower.AsSpan(0, Math.Min(StartLength, token.Lower.Length))]))];
    }

    private static IReadOnlyList<ColumnHead> HeadCells(EvidencePassage evidence, QuestionMatcher matcher)
    {
        var passage = evidence.Ranked.Passage;
        if (passage.TableHeader is not { } span)
        {
            return [];
        }

        var line = span.Of(evidence.Text).Split('\n')[0];
        return [.. line.Split('|').Skip(1).SkipLast(1).Select(cell => HeadOf(cell.Trim(), Matches(cell, passage.Language, matcher), passage.Language))];
    }

    private static List<TableCell> CellsOf(EvidencePassage evidence, int first, int end, IReadOnlyList<ColumnHead> head, float[] nothing)
    {
        var cells = new List<TableCell>();
        var start = first;
        var column = 0;
        for (var at = first; at <= end; at++)
        {
            if (at < end && !evidence.Tokens[at].IsSign('|'))
            {
                continue;
            }

            // The rule under the head is a run of dashes and bars.
            var isRule = at > start && evidence.Tokens.Skip(start).Take(at - start).All(token => token.Shape == TokenShape.Sign);
            if (at > start && !isRule)
            {
                var (name, matches, columnUnit) = column < head.Count ? head[column] : new ColumnHead("", nothing, null);
                cells.Add(new TableCell(start, at, name, matches, columnUnit));
            }

            column += at > first && at < end ? 1 : 0;
            start = at + 1;
        }

        return cells;
    }

    private static TextSpan WithoutMark(string text, TextSpan span, TextUnitKind kind)
    {
        if (kind is not TextUnitKind.ListItem)
        {
            return span;
        }

        var at = span.Start;
        while (at < span.End && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '–' or '—' or '*' or '•' or '.' or ')' or ' ' or '\u00A0' or '+'))
        {
            // 10.00 and 3,2 % begin with what looks like a mark.
            if (char.IsAsciiDigit(text[at]) && !IsItemNumber(text, at, span.End))
            {
                break;
            }

            at++;
        }

        return at < span.End ? TextSpan.FromBounds(at, span.End) : span;
    }

    private static bool IsItemNumber(string text, int at, int end)
    {
        var next = at;
        while (next < end && char.IsAsciiDigit(text[next]))
        {
            next++;
        }

        return next + 1 < end && text[next] is '.' or ')' && char.IsWhiteSpace(text[next + 1]);
    }

    private static string LineAbove(string text, int start)
    {
        var end = start;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var from = end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;
        return text[from..end];
    }

    private static string TextOf(EvidencePassage evidence, int first, int end) => evidence.Text[evidence.Tokens[first].Start..evidence.Tokens[end - 1].End];

    private static float[] BestOf(QuestionMatcher matcher, int[] concepts, float[] weights, List<(int Token, int Concept, float Weight)> more, int first, int end)
    {
        var best = new float[matcher.Concepts.Count];
        for (var i = first; i < end; i++)
        {
            if (concepts[i] >= 0)
            {
                best[concepts[i]] = Math.Max(best[concepts[i]], weights[i]);
            }
        }

        foreach (var (_, concept, weight) in more.Where(item => item.Token >= first && item.Token < end))
        {
            best[concept] = Math.Max(best[concept], weight);
        }

        return best;
    }

    private static float[] Union(IReadOnlyList<float[]> matches)
    {
        var best = new float[matches[0].Length];
        foreach (var match in matches)
        {
            for (var i = 0; i < best.Length; i++)
            {
                best[i] = Math.Max(best[i], match[i]);
            }
        }

        return best;
    }

    private sealed record ColumnHead(string Text, float[] Matches, ColumnUnit? Unit);
}
