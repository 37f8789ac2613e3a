using System.Runtime.InteropServices;

namespace Search.Lucene.Store;

/// <summary>fsync of a folder: without it a power cut may lose the name of a file whose bytes are safe.</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    public static void Sync(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Windows and macOS keep names themselves; .NET offers no call for it.
        }

        var descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new IndexWriteException(path, $"The folder could not be opened for sync (error {Marshal.GetLastPInvokeError()}).");
        }

        var failed = Fsync(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (failed)
        {
            throw new IndexWriteException(path, $"The folder could not be synced (error {error}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
