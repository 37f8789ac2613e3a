using System.Text.Json;

namespace Indexer.Evaluation;

/// <summary>The figures of the last run over a file, kept beside the index.</summary>
internal static class LastRun
{
    /// <summary>Keeps the figures of this run; gives those of the run before, as <c>group/name</c>, empty where there was none.</summary>
    public static IReadOnlyDictionary<string, double> Replace(string indexFolder, string file, Scorecard card)
    {
        var path = indexFolder.TrimEnd(Path.DirectorySeparatorChar) + ".eval.json";
        var key = Path.GetFullPath(file);
        var runs = Read(path);
        var last = runs.GetValueOrDefault(key, []);
        runs[key] = card.Rows().SelectMany(row => row.Figures.Select(figure => ($"{row.Group}/{figure.Name}", figure.Value))).ToDictionary(pair => pair.Item1, pair => pair.Value);
        File.WriteAllText(path, JsonSerializer.Serialize(runs));
        return last;
    }

    private static SortedDictionary<string, Dictionary<string, double>> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SortedDictionary<string, Dictionary<string, double>>>(File.ReadAllText(path)) ?? [];
        }
        catch (Exception error) when (error is FileNotFoundException or JsonException)
        {
            return [];
        }
    }
}
