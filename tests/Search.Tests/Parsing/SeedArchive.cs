using Search.Text;

namespace Search.Tests.Parsing;

/// <summary>The five pages that the project started from, wherever the tests run.</summary>
internal static class SeedArchive
{
    public static string Folder { get; } = Path.Combine(Root(), "seeds");

    public static IReadOnlyDictionary<string, ArchiveDocument> ByFileNumber { get; } =
        PassageReader.ReadAll([Folder]).Documents.ToDictionary(document => document.FileName[..3]);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Search.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Search.sln is above none of the test's folders.");
        }

        return folder;
    }
}
