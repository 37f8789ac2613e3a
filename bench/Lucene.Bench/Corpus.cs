using System.Text;
using System.Text.Json;

namespace Lucene.Bench;

/// <summary>
/// Documents of one line each: lower-case words apart by a space. Where more are wanted than there are paragraphs, later
/// rounds join the beginning of one paragraph with the end of another, so that no document comes twice and phrases stay phrases.
/// </summary>
internal static class Corpus
{
    private const int Seed = 20_26;

    /// <summary>Writes so many documents to a file, unless it is there.</summary>
    public static string[][] Write(string lines, int count, string path)
    {
        var paragraphs = File.ReadLines(lines).Select(Words).Where(words => words.Length > 2).ToArray();
        var random = new Random(Seed);
        var documents = new List<string[]>(paragraphs);
        while (documents.Count < count)
        {
            var (a, b) = (paragraphs[random.Next(paragraphs.Length)], paragraphs[random.Next(paragraphs.Length)]);
            documents.Add([.. a.AsSpan(0, (a.Length + 1) / 2), .. b.AsSpan(b.Length / 2)]);
        }

        var chosen = documents.Take(count).ToArray();
        random.Shuffle(chosen);
        File.WriteAllLines(path, chosen.Select(words => string.Join(' ', words)));
        return chosen;
    }

    private static string[] Words(string line)
    {
        if (line.StartsWith('{'))
        {
            using var json = JsonDocument.Parse(line);
            line = json.RootElement.GetProperty("text").GetString() ?? "";
        }

        var text = new StringBuilder(line.Length);
        foreach (var letter in line)
        {
            text.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
