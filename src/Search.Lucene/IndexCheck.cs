using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>Reads a whole index and says what is wrong with it: every checksum, and the structure behind it.</summary>
public static class IndexCheck
{
    /// <summary>Checks the last commit in <paramref name="directory"/>.</summary>
    public static IndexCheckReport Run(FSDirectory directory) => throw new NotImplementedException();
}

/// <summary>What a check found.</summary>
/// <param name="Files">Files read.</param>
/// <param name="Bytes">Bytes of them.</param>
/// <param name="Problems">What is wrong, a sentence each; empty if all is well.</param>
public sealed record IndexCheckReport(int Files, long Bytes, IReadOnlyList<string> Problems);
