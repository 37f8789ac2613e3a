using System.Reflection;
using System.Text;
using Search.Text.Analysis;

namespace Search.Text.Translation;

/// <summary>The analysis of a dictionary form in a given language.</summary>
/// <param name="text">The form as written.</param>
/// <param name="language">Its language.</param>
/// <returns>Its tokens in order of position.</returns>
public delegate IReadOnlyList<AnalyzedToken> DictionaryAnalysis(string text, Language language);

/// <summary>The trilingual lexicon, compiled with the stemmers that made the index: what stands behind a form, a stem or a run of stems.</summary>
public sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Product = new(() => Compile(ReadEntries(), new TextAnalyzer().Analyze));

    private readonly Dictionary<string, List<Sense>>[] _byExact = NewMaps<List<Sense>>();
    private readonly Dictionary<string, List<Sense>>[] _byStem = NewMaps<List<Sense>>();
    private readonly Dictionary<string, List<PhraseSense>>[] _byFirstStem = NewMaps<List<PhraseSense>>();

    private readonly Dictionary<(Language Language, string Exact), List<(Language Language, string Stem)>> _functionTerms = [];
    private readonly string[][] _sortedStems = [[], [], [], []];

    /// <summary>Fewest letters that a stem must share with a longer or shorter one to be taken for a relative.</summary>
    internal const int MinShared = 4;

    /// <summary>Most letters that relatives may have behind those they share.</summary>
    internal const int MaxRest = 3;

    private Lexicon()
    {
    }

    /// <summary>The lexicon that the product carries, compiled with its own analysis when first asked for.</summary>
    public static Lexicon OfProduct => Product.Value;

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
    /// <param name="Name">The name that was met.</param>
    /// <param name="Rank">Place of that name among the concept's names in its language, from 1.</param>
    internal readonly record struct Sense(Concept Concept, Name Name, int Rank);

    /// <summary>A concept named by several words.</summary>
    internal readonly record struct PhraseSense(string[] Stems, Sense Sense);

    /// <summary>Reads the lexicon that the product carries.</summary>
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

    /// <summary>Compiles entries with the given analysis; about a fifth of a second for the product's own.</summary>
    public static Lexicon Compile(IEnumerable<LexiconEntry> entries, DictionaryAnalysis analyze)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(analyze);
        var lexicon = new Lexicon();
        foreach (var entry in entries)
        {
            lexicon.Add(new Concept(
                entry.PartOfSpeech,
                Names(entry.Belarusian, Language.Belarusian, analyze),
                Names(entry.Russian, Language.Russian, analyze),
                Names(entry.English, Language.English, analyze)));
        }

        foreach (var line in ReadLines(typeof(Lexicon).Assembly, "translation/function-words"))
        {
            lexicon.AddFunctionWords(line.Split('\t'), analyze);
        }

        foreach (var phrases in lexicon._byFirstStem.SelectMany(map => map.Values))
        {
            phrases.Sort((left, right) => right.Stems.Length.CompareTo(left.Stems.Length));
        }

        foreach (var language in LanguageCodes.All)
        {
            var stems = lexicon._byStem[(int)language].Keys.ToArray();
            Array.Sort(stems, StringComparer.Ordinal);
            lexicon._sortedStems[(int)language] = stems;
        }

        return lexicon;
    }

    internal IReadOnlyList<Sense> ByExact(Language language, string exact) => _byExact[(int)language].GetValueOrDefault(exact) ?? [];

    internal IReadOnlyList<Sense> ByStem(Language language, string stem) => _byStem[(int)language].GetValueOrDefault(stem) ?? [];

    /// <summary>Stems of the lexicon that share the longest beginning with one that it lacks.</summary>
    /// <param name="language">Language of the stem.</param>
    /// <param name="stem">A stem without senses.</param>
    /// <returns>Nothing where less than <see cref="MinShared"/> letters are shared, or where more than <see cref="MaxRest"/> letters are left of either.</returns>
    internal IReadOnlyList<string> Nearest(Language language, string stem)
    {
        var stems = _sortedStems[(int)language];
        var at = Array.BinarySearch(stems, stem, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        var shared = Math.Max(at < stems.Length ? Shared(stems[at], stem) : 0, at > 0 ? Shared(stems[at - 1], stem) : 0);
        if (shared < MinShared || stem.Length - shared > MaxRest)
        {
            return [];
        }

        var nearest = new List<string>();
        for (var i = at - 1; i >= 0 && Shared(stems[i], stem) == shared; i--)
        {
            AddNear(stems[i]);
        }

        for (var i = at; i < stems.Length && Shared(stems[i], stem) == shared; i++)
        {
            AddNear(stems[i]);
        }

        nearest.Sort((left, right) => left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right));
        return nearest;

        void AddNear(string near)
        {
            if (near.Length - shared <= MaxRest)
            {
                nearest.Add(near);
            }
        }
    }

    /// <summary>Stems of every form that stands for a function word in any language; nothing for other words.</summary>
    internal IReadOnlyList<(Language Language, string Stem)> FunctionTerms(Language language, string exact) =>
        _functionTerms.GetValueOrDefault((language, exact)) ?? [];

    /// <summary>Names of several words that begin with a stem, those of most words first.</summary>
    internal IReadOnlyList<PhraseSense> ByFirstStem(Language language, string stem) => _byFirstStem[(int)language].GetValueOrDefault(stem) ?? [];

    internal static IEnumerable<string> ReadLines(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"No resource {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static int Shared(string left, string right) => left.AsSpan().CommonPrefixLength(right);

    private static Dictionary<string, T>[] NewMaps<T>() =>
        [.. Enumerable.Range(0, 4).Select(_ => new Dictionary<string, T>(StringComparer.Ordinal))];

    private static Name[] Names(IReadOnlyList<string> forms, Language language, DictionaryAnalysis analyze)
    {
        var names = new List<Name>(forms.Count);
        foreach (var form in forms)
        {
            var words = new List<AnalyzedToken>();
            var end = 0;
            foreach (var token in analyze(form, language))
            {
                // The parts of a hyphenated word stand inside it.
                if (words.Count == 0 || token.Span.Start >= end)
                {
                    words.Add(token);
                    end = token.Span.End;
                }
            }

            var content = words.Where(word => !FunctionWords.Contains(language, word.Exact)).Select(word => word.Stem).ToArray();
            if (words.Count > 0)
            {
                names.Add(new Name(string.Join(' ', words.Select(word => word.Exact)), content.Length > 0 ? content : [.. words.Select(word => word.Stem)]));
            }
        }

        return [.. names];
    }

    private static void Add<T>(Dictionary<string, List<T>> map, string key, T value)
    {
        if (!map.TryGetValue(key, out var values))
        {
            map[key] = values = new List<T>(2);
        }

        values.Add(value);
    }

    // English, Belarusian and Russian forms of one function word, all equal.
    private void AddFunctionWords(string[] columns, DictionaryAnalysis analyze)
    {
        Language[] languages = [Language.English, Language.Belarusian, Language.Russian];
        var forms = languages.Zip(columns, (language, column) => analyze(column, language)).SelectMany(tokens => tokens).ToList();
        var terms = forms.Select(form => (form.Language, form.Stem)).Distinct().ToList();
        foreach (var form in forms)
        {
            if (_functionTerms.TryGetValue((form.Language, form.Exact), out var known))
            {
                known.AddRange(terms.Except(known));
            }
            else
            {
                _functionTerms[(form.Language, form.Exact)] = [.. terms];
            }
        }
    }

    private void Add(Concept concept)
    {
        foreach (var language in LanguageCodes.All)
        {
            var names = concept.In(language);
            for (var i = 0; i < names.Length; i++)
            {
                var sense = new Sense(concept, names[i], i + 1);
                var stems = names[i].Stems;
                if (stems.Length > 1)
                {
                    Add(_byFirstStem[(int)language], stems[0], new PhraseSense(stems, sense));
                    continue;
                }

                Add(_byExact[(int)language], names[i].Exact, sense);
                Add(_byStem[(int)language], stems[0], sense);
            }
        }
    }
}
