namespace Search.Retrieval.Candidates;

/// <summary>The marked terms of one passage and of its title in order of position, as hashes: enough to rank, too little to read.</summary>
/// <param name="Body">Terms of the text.</param>
/// <param name="Title">Terms of title and headings.</param>
public readonly record struct ForwardEntry(ReadOnlyMemory<uint> Body, ReadOnlyMemory<uint> Title)
{
    /// <summary>Set on a term that stands at the same position as the one before it.</summary>
    public const uint SamePosition = 0x8000_0000;

    /// <summary>Hash of a marked term, 31 bits.</summary>
    /// <remarks>FNV-1a over UTF-16 code units; at 200,000 different terms some ten pairs share a hash, which costs a passage a place, never an answer.</remarks>
    public static uint Hash(ReadOnlySpan<char> markedTerm)
    {
        var hash = 2166136261u;
        foreach (var unit in markedTerm)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return (hash ^ (hash >> 31)) & ~SamePosition;
    }
}
