namespace Search.Retrieval;

/// <summary>Where things lie by default, whatever the working directory.</summary>
public static class ArchivePaths
{
    /// <summary>
    /// The repository's root: the nearest folder above the program that holds <c>Search.sln</c>; the working directory where the program
    /// runs outside the repository.
    /// </summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Default folder of the index.</summary>
    public static string Index => Path.Combine(Root, "data", "index");

    /// <summary>The sample archive.</summary>
    public static string Seeds => Path.Combine(Root, "seeds");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
