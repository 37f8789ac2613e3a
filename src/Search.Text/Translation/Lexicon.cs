using System.Reflection;
using System.Text;
using Search.Text.Analysis;

namespace Search.Text.Translation;

/// <summary>The trilingual lexicon, compiled with the stemmers that made the index: what stands behind a form, a stem or a run of stems.</summary>
public sealed class Lexicon
{
    /// <summary>File that the build puts beside the product: the lexicon compiled with the stemmers of the same build.</summary>
    public const string FileName = "lexicon.bin";

    /// <summary>Fewest letters that a stem must share with a longer or shorter one to be taken for a relative.</summary>
    internal const int MinShared = 4;

    /// <summary>Most letters that relatives may have behind those they share.</summary>
    internal const int MaxRest = 3;

    // Every so many names is analysed again when a file is opened: a file of other stemmers is found out in a millisecond.
    private const int CheckEvery = 499;

    private static readonly Lazy<Lexicon> Product = new(OpenOrCompile);

    private readonly LexiconTables _tables;

    private Lexicon(LexiconTables tables) => _tables = tables;

    /// <summary>The lexicon that the product carries: read from <see cref="FileName"/> where the build left one, otherwise compiled when first asked for.</summary>
    public static Lexicon OfProduct => Product.Value;

    internal LexiconTables Tables => _tables;

    /// <summary>One name of a concept in one language.</summary>
    /// <param name="Exact">Its letters normalised; of several words, those joined by a space.</param>
    /// <param name="Stems">Stems of its words but for function words; one or more.</param>
    internal sealed record Name(string Exact, string[] Stems);

    /// <summary>A concept and its names by language, the most usual first.</summary>
    internal sealed record Concept(char PartOfSpeech, Name[] Belarusian, Name[] Russian, Name[] English)
    {
        public Name[] In(Language language) => language switch
        {
            Language.Belarusian => Belarusian,
            Language.Russian => Russian,
            _ => English,
        };
    }

    /// <summary>A concept that a word may name.</summary>
    /// <param name="Concept">The concept.</param>
    /// <param name="Rank">Place of the name that was met among the concept's names in its language, from 1.</param>
    internal readonly record struct Sense(Concept Concept, int Rank);

    /// <summary>A concept named by several words.</summary>
    internal readonly record struct PhraseSense(string[] Stems, Sense Sense);

    /// <summary>Reads the lines of the lexicon that the product carries.</summary>
    public static IEnumerable<LexiconEntry> ReadEntries()
    {
        var assembly = typeof(Lexicon).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("lexicon/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            foreach (var line in ReadLines(assembly, name))
            {
                yield return LexiconEntry.Parse(line);
            }
        }
    }

