using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Suggesting;

/// <summary>Makes all that an archive may suggest: its titles, its names, its frequent phrases.</summary>
internal static class SuggestionBuilder
{
    // In a small archive whatever stands in two pages recurs; in a large one three are still chance.
    private const int SmallArchive = 50;
    private const int LeastPagesOfSmall = 2;
    private const int LeastPages = 3;

    // Enough for every beginning of three letters to have its eight.
    private const int MaxPhrases = 30_000;

    /// <summary>Reads every page once.</summary>
    /// <param name="documents">In order of id.</param>
    /// <param name="analyzer">The product's analysis.</param>
    public static SuggestionData Build(IReadOnlyList<ArchiveDocument> documents, TextAnalyzer analyzer)
    {
        var counter = new PhraseCounter(documents.Count < SmallArchive ? LeastPagesOfSmall : LeastPages);
        var forms = new HashSet<(string Form, string Stem)>();
        foreach (var (document, words) in documents.AsParallel().AsOrdered().Select(document => (document, TextWords.Of(document.Text, document.Language, analyzer))))
        {
            forms.UnionWith(words.Select(word => (word.Form, word.Stem)));
            if (document.Language != Language.Unknown)
            {
                counter.Add(document.Language, document.Text, words);
            }
        }

        var entries = new List<SuggestionEntry>();
        foreach (var document in documents.Where(document => document.Title.Length > 0))
        {
            var words = TextWords.Of(document.Title, document.Language, analyzer);
            forms.UnionWith(words.Select(word => (word.Form, word.Stem)));
            entries.Add(new SuggestionEntry(new Suggestion(document.Title, "title", document.Language, document.Id), 1, [.. words.Select(word => counter.Number(word.Stem))]));
        }

        entries.AddRange(counter.Phrases()
            .Select(found => new SuggestionEntry(new Suggestion(CanonicalForm.Of(found.Phrase, found.IsName), found.IsName ? "name" : "phrase", found.Phrase.Language, null), found.Phrase.Pages, found.Phrase.Stems))
            .OrderByDescending(entry => entry.Weight)
            .ThenBy(entry => entry.Suggestion.Text, StringComparer.Ordinal)
            .Take(MaxPhrases));
        return Renumbered(entries, counter.Stems, forms);
    }

    /// <summary>Only the stems of entries are kept, in ordinal order, so that the same pages give the same bytes.</summary>
    private static SuggestionData Renumbered(List<SuggestionEntry> entries, IReadOnlyDictionary<string, int> numbers, HashSet<(string Form, string Stem)> forms)
    {
        var used = entries.SelectMany(entry => entry.Stems).ToHashSet();
        var stems = numbers.Where(pair => used.Contains(pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var places = stems.Select((pair, place) => (pair.Key, pair.Value, place)).ToList();
        var byNumber = places.ToDictionary(each => each.Value, each => each.place);
        var byStem = places.ToDictionary(each => each.Key, each => each.place, StringComparer.Ordinal);
        return new SuggestionData(
            [.. entries.Select(entry => entry with { Stems = [.. entry.Stems.Select(stem => byNumber[stem])] })
                .OrderByDescending(entry => entry.Weight)
                .ThenBy(entry => entry.Suggestion.Kind, StringComparer.Ordinal)
                .ThenBy(entry => entry.Suggestion.Text, StringComparer.Ordinal)
                .ThenBy(entry => entry.Suggestion.DocumentId, StringComparer.Ordinal)],
            [.. stems.Select(pair => pair.Key)],
            [.. forms.Where(form => byStem.ContainsKey(form.Stem)).OrderBy(form => form.Form, StringComparer.Ordinal).ThenBy(form => form.Stem, StringComparer.Ordinal).Select(form => (form.Form, byStem[form.Stem]))]);
    }
}
