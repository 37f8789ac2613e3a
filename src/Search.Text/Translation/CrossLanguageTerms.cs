using Search.Text.Analysis;
using Search.Text.Names;

namespace Search.Text.Translation;

/// <summary>What a passage's token puts into the fields that all languages share, so that a query of another language can meet it.</summary>
public static class CrossLanguageTerms
{
    // Shorter keys of stems join strangers: Дан- of Дания and Дон.
    private const int MinStemKeyLength = 4;

    /// <summary>Keys of a name: of its stem, and of its form where a stemmer may have taken an ending that is none (<c>Норман</c>).</summary>
    /// <param name="token">A token of a passage.</param>
    /// <param name="text">The text its span counts in.</param>
    /// <returns>Without repeats, in a fixed order; nothing unless the token is a word with a capital, or one in Latin letters.</returns>
    public static IReadOnlyList<string> NameKeys(AnalyzedToken token, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return token.Kind is TokenKind.Word && (token.Language == Language.English || char.IsUpper(text[token.Span.Start])) ? NameKeys(token) : [];
    }

    /// <summary>The same for any word, with a capital or without: a query may be typed without them.</summary>
    internal static IReadOnlyList<string> NameKeys(AnalyzedToken token)
    {
        var keys = new List<string>(4);
        Add(token.Exact, 1);
        if (token.Language != Language.English && token.Stem != token.Exact)
        {
            Add(token.Stem, MinStemKeyLength);
        }

        return keys;

        void Add(string form, int minLength)
        {
            foreach (var key in NameKey.Of(form).Concat(NameKey.Consonants(form)))
            {
                if (key.Length >= minLength && !keys.Contains(key))
                {
                    keys.Add(key);
                }
            }
        }
    }

    /// <summary>The skeleton of a token's stem; empty where it has none.</summary>
    public static string SkeletonOf(AnalyzedToken token) => token.Kind is TokenKind.Word ? Skeleton.Of(token.Stem) : string.Empty;
}
