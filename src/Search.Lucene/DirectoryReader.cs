using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>
/// A snapshot of one commit: what it shows never changes, whatever writers do. Shared by threads. Files stay until the last reference is given up.
/// </summary>
public sealed class DirectoryReader : IDisposable
{
    private DirectoryReader() { }

    /// <summary>Opens the last commit.</summary>
    /// <exception cref="IndexCorruptException">No index there, or it cannot be read.</exception>
    public static DirectoryReader Open(FSDirectory directory) => throw new NotImplementedException();

    /// <summary>Opens the last commit of the index in folder <paramref name="path"/>.</summary>
    /// <exception cref="IndexCorruptException">No index there, or it cannot be read.</exception>
    public static DirectoryReader Open(string path) => Open(new FSDirectory(path));

    /// <summary>True if the folder holds a commit.</summary>
    public static bool IndexExists(FSDirectory directory) => throw new NotImplementedException();

    /// <summary>
    /// The last commit as a new reader that shares all unchanged segments with <paramref name="old"/>, or null if <paramref name="old"/> is it.
    /// The caller still disposes of <paramref name="old"/>.
    /// </summary>
    public static DirectoryReader? OpenIfChanged(DirectoryReader old) => throw new NotImplementedException();

    /// <summary>The segments, in index order; document number in the index = <see cref="LeafContext.DocBase"/> + number in the segment.</summary>
    public IReadOnlyList<LeafContext> Leaves => throw new NotImplementedException();

    /// <summary>One more than the largest document number, deleted documents included.</summary>
    public int MaxDoc => throw new NotImplementedException();

    /// <summary>Documents that are not deleted.</summary>
    public int NumDocs => throw new NotImplementedException();

    /// <summary>Number of the commit; grows with every commit.</summary>
    public long Generation => throw new NotImplementedException();

    /// <summary>What the writer gave at <see cref="IndexWriter.Commit"/>; ordinal key order.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData => throw new NotImplementedException();

    /// <summary>Stored fields of document <paramref name="docId"/> of the whole index.</summary>
    public StoredDocument Document(int docId) => throw new NotImplementedException();

    /// <summary>Documents of all segments that hold <paramref name="term"/>, deleted ones included.</summary>
    public int DocFreq(Term term) => throw new NotImplementedException();

    /// <summary>Takes a reference, unless the last one is gone already.</summary>
    public bool TryIncRef() => throw new NotImplementedException();

    /// <summary>Gives up a reference; the last one closes the files.</summary>
    public void DecRef() => throw new NotImplementedException();

    /// <summary>Gives up the opener's reference; further calls do nothing.</summary>
    public void Dispose() => throw new NotImplementedException();
}

/// <summary>One segment of a <see cref="DirectoryReader"/>.</summary>
/// <param name="Ord">Place among the segments, from 0.</param>
/// <param name="DocBase">Number in the index of the segment's first document.</param>
/// <param name="Reader">The segment.</param>
public readonly record struct LeafContext(int Ord, int DocBase, SegmentReader Reader);
