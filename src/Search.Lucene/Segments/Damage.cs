using Search.Lucene.Store;

namespace Search.Lucene.Segments;

/// <summary>
/// Reads are checked one by one; what a damaged number can still provoke (a table index, an impossible allocation) is named here as what it is.
/// </summary>
internal static class Damage
{
    public static T Named<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException or InvalidCastException or DivideByZeroException
            or OutOfMemoryException)
        {
            throw new IndexCorruptException(file, $"The file's numbers contradict each other ({e.GetType().Name}).", e);
        }
    }
}
