using Search.Retrieval.Candidates;

namespace Search.Retrieval.Suggesting;

/// <summary>Completes what is typed to titles of the archive.</summary>
internal static class TitleSuggester
{
    /// <summary>Titles that hold every typed word, the last one as a beginning; titles that start so first, then the latest.</summary>
    public static IReadOnlyList<Suggestion> Suggest(string text, int count, IPassageIndex index)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [];
        }

        return Enumerable.Range(0, index.Documents.Count)
            .Select(index.Document)
            .Where(document => document.Title.Length > 0 && words.All(word => HasWord(document.Title, word)))
            .OrderByDescending(document => document.Title.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(document => document.Published?.Last)
            .ThenBy(document => document.Id, StringComparer.Ordinal)
            .Take(count)
            .Select(document => new Suggestion(document.Title, "title", document.Language, document.Id))
            .ToList();
    }

    private static bool HasWord(string title, string beginning)
    {
        for (var at = title.IndexOf(beginning, StringComparison.OrdinalIgnoreCase); at >= 0; at = title.IndexOf(beginning, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(title[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
