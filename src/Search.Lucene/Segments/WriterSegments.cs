using Search.Lucene.Codecs;
using Search.Lucene.Store;

namespace Search.Lucene.Segments;

/// <summary>The segments of an index as its writer has them: committed, written since, and in merges. Its caller holds the writer's lock.</summary>
internal sealed class WriterSegments
{
    private readonly FSDirectory _directory;
    private readonly List<SegmentState> _states = [];
    private readonly HashSet<string> _beingWritten = new(StringComparer.Ordinal);
    private readonly HashSet<string> _synced = new(StringComparer.Ordinal);
    private long _nextNumber;

    /// <exception cref="IndexCorruptException">What is there cannot be read, or is not there and has to be.</exception>
    public WriterSegments(FSDirectory directory, FieldNumbers fields, OpenMode mode)
    {
        _directory = directory;
        LastCommit = Load(mode);
        _nextNumber = LastCommit.NextSegment;
        _synced.UnionWith(LastCommit.Generation > 0 ? LastCommit.Files : []);
        IsChanged = mode == OpenMode.Create;
        foreach (var segment in mode == OpenMode.Create ? [] : LastCommit.Segments)
        {
            var state = new SegmentState(segment.Info)
            {
                Bytes = BytesOf(segment.Info),
                DelGeneration = segment.DelGeneration,
                Deleted = segment.Deleted,
                Live = segment.DelGeneration < 0 ? null : LiveDocsFormat.Read(directory, segment.Info, segment.DelGeneration, segment.Deleted),
            };
            _states.Add(state);
            fields.Learn(Writable(state.Core(directory).Fields));
        }

        Clean();
    }

    /// <summary>In index order.</summary>
    public IReadOnlyList<SegmentState> States => _states;

    /// <summary>The commit that a reader opened now would see.</summary>
    public CommitFile LastCommit { get; private set; }

    /// <summary>Something differs from the last commit.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Documents that are not deleted.</summary>
    public int LiveCount => _states.Sum(state => state.Info.MaxDoc - state.Deleted);

    /// <summary>The name of a segment about to be written; its files are left alone until <see cref="EndWriting"/>.</summary>
    public string BeginWriting()
    {
        var name = "_" + Base36.Encode(_nextNumber++);
        _beingWritten.Add(name);
        return name;
    }

    /// <summary>The segment is written, or given up.</summary>
    public void EndWriting(string name) => _beingWritten.Remove(name);

    /// <summary>Adds a segment written from memory.</summary>
    /// <param name="live">Its documents that are not deleted; null if all are there.</param>
    public void Add(SegmentInfo info, LiveDocs? live)
    {
        IsChanged = true;
        _states.Add(new(info)
        {
            Bytes = BytesOf(info),
            Live = live,
            Deleted = live is null ? 0 : info.MaxDoc - live.Count,
            LiveChanged = live is not null,
        });
    }

    /// <summary>Deletes in all segments the documents that hold one of the terms.</summary>
    public void Delete(IEnumerable<Term> terms)
    {
        foreach (var byField in terms.GroupBy(term => term.Field, StringComparer.Ordinal))
        {
            // In byte order, so that neighbours lie in the same blocks.
            var sorted = byField.Select(term => term.Bytes).ToArray();
            Array.Sort(sorted, (a, b) => a.Span.SequenceCompareTo(b.Span));
            foreach (var state in _states)
            {
                if (state.Core(_directory).Terms(byField.Key)?.Enumerate() is { } walk)
                {
                    Delete(state, walk, sorted);
                }
            }
        }
    }

    /// <summary>Drops all segments.</summary>
    public void Clear()
    {
        _states.ForEach(state => state.Close());
        _states.Clear();
        IsChanged = true;
        Clean();
    }

    /// <summary>Makes the segments as they stand the next commit, safe from a crash, and removes what it does not need.</summary>
    public void Commit(IReadOnlyDictionary<string, string> userData)
    {
        foreach (var state in _states.Where(state => state.LiveChanged))
        {
            state.DelGeneration = Math.Max(state.DelGeneration, 0) + 1;
            LiveDocsFormat.Write(_directory, state.Info.Name, state.Info.Id, state.DelGeneration, state.Live!);
            state.LiveChanged = false;
        }

        var commit = new CommitFile(
            LastCommit.Generation + 1, LastCommit.Version + 1, _nextNumber, [.. _states.Select(state => state.Committed)], userData.ToDictionary());
        var unsynced = commit.Segments.SelectMany(segment => segment.Files).Where(file => !_synced.Contains(file)).ToList();
        _directory.Sync(unsynced);
        _synced.UnionWith(unsynced);
        commit.WritePending(_directory);
        _directory.Sync(CommitFile.PendingPrefix + Base36.Encode(commit.Generation));
        commit.Publish(_directory);
        LastCommit = commit;
        IsChanged = false;
        Clean();
    }

