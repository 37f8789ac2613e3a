namespace Search.Retrieval.Candidates;

/// <summary>The stems of one passage and of its title in order of position, as hashes: enough to rank, too little to read.</summary>
/// <param name="Body">Stems of the text.</param>
/// <param name="Title">Stems of title and headings.</param>
public readonly record struct ForwardEntry(ReadOnlyMemory<uint> Body, ReadOnlyMemory<uint> Title)
{
    /// <summary>Set on a stem that stands at the same position as the one before it.</summary>
    public const uint SamePosition = 0x8000_0000;

    /// <summary>Hash of a marked stem, 31 bits.</summary>
    /// <remarks>FNV-1a over UTF-16 code units; at 200,000 different stems some ten pairs share a hash, which costs a passage a place, never an answer.</remarks>
    public static uint Hash(ReadOnlySpan<char> markedStem)
    {
        var hash = 2166136261u;
        foreach (var unit in markedStem)
        {
            hash = (hash ^ unit) * 16777619u;
        }

        return (hash ^ (hash >> 31)) & ~SamePosition;
    }
}
