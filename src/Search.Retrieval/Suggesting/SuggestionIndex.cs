using Search.Retrieval.Schema;
using Search.Text;
using Search.Text.Analysis;
using Search.Text.Mending;

namespace Search.Retrieval.Suggesting;

/// <summary>
/// Finds what is being typed among all that an archive may suggest. A typed word stands for every word of which it is a form, the last one
/// for every word of which a form begins so. Immutable; safe for concurrent use.
/// </summary>
internal sealed class SuggestionIndex
{
    // Entries taken of each word that a short beginning may become: the weightiest, of which only a few are shown.
    private const int MostOfOneWord = 48;
    private const int LeastOfOneWord = 2;
    private const int MostInAll = 4000;

    // Shorter beginnings are of many words, whole forms seldom.
    private const int LeastOfForm = 4;

    // Of equal fit, names and phrases say more than a title; but a title that fits is worth a place.
    private const int TitlePlaces = 2;

    private readonly SuggestionData _data;
    private readonly string[] _forms;
    private readonly Dictionary<string, int> _stems;
    private readonly int[][] _entriesOf;
    private readonly string[] _texts;

    public SuggestionIndex(SuggestionData data)
    {
        _data = data;
        _forms = [.. data.Forms.Select(form => form.Form)];
        _stems = data.Stems.Select((stem, number) => (stem, number)).ToDictionary(pair => pair.stem, pair => pair.number, StringComparer.Ordinal);
        _texts = [.. data.Entries.Select(entry => LetterNormalizer.Normalize(entry.Suggestion.Text, entry.Suggestion.Language))];
        var entriesOf = data.Stems.Select(_ => new List<int>()).ToArray();
        for (var entry = 0; entry < data.Entries.Count; entry++)
        {
            foreach (var stem in data.Entries[entry].Stems.Distinct())
            {
                entriesOf[stem].Add(entry);
            }
        }

        _entriesOf = [.. entriesOf.Select(entries => entries.ToArray())];
    }

    /// <summary>The best completions: as typed first; on another keyboard layout or in Latin letters where that finds less than wanted.</summary>
    public IReadOnlyList<Suggestion> Suggest(string typed, int count)
    {
        var isWordFinished = typed.Length > 0 && char.IsWhiteSpace(typed[^1]);
        var shown = new List<Suggestion>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reading in TypedReadings.Of(typed))
        {
            foreach (var entry in Choose(Find(reading, isWordFinished), count - shown.Count))
            {
                if (texts.Add(_texts[entry]))
                {
                    shown.Add(_data.Entries[entry].Suggestion);
                }
            }

            // Another reading is a guess: it is made only where the letters as they stand lead nowhere.
            if (shown.Count > 0)
            {
                break;
            }
        }

        return shown;
    }

    private List<int> Choose(List<(int Entry, int Fit)> found, int count)
    {
        var ordered = found
            .OrderByDescending(match => match.Fit)
            .ThenBy(match => match.Entry)
            .Select(match => match.Entry)
            .DistinctBy(entry => _texts[entry])
            .ToList();
        var titles = ordered.Where(IsTitle).ToList();
        var others = ordered.Where(entry => !IsTitle(entry)).ToList();
        var kept = others.Take(count - Math.Min(titles.Count, Math.Min(TitlePlaces, count - 1))).ToHashSet();
        kept.UnionWith(titles.Take(count - kept.Count));
        return [.. ordered.Where(kept.Contains)];

        bool IsTitle(int entry) => _data.Entries[entry].Suggestion.DocumentId is not null;
    }

    /// <summary>Entries that hold every typed word, each with how well it fits: 2 begins as typed, 1 begins with forms of it, 0 holds it.</summary>
    private List<(int Entry, int Fit)> Find(TypedReading reading, bool isWordFinished)
    {
        var words = reading.Words.Select((spellings, place) => Stems(spellings, isBeginning: place == reading.Words.Count - 1 && !isWordFinished)).ToList();
        if (words.Exists(stems => stems.Count == 0))
        {
            return [];
        }

        var rarest = words.OrderBy(stems => stems.Sum(stem => Math.Min(_entriesOf[stem].Length, MostOfOneWord))).First();
        // Two letters may begin thousands of words; the weightiest entries of each are enough for the few that are shown.
        var most = words.Count > 1 ? int.MaxValue : Math.Clamp(MostInAll / rarest.Count, LeastOfOneWord, MostOfOneWord);
        var candidates = new HashSet<int>();
        foreach (var stem in rarest)
        {
            var entries = _entriesOf[stem];
            candidates.UnionWith(new ArraySegment<int>(entries, 0, Math.Min(entries.Length, most)));
        }

        var texts = reading.Words.Count == 0 ? [] : reading.Words[0].Select(first => string.Join(' ', reading.Words.Skip(1).Select(spellings => spellings[0]).Prepend(first))).ToList();
        var found = new List<(int, int)>();
        foreach (var entry in candidates)
        {
            var stems = _data.Entries[entry].Stems;
            if (words.TrueForAll(word => Array.Exists(stems, word.Contains)))
            {
                var isBeginning = words.Count <= stems.Length && words.Select((word, place) => word.Contains(stems[place])).All(fits => fits);
                found.Add((entry, texts.Exists(text => _texts[entry].StartsWith(text, StringComparison.Ordinal)) ? 2 : isBeginning ? 1 : 0));
            }
        }

        return found;
    }

    /// <summary>The stems of the words that a typed one may be.</summary>
    private HashSet<int> Stems(IReadOnlyList<string> spellings, bool isBeginning)
    {
        var stems = new HashSet<int>();
        foreach (var spelling in spellings)
        {
            // A form may be whole and one that the archive lacks: «электронное» where it only has «электронного».
            if (!isBeginning || spelling.Length >= LeastOfForm)
            {
                stems.UnionWith(LanguageCodes.All.Select(language => _stems.GetValueOrDefault(Stem(language, spelling), -1)).Where(stem => stem >= 0));
            }

            // A word that nobody knows may be one that is typed in haste: «эл прав».
            var isExact = !isBeginning && stems.Count > 0;
            for (var form = FirstFrom(spelling); form < _forms.Length && (isExact ? _forms[form] == spelling : _forms[form].StartsWith(spelling, StringComparison.Ordinal)); form++)
            {
                stems.Add(_data.Forms[form].Stem);
            }
        }

        return stems;
    }

    private static string Stem(Language language, string form)
    {
        Span<char> stem = stackalloc char[form.Length + 2];
        return MarkedTerm.Stem(language, new string(stem[..Stemmers.For(language).Stem(form, stem)]));
    }

    private int FirstFrom(string beginning)
    {
        var (low, high) = (0, _forms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_forms[middle], beginning) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