    /// <summary>Drops segments of which every document is deleted.</summary>
    public void DropEmpty()
    {
        foreach (var state in _states.Where(state => state.Deleted == state.Info.MaxDoc && !state.IsMerging).ToList())
        {
            state.Close();
            _states.Remove(state);
            IsChanged = true;
        }
    }

    /// <summary>Takes the segments at these places into a merge, as they stand.</summary>
    public SegmentMerge BeginMerge(IReadOnlyList<int> places)
    {
        var merge = new SegmentMerge(BeginWriting(), [], []);
        var docBase = 0;
        foreach (var state in places.Select(place => _states[place]))
        {
            state.IsMerging = true;
            state.ShareLive();
            var core = state.Core(_directory);
            core.TryIncRef();
            var source = new SegmentMerger.Source(core, state.Live, docBase);
            merge.States.Add(state);
            merge.Sources.Add(source);
            docBase += source.LiveCount;
        }

        return merge;
    }

    /// <summary>Puts the merged segment in the place of its sources; null if all their documents were deleted.</summary>
    public void FinishMerge(SegmentMerge merge, SegmentInfo? merged)
    {
        if (!merge.States.TrueForAll(_states.Contains))
        {
            return; // everything was deleted meanwhile
        }

        if (merged is not null)
        {
            var state = new SegmentState(merged) { Bytes = BytesOf(merged) };
            CarryDeletes(merge, state);
            _states.Insert(_states.IndexOf(merge.States[0]), state);
        }

        foreach (var old in merge.States)
        {
            _states.Remove(old);
            old.Close();
        }

        IsChanged = true;
    }

    /// <summary>Gives up what the merge held, whether it succeeded or not, and removes files that nothing needs.</summary>
    public void EndMerge(SegmentMerge merge)
    {
        merge.States.ForEach(state => state.IsMerging = false);
        merge.Sources.ForEach(source => source.Core.DecRef());
        EndWriting(merge.Name);
        Clean();
    }

    /// <summary>Drops all that is not committed and closes.</summary>
    public void Close()
    {
        _states.ForEach(state => state.Close());
        _states.Clear();
        _beingWritten.Clear();
        if (LastCommit.Generation > 0)
        {
            Clean();
        }
    }

    private FieldInfos Writable(FieldInfos fields) => fields.FirstOrDefault(field => field.IsReadOnly) is { } field
        ? throw new IndexCorruptException(
            _directory.Path,
            $"Field {field.Name} has term vectors, points, payloads or offsets; this program can search such an index, but not change it.")
        : fields;

    private CommitFile Load(OpenMode mode)
    {
        var generation = CommitFile.LastGeneration(_directory);
        if (generation == 0)
        {
            return mode == OpenMode.Append
                ? throw new IndexCorruptException(_directory.Path, "There is no index in this folder (no segments_N file) to append to.")
                : CommitFile.Empty;
        }

        if (mode != OpenMode.Create)
        {
            return CommitFile.Read(_directory, generation);
        }

        try
        {
            return CommitFile.Read(_directory, generation) with { UserData = new Dictionary<string, string>() };
        }
        catch (IndexCorruptException)
        {
            // A damaged index may be made anew; segment numbers go on beyond any that its commits can have used.
            return CommitFile.Empty with { Generation = generation, NextSegment = generation << 20 };
        }
    }

    private void Delete(SegmentState state, TermsEnum walk, ReadOnlyMemory<byte>[] sorted)
    {
        PostingsEnum? docs = null;
        foreach (var term in sorted)
        {
            if (!walk.SeekExact(term.Span))
            {
                continue;
            }

            docs = walk.Postings(PostingsFeatures.Docs, docs);
            for (var doc = docs.NextDoc(); doc != PostingsEnum.NoMoreDocs; doc = docs.NextDoc())
            {
                if (state.Live is not { } live || live[doc])
                {
                    state.Delete(doc);
                    IsChanged = true;
                }
            }
        }
    }

    /// <summary>Deletes in the merged segment what was deleted in its sources after the merge began.</summary>
    private static void CarryDeletes(SegmentMerge merge, SegmentState merged)
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
        var needed = new HashSet<string>(LastCommit.Generation > 0 ? LastCommit.Files : [], StringComparer.Ordinal);
        foreach (var state in _states)
        {
            needed.UnionWith(state.Committed.Files);
        }

        IndexFolder.Clean(_directory, needed, _beingWritten);
        _synced.IntersectWith(needed);
    }

    private long BytesOf(SegmentInfo info) =>
        info.Files.Sum(file => new FileInfo(_directory.PathOf(file)) is { Exists: true } found ? found.Length : 0);
}

/// <summary>A merge under way.</summary>
/// <param name="Name">Name of the segment that is being written.</param>
/// <param name="States">The segments that it takes the place of, in index order.</param>
/// <param name="Sources">The same as they stood when the merge began.</param>
internal sealed record SegmentMerge(string Name, List<SegmentState> States, List<SegmentMerger.Source> Sources);
