using System.Text;
using Search.Text.Analysis;

namespace Search.Text.Mending;

/// <summary>
/// Says what a query may have been meant to be: typed with another layout, in Latin letters, or misspelt. It never decides: whether a
/// mended query is used, who searches decides from what the original finds. One mender serves one snapshot of the archive; safe for
/// concurrent use.
/// </summary>
/// <param name="vocabulary">The words of the archive; read through when a query first needs its spelling mended.</param>
public sealed class QueryMender(IVocabulary vocabulary)
{
    /// <summary>Mended queries at most; a person looks at one.</summary>
    public const int MaxCandidates = 5;

    // A word that is not of the archive speaks against a reading, but names and new words are never all known.
    private const double LeastKnown = 0.5;

    // Words typed with a wrong layout are of no language: a third of them known elsewhere is no chance.
    private const double LeastKnownAsLayout = 0.3;

    // Below this a mended query is no better than the one written.
    private const double LeastGain = 0.15;

    // A misspelt word in a long question is a small part of it.
    private const double LeastSpellingGain = 0.03;

    // Other forms of a reading being known says less than the reading itself: podpis is подпись, not a form of подписать.
    private const double AsItStands = 1.5;

    // A query that is of its language for a good part was neither typed with another layout nor transliterated.
    private const double MostKnown = 0.6;

    // What was known before speaks against another layout or script of the whole; a misspelt word leaves the others as they are.
    private const double KnownAgainst = 0.5;
    private const double KnownAgainstSpelling = 0.25;

    // A letter in five makes a word doubtful, one in ten hardly.
    private const double DoubtOfEdits = 2.5;

    private const double LayoutPrior = 0.98;
    private const double TransliterationPrior = 0.92;

    // Where both languages explain a word in plain Latin letters, Russian is far more often written so.
    private const double RareScript = 0.97;
    private const double SpellingPrior = 0.9;

    // Fewer words may be a title, or a name typed with care for its capitals and none for its letters.
    private const int SentenceWords = 4;

    private readonly Lazy<SpellingIndex> spelling = new(() => new SpellingIndex(vocabulary));

    /// <summary>Reads the vocabulary now; otherwise the first misspelt query waits for it.</summary>
    public void Prepare() => _ = spelling.Value;

    /// <summary>What share of a query the archive knows as it is written, from 0 to 1, counted in letters of its words; 1 for a query without words.</summary>
    /// <param name="query">As written.</param>
    /// <param name="language">Its language, or <see cref="Language.Unknown"/>.</param>
    public double KnownShare(string query, Language language) => Known(query, language, new WordKnowledge(vocabulary));

    /// <summary>What a query may have been meant to be, the likeliest first; empty where nothing is likelier than the query itself.</summary>
    /// <param name="query">As written; text in quotation marks and words with digits stay as they are.</param>
    /// <param name="language">The language it seems to be in; <see cref="Language.Unknown"/> where that is open.</param>
    public IReadOnlyList<MendedQuery> Mend(string query, Language language)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = new WordKnowledge(vocabulary);
        var known = Known(query, Language.Unknown, words);
        if (known >= 1)
        {
            return [];
        }

        var candidates = new List<(MendedQuery Query, double Evidence)>();
        var isOfItsLanguage = Math.Max(known, KnownWords(query, words)) >= MostKnown;
        foreach (var mistake in isOfItsLanguage ? [] : KeyboardLayouts.Mistakes)
        {
            Add(candidates, query, RetypeAll(query, mistake, words), MendingKind.KeyboardLayout, mistake.Meant, LayoutPrior, known, words);
        }

        // Every word known on another layout and none on this one: no other cause is likelier.
        if (!candidates.Exists(candidate => candidate.Query.Confidence >= LayoutPrior))
        {
            if (!isOfItsLanguage)
            {
                AddTransliterated(candidates, query, known, words);
            }

            var corrected = Spell(query, language, words, out var confidence);
            Add(candidates, query, corrected, MendingKind.Spelling, LanguageOf(corrected, language, words), SpellingPrior * confidence, known, words);
        }

