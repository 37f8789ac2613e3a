
namespace Search.Retrieval.Versions;

/// <summary>Sets of pages that are versions of one another, joined step by step.</summary>
internal sealed class VersionGroups(IReadOnlyList<PageMarks> pages)
{
    private readonly int[] groups = [.. Enumerable.Range(0, pages.Count)];
    private readonly Dictionary<int, List<int>> members = [];

    /// <summary>The group of a page: the smallest ordinal in it.</summary>
    public int Of(int page) => groups[page];

    /// <summary>Joins two near-duplicates, unless a group would then hold pages that are none of each other: a short notice may be part of several longer ones.</summary>
    public void JoinDuplicates(int first, int second)
    {
        var right = MembersOf(groups[second]);
        if (MembersOf(groups[first]).All(one => right.All(other => NearDuplicates.AreSame(pages[one], pages[other]))))
        {
            Join(groups[first], groups[second]);
        }
    }

    /// <summary>Joins two pages of different languages, unless a group would then hold two items of one language or of different times.</summary>
    public void JoinVersions(int first, int second)
    {
        var (left, right) = (MembersOf(groups[first]), MembersOf(groups[second]));
        var fits = left.All(one => right.All(other => pages[one].Language != pages[other].Language && Dates.MayAgree(pages[one].Published, pages[other].Published)));
        if (fits)
        {
            Join(groups[first], groups[second]);
        }
    }

    private List<int> MembersOf(int group) => members.GetValueOrDefault(group) ?? [group];

    private void Join(int one, int other)
    {
        if (one == other)
        {
            return;
        }

        var (kept, dissolved) = one < other ? (one, other) : (other, one);
        List<int> joined = [.. MembersOf(kept), .. MembersOf(dissolved)];
        joined.ForEach(page => groups[page] = kept);
        members[kept] = joined;
        members.Remove(dissolved);
    }
}
