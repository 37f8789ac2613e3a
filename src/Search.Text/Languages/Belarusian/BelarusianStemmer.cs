using Search.Text.Analysis;
using Search.Text.Languages.Inflection;

namespace Search.Text.Languages.Belarusian;

/// <summary>
/// Stems Belarusian without a dictionary, by the rule tables beside it: irregular forms, one table of endings with guards, the
/// consonants and roots that alternate. Both orthographies; reflexive verbs keep apart from plain ones; where the spelling shows
/// that the last consonant is soft, the stem says so (<c>стан</c> is not <c>стань</c>). Thread-safe.
/// </summary>
public sealed class BelarusianStemmer : IAlternativeStemmer
{
    private readonly InflectionRules rules;

    /// <summary>Reads the embedded rule tables, about ten milliseconds; one stemmer serves all threads.</summary>
    public BelarusianStemmer()
        : this(name => EmbeddedTables.Read("Belarusian", name))
    {
    }

    internal BelarusianStemmer(Func<string, string> table) =>
        rules = new InflectionRules(table, new SoundRules(Marked: "зснл", Doubled: true, ShortU: true));

    /// <inheritdoc/>
    public int Stem(ReadOnlySpan<char> word, Span<char> stem)
    {
        var hyphen = word.LastIndexOf('-');
        if (hyphen <= 0 || hyphen == word.Length - 1)
        {
            return StemPart(word, stem);
        }

        // Only the last part of a compound is sure to be inflected; a short first part (а-, па-, інтэрнэт is not) never is.
        var length = StemFirstPart(word[..hyphen], stem);
        stem[length++] = '-';
        var last = word[(hyphen + 1)..];
        if (stem.Length - length >= last.Length + 2)
        {
            return length + StemPart(last, stem[length..]);
        }

        // The stem of an irregular first part has taken the room that the last one might need.
        last.CopyTo(stem[length..]);
        return length + last.Length;
    }

    private int StemFirstPart(ReadOnlySpan<char> word, Span<char> stem)
    {
        if (word.Length >= 4)
        {
            return Stem(word, stem);
        }

        word.CopyTo(stem);
        return word.Length;
    }

    /// <inheritdoc/>
    public int StemAlternative(ReadOnlySpan<char> word, Span<char> stem)
    {
        if (word.Length is < 2 or > InflectionRules.MaxWordLength || word.Contains('-'))
        {
            return 0;
        }

        Span<char> letters = stackalloc char[word.Length];
        return rules.StemAlternative(letters[..Spell(word, letters, out var reflexive)], reflexive, stem);
    }

    private int StemPart(ReadOnlySpan<char> word, Span<char> stem)
    {
        if (word.Length is < 2 or > InflectionRules.MaxWordLength)
        {
            word.CopyTo(stem);
            return word.Length;
        }

        Span<char> letters = stackalloc char[word.Length];
        return rules.Stem(letters[..Spell(word, letters, out var reflexive)], reflexive, stem);
    }

    private static int Spell(ReadOnlySpan<char> word, Span<char> letters, out bool reflexive)
    {
        var length = BelarusianSpelling.WithoutAssimilatedSoftness(word, letters);
        return BelarusianSpelling.WithoutReflexive(letters[..length], out reflexive);
    }
}
