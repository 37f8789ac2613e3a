using Search.Retrieval;
using Search.Text;

namespace SearchApi.Pages;

/// <summary>Where the words of a query stand in a whole page.</summary>
internal static class QueryWords
{
    /// <summary>Results looked through for the forms that matched.</summary>
    private const int Depth = 50;

    /// <summary>
    /// Every place of <paramref name="document"/>'s text that holds a form which the search for <paramref name="query"/> marked in
    /// its results of this language, so that the page marks what the list marked.
    /// </summary>
    /// <returns>In order, not overlapping.</returns>
    public static IReadOnlyList<TextSpan> In(ArchiveDocument document, string query, PassageRetriever passages, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return [];
        }

        var found = passages.Search(new SearchRequest(query) { Size = Depth, Languages = document.Language == Language.Unknown ? [] : [document.Language] }, cancellationToken).Results;
        var own = found.Where(result => result.Id == document.Id).ToList();
        var forms = (own.Count > 0 ? own : found)
            .SelectMany(result => result.Snippet.Highlights.Select(span => span.Of(result.Snippet.Text)).Concat(result.TitleHighlights.Select(span => span.Of(result.Title))))
            .Where(form => form.Length > 1)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var spans = new List<TextSpan>();
        foreach (var form in forms)
        {
            for (var at = 0; (at = document.Text.IndexOf(form, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += form.Length)
            {
                if (IsEdge(document.Text, at - 1) && IsEdge(document.Text, at + form.Length))
                {
                    spans.Add(new TextSpan(at, form.Length));
                }
            }
        }

        var kept = new List<TextSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End)
            {
                kept.Add(span);
            }
        }

        return kept;
    }

    private static bool IsEdge(string text, int at) => at < 0 || at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
