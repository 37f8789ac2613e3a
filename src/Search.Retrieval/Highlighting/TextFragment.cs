using Search.Text;

namespace Search.Retrieval.Highlighting;

/// <summary>Links that lead a browser to a sentence: <c>#:~:text=start,end</c>.</summary>
/// <remarks>URL Fragment Text Directives, WICG; <c>-</c>, <c>,</c> and <c>&amp;</c> are percent-encoded inside the words.</remarks>
public static class TextFragment
{
    // Longer quotes are given by their first and last words: an address stays readable, and a page that was edited in between still matches.
    private const int WholeLength = 80;
    private const int EdgeWords = 5;

    /// <summary>The address with a directive to the quote; the bare address where the page has none on the web.</summary>
    /// <param name="url">Address of the page.</param>
    /// <param name="quote">Verbatim text of the page.</param>
    public static string Link(string url, string quote)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(quote);
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !(url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
        {
            return url;
        }

        var address = url.Split('#')[0];
        return quote.Length <= WholeLength || words.Length <= 2 * EdgeWords
            ? $"{address}#:~:text={Encode(words)}"
            : $"{address}#:~:text={Encode(words[..EdgeWords])},{Encode(words[^EdgeWords..])}";
    }

    private static string Encode(string[] words) => Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
}
