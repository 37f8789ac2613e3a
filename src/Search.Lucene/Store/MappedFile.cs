using System.IO.MemoryMappedFiles;

namespace Search.Lucene.Store;

/// <summary>A file mapped into memory for reading. The file may be unlinked meanwhile; the mapping keeps its bytes.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;
    private int _disposed;

    private MappedFile(string path, long length, MemoryMappedFile file, MemoryMappedViewAccessor view)
    {
        Path = path;
        Length = length;
        _file = file;
        _view = view;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset;
    }

    public string Path { get; }

    public long Length { get; }

    /// <exception cref="IndexCorruptException">The file is absent, empty or cannot be read.</exception>
    public static MappedFile Open(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            if (length == 0)
            {
                throw new IndexCorruptException(path, "The file is empty.");
            }

            var file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            try
            {
                return new(path, length, file, file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read));
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (IndexException)
        {
            throw;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexCorruptException(path, "The file is missing.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IndexCorruptException(path, $"The file cannot be read ({e.Message}).", e);
        }
    }

    /// <summary>Reads from the first byte.</summary>
    public IndexInput Input() => new(this, _start, Length);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }
}
