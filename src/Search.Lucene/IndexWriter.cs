using Search.Lucene.Codecs;
using Search.Lucene.Segments;
using Search.Lucene.Store;

namespace Search.Lucene;

/// <summary>
/// Adds, replaces and deletes documents. One writer an index (lock file <c>write.lock</c>); all methods may be called from several threads.
/// Nothing is seen by readers before <see cref="Commit"/>.
/// </summary>
public sealed class IndexWriter : IDisposable
{
    private readonly object _gate = new();
    private readonly WriteLock _lock;
    private readonly FieldNumbers _fields = new();
    private readonly List<SegmentState> _segments = [];
    private readonly HashSet<string> _beingWritten = new(StringComparer.Ordinal);
    private readonly HashSet<string> _synced = new(StringComparer.Ordinal);
    private readonly MergeRunner _merges;
    private CommitFile _commit;
    private DocumentBuffer? _buffer;
    private string _bufferName = "";
    private long _nextSegment;
    private long _lastGeneration;
    private bool _changed;
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
            _lastGeneration = CommitFile.LastGeneration(directory);
            if (_lastGeneration == 0 && Options.OpenMode == OpenMode.Append)
            {
                throw new IndexCorruptException(directory.Path, "There is no index in this folder (no segments_N file) to append to.");
            }

            _commit = _lastGeneration == 0 ? CommitFile.Empty
                : Options.OpenMode == OpenMode.Create ? OldCommit(directory, _lastGeneration)
                : CommitFile.Read(directory, _lastGeneration);
            _nextSegment = _commit.NextSegment;
            _synced.UnionWith(_commit.Files);
            if (Options.OpenMode == OpenMode.Create)
            {
                _changed = true;
            }
            else
            {
                LoadSegments();
            }

