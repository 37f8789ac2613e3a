using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Schema;

/// <summary>One term of a field at its position.</summary>
/// <param name="Text">The term.</param>
/// <param name="Position">From 0, ascending; alternatives share it.</param>
public readonly record struct PositionedTerm(string Text, int Position);

/// <summary>A passage as it is indexed: the terms of each field, the numbers it is filtered by, and its terms in order.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Terms">Text fields of <see cref="Fields"/> with their terms in order of position.</param>
/// <param name="Numbers">Numeric fields of <see cref="Fields"/>.</param>
/// <param name="ForwardBody">Hashes of the text's terms in order (<see cref="ForwardEntry"/>).</param>
/// <param name="ForwardTitle">Hashes of the terms of title and headings in order.</param>
public sealed record PassageFields(
    Passage Passage,
    IReadOnlyDictionary<string, IReadOnlyList<PositionedTerm>> Terms,
    IReadOnlyDictionary<string, long> Numbers,
    uint[] ForwardBody,
    uint[] ForwardTitle)
{
    // Phrases do not run from one heading into the next.
    private const int HeadingGap = 10;

    /// <summary>Analyses a passage into the fields of the schema.</summary>
    /// <param name="analyzer">The product's analysis.</param>
    /// <param name="document">The document the passage stands in.</param>
    /// <param name="passage">The passage.</param>
    public static PassageFields Of(TextAnalyzer analyzer, ArchiveDocument document, Passage passage)
    {
        var body = analyzer.Analyze(passage.Text, passage.Language);
        var marked = Marked(body, passage.Text, 0);
        var titleExact = new List<PositionedTerm>();
        var titleMarked = new List<PositionedTerm>();
        foreach (var text in passage.Headings.Prepend(document.Title))
        {
            var start = titleExact.Count == 0 ? 0 : titleExact[^1].Position + HeadingGap;
            var tokens = analyzer.Analyze(text, document.Language);
            titleExact.AddRange(Exact(tokens, start));
            titleMarked.AddRange(Marked(tokens, text, start));
        }

        var exact = Exact(body, 0);
        var terms = new Dictionary<string, IReadOnlyList<PositionedTerm>>(StringComparer.Ordinal)
        {
            [Fields.Exact] = exact,
            [Fields.Terms] = marked,
            [Fields.TitleExact] = titleExact,
            [Fields.TitleTerms] = titleMarked,
            [Fields.Url] = Exact(analyzer.Analyze(document.Identity, Search.Text.Language.Unknown), 0),
            [Fields.Language] = [new PositionedTerm(document.Language.Code(), 0)],
            [Fields.Document] = [new PositionedTerm(document.Id, 0)],
        };
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        if (document.Published is { } published)
        {
            numbers[Fields.FirstDay] = Fields.Day(published.First);
            numbers[Fields.LastDay] = Fields.Day(published.Last);
        }

        return new PassageFields(passage, terms, numbers, Hashes(marked, exact), Hashes(titleMarked, titleExact));
    }

    private static List<PositionedTerm> Exact(IReadOnlyList<AnalyzedToken> tokens, int start) =>
        tokens.Select(token => new PositionedTerm(token.Exact, token.Position + start)).Distinct().ToList();

    private static List<PositionedTerm> Marked(IReadOnlyList<AnalyzedToken> tokens, string text, int start) =>
        tokens.SelectMany(token => MarkedTerm.Of(token, text).Select(term => new PositionedTerm(term, token.Position + start))).Distinct().ToList();

    /// <summary>Marked terms and exact forms in one sequence by position.</summary>
    private static uint[] Hashes(List<PositionedTerm> marked, List<PositionedTerm> exact)
    {
        var terms = marked.Concat(exact.Select(term => term with { Text = MarkedTerm.Exact(term.Text) })).OrderBy(term => term.Position).ToList();
        var hashes = new uint[terms.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            var isAlternative = i > 0 && terms[i].Position == terms[i - 1].Position;
            hashes[i] = ForwardEntry.Hash(terms[i].Text) | (isAlternative ? ForwardEntry.SamePosition : 0);
        }

        return hashes;
    }
}
