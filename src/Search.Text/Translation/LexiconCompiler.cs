using System.Text;
using Search.Text.Analysis;

namespace Search.Text.Translation;

/// <summary>The analysis of a dictionary form in a given language.</summary>
/// <param name="text">The form as written.</param>
/// <param name="language">Its language.</param>
/// <returns>Its tokens in order of position.</returns>
public delegate IReadOnlyList<AnalyzedToken> DictionaryAnalysis(string text, Language language);

/// <summary>Turns the lexicon's lines into tables of the stems that the index is made of.</summary>
internal sealed class LexiconCompiler(DictionaryAnalysis analyze)
{
    // The order of the columns of NameStarts.
    private static readonly Language[] Languages = [Language.Belarusian, Language.Russian, Language.English];

    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly List<byte> _partsOfSpeech = [];
    private readonly List<int> _nameStarts = [];
    private readonly List<int> _exact = [];
    private readonly List<int> _stemStarts = [];
    private readonly List<int> _stems = [];
    private readonly List<(Language Language, int Text, int Name)> _byExact = [];
    private readonly List<(Language Language, int Text, int Name)> _byStem = [];
    private readonly List<(Language Language, int Text, int Name)> _byFirstStem = [];
    private readonly List<(Language Language, int Text, int Stem)> _functions = [];

    /// <summary>Compiles lines and function words.</summary>
    /// <param name="entries">Lines of the lexicon.</param>
    /// <param name="functionWords">Lines of English, Belarusian and Russian forms, separated by tabs, that stand for one another.</param>
    /// <param name="analyze">The analysis that makes the index.</param>
    public static LexiconTables Compile(IEnumerable<LexiconEntry> entries, IEnumerable<string> functionWords, DictionaryAnalysis analyze)
    {
        var compiler = new LexiconCompiler(analyze);
        foreach (var entry in entries)
        {
            compiler.Add(entry);
        }

        foreach (var line in functionWords)
        {
            compiler.AddFunctionWords(line.Split('\t'));
        }

        return compiler.Tables();
    }

    /// <summary>Exact form and stems of a name; no stems where it has no words.</summary>
    internal static (string Exact, List<string> Stems) Analyze(string form, Language language, DictionaryAnalysis analyze)
    {
        var exact = new StringBuilder();
        var stems = new List<string>();
        var all = new List<string>();
        var end = -1;
        foreach (var token in analyze(form, language))
        {
            // The parts of a hyphenated word stand inside it.
            if (token.Span.Start < end)
            {
                continue;
            }

            end = token.Span.End;
            exact.Append(exact.Length > 0 ? " " : string.Empty).Append(token.Exact);
            all.Add(token.Stem);
            if (!FunctionWords.Contains(language, token.Exact))
            {
                stems.Add(token.Stem);
            }
        }

        return (exact.ToString(), stems.Count > 0 ? stems : all);
    }

    private void Add(LexiconEntry entry)
    {
        _partsOfSpeech.Add((byte)entry.PartOfSpeech);
        foreach (var language in Languages)
        {
            _nameStarts.Add(_exact.Count);
            foreach (var form in entry.In(language))
            {
                var (exact, stems) = Analyze(form, language, analyze);
                if (stems.Count == 0)
                {
                    continue;
                }

                var name = _exact.Count;
                _exact.Add(String(exact));
                _stemStarts.Add(_stems.Count);
                _stems.AddRange(stems.Select(String));
                var first = String(stems[0]);
                if (stems.Count > 1)
                {
                    _byFirstStem.Add((language, first, name));
                }
                else
                {
                    _byExact.Add((language, String(exact), name));
                    _byStem.Add((language, first, name));
                }
            }
        }
    }

    private void AddFunctionWords(string[] columns)
    {
        Language[] order = [Language.English, Language.Belarusian, Language.Russian];
        var forms = order.Zip(columns, (language, column) => analyze(column, language)).SelectMany(tokens => tokens).ToList();
        var stems = forms.Select(form => (form.Language, Text: String(form.Stem))).Distinct().ToList();
        foreach (var (language, exact) in forms.Select(form => (form.Language, form.Exact)).Distinct())
        {
            // A stem's place in the list keeps its language until strings have their final numbers.
            _functions.AddRange(stems.Select(stem => (language, String(exact), ((int)stem.Language << 24) + stem.Text)));
        }
    }

    private int String(string text)
    {
        if (!_strings.TryGetValue(text, out var number))
        {
            _strings[text] = number = _strings.Count;
        }

        return number;
    }

    private LexiconTables Tables()
    {
        _nameStarts.Add(_exact.Count);
        _stemStarts.Add(_stems.Count);

        // Strings in byte order, which for the letters of the lexicon is ordinal order.
        var sorted = _strings.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        var final = new int[sorted.Length];
        var starts = new int[sorted.Length + 1];
        using var letters = new MemoryStream();
        for (var i = 0; i < sorted.Length; i++)
        {
            final[_strings[sorted[i]]] = i;
            letters.Write(Encoding.UTF8.GetBytes(sorted[i]));
            starts[i + 1] = (int)letters.Length;
        }

        return new LexiconTables(
            letters.ToArray(),
            starts,
            [.. _partsOfSpeech],
            [.. _nameStarts],
            [.. _exact.Select(text => final[text])],
            [.. _stemStarts],
            [.. _stems.Select(text => final[text])],
            Lookup(_byExact, final, name => name),
            Lookup(_byStem, final, name => name),
            Lookup(_byFirstStem.OrderByDescending(entry => _stemStarts[entry.Name + 1] - _stemStarts[entry.Name]), final, name => name),
            Lookup(_functions.Distinct(), final, stem => LexiconTables.Key((Language)(stem >> 24), final[stem & 0xFFFFFF])));
    }

    // Values keep the order in which they came.
    private static LexiconTables.Lookup Lookup(IEnumerable<(Language Language, int Text, int Value)> entries, int[] final, Func<int, int> value)
    {
        var groups = entries.GroupBy(entry => LexiconTables.Key(entry.Language, final[entry.Text])).OrderBy(group => group.Key).ToList();
        var (keys, starts, values) = (new int[groups.Count], new int[groups.Count + 1], new List<int>());
        for (var i = 0; i < groups.Count; i++)
        {
            keys[i] = groups[i].Key;
            values.AddRange(groups[i].Select(entry => value(entry.Value)));
            starts[i + 1] = values.Count;
        }

        return new LexiconTables.Lookup(keys, starts, [.. values]);
    }
}
