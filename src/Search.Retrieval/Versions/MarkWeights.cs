namespace Search.Retrieval.Versions;

/// <summary>The marks of all pages as numbers, with the weight of each: the rarer, the more it tells.</summary>
internal sealed class MarkWeights
{
    private readonly List<int> pageCounts = [];
    private readonly List<bool> figures = [];
    private readonly double[] norms;

    /// <summary>Counts the marks of pages.</summary>
    public MarkWeights(IReadOnlyList<PageMarks> pages)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        Hard = [.. pages.Select(page => Count(page.Hard, numbers))];
        All = [.. pages.Select((page, index) => Merge(Hard[index], Count(page.Soft, numbers)))];
        PageCount = pages.Count;
        // A tenth of a percent of a large archive; in a small one, the versions of two items; in one of a few pages, those of one item.
        MostPagesOfRare = Math.Max(Math.Clamp(pages.Count / 8, 3, 6), pages.Count / 1000);
        norms = [.. All.Select(marks => Math.Sqrt(marks.Sum(Square)))];
    }

    /// <summary>Pages of the archive.</summary>
    public int PageCount { get; }

    /// <summary>A mark on more pages than this does not single out a page.</summary>
    public int MostPagesOfRare { get; }

    /// <summary>Marks that translation does not touch, by page; ascending.</summary>
    public IReadOnlyList<int[]> Hard { get; }

    /// <summary>All marks, by page; ascending.</summary>
    public IReadOnlyList<int[]> All { get; }

    /// <summary>Number of different marks.</summary>
    public int MarkCount => pageCounts.Count;

    /// <summary>Whether a mark singles out few pages.</summary>
    public bool IsRare(int mark) => pageCounts[mark] <= MostPagesOfRare;

    /// <summary>Whether a mark is a number or a date.</summary>
    public bool IsFigure(int mark) => figures[mark];

    /// <summary>Cosine of the two pages' marks, each weighted by <c>ln(pages / pages with it)</c>: 0 nothing in common, 1 all.</summary>
    public double Similarity(int one, int other)
    {
        var (left, right) = (All[one], All[other]);
        var sum = 0.0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            sum += left[i] == right[j] ? Square(left[i]) : 0;
            var order = left[i].CompareTo(right[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return sum == 0 ? 0 : sum / (norms[one] * norms[other]);
    }

    private double Square(int mark)
    {
        var weight = Math.Log((double)PageCount / pageCounts[mark]);
        return weight * weight;
    }

    private int[] Count(IReadOnlyList<string> marks, Dictionary<string, int> numbers)
    {
        var counted = new int[marks.Count];
        for (var index = 0; index < counted.Length; index++)
        {
            if (!numbers.TryGetValue(marks[index], out var number))
            {
                numbers.Add(marks[index], number = numbers.Count);
                pageCounts.Add(0);
                figures.Add(marks[index][0] is '#' or '@');
            }

            pageCounts[number]++;
            counted[index] = number;
        }

        Array.Sort(counted);
        return counted;
    }

    private static int[] Merge(int[] hard, int[] soft)
    {
        int[] all = [.. hard, .. soft];
        Array.Sort(all);
        return all;
    }
}