    /// <summary>Compiles entries with the given analysis, and the product's function words with them; about a second for the product's own.</summary>
    public static Lexicon Compile(IEnumerable<LexiconEntry> entries, DictionaryAnalysis analyze)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(analyze);
        return new Lexicon(LexiconCompiler.Compile(entries, ReadLines(typeof(Lexicon).Assembly, "translation/function-words"), analyze));
    }

    /// <summary>Writes the compiled lexicon; the same lexicon gives the same bytes.</summary>
    public void Write(Stream stream) => _tables.Write(stream);

    /// <summary>Reads a compiled lexicon in milliseconds.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or of another version.</exception>
    public static Lexicon Read(ReadOnlySpan<byte> bytes) => new(LexiconTables.Read(bytes));

    /// <summary>Whether the given analysis makes the stems that this lexicon holds, tried on a sample of its names.</summary>
    public bool IsMadeBy(DictionaryAnalysis analyze)
    {
        for (var name = 0; name < _tables.Exact.Length; name += CheckEvery)
        {
            var language = (RowOf(name) % 3) switch { 0 => Language.Belarusian, 1 => Language.Russian, _ => Language.English };
            if (!LexiconCompiler.Analyze(_tables.Text(_tables.Exact[name]), language, analyze).Stems.SequenceEqual(StemsOf(name)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a form is a word of a language: one that binds others, a dictionary form, or another form of one.</summary>
    /// <param name="language">Russian, Belarusian or English.</param>
    /// <param name="form">With its letters normalised; not empty.</param>
    /// <remarks>English words are told by their lemmas: a misspelt one may share a stem with a stranger.</remarks>
    public bool IsWord(Language language, string form) =>
        FunctionWords.Contains(language, form) || HasExact(language, form)
        || (language == Language.English ? EnglishLemmas.Of(form).Any(lemma => HasExact(language, lemma)) : Stemmers.StemsOf(language, form).Any(stem => HasStem(language, stem)));

    /// <summary>Whether a form is the dictionary form of a word of a language.</summary>
    /// <param name="language">Russian, Belarusian or English.</param>
    /// <param name="form">With its letters normalised.</param>
    public bool IsDictionaryForm(Language language, string form) => HasExact(language, form);

    /// <summary>The parts of speech that a stem's words may be: <c>n</c>, <c>a</c>, <c>v</c>, <c>d</c> (adverb) and others, each once; empty where the lexicon does not know it.</summary>
    /// <param name="language">Russian, Belarusian or English.</param>
    /// <param name="stem">As the product's stemmer of the language gives it.</param>
    public string PartsOfSpeech(Language language, string stem) => string.Concat(ByStem(language, stem).Select(sense => sense.Concept.PartOfSpeech).Distinct().Order());

    /// <summary>Dictionary forms of one word that have a stem, the most usual first.</summary>
    /// <param name="language">Russian, Belarusian or English.</param>
    /// <param name="stem">As the product's stemmer of the language gives it.</param>
    /// <param name="partOfSpeech">As in <see cref="PartsOfSpeech"/>.</param>
    public IEnumerable<string> DictionaryForms(Language language, string stem, char partOfSpeech) => ByStem(language, stem)
        .Where(sense => sense.Concept.PartOfSpeech == partOfSpeech)
        .SelectMany(sense => sense.Concept.In(language))
        .Where(name => name.Stems is [var only] && only == stem)
        .Select(name => name.Exact)
        .Distinct();

    /// <summary>Dictionary form of a name of several words; <see langword="null"/> where the lexicon has none.</summary>
    /// <param name="language">Russian, Belarusian or English.</param>
    /// <param name="stems">Stems of its words in order, function words left out.</param>
    public string? DictionaryForm(Language language, IReadOnlyList<string> stems)
    {
        ArgumentNullException.ThrowIfNull(stems);
        return stems.Count < 2 ? null : ByFirstStem(language, stems[0])
            .Where(phrase => phrase.Stems.SequenceEqual(stems))
            .SelectMany(phrase => phrase.Sense.Concept.In(language))
            .FirstOrDefault(name => name.Stems.SequenceEqual(stems))?.Exact;
    }

    /// <summary>The dictionary forms of a language that are one word, in no order.</summary>
    public IEnumerable<string> Words(Language language) => _tables.ByExact.Keys
        .Where(key => LexiconTables.LanguageOf(key) == language)
        .Select(key => _tables.Text(LexiconTables.StringOf(key)));

    internal IReadOnlyList<Sense> ByExact(Language language, string exact) => Senses(_tables.ByExact, language, exact);

    internal IReadOnlyList<Sense> ByStem(Language language, string stem) => Senses(_tables.ByStem, language, stem);

    internal bool HasStem(Language language, string stem) => !Find(_tables.ByStem, language, stem).IsEmpty;

    internal bool HasExact(Language language, string exact) => !Find(_tables.ByExact, language, exact).IsEmpty;

    /// <summary>Names of several words that begin with a stem, those of most words first.</summary>
    internal IReadOnlyList<PhraseSense> ByFirstStem(Language language, string stem)
    {
        var names = Find(_tables.ByFirstStem, language, stem);
        if (names.IsEmpty)
        {
            return [];
        }

        var phrases = new PhraseSense[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            phrases[i] = new PhraseSense(StemsOf(names[i]), SenseOf(names[i]));
        }

        return phrases;
    }

    /// <summary>Stems of every form that stands for a function word in any language; nothing for other words.</summary>
    internal IReadOnlyList<(Language Language, string Stem)> FunctionTerms(Language language, string exact)
    {
        var stems = new List<(Language, string)>();
        foreach (var key in Find(_tables.Functions, language, exact))
        {
            stems.Add((LexiconTables.LanguageOf(key), _tables.Text(LexiconTables.StringOf(key))));
        }

        return stems;
    }

    /// <summary>Stems of the lexicon that share the longest beginning with one that it lacks.</summary>
    /// <param name="language">Language of the stem.</param>
    /// <param name="stem">A stem without senses.</param>
    /// <returns>Shortest first; nothing where less than <see cref="MinShared"/> letters are shared, or where more than <see cref="MaxRest"/> letters are left of either.</returns>
    internal IReadOnlyList<string> Nearest(Language language, string stem)
    {
        var text = _tables.Find(stem);
        var keys = _tables.ByStem.Keys;
        var at = Array.BinarySearch(keys, LexiconTables.Key(language, text < 0 ? ~text : text));
        at = at < 0 ? ~at : at;
        var shared = Math.Max(Shared(at), Shared(at - 1));
        if (shared < MinShared || stem.Length - shared > MaxRest)
        {
            return [];
        }

        var nearest = new List<string>();
        for (var i = at - 1; Shared(i) == shared; i--)
        {
            Add(i);
        }

        for (var i = at; Shared(i) == shared; i++)
        {
            Add(i);
        }

        nearest.Sort((left, right) => left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right));
        return nearest;

        int Shared(int i) => i < 0 || i >= keys.Length || LexiconTables.LanguageOf(keys[i]) != language
            ? -1
            : _tables.Text(LexiconTables.StringOf(keys[i])).AsSpan().CommonPrefixLength(stem);

        void Add(int i)
        {
            var near = _tables.Text(LexiconTables.StringOf(keys[i]));
            if (near.Length - shared <= MaxRest)
            {
                nearest.Add(near);
            }
        }
    }

    internal static IEnumerable<string> ReadLines(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"No resource {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static Lexicon OpenOrCompile()
    {
        var analyzer = new TextAnalyzer();
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        if (File.Exists(path))
        {
            try
            {
                var lexicon = Read(File.ReadAllBytes(path));
                if (lexicon.IsMadeBy(analyzer.Analyze))
                {
                    return lexicon;
                }
            }
            catch (InvalidDataException)
            {
                // Left by another version; compiled below.
            }
        }

        return Compile(ReadEntries(), analyzer.Analyze);
    }

    private ReadOnlySpan<int> Find(LexiconTables.Lookup lookup, Language language, string text)
    {
        var number = _tables.Find(text);
        return number < 0 ? [] : lookup.Of(LexiconTables.Key(language, number));
    }

    private IReadOnlyList<Sense> Senses(LexiconTables.Lookup lookup, Language language, string text)
    {
        var names = Find(lookup, language, text);
        if (names.IsEmpty)
        {
            return [];
        }

        var senses = new Sense[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            senses[i] = SenseOf(names[i]);
        }

        return senses;
    }

    private int RowOf(int name)
    {
        // The last row that begins at or before the name: rows of a language without names are empty.
        var (low, high) = (0, _tables.NameStarts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = _tables.NameStarts[middle] <= name ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private Sense SenseOf(int name)
    {
        var row = RowOf(name);
        var concept = row / 3;
        return new Sense(
            new Concept((char)_tables.PartsOfSpeech[concept], NamesOf(3 * concept), NamesOf((3 * concept) + 1), NamesOf((3 * concept) + 2)),
            name - _tables.NameStarts[row] + 1);
    }

    private Name[] NamesOf(int row)
    {
        var names = new Name[_tables.NameStarts[row + 1] - _tables.NameStarts[row]];
        for (var i = 0; i < names.Length; i++)
        {
            var name = _tables.NameStarts[row] + i;
            names[i] = new Name(_tables.Text(_tables.Exact[name]), StemsOf(name));
        }

        return names;
    }

    private string[] StemsOf(int name)
    {
        var stems = new string[_tables.StemStarts[name + 1] - _tables.StemStarts[name]];
        for (var i = 0; i < stems.Length; i++)
        {
            stems[i] = _tables.Text(_tables.Stems[_tables.StemStarts[name] + i]);
        }

        return stems;
    }
}