            Clean();
            _merges = new(Options.MergeScheduling);
        }
        catch
        {
            _segments.ForEach(segment => segment.Close());
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
                return _segments.Sum(segment => segment.Info.MaxDoc - segment.Deleted) + (_buffer?.DocCount ?? 0);
            }
        }
    }

    /// <summary>User data of the last commit, this writer's or the one it opened.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData => _commit.UserData;

    /// <summary>Adds a document.</summary>
    /// <exception cref="ArgumentException">A term is too long or a field contradicts how it was indexed before; the document is not added.</exception>
    /// <exception cref="IndexWriteException">The disk refused; the last commit stands.</exception>
    public void AddDocument(Document document)
    {
        lock (_gate)
        {
            Guarded(() => Add(null, document));
        }
    }

    /// <summary>Deletes all documents that hold <paramref name="idTerm"/> and adds this one, atomically for readers.</summary>
    public void UpdateDocument(Term idTerm, Document document)
    {
        lock (_gate)
        {
            Guarded(() => Add(idTerm, document));
        }
    }

    /// <summary>Deletes all documents added so far that hold <paramref name="term"/>.</summary>
    public void DeleteDocuments(Term term)
    {
        lock (_gate)
        {
            Guarded(() =>
            {
                Buffer().Delete(term);
                FlushIfFull();
            });
        }
    }

    /// <summary>Deletes every document.</summary>
    public void DeleteAll()
    {
        lock (_gate)
        {
            Guarded(() =>
            {
                DropBuffer();
                _segments.ForEach(segment => segment.Close());
                _segments.Clear();
                _changed = true;
                Clean();
            });
        }
    }

    /// <summary>
    /// Writes all that was added and deleted, fsynced, as the next commit; readers opened from now on see it, and a crash later keeps it.
    /// </summary>
    /// <param name="userData">Kept with the commit (schema version, analyser fingerprint); null keeps that of the last commit.</param>
    public void Commit(IReadOnlyDictionary<string, string>? userData = null)
    {
        lock (_gate)
        {
            Guarded(() =>
            {
                Flush();
                _segments.RemoveAll(segment =>
                {
                    var isEmpty = segment.Deleted == segment.Info.MaxDoc && !segment.IsMerging;
                    if (isEmpty)
                    {
                        segment.Close();
                        _changed = true;
                    }

                    return isEmpty;
                });
                if (_changed || userData is not null || _lastGeneration == 0)
                {
                    WriteCommit(userData ?? _commit.UserData);
                }
            });
        }
    }

    /// <summary>Merges down to at most <paramref name="maxSegments"/> segments, 1 or more, and waits for it.</summary>
    public void ForceMerge(int maxSegments = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        WaitForMerges();
        lock (_gate)
        {
            Guarded(() =>
            {
                Flush();
                while (_segments.Count > maxSegments || _segments.Exists(segment => segment.Deleted > 0))
                {
                    // The smallest go first, so that the large ones are copied once at most.
                    var count = Math.Max(1, _segments.Count - maxSegments + 1);
                    var places = Enumerable.Range(0, _segments.Count).OrderBy(i => _segments[i].Deleted > 0 ? -1 : _segments[i].Bytes).Take(count).Order();
                    var merge = StartMerge([.. places]);
                    RunMerge(merge);
                    if (_failure is not null)
                    {
                        throw _failure;
                    }
                }
            });
        }
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

            _closed = true;
        }

        _merges.Dispose();
        lock (_gate)
        {
            DropBuffer();
            _segments.ForEach(segment => segment.Close());
            _segments.Clear();
            _beingWritten.Clear();
            if (_commit.Generation > 0)
            {
                Clean();
            }

            _lock.Dispose();
        }
    }

    /// <summary>Closes without committing; call <see cref="Commit"/> first.</summary>
    public void Dispose() => Rollback();

    private static CommitFile OldCommit(FSDirectory directory, long generation)
    {
        try
        {
            return CommitFile.Read(directory, generation) with { UserData = new Dictionary<string, string>() };
        }
        catch (IndexCorruptException)
        {
            // A damaged index may be made anew; segment numbers go on far beyond any it can have used.
            return CommitFile.Empty with { Generation = generation, NextSegment = DateTime.UnixEpoch.Year + (generation << 20) };
        }
    }

    private void LoadSegments()
    {
        foreach (var segment in _commit.Segments)
        {
            var state = new SegmentState(segment.Info)
            {
                Bytes = BytesOf(segment.Info),
                DelGeneration = segment.DelGeneration,
                Deleted = segment.Deleted,
                Live = segment.DelGeneration < 0 ? null : LiveDocsFormat.Read(Directory, segment.Info, segment.DelGeneration, segment.Deleted),
            };
            _segments.Add(state);
            _fields.Learn(state.Core(Directory).Fields);
        }
    }

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

    private DocumentBuffer Buffer()
    {
        if (_buffer is null)
        {
            _bufferName = NewSegmentName();
            _buffer = new(new(Directory, _bufferName, CommitFile.NewId()), _fields);
        }

        return _buffer;
    }

    private string NewSegmentName()
    {
        var name = "_" + Base36.Encode(_nextSegment++);
        _beingWritten.Add(name);
        return name;
    }

    private void DropBuffer()
    {
        _buffer?.Dispose();
        _buffer = null;
        _beingWritten.Remove(_bufferName);
    }

    private void FlushIfFull()
    {
        if (_buffer!.IsFull(Options.MemoryBudgetBytes))
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

        _changed |= buffer.DocCount > 0;
        ApplyDeletes(buffer.Deletes);
        if (buffer.DocCount > 0)
        {
            var (info, live) = buffer.Flush();
            _segments.Add(new(info)
            {
                Bytes = BytesOf(info),
                Live = live,
                Deleted = live is null ? 0 : info.MaxDoc - live.Count,
                LiveChanged = live is not null,
            });
        }

        DropBuffer();
    }

    private void ApplyDeletes(IReadOnlyDictionary<Term, int> deletes)
    {
        foreach (var byField in deletes.Keys.GroupBy(term => term.Field, StringComparer.Ordinal))
        {
            // In byte order, so that neighbours lie in the same blocks.
            var sorted = byField.Select(term => term.Bytes).ToArray();
            Array.Sort(sorted, (a, b) => a.Span.SequenceCompareTo(b.Span));
            foreach (var segment in _segments)
            {
                if (segment.Core(Directory).Terms(byField.Key)?.Enumerate() is { } terms)
                {
                    ApplyDeletes(segment, terms, sorted);
                }
            }
        }
    }

    private void ApplyDeletes(SegmentState segment, TermsEnum terms, ReadOnlyMemory<byte>[] sorted)
    {
        PostingsEnum? docs = null;
        foreach (var term in sorted)
        {
            if (!terms.SeekExact(term.Span))
            {
                continue;
            }

            docs = terms.Postings(PostingsFeatures.Docs, docs);
            for (var doc = docs.NextDoc(); doc != PostingsEnum.NoMoreDocs; doc = docs.NextDoc())
            {
                if (segment.Live is not { } live || live[doc])
                {
                    segment.Delete(doc);
                    _changed = true;
                }
            }
        }
    }

    private void WriteCommit(IReadOnlyDictionary<string, string> userData)
    {
        foreach (var segment in _segments.Where(segment => segment.LiveChanged))
        {
            segment.DelGeneration = Math.Max(segment.DelGeneration, 0) + 1;
            LiveDocsFormat.Write(Directory, segment.Info.Name, segment.Info.Id, segment.DelGeneration, segment.Live!);
            segment.LiveChanged = false;
        }

        var commit = new CommitFile(
            _lastGeneration + 1, _commit.Version + 1, _nextSegment, [.. _segments.Select(segment => segment.Committed)], userData.ToDictionary());
        foreach (var file in commit.Segments.SelectMany(segment => segment.Files).Where(file => !_synced.Contains(file)))
        {
            Directory.Sync(file);
            _synced.Add(file);
        }

        commit.WritePending(Directory);
        Directory.Sync(CommitFile.PendingPrefix + Base36.Encode(commit.Generation));
        commit.Publish(Directory);
        _lastGeneration = commit.Generation;
        _commit = commit;
        _changed = false;
        Clean();
        StartDueMerges();
    }

    private void StartDueMerges()
    {
        while (Options.MergePolicy.FindMerge([.. _segments.Select(segment => segment.Size)]) is { Count: > 0 } places)
        {
            var merge = StartMerge(places);
            _merges.Run(() =>
            {
                RunMerge(merge);
                if (Options.MergeScheduling == MergeScheduling.Background)
                {
                    lock (_gate)
                    {
                        if (!_closed && _failure is null)
                        {
                            StartDueMerges();
                        }
                    }
                }
            });
        }
    }

    private Merge StartMerge(IReadOnlyList<int> places)
    {
        var states = places.Select(place => _segments[place]).ToList();
        var sources = new List<SegmentMerger.Source>();
        var docBase = 0;
        foreach (var state in states)
        {
            state.IsMerging = true;
            state.ShareLive();
            var core = state.Core(Directory);
            core.TryIncRef();
            var source = new SegmentMerger.Source(core, state.Live, docBase);
            sources.Add(source);
            docBase += source.LiveCount;
        }

        return new(NewSegmentName(), states, sources);
    }

    private void RunMerge(Merge merge)
    {
        var files = new SegmentFiles(Directory, merge.Name, CommitFile.NewId());
        try
        {
            SegmentInfo? merged = null;
            if (merge.Sources.Sum(source => source.LiveCount) > 0)
            {
                merged = new SegmentMerger(files, _fields, merge.Sources, () => Volatile.Read(ref _closed)).Merge();
            }

            lock (_gate)
            {
                FinishMerge(merge, merged);
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

            if (Options.MergeScheduling == MergeScheduling.Caller)
            {
                throw;
            }
        }
        finally
        {
            lock (_gate)
            {
                merge.States.ForEach(state => state.IsMerging = false);
                merge.Sources.ForEach(source => source.Core.DecRef());
                _beingWritten.Remove(merge.Name);
                if (!_closed)
                {
                    Clean();
                }
            }
        }
    }

    private void FinishMerge(Merge merge, SegmentInfo? merged)
    {
        if (_closed || !merge.States.TrueForAll(_segments.Contains))
        {
            return; // everything was deleted meanwhile
        }

        var place = _segments.IndexOf(merge.States[0]);
        if (merged is not null)
        {
            var state = new SegmentState(merged) { Bytes = BytesOf(merged) };
            CarryDeletes(merge, state);
            _segments.Insert(place, state);
        }

        foreach (var old in merge.States)
        {
            _segments.Remove(old);
            old.Close();
        }

        _changed = true;
    }

    /// <summary>Deletes in the merged segment what was deleted in its sources after the merge began.</summary>
    private static void CarryDeletes(Merge merge, SegmentState merged)
    {
        for (var i = 0; i < merge.States.Count; i++)
        {
            var source = merge.Sources[i];
            if (merge.States[i].Live is not { } now || ReferenceEquals(now, source.Live))
            {
                continue;
            }

            for (var doc = 0; doc < now.MaxDoc; doc++)
            {
                if (!now[doc] && source.Map(doc) is >= 0 and var to)
                {
                    merged.Delete(to);
                }
            }
        }
    }

    private void Clean()
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        if (_commit.Generation > 0)
        {
            needed.UnionWith(_commit.Files);
        }

        foreach (var segment in _segments)
        {
            needed.UnionWith(segment.Committed.Files);
        }

        IndexFolder.Clean(Directory, needed, _beingWritten);
        _synced.IntersectWith(needed);
    }

    private long BytesOf(SegmentInfo info) => info.Files.Sum(file => new FileInfo(Directory.PathOf(file)) is { Exists: true } found ? found.Length : 0);

    /// <summary>Runs a change. After a failure that may have left half of it, the writer only rolls back.</summary>
    private void Guarded(Action change)
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

    private sealed record Merge(string Name, List<SegmentState> States, List<SegmentMerger.Source> Sources);
}
