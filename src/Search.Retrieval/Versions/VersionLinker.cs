using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Versions;

/// <summary>Links the language versions of one news item, and near-duplicates at different addresses.</summary>
/// <remarks>
/// Two pages of different languages are versions when each is the other's best match in its language, clearly ahead of the second, they share
/// rare numbers, dates and names, and may have been published about the same time. Yearly events repeat their words but not their dates and figures, so they stay apart.
/// Only pages that share rare marks are ever compared, so that the time grows with the number of pages and not with its square.
/// </remarks>
public static class VersionLinker
{
    /// <summary>
    /// Rare marks that two versions share at least, a number or date counted twice: two figures, or a figure and a name. One may be chance.
    /// Names alone never do: they recur from event to event, and words of two languages may sound alike.
    /// </summary>
    private const int LeastEvidence = 3;

    /// <summary>The same where a date is unknown: two figures, or a figure and two names.</summary>
    private const int LeastEvidenceUndated = 4;

    /// <summary>Least cosine of two versions whose dates are known. Versions of a news item are told apart, cut and extended: 0.06 to 0.15 is usual, strangers of the same weeks stay below.</summary>
    private const double LeastSimilarity = 0.045;

    /// <summary>Least cosine where a date is unknown, so that nothing else speaks against the pair.</summary>
    private const double LeastSimilarityUndated = 0.1;

    /// <summary>How much better than the second best the best match must be.</summary>
    private const double LeastLead = 1.2;

    /// <summary>Groups documents that are versions of one another, with the product's lexicon.</summary>
    /// <param name="documents">All documents of the archive, in an order that does not change from build to build.</param>
    /// <param name="analyzer">The analysis of the index.</param>
    /// <returns>As <see cref="Link"/>.</returns>
    public static IReadOnlyList<int> Group(IReadOnlyList<ArchiveDocument> documents, TextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var reader = new PageMarkReader(analyzer, WordTranslations.OfProduct.Of);
        return Link(documents.Select(reader.Read).ToList());
    }

    /// <summary>Groups pages that are versions of one another.</summary>
    /// <param name="pages">Marks of all pages, in an order that does not change from build to build.</param>
    /// <returns>For every page the smallest ordinal among its versions, its own where it stands alone. A group has near-duplicates of one page per language at most.</returns>
    public static int[] Link(IReadOnlyList<PageMarks> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var groups = new VersionGroups(pages);
        foreach (var (first, second) in NearDuplicates.Find(pages))
        {
            groups.JoinDuplicates(first, second);
        }

        // A page with duplicates is represented by the fullest of them.
        var representatives = Enumerable.Range(0, pages.Count)
            .GroupBy(groups.Of)
            .Select(group => group.MaxBy(page => (pages[page].Shingles.Count, -page)))
            .Order()
            .ToArray();
        foreach (var (_, first, second) in Matches([.. representatives.Select(page => pages[page])]))
        {
            groups.JoinVersions(representatives[first], representatives[second]);
        }

        return [.. Enumerable.Range(0, pages.Count).Select(groups.Of)];
    }

    /// <summary>Pairs of mutual best matches, best first.</summary>
    private static List<(double Similarity, int First, int Second)> Matches(PageMarks[] pages)
    {
        var weights = new MarkWeights(pages);
        var candidates = new List<(double Similarity, int Other)>[pages.Length];
        for (var page = 0; page < pages.Length; page++)
        {
            candidates[page] = [];
        }

        foreach (var (first, second) in Candidates(pages, weights))
        {
            var similarity = weights.Similarity(first, second);
            candidates[first].Add((similarity, second));
            candidates[second].Add((similarity, first));
        }

        var matches = new List<(double Similarity, int First, int Second)>();
        for (var page = 0; page < pages.Length; page++)
        {
            foreach (var language in LanguageCodes.All)
            {
                if (Best(pages, candidates[page], language) is { } best && page < best.Other && IsEnough(pages[page], pages[best.Other], best.Similarity)
                    && Best(pages, candidates[best.Other], pages[page].Language)?.Other == page)
                {
                    matches.Add((best.Similarity, page, best.Other));
                }
            }
        }

        return [.. matches.OrderByDescending(match => match.Similarity).ThenBy(match => match.First).ThenBy(match => match.Second)];
    }

    private static bool IsEnough(PageMarks one, PageMarks other, double similarity) =>
        similarity >= (one.Published is null || other.Published is null ? LeastSimilarityUndated : LeastSimilarity);

    /// <summary>The best match in a language, if it is clearly the best.</summary>
    private static (double Similarity, int Other)? Best(PageMarks[] pages, List<(double Similarity, int Other)> candidates, Language language)
    {
        (double Similarity, int Other) best = (0, -1), second = (0, -1);
        foreach (var candidate in candidates)
        {
            if (pages[candidate.Other].Language != language)
            {
                continue;
            }

            if (candidate.Similarity > best.Similarity)
            {
                (best, second) = (candidate, best);
            }
            else if (candidate.Similarity > second.Similarity)
            {
                second = candidate;
            }
        }

        return best.Other >= 0 && best.Similarity >= second.Similarity * LeastLead ? best : null;
    }

    /// <summary>Pairs of different languages that share enough rare marks and may be of one time.</summary>
    private static IEnumerable<(int First, int Second)> Candidates(PageMarks[] pages, MarkWeights weights)
    {
        var holders = new List<int>?[weights.MarkCount];
        var shared = new (int Evidence, int Figures)[pages.Length];
        var met = new List<int>();
        for (var page = 0; page < pages.Length; page++)
        {
            foreach (var mark in weights.Hard[page].Where(weights.IsRare))
            {
                var others = holders[mark] ??= [];
                foreach (var other in others)
                {
                    if (shared[other].Evidence == 0)
                    {
                        met.Add(other);
                    }

                    shared[other].Evidence += weights.IsFigure(mark) ? 2 : 1;
                    shared[other].Figures += weights.IsFigure(mark) ? 1 : 0;
                }

                others.Add(page);
            }

            foreach (var other in met)
            {
                var enough = pages[other].Published is null || pages[page].Published is null ? LeastEvidenceUndated : LeastEvidence;
                if (shared[other].Evidence >= enough && shared[other].Figures > 0 && pages[other].Language != pages[page].Language
                    && pages[other].Language != Language.Unknown && pages[page].Language != Language.Unknown
                    && Dates.MayAgree(pages[other].Published, pages[page].Published))
                {
                    yield return (other, page);
                }

                shared[other] = default;
            }

            met.Clear();
        }
    }
}
