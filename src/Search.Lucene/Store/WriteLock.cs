namespace Search.Lucene.Store;

/// <summary>
/// <c>write.lock</c>: one writer an index. The operating system frees it when the process ends, however it ends;
/// the file itself stays and means nothing.
/// </summary>
internal sealed class WriteLock : IDisposable
{
    public const string FileName = "write.lock";

    private readonly FileStream _stream;

    private WriteLock(FileStream stream) => _stream = stream;

    /// <exception cref="IndexLockedException">Another writer, of this process or another, holds the lock.</exception>
    public static WriteLock Obtain(FSDirectory directory)
    {
        var path = directory.PathOf(FileName);
        FileStream? stream = null;
        try
        {
            // FileShare.None excludes writers of this engine; the region lock excludes Java's, which looks at nothing else.
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (!OperatingSystem.IsMacOS())
            {
                stream.Lock(0, long.MaxValue);
            }

            return new(stream);
        }
        catch (UnauthorizedAccessException e)
        {
            stream?.Dispose();
            throw new IndexWriteException(path, $"The lock file could not be made ({e.Message}).", e);
        }
        catch (IOException e)
        {
            stream?.Dispose();
            throw new IndexLockedException(path, e);
        }
    }

    public void Dispose() => _stream.Dispose();
}
