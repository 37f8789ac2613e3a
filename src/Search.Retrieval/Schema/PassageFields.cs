using Search.Retrieval.Candidates;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval.Schema;

/// <summary>One term of a field at its position.</summary>
/// <param name="Text">The term.</param>
/// <param name="Position">From 0, ascending; alternatives share it.</param>
public readonly record struct PositionedTerm(string Text, int Position);

/// <summary>A passage as it is indexed: the terms of each field, the numbers it is filtered by, and its stems in order.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Terms">Text fields of <see cref="Fields"/> with their terms in order of position.</param>
/// <param name="Numbers">Numeric fields of <see cref="Fields"/>.</param>
/// <param name="Forward">Its stems, for ranking.</param>
public sealed record PassageFields(
    Passage Passage,
    IReadOnlyDictionary<string, IReadOnlyList<PositionedTerm>> Terms,
    IReadOnlyDictionary<string, long> Numbers,
    ForwardEntry Forward)
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
        var title = new List<AnalyzedToken>();
        var titleNames = new List<PositionedTerm>();
        foreach (var text in passage.Headings.Prepend(document.Title))
        {
            var start = title.Count == 0 ? 0 : title[^1].Position + HeadingGap;
            var tokens = analyzer.Analyze(text, document.Language).Select(token => token with { Position = token.Position + start }).ToList();
            title.AddRange(tokens);
            titleNames.AddRange(Names(tokens, text));
        }

        var stems = Stems(body);
        var titleStems = Stems(title);
        var terms = new Dictionary<string, IReadOnlyList<PositionedTerm>>(StringComparer.Ordinal)
        {
            [Fields.Exact] = Exact(body),
            [Fields.Stem] = stems,
            [Fields.Name] = Names(body, passage.Text),
            [Fields.Skeleton] = Skeletons(body),
            [Fields.TitleExact] = Exact(title),
            [Fields.TitleStem] = titleStems,
            [Fields.TitleName] = titleNames,
            [Fields.TitleSkeleton] = Skeletons(title),
            [Fields.Url] = Exact(analyzer.Analyze(document.Identity, Search.Text.Language.Unknown)),
            [Fields.Language] = [new PositionedTerm(document.Language.Code(), 0)],
            [Fields.Document] = [new PositionedTerm(document.Id, 0)],
        };
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        if (document.Published is { } published)
        {
            numbers[Fields.FirstDay] = Fields.Day(published.First);
            numbers[Fields.LastDay] = Fields.Day(published.Last);
        }

        return new PassageFields(passage, terms, numbers, new ForwardEntry(Hashes(stems), Hashes(titleStems)));
    }

    private static List<PositionedTerm> Exact(IEnumerable<AnalyzedToken> tokens) =>
        tokens.Select(token => new PositionedTerm(token.Exact, token.Position)).Distinct().ToList();

    private static List<PositionedTerm> Stems(IEnumerable<AnalyzedToken> tokens) =>
        tokens.Select(token => new PositionedTerm(Fields.Stemmed(token.Language, token.Stem), token.Position)).Distinct().ToList();

    private static List<PositionedTerm> Names(IEnumerable<AnalyzedToken> tokens, string text) =>
        tokens.SelectMany(token => CrossLanguageTerms.NameKeys(token, text).Select(key => new PositionedTerm(key, token.Position))).Distinct().ToList();

    private static List<PositionedTerm> Skeletons(IEnumerable<AnalyzedToken> tokens) =>
        tokens.Select(token => new PositionedTerm(CrossLanguageTerms.SkeletonOf(token), token.Position)).Where(term => term.Text.Length > 0).Distinct().ToList();

    private static uint[] Hashes(List<PositionedTerm> stems)
    {
        var hashes = new uint[stems.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            var isAlternative = i > 0 && stems[i].Position == stems[i - 1].Position;
            hashes[i] = ForwardEntry.Hash(stems[i].Text) | (isAlternative ? ForwardEntry.SamePosition : 0);
        }

        return hashes;
    }
}
