using Search.Lucene.Segments;

namespace Search.Lucene;

/// <summary>How an <see cref="IndexWriter"/> opens, buffers and merges.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Whether the writer may or must make a new index. Default: made if absent.</summary>
    public OpenMode OpenMode { get; init; } = OpenMode.CreateOrAppend;

    /// <summary>Memory for documents not yet written as a segment, in bytes. Default 64 MiB.</summary>
    public long MemoryBudgetBytes { get; init; } = 64L << 20;

    /// <summary>When to merge which segments. Default: tiered.</summary>
    public MergePolicy MergePolicy { get; init; } = MergePolicy.Tiered();

    /// <summary>Whether segments merge on a thread of their own. Default: yes.</summary>
    public MergeScheduling MergeScheduling { get; init; } = MergeScheduling.Background;
}

/// <summary>What a writer does about an index that is there already, or not.</summary>
public enum OpenMode
{
    /// <summary>Goes on with the index there, makes one if absent.</summary>
    CreateOrAppend,

    /// <summary>Starts empty; the old index stays readable until the first commit.</summary>
    Create,

    /// <summary>Goes on with the index there; absent is an error.</summary>
    Append,
}

/// <summary>Who runs merges.</summary>
public enum MergeScheduling
{
    /// <summary>A thread of the writer; indexing goes on meanwhile.</summary>
    Background,

    /// <summary>The caller, within the call that found the merge due: the order of files is then the same in every run.</summary>
    Caller,
}
