using Search.Lucene.Codecs;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>
/// A snapshot of one commit: what it shows never changes, whatever writers do. Shared by threads. Files stay until the last reference is given up.
/// </summary>
public sealed class DirectoryReader : IDisposable
{
    private readonly FSDirectory _directory;
    private readonly LeafContext[] _leaves;
    private int _references = 1;
    private int _disposed;

    private DirectoryReader(FSDirectory directory, CommitFile commit, IReadOnlyList<SegmentReader> segments)
    {
        _directory = directory;
        Generation = commit.Generation;
        CommitUserData = new SortedDictionary<string, string>(commit.UserData.ToDictionary(), StringComparer.Ordinal);
        _leaves = new LeafContext[segments.Count];
        for (var i = 0; i < _leaves.Length; i++)
        {
            _leaves[i] = new(i, MaxDoc, segments[i]);
            MaxDoc += segments[i].MaxDoc;
            NumDocs += segments[i].NumDocs;
        }
    }

    /// <summary>Opens the last commit.</summary>
    /// <exception cref="IndexCorruptException">No index there, or it cannot be read.</exception>
    public static DirectoryReader Open(FSDirectory directory) =>
        CommitFile.ReadLast(directory, commit => Open(directory, commit, null));

    /// <summary>Opens the last commit of the index in folder <paramref name="path"/>.</summary>
    /// <exception cref="IndexCorruptException">No index there, or it cannot be read.</exception>
    public static DirectoryReader Open(string path) => Open(new FSDirectory(path));

    /// <summary>True if the folder holds a commit.</summary>
    public static bool IndexExists(FSDirectory directory) => CommitFile.LastGeneration(directory) > 0;

    /// <summary>
    /// The last commit as a new reader that shares all unchanged segments with <paramref name="old"/>, or null if <paramref name="old"/> is it.
    /// The caller still disposes of <paramref name="old"/>.
    /// </summary>
    public static DirectoryReader? OpenIfChanged(DirectoryReader old) =>
        CommitFile.LastGeneration(old._directory) == old.Generation
            ? null
            : CommitFile.ReadLast(old._directory, commit => Open(old._directory, commit, old));

    /// <summary>The segments, in index order; document number in the index = <see cref="LeafContext.DocBase"/> + number in the segment.</summary>
    public IReadOnlyList<LeafContext> Leaves => _leaves;

    /// <summary>One more than the largest document number, deleted documents included.</summary>
    public int MaxDoc { get; }

    /// <summary>Documents that are not deleted.</summary>
    public int NumDocs { get; }

    /// <summary>Number of the commit; grows with every commit.</summary>
    public long Generation { get; }

    /// <summary>What the writer gave at <see cref="IndexWriter.Commit"/>; ordinal key order.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData { get; }

    /// <summary>Stored fields of document <paramref name="docId"/> of the whole index.</summary>
    public StoredDocument Document(int docId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)docId, (uint)MaxDoc);
        var leaf = LeafOf(docId);
        return leaf.Reader.StoredFields(docId - leaf.DocBase);
    }

    /// <summary>Documents of all segments that hold <paramref name="term"/>, deleted ones included.</summary>
    public int DocFreq(Term term)
    {
        var sum = 0;
        foreach (var leaf in _leaves)
        {
            if (leaf.Reader.Terms(term.Field)?.Enumerate() is { } terms && terms.SeekExact(term.Bytes.Span))
            {
                sum += terms.DocFreq;
            }
        }

        return sum;
    }

    /// <summary>Takes a reference, unless the last one is gone already.</summary>
    public bool TryIncRef()
    {
        for (var count = Volatile.Read(ref _references); count > 0;)
        {
            var seen = Interlocked.CompareExchange(ref _references, count + 1, count);
            if (seen == count)
            {
                return true;
            }

            count = seen;
        }

        return false;
    }

    /// <summary>Gives up a reference; the last one closes the files.</summary>
    public void DecRef()
    {
        if (Interlocked.Decrement(ref _references) == 0)
        {
            foreach (var leaf in _leaves)
            {
                leaf.Reader.Core.DecRef();
            }
        }
    }

    /// <summary>Gives up the opener's reference; further calls do nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            DecRef();
        }
    }

    private LeafContext LeafOf(int docId)
    {
        var low = 0;
        var high = _leaves.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_leaves[middle].DocBase <= docId)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _leaves[low];
    }

    private static DirectoryReader Open(FSDirectory directory, CommitFile commit, DirectoryReader? old)
    {
        var segments = new List<SegmentReader>(commit.Segments.Count);
        try
        {
            foreach (var segment in commit.Segments)
            {
                segments.Add(OpenSegment(directory, segment, old));
            }

            if (segments.Sum(segment => (long)segment.MaxDoc) > int.MaxValue - 128)
            {
                throw new IndexCorruptException(directory.Path, "The segments together have more documents than can be numbered.");
            }

            return new(directory, commit, segments);
        }
        catch
        {
            segments.ForEach(segment => segment.Core.DecRef());
            throw;
        }
    }

    private static SegmentReader OpenSegment(FSDirectory directory, CommittedSegment segment, DirectoryReader? old)
    {
        var known = old?._leaves.Select(leaf => leaf.Reader)
            .FirstOrDefault(reader => reader.Name == segment.Info.Name && reader.Core.Info.Id.AsSpan().SequenceEqual(segment.Info.Id));
        var core = known is not null && known.Core.TryIncRef() ? known.Core : SegmentCore.Open(directory, segment.Info);
        if (known is not null && known.DelGeneration == segment.DelGeneration && ReferenceEquals(core, known.Core))
        {
            return known;
        }

        try
        {
            var live = segment.DelGeneration < 0 ? null : LiveDocsFormat.Read(directory, segment.Info, segment.DelGeneration, segment.Deleted);
            return new(core, live, segment.DelGeneration, segment.Deleted);
        }
        catch
        {
            core.DecRef();
            throw;
        }
    }
}

/// <summary>One segment of a <see cref="DirectoryReader"/>.</summary>
/// <param name="Ord">Place among the segments, from 0.</param>
/// <param name="DocBase">Number in the index of the segment's first document.</param>
/// <param name="Reader">The segment.</param>
public readonly record struct LeafContext(int Ord, int DocBase, SegmentReader Reader);
