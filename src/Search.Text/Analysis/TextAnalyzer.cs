namespace Search.Text.Analysis;

/// <summary>
/// Turns text into terms: letters normalised, words and numbers found, words stemmed by the rules of their language.
/// Documents and queries pass through the same steps, so that equal things become equal terms. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Cyrillic words follow the given language; where it is unknown or English they are read as Russian and as Belarusian, both at one position.
/// Latin words are stemmed as English in every language. Digits are never changed but for the spaces and commas that group them.
/// </remarks>
public sealed class TextAnalyzer
{
    // Covers the forms of an archive of some 100,000 pages that recur within a page's reach, at about 10 MB.
    private const int CachedForms = 1 << 16;

    private readonly TermCache _cache = new(CachedForms);

    /// <summary>All terms of a text, by position, the whole before its parts.</summary>
    /// <param name="text">Any text; nothing in it is refused.</param>
    /// <param name="language">The language of the text; <see cref="Language.Unknown"/> reads it as Russian and as Belarusian.</param>
    public IReadOnlyList<AnalyzedToken> Analyze(string text, Language language)
    {
        var tokens = new List<AnalyzedToken>((text.Length / 6) + 1);
        Analyze(text, language, tokens);
        return tokens;
    }

    /// <summary>Adds all terms of a text to a list that the caller may reuse: nothing is allocated for forms met lately.</summary>
    /// <param name="text">Any text; spans count in it.</param>
    /// <param name="language">As above.</param>
    /// <param name="tokens">Receives the tokens; positions begin at 0 whatever it holds already.</param>
    public void Analyze(ReadOnlySpan<char> text, Language language, List<AnalyzedToken> tokens) =>
        new Tokenizer(text, language, _cache, tokens, stackalloc char[Tokenizer.FormLength]).Run();
}
