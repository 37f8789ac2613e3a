using System.Text.RegularExpressions;

namespace Search.Retrieval.Embeddings;

/// <summary>Whether a query is words as people say them: an operator is a wish about words, which vectors cannot fulfil.</summary>
internal static partial class PlainWords
{
    /// <summary>Whether the query holds no operator.</summary>
    public static bool Are(string query) => query.Any(char.IsLetter) && !Operator().IsMatch(query);

    [GeneratedRegex("""["():*~=\[\]{}^/\\«»“”„]|(?:^|\s)[+-]|\b(?:AND|OR|NOT)\b|\w\?\w""")]
    private static partial Regex Operator();
}
