using System.Text.RegularExpressions;
using Search.Lucene.Store;

namespace Search.Lucene.Segments;

/// <summary>
/// Removes files that no commit and no writer needs. Readers that still use them, in this process or another, keep their mappings:
/// the names go at once, the bytes when the last reader has left.
/// </summary>
internal static partial class IndexFolder
{
    /// <summary>Deletes every index file of the folder that is not in <paramref name="needed"/> and of none of the segments being written.</summary>
    public static void Clean(FSDirectory directory, IReadOnlySet<string> needed, IReadOnlyCollection<string> beingWritten)
    {
        foreach (var file in directory.ListFiles())
        {
            if (IndexFile().IsMatch(file) && !needed.Contains(file) && !beingWritten.Contains(SegmentOf(file)))
            {
                directory.Delete(file);
            }
        }
    }

    private static string SegmentOf(string file)
    {
        var end = file.AsSpan(1).IndexOfAny('_', '.');
        return end < 0 ? file : file[..(end + 1)];
    }

    // Only names that this format gives: whatever else lies in the folder is not ours.
    [GeneratedRegex(@"^(pending_)?segments_[0-9a-z]+$|^_[0-9a-z]+(_[0-9A-Za-z_]+)?\.(si|fnm|fdt|fdx|fdm|tim|tip|tmd|doc|pos|pay|nvd|nvm|dvd|dvm|liv|cfs|cfe|tvd|tvx|tvm|kdd|kdi|kdm|tmp)$")]
    private static partial Regex IndexFile();
}
