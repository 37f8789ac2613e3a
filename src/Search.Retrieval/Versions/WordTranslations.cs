using System.Globalization;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Translation;

namespace Search.Retrieval.Versions;

/// <summary>Marks that a word shares with its translations.</summary>
/// <param name="stem">Stem of a word of the page.</param>
/// <param name="language">Language whose rules made the stem.</param>
/// <returns>Equal strings for words that mean the same in two languages; none for a word without translation.</returns>
public delegate IReadOnlyList<string> SharedMeanings(string stem, Language language);

/// <summary>Shared meanings from the product's lexicon.</summary>
public sealed class WordTranslations
{
    private static readonly Lazy<WordTranslations> Product = new(() => new WordTranslations(Lexicon.ReadEntries(), new TextAnalyzer()));

    private readonly Dictionary<(Language Language, string Stem), List<string>> meanings = [];

    /// <summary>Compiles the single words of the lexicon.</summary>
    /// <param name="entries">Lines of the lexicon; the place of a line is the name of its meaning.</param>
    /// <param name="analyzer">The analysis that makes the stems of pages.</param>
    public WordTranslations(IEnumerable<LexiconEntry> entries, TextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(analyzer);
        var number = 0;
        foreach (var entry in entries)
        {
            var meaning = string.Create(CultureInfo.InvariantCulture, $"m{number++}");
            foreach (var language in LanguageCodes.All)
            {
                foreach (var name in entry.In(language).Where(name => !name.Contains(' ', StringComparison.Ordinal)))
                {
                    if (analyzer.Analyze(name, language) is [var token, ..] tokens && tokens.All(other => other.Position == token.Position))
                    {
                        Add(token, language, meaning);
                    }
                }
            }
        }
    }

    /// <summary>Those of the lexicon that the product carries, compiled when first asked for.</summary>
    public static WordTranslations OfProduct => Product.Value;

    /// <summary>Meanings of a stem, in the order of the lexicon.</summary>
    public IReadOnlyList<string> Of(string stem, Language language) => meanings.GetValueOrDefault((language, stem)) ?? [];

    private void Add(AnalyzedToken token, Language language, string meaning)
    {
        if (!meanings.TryGetValue((language, token.Stem), out var known))
        {
            meanings.Add((language, token.Stem), known = []);
        }

        if (!known.Contains(meaning))
        {
            known.Add(meaning);
        }
    }
}
