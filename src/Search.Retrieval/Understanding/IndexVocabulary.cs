using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Mending;
using Search.Text.Translation;

namespace Search.Retrieval.Understanding;

/// <summary>The words of one snapshot of the archive, and those of the lexicon beside them.</summary>
/// <param name="index">The snapshot.</param>
internal sealed class IndexVocabulary(IPassageIndex index) : IVocabulary
{
    /// <inheritdoc/>
    public int FormFrequency(string form) => Math.Max(index.DocumentFrequency(Fields.Exact, form), index.DocumentFrequency(Fields.TitleExact, form));

    /// <inheritdoc/>
    public int StemFrequency(Language language, string stem)
    {
        var term = MarkedTerm.Stem(language, stem);
        return Math.Max(index.DocumentFrequency(Fields.Terms, term), index.DocumentFrequency(Fields.TitleTerms, term));
    }

    /// <inheritdoc/>
    public bool IsWord(Language language, string form) => Lexicon.OfProduct.IsWord(language, form);

    /// <inheritdoc/>
    public IEnumerable<(string Form, int Frequency)> Forms()
    {
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in LanguageCodes.All.SelectMany(Lexicon.OfProduct.Words))
        {
            forms[word] = 0;
        }

        foreach (var (form, frequency) in index.Terms(Fields.Exact).Concat(index.Terms(Fields.TitleExact)))
        {
            if (form.All(unit => char.IsLetter(unit) || unit is '-' or '\''))
            {
                forms[form] = Math.Max(frequency, forms.GetValueOrDefault(form));
            }
        }

        return forms.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));
    }

    /// <summary>Forms of the archive that begin so, the most frequent first, then in ordinal order.</summary>
    /// <param name="beginning">With its letters normalised; not empty.</param>
    /// <param name="count">Most forms wanted.</param>
    public IReadOnlyList<string> Completions(string beginning, int count) =>
        [.. index.Terms(Fields.Exact, beginning)
            .TakeWhile(term => term.Term.StartsWith(beginning, StringComparison.Ordinal))
            .OrderByDescending(term => term.DocumentFrequency)
            .ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(count)
            .Select(term => term.Term)];
}
