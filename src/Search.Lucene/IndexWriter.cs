using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>
/// Adds, replaces and deletes documents. One writer an index (lock file <c>write.lock</c>); all methods may be called from several threads.
/// Nothing is seen by readers before <see cref="Commit"/>.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    /// <summary>Opens or makes the index in <paramref name="directory"/>.</summary>
    /// <exception cref="IndexLockedException">Another writer holds it.</exception>
    /// <exception cref="IndexCorruptException">What is there cannot be read.</exception>
    public IndexWriter(FSDirectory directory, IndexWriterOptions? options = null)
    {
        Directory = directory;
        Options = options ?? new();
    }

    /// <summary>The folder written to.</summary>
    public FSDirectory Directory { get; }

    /// <summary>As given at opening.</summary>
    public IndexWriterOptions Options { get; }

    /// <summary>Documents added, committed or not, without those deleted before the last flush.</summary>
    public int DocCount => throw new NotImplementedException();

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">A term is too long or a field contradicts how it was indexed before; the document is not added.</exception>
    /// <exception cref="IndexWriteException">The disk refused; the last commit stands.</exception>
    public void AddDocument(Document document) => throw new NotImplementedException();

    /// <summary>Deletes all documents that hold <paramref name="idTerm"/> and adds this one, atomically for readers.</summary>
    public void UpdateDocument(Term idTerm, Document document) => throw new NotImplementedException();

    /// <summary>Deletes all documents added so far that hold <paramref name="term"/>.</summary>
    public void DeleteDocuments(Term term) => throw new NotImplementedException();

    /// <summary>Deletes every document.</summary>
    public void DeleteAll() => throw new NotImplementedException();

    /// <summary>
    /// Writes all that was added and deleted, fsynced, as the next commit; readers opened from now on see it, and a crash later keeps it.
    /// </summary>
    /// <param name="userData">Kept with the commit (schema version, analyser fingerprint); null keeps that of the last commit.</param>
    public void Commit(IReadOnlyDictionary<string, string>? userData = null) => throw new NotImplementedException();

    /// <summary>Merges down to at most <paramref name="maxSegments"/> segments, 1 or more, and waits for it.</summary>
    public void ForceMerge(int maxSegments = 1) => throw new NotImplementedException();

    /// <summary>Drops all since the last commit and closes.</summary>
    public void Rollback() => throw new NotImplementedException();

    /// <summary>Closes without committing; call <see cref="Commit"/> first.</summary>
    public void Dispose() => Rollback();
}
