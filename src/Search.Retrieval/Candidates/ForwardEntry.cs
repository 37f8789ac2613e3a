namespace Search.Retrieval.Candidates;

/// <summary>
/// The terms of one passage and of its title in order of position, as hashes: enough to rank, too little to read. Filled by
/// <see cref="IPassageIndex.ReadForward"/> and meant to be used again for the next passage.
/// </summary>
public sealed class ForwardEntry
{
    /// <summary>Set on a term that stands at the same position as the one before it.</summary>
    public const uint SamePosition = 0x8000_0000;

    private uint[] _terms = [];
    private int _bodyCount;
    private int _count;

    /// <summary>Terms of the text.</summary>
    public ReadOnlySpan<uint> Body => _terms.AsSpan(0, _bodyCount);

    /// <summary>Terms of title and headings.</summary>
    public ReadOnlySpan<uint> Title => _terms.AsSpan(_bodyCount, _count - _bodyCount);

    /// <summary>Takes the terms of a passage.</summary>
    public void Set(ReadOnlySpan<uint> body, ReadOnlySpan<uint> title)
    {
        (_bodyCount, _count) = (body.Length, body.Length + title.Length);
        if (_terms.Length < _count)
        {
            _terms = new uint[_count * 2];
        }

        body.CopyTo(_terms);
        title.CopyTo(_terms.AsSpan(_bodyCount));
    }

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
