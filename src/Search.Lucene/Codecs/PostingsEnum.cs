namespace Search.Lucene.Codecs;

/// <summary>
/// The documents of one term in ascending order, decoded 128 at a time, with frequencies and positions if asked for.
/// </summary>
/// <remarks>
/// Two ways to read: a document at a time (<see cref="NextDoc"/>, <see cref="Advance"/>), or a block at a time
/// (<see cref="NextBlock"/>, <see cref="AdvanceBlock"/>, then <see cref="BlockDocs"/> and <see cref="BlockFreqs"/>).
/// <see cref="AdvanceShallow"/> moves only the view on impacts and may run ahead of the documents, never behind them.
/// </remarks>
public sealed class PostingsEnum
{
    /// <summary>What <see cref="DocId"/> is after the last document.</summary>
    public const int NoMoreDocs = int.MaxValue;

    internal PostingsEnum() { }

    /// <summary>Documents of the term, deleted ones included.</summary>
    public int DocFreq => throw new NotImplementedException();

    /// <summary>The document it stands at; -1 before the first, <see cref="NoMoreDocs"/> after the last.</summary>
    public int DocId => throw new NotImplementedException();

    /// <summary>Occurrences of the term in the document, 1 or more; 1 if frequencies are not kept or were not asked for.</summary>
    public int Freq => throw new NotImplementedException();

    /// <summary>Goes to the next document and returns it.</summary>
    public int NextDoc() => throw new NotImplementedException();

    /// <summary>Goes to the first document at or after <paramref name="target"/>, which lies after <see cref="DocId"/>, and returns it.</summary>
    public int Advance(int target) => throw new NotImplementedException();

    /// <summary>The next position in the document; call at most <see cref="Freq"/> times a document.</summary>
    public int NextPosition() => throw new NotImplementedException();

    /// <summary>Decoded documents of the current block, ascending; those before <see cref="BlockIndex"/> were passed.</summary>
    public ReadOnlySpan<int> BlockDocs => throw new NotImplementedException();

    /// <summary>Frequencies beside <see cref="BlockDocs"/> (all 1 if not kept or not asked for).</summary>
    public ReadOnlySpan<int> BlockFreqs => throw new NotImplementedException();

    /// <summary>Place in the block of <see cref="DocId"/>; -1 while it stands before the block's first document.</summary>
    public int BlockIndex => throw new NotImplementedException();

    /// <summary>
    /// Decodes the next block, skipping what is left of the current one; it then stands before the block's first document. False after the last.
    /// </summary>
    public bool NextBlock() => throw new NotImplementedException();

    /// <summary>
    /// Makes current the block whose last document is the first at or after <paramref name="target"/>, decoding it only if it is another one.
    /// False if no such block is left. It stands at the last document before <paramref name="target"/>.
    /// </summary>
    public bool AdvanceBlock(int target) => throw new NotImplementedException();

    /// <summary>
    /// Moves the view on impacts to the block that may hold <paramref name="target"/>, without decoding documents.
    /// </summary>
    /// <returns>Last document for which the impacts of level 0 hold; <see cref="NoMoreDocs"/> if there are no more.</returns>
    public int AdvanceShallow(int target) => throw new NotImplementedException();

    /// <summary>Levels of impacts at the current view, 1 or more; a higher level spans more documents (128, 1,024, 8,192, …).</summary>
    public int ImpactLevels => throw new NotImplementedException();

    /// <summary>Last document for which <see cref="Impacts"/> of this level hold.</summary>
    public int ImpactsUpTo(int level) => throw new NotImplementedException();

    /// <summary>
    /// Pairs of frequency and norm, both strictly ascending (norm as unsigned), such that no document up to <see cref="ImpactsUpTo"/> has a pair
    /// that scores higher than the best of these under any similarity that grows with frequency and falls with norm.
    /// </summary>
    public ReadOnlySpan<Impact> Impacts(int level) => throw new NotImplementedException();
}

/// <summary>A frequency and a norm that occur together, or bound ones that do.</summary>
/// <param name="Freq">Occurrences in a document, 1 or more.</param>
/// <param name="Norm">The norm as kept: an encoded length, unsigned (1 if the field keeps none).</param>
public readonly record struct Impact(int Freq, long Norm);
