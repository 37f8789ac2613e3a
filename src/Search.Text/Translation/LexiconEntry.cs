namespace Search.Text.Translation;

/// <summary>One line of the lexicon: a concept and its names in three languages.</summary>
/// <param name="PartOfSpeech"><c>n</c> noun, <c>v</c> verb, <c>a</c> adjective, <c>d</c> adverb and other, <c>p</c> phrase, <c>x</c> proper name.</param>
/// <param name="English">Dictionary forms, the most usual first.</param>
/// <param name="Belarusian">Dictionary forms in the orthography of 2008, the most usual first.</param>
/// <param name="Russian">Dictionary forms, the most usual first.</param>
public sealed record LexiconEntry(char PartOfSpeech, IReadOnlyList<string> English, IReadOnlyList<string> Belarusian, IReadOnlyList<string> Russian)
{
    /// <summary>Kinds of words that a line may name.</summary>
    public const string PartsOfSpeech = "nvadpx";

    /// <summary>Reads a line: part of speech, English, Belarusian and Russian, separated by tabs; equivalents by <c>"; "</c>.</summary>
    /// <exception cref="FormatException">The line has not four columns, an unknown part of speech, or an empty equivalent.</exception>
    public static LexiconEntry Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var columns = line.Split('\t');
        if (columns.Length != 4 || columns[0].Length != 1 || !PartsOfSpeech.Contains(columns[0][0], StringComparison.Ordinal))
        {
            throw new FormatException($"Not a line of the lexicon: {line}");
        }

        var names = columns[1..].Select(column => column.Split("; ")).ToArray();
        if (names.Any(column => column.Any(string.IsNullOrWhiteSpace)))
        {
            throw new FormatException($"An equivalent is empty: {line}");
        }

        return new LexiconEntry(columns[0][0], names[0], names[1], names[2]);
    }

    /// <summary>The names of the concept in one language.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a language of the lexicon.</exception>
    public IReadOnlyList<string> In(Language language) => language switch
    {
        Language.English => English,
        Language.Belarusian => Belarusian,
        Language.Russian => Russian,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}
