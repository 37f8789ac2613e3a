using Search.Text.Analysis;
using Search.Text.Names;

namespace Search.Text.Translation;

/// <summary>What a passage's token puts into the fields that all languages share, so that a query of another language can meet it.</summary>
public static class CrossLanguageTerms
{
    /// <summary>Keys of a name: of its stem, and of its form where a stemmer may have taken an ending that is none (<c>Норман</c>).</summary>
    /// <param name="token">A token of a passage.</param>
    /// <param name="text">The text its span counts in.</param>
    /// <returns>Without repeats, in a fixed order; nothing unless the token is a word with a capital, or one in Latin letters.</returns>
    public static IReadOnlyList<string> NameKeys(AnalyzedToken token, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isLatin = token.Language == Language.English;
        if (token.Kind is not TokenKind.Word || !(isLatin || char.IsUpper(text[token.Span.Start])))
        {
            return [];
        }

        var keys = new List<string>(4);
        Add(token.Exact);
        if (!isLatin && token.Stem != token.Exact)
        {
            Add(token.Stem);
        }

        return keys;

        void Add(string form)
        {
            foreach (var key in NameKey.Of(form).Concat(NameKey.Consonants(form)))
            {
                if (!keys.Contains(key))
                {
                    keys.Add(key);
                }
            }
        }
    }

    /// <summary>The skeleton of a token's stem; empty where it has none.</summary>
    public static string SkeletonOf(AnalyzedToken token) => token.Kind is TokenKind.Word ? Skeleton.Of(token.Stem) : string.Empty;
}
