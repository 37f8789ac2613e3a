using System.Text.Json;
using Search.Text;

namespace Search.Retrieval.Candidates;

/// <summary>The documents of an index as lines of JSON.</summary>
internal static class DocumentFile
{
    private const string Name = "documents.jsonl";

    public static string PathIn(string folder) => Path.Combine(folder, Name);

    public static bool Exists(string folder) => File.Exists(PathIn(folder));

    /// <exception cref="IndexUnavailableException">The file is missing or damaged.</exception>
    public static IEnumerable<ArchiveDocument> Read(string folder)
    {
        if (!Exists(folder))
        {
            throw new IndexUnavailableException($"No index in '{folder}'. Build one: dotnet run --project src/Indexer -- index SOURCE --index \"{folder}\"");
        }

        return File.ReadLines(PathIn(folder)).Select((line, number) => Parse(line, number + 1, folder));
    }

    /// <summary>Writes the whole file or, where that fails, leaves the old one.</summary>
    public static void Write(string folder, IEnumerable<ArchiveDocument> documents)
    {
        Directory.CreateDirectory(folder);
        var temporary = PathIn(folder) + ".new";
        File.WriteAllLines(temporary, documents.Select(document => JsonSerializer.Serialize(document)));
        File.Move(temporary, PathIn(folder), overwrite: true);
    }

    private static ArchiveDocument Parse(string line, int number, string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<ArchiveDocument>(line) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new IndexUnavailableException($"The index in '{folder}' is damaged at line {number} of {Name}. Build it anew into an empty folder.", error);
        }
    }
}
