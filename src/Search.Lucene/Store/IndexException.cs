namespace Search.Lucene.Store;

/// <summary>What is wrong with an index on disk, in which file, and what to run.</summary>
public abstract class IndexException : IOException
{
    private protected IndexException(string file, string problem, string advice, Exception? inner)
        : base($"{file}: {problem} {advice}", inner)
    {
        File = file;
        Problem = problem;
        Advice = advice;
    }

    /// <summary>Path of the file or folder at fault.</summary>
    public string File { get; }

    /// <summary>What was found and what was expected, one sentence.</summary>
    public string Problem { get; }

    /// <summary>What to do about it, one sentence.</summary>
    public string Advice { get; }
}

/// <summary>A file is missing, damaged, foreign or of another version: the index cannot be read as it stands.</summary>
public sealed class IndexCorruptException : IndexException
{
    private const string Rebuild = "Run `Indexer inspect --check` for the whole picture, then rebuild the index or restore a copy.";

    internal IndexCorruptException(string file, string problem, Exception? inner = null)
        : base(file, problem, Rebuild, inner) { }
}

/// <summary>Another writer holds the index.</summary>
public sealed class IndexLockedException : IndexException
{
    internal IndexLockedException(string file, Exception? inner = null)
        : base(file, "Another writer holds this index.", "Wait for it to finish or stop it; a lock left by a dead process frees itself.", inner) { }
}

/// <summary>A file could not be written (disk full, no permission). What was committed before stands.</summary>
public sealed class IndexWriteException : IndexException
{
    internal IndexWriteException(string file, string problem, Exception? inner = null)
        : base(file, problem, "Free some space or mend the permissions and run again; the last commit stands.", inner) { }
}
