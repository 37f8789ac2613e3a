namespace Search.Lucene.Store;

/// <summary>The folder that holds one index. Made when first written to.</summary>
public sealed class FSDirectory
{
    /// <summary>An index in the folder <paramref name="path"/>; nothing is touched yet.</summary>
    public FSDirectory(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }
}
