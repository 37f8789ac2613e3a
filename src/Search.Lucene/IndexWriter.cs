using Search.Lucene.Codecs;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>
/// Adds, replaces and deletes documents. One writer an index (lock file <c>write.lock</c>); all methods may be called from several threads:
/// text comes analysed, so that analysis, the larger part of the work, runs on the callers' threads side by side. Nothing is seen by readers before <see cref="Commit"/>.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly object _gate = new();
    private readonly WriteLock _lock;
    private readonly FieldNumbers _fields = new();
    private readonly WriterSegments _segments;
    private readonly MergeRunner _merges;
    private DocumentBuffer? _buffer;
    private bool _closed;
    private Exception? _failure;

    /// <summary>Opens or makes the index in <paramref name="directory"/>.</summary>
    /// <exception cref="IndexLockedException">Another writer holds it.</exception>
    /// <exception cref="IndexCorruptException">What is there cannot be read.</exception>
    public IndexWriter(FSDirectory directory, IndexWriterOptions? options = null)
    {
        Directory = directory;
        Options = options ?? new();
        directory.MakeFolder();
        _lock = WriteLock.Obtain(directory);
        try
        {
            _segments = new(directory, _fields, Options.OpenMode);
            _merges = new(Options.MergeScheduling);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>The folder written to.</summary>
    public FSDirectory Directory { get; }

    /// <summary>As given at opening.</summary>
    public IndexWriterOptions Options { get; }

    /// <summary>Documents added, committed or not, without those deleted before the last flush.</summary>
    public int DocCount
    {
        get
        {
            lock (_gate)
            {
                return _segments.LiveCount + (_buffer?.DocCount ?? 0);
            }
        }
    }

    /// <summary>User data of the last commit, this writer's or the one it opened.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData => _segments.LastCommit.UserData;

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">A term is too long or a field contradicts how it was indexed before; the document is not added.</exception>
    /// <exception cref="IndexWriteException">The disk refused; the last commit stands.</exception>
    public void AddDocument(Document document) => Change(() => Add(null, document));

    /// <summary>Deletes all documents that hold <paramref name="idTerm"/> and adds this one, atomically for readers.</summary>
    /// <exception cref="ArgumentException">As for <see cref="AddDocument"/>; nothing is deleted then.</exception>
    public void UpdateDocument(Term idTerm, Document document) => Change(() => Add(idTerm, document));

    /// <summary>Deletes all documents added so far that hold <paramref name="term"/>.</summary>
    public void DeleteDocuments(Term term) => Change(() =>
    {
        Buffer().Delete(term);
        FlushIfFull();
    });

    /// <summary>Deletes every document.</summary>
    public void DeleteAll() => Change(() =>
    {
        DropBuffer();
        _segments.Clear();
    });

    /// <summary>
    /// Writes all that was added and deleted, fsynced, as the next commit; readers opened from now on see it, and a crash later keeps it.
    /// </summary>
    /// <param name="userData">Kept with the commit (schema version, analyser fingerprint); null keeps that of the last commit.</param>
    public void Commit(IReadOnlyDictionary<string, string>? userData = null) => Change(() =>
    {
        Flush();
        _segments.DropEmpty();
        if (_segments.IsChanged || userData is not null || _segments.LastCommit.Generation == 0)
        {
            _segments.Commit(userData ?? _segments.LastCommit.UserData);
            StartDueMerges();
        }
    });

    /// <summary>Merges down to at most <paramref name="maxSegments"/> segments, 1 or more, without deleted documents, and waits for it.</summary>
    public void ForceMerge(int maxSegments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        WaitForMerges();
        Change(() =>
        {
            Flush();
            while (_segments.States.Count > maxSegments || _segments.States.Any(state => state.Deleted > 0))
            {
                // Those with deletes must go through a merge anyway; then the smallest, so that the large ones are copied least.
                var places = Enumerable.Range(0, _segments.States.Count)
                    .OrderBy(i => _segments.States[i].Deleted > 0 ? -1 : _segments.States[i].Bytes)
                    .Take(Math.Max(1, _segments.States.Count - maxSegments + 1));
                RunMerge(_segments.BeginMerge([.. places.Order()]));
                if (_failure is not null)
                {
                    throw _failure;
                }
            }
        });
    }

    /// <summary>Waits until no merge is due or running.</summary>
    public void WaitForMerges() => _merges.Wait();

    /// <summary>Drops all since the last commit and closes.</summary>
    public void Rollback()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            Volatile.Write(ref _closed, true);
        }

        _merges.Wait();
        lock (_gate)
        {
            DropBuffer();
            _segments.Close();
            _lock.Dispose();
        }
    }

    /// <summary>Closes without committing; call <see cref="Commit"/> first.</summary>
    public void Dispose() => Rollback();

    private void Add(Term? idTerm, Document document)
    {
        var buffer = Buffer();
        buffer.Check(document);
        if (idTerm is { } term)
        {
            buffer.Delete(term);
        }

        buffer.Add(document);
        FlushIfFull();
    }

    private DocumentBuffer Buffer() =>
        _buffer ??= new(new SegmentFiles(Directory, _segments.BeginWriting(), CommitFile.NewId()), _fields);

    private void DropBuffer()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            buffer.Dispose();
            _segments.EndWriting(buffer.Name);
        }
    }

    private void FlushIfFull()
    {
        if (_buffer!.Bytes > Options.MemoryBudgetBytes)
        {
            Flush();
            StartDueMerges();
        }
    }

    private void Flush()
    {
        if (_buffer is not { } buffer)
        {
            return;
        }

        _segments.Delete(buffer.Deletes.Keys);
        if (buffer.DocCount > 0)
        {
            var (info, live) = buffer.Flush();
            _segments.Add(info, live);
        }

        DropBuffer();
    }

    private void StartDueMerges()
    {
        while (_failure is null && Options.MergePolicy.FindMerge([.. _segments.States.Select(state => state.Size)]) is { Count: > 0 } places)
        {
            var merge = _segments.BeginMerge(places);
            _merges.Run(() =>
            {
                RunMerge(merge);
                if (Options.MergeScheduling == MergeScheduling.Background)
                {
                    StartDueMergesAfterMerge();
                }
            });
        }
    }

    private void StartDueMergesAfterMerge()
    {
        lock (_gate)
        {
            if (!_closed && _failure is null)
            {
                StartDueMerges();
            }
        }
    }

    private void RunMerge(SegmentMerge merge)
    {
        try
        {
            var files = new SegmentFiles(Directory, merge.Name, CommitFile.NewId());
            var merged = merge.Sources.Exists(source => source.LiveCount > 0)
                ? new SegmentMerger(files, _fields, merge.Sources, () => Volatile.Read(ref _closed)).Merge()
                : null;
            lock (_gate)
            {
                if (!_closed)
                {
                    _segments.FinishMerge(merge, merged);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The writer is closing; it removes what was written.
        }
        catch (Exception e)
        {
            lock (_gate)
            {
                _failure ??= e;
            }
        }
        finally
        {
            lock (_gate)
            {
                _segments.EndMerge(merge);
            }
        }
    }

    /// <summary>Makes a change under the lock. After a failure that may have left half of one, the writer only rolls back.</summary>
    private void Change(Action change)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_failure is not null)
            {
                throw new IndexWriteException(Directory.Path, $"This writer failed before ({_failure.Message}) and takes no more changes.", _failure);
            }

            try
            {
                change();
            }
            catch (ArgumentException)
            {
                throw; // refused before anything was done
            }
            catch (Exception e)
            {
                _failure = e;
                throw;
            }
        }
    }
}