        return [.. candidates
            .OrderByDescending(candidate => Math.Round(candidate.Query.Confidence, 2))
            .ThenByDescending(candidate => candidate.Evidence)
            .ThenBy(candidate => candidate.Query.Kind)
            .ThenBy(candidate => candidate.Query.Language)
            .Select(candidate => candidate.Query)
            .DistinctBy(candidate => candidate.Text)
            .Take(MaxCandidates)];
    }

    private void AddTransliterated(List<(MendedQuery Query, double Evidence)> candidates, string query, double known, WordKnowledge words)
    {
        if (Transliteration.IsLacinka(query) || query.Any(letter => char.IsAsciiLetter(letter)))
        {
            foreach (var meant in Transliteration.IsLacinka(query) ? [Language.Belarusian] : new[] { Language.Russian, Language.Belarusian })
            {
                var readings = Read(query, meant, words);
                var prior = TransliterationPrior * (meant == Language.Belarusian && !Transliteration.IsLacinka(query) ? RareScript : 1);
                if (KnownIn(readings, meant, words) < LeastKnown / 2)
                {
                    continue;
                }

                Add(candidates, query, readings, MendingKind.Transliteration, meant, prior, known, words);
                if (Known(readings, meant, words) < 1)
                {
                    var spelled = Spell(readings, meant, words, out var doubt);
                    Add(candidates, query, spelled, MendingKind.Transliteration, meant, prior * SpellingPrior * doubt, known, words);
                }
            }
        }
    }

    private static void Add(List<(MendedQuery Query, double Evidence)> candidates, string query, string mended, MendingKind kind, Language language, double prior, double before, WordKnowledge words)
    {
        if (mended == query)
        {
            return;
        }

        var after = Known(mended, language, words);
        if (after >= (kind == MendingKind.KeyboardLayout ? LeastKnownAsLayout : LeastKnown) && after - before >= (kind == MendingKind.Spelling ? LeastSpellingGain : LeastGain))
        {
            candidates.Add((new MendedQuery(mended, kind, language, prior * after * (1 - (before * (kind == MendingKind.Spelling ? KnownAgainstSpelling : KnownAgainst)))), Evidence(mended, language, words)));
        }
    }

    /// <summary>How much of the archive speaks of the words: decides between languages that both know them.</summary>
    private static double Evidence(string query, Language language, WordKnowledge words) =>
        QueryPart.Words(query).Where(part => part.IsWord).Sum(part => Math.Log(1 + words.Frequency(part.Text, language)));

    /// <summary>Words weigh by their letters but the first: one of two letters may be known by chance.</summary>
    private static double Known(string query, Language language, WordKnowledge words) =>
        Share(query, word => Math.Max(words.Sureness(word, language), words.Sureness(word, Other(language))));

    /// <summary>As <see cref="Known"/>, but words of other languages do not count.</summary>
    private static double KnownIn(string query, Language language, WordKnowledge words) => Share(query, word => words.Sureness(word, language));

    private static double Share(string query, Func<string, double> sureness)
    {
        double all = 0, known = 0;
        foreach (var part in QueryPart.Words(query))
        {
            if (part.IsWord)
            {
                var weight = part.Text.Length - 0.9;
                all += weight;
                known += weight * sureness(part.Text);
            }
        }

        return all == 0 ? 1 : known / all;
    }

    /// <summary>Share of the words that some language knows, however short: function words tell a language best.</summary>
    private static double KnownWords(string query, WordKnowledge words)
    {
        var parts = QueryPart.Words(query).Where(part => part.IsWord).ToList();
        return parts.Count == 0 ? 1 : parts.Average(part => words.Sureness(part.Text, Language.Unknown));
    }

    // English words stand in queries of every language.
    private static Language Other(Language language) => language is Language.Russian or Language.Belarusian ? Language.English : language;

    private static string RetypeAll(string query, KeyboardMistake mistake, WordKnowledge words)
    {
        var mended = new StringBuilder();
        foreach (var stroke in QueryPart.Strokes(query))
        {
            mended.Append(stroke.IsWord ? Retype(stroke.Text, mistake, words) : stroke.Text);
        }

        return mended.ToString();
    }

    private static string Retype(string stroke, KeyboardMistake mistake, WordKnowledge words)
    {
        // Some words of the query may have been typed rightly: wi-fi among Russian ones.
        var retyped = mistake.Retype(stroke);
        if (words.Frequency(stroke, mistake.Typed) > 0 && words.Frequency(retyped, mistake.Meant) == 0)
        {
            return stroke;
        }

        // A sign at the end is a letter only if the word needs it: nb,j has one, "nb,j," has a comma too.
        var word = stroke.TrimEnd(',', '.', ';', ':');
        if (word.Length < stroke.Length && word.Length > 0 && words.Frequency(retyped, mistake.Meant) == 0)
        {
            var inner = mistake.Retype(word);
            return words.Frequency(inner, mistake.Meant) > 0 ? inner + stroke[word.Length..] : retyped;
        }

        return retyped;
    }

    private static string Read(string query, Language meant, WordKnowledge words)
    {
        var mended = new StringBuilder();
        var parts = QueryPart.Words(query);

        // A name in quotation marks within words of plain letters is written in them too; a quotation alone is meant as it stands.
        var readsQuoted = parts.Any(part => part.IsWord);
        foreach (var part in parts)
        {
            var isRead = (part.IsWord || (readsQuoted && part.IsQuotedWord)) && part.Text.Any(letter => char.IsLetter(letter) && letter < '\u0250');
            var reading = isRead ? Reading(part.Text, meant, words) : part.Text;
            mended.Append(!isRead || part.IsWord || words.Frequency(reading, meant) > 0 ? reading : part.Text);
        }

        return mended.ToString();
    }

    /// <summary>The reading that the archive knows best, the more usual of equals; the most usual where it knows none.</summary>
    private static string Reading(string word, Language meant, WordKnowledge words)
    {
        var readings = Transliteration.For(meant).Readings(word);
        var best = (Text: readings.Count == 0 ? word : readings[0], Score: 0.0);
        for (var i = 0; i < readings.Count; i++)
        {
            var frequency = words.Frequency(readings[i], meant);
            var score = frequency == 0 ? 0 : Math.Log10(10 + frequency) / (1 + (0.1 * i)) * (words.IsForm(readings[i], meant) ? AsItStands : 1);
            if (score > best.Score)
            {
                best = (readings[i], score);
            }
        }

        // An English word that the archive has is meant as it is, where no reading is known.
        if (best.Score == 0 && words.Frequency(word, Language.English) > 0)
        {
            return word;
        }

        return char.IsUpper(word[0]) && best.Text.Length > 0 ? char.ToUpperInvariant(best.Text[0]) + best.Text[1..] : best.Text;
    }

    private string Spell(string query, Language language, WordKnowledge words, out double confidence)
    {
        confidence = 1;
        var mended = new StringBuilder();
        var parts = QueryPart.Words(query);
        var tellsNames = TellsNames(parts);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.IsWord && part.Text.Length > 3 && !(tellsNames && i > 0 && char.IsUpper(part.Text[0])) && words.Frequency(part.Text, Language.Unknown) == 0
                && Nearest(part.Text, language) is { } near)
            {
                mended.Append(char.IsUpper(part.Text[0]) ? char.ToUpperInvariant(near.Form[0]) + near.Form[1..] : near.Form);
                confidence *= Math.Exp(-DoubtOfEdits * near.Cost / part.Text.Length);
            }
            else
            {
                mended.Append(part.Text);
            }
        }

        return mended.ToString();
    }

    /// <summary>Whether capitals tell names: in a sentence of small letters a capital is no accident, and no list knows all names.</summary>
    private static bool TellsNames(IReadOnlyList<QueryPart> parts) =>
        parts.Count(part => part.IsWord) >= SentenceWords && parts.Count(part => part.IsWord && char.IsLower(part.Text[0])) * 2 >= parts.Count(part => part.IsWord);

    private SpellingCandidate? Nearest(string word, Language language)
    {
        var form = LetterNormalizer.Normalize(word, language);
        var candidates = spelling.Value.Near(form, 1);
        return candidates.Count > 0 && candidates[0].Form != form ? candidates[0] : null;
    }

    private static Language LanguageOf(string mended, Language language, WordKnowledge words) =>
        new[] { Language.Russian, Language.Belarusian, Language.English }.MaxBy(each => (KnownIn(mended, each, words), each == language));
}
