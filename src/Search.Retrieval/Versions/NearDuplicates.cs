namespace Search.Retrieval.Versions;

/// <summary>Finds pages of one language that say the same in the same words.</summary>
/// <remarks>
/// Candidates share some of their smallest shingle hashes (the bottom-k sketch of Broder, "On the resemblance and containment of documents", 1997);
/// every candidate is then compared by all its shingles, so that a sketch never decides.
/// </remarks>
internal static class NearDuplicates
{
    /// <summary>Hashes of a page's sketch: two pages that share half of their text share eight of them on average.</summary>
    private const int SketchSize = 16;

    /// <summary>Fewest shared hashes of the sketch that make a candidate: six in ten pairs that share half of their shingles have more, nearly all that share eight tenths.</summary>
    private const int FewestShared = 3;

    /// <summary>A shingle of more pages than this is a phrase of the house, not of a page.</summary>
    private const int MostPages = 100;

    /// <summary>Share of all shingles of both pages that they must have in common.</summary>
    private const double LeastJaccard = 0.6;

    /// <summary>Share of the shorter page that the longer one must hold, where one is an extended version.</summary>
    private const double LeastContainment = 0.85;

    /// <summary>Share of the numbers of the page with fewer that the other must have: yearly news repeat their words, not their figures.</summary>
    private const double LeastNumbers = 0.8;

    /// <summary>Share of its words that the page with fewer may have alone: an update strikes a sentence and adds another.</summary>
    private const double MostOwnWords = 0.1;

    /// <summary>A page of fewer different words must be in the other word for word: in a short notice one word is another person or place.</summary>
    private const int ShortPage = 40;

    /// <summary>A page of fewer shingles is too short to be told from another by them.</summary>
    private const int FewestShingles = 12;

    /// <summary>Pairs of pages, each with the smaller ordinal first, in ascending order.</summary>
    public static List<(int First, int Second)> Find(IReadOnlyList<PageMarks> pages)
    {
        var holders = new Dictionary<(Search.Text.Language, ulong), List<int>>();
        var pairs = new List<(int, int)>();
        for (var page = 0; page < pages.Count; page++)
        {
            var marks = pages[page];
            if (marks.Shingles.Count < FewestShingles)
            {
                continue;
            }

            var shared = new SortedDictionary<int, int>();
            for (var index = 0; index < Math.Min(SketchSize, marks.Shingles.Count); index++)
            {
                var key = (marks.Language, marks.Shingles[index]);
                if (!holders.TryGetValue(key, out var others))
                {
                    holders.Add(key, others = []);
                }

                if (others.Count < MostPages)
                {
                    others.ForEach(other => shared[other] = shared.GetValueOrDefault(other) + 1);
                    others.Add(page);
                }
            }

            pairs.AddRange(shared.Where(other => other.Value >= FewestShared && AreSame(pages[other.Key], marks)).Select(other => (other.Key, page)));
        }

        pairs.Sort();
        return pairs;
    }

    /// <summary>Whether two pages of one language are one news item, one of them perhaps extended or updated.</summary>
    public static bool AreSame(PageMarks one, PageMarks other)
    {
        if (!Dates.MayAgree(one.Published, other.Published) || Shared(one.Numbers, other.Numbers) < LeastNumbers * Math.Min(one.Numbers.Count, other.Numbers.Count))
        {
            return false;
        }

        var fewerWords = Math.Min(one.Words.Count, other.Words.Count);
        if (fewerWords - Shared(one.Words, other.Words) > (fewerWords < ShortPage ? 0 : MostOwnWords * fewerWords))
        {
            return false;
        }

        var common = Shared(one.Shingles, other.Shingles);
        return common >= LeastJaccard * (one.Shingles.Count + other.Shingles.Count - common)
            || common >= LeastContainment * Math.Min(one.Shingles.Count, other.Shingles.Count);
    }

    private static int Shared(IReadOnlyList<ulong> one, IReadOnlyList<ulong> other)
    {
        var common = 0;
        for (int left = 0, right = 0; left < one.Count && right < other.Count;)
        {
            var order = one[left].CompareTo(other[right]);
            common += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }

        return common;
    }

    private static int Shared(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Intersect(other, StringComparer.Ordinal).Count();
}
