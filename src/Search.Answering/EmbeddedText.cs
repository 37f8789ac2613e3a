using System.Reflection;

namespace Search.Answering;

/// <summary>Rules and word lists that travel inside the library.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a file, without comments (<c>#</c>) and empty lines.</summary>
    /// <param name="name">End of the resource name, as <c>Rules.ru.tsv</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>The lines of all files of a folder, files in order of name, without comments (<c>#</c>) and empty lines.</summary>
    /// <param name="folder">Part of the resource names, as <c>Reading.Thesaurus.</c>.</param>
    public static IEnumerable<string> LinesOfAll(string folder) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(resource => resource.Contains("." + folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .SelectMany(resource => Lines(resource[(resource.IndexOf(folder, StringComparison.Ordinal))..]));

    /// <summary>The file as it is.</summary>
    public static Stream Open(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var full = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith("." + name, StringComparison.Ordinal));
        return assembly.GetManifestResourceStream(full) ?? throw new InvalidOperationException($"Resource {full} cannot be opened.");
    }
}
