using Search.Text.Analysis;
using Search.Text.Languages.Inflection;

namespace Search.Text.Languages.Russian;

/// <summary>
/// Stems Russian without a dictionary, by the rule tables beside it: irregular forms, one table of endings with guards, the
/// consonants that alternate. Participles go with their verb, reflexive verbs keep apart from plain ones; where the spelling shows
/// that the last consonant is soft, the stem says so (<c>угол</c> is not <c>уголь</c>). Thread-safe.
/// </summary>
public sealed class RussianStemmer : IAlternativeStemmer
{
    private readonly InflectionRules rules;

    /// <summary>Reads the embedded rule tables, about ten milliseconds; one stemmer serves all threads.</summary>
    public RussianStemmer()
        : this(name => EmbeddedTables.Read("Russian", name))
    {
    }

    internal RussianStemmer(Func<string, string> table) =>
        rules = new InflectionRules(table, new SoundRules(Marked: "зснлр", Doubled: false, ShortU: false));

    /// <inheritdoc/>
    /// <remarks>ё is written е before.</remarks>
    public int Stem(ReadOnlySpan<char> word, Span<char> stem)
    {
        var hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && hyphen < word.Length - 1)
        {
            // Only the last part of a compound is sure to be inflected; a short first part (по-, из-) never is.
            var length = hyphen >= 4 ? Stem(word[..hyphen], stem) : Copy(word[..hyphen], stem);
            stem[length++] = '-';
            var last = word[(hyphen + 1)..];

            // The stem of an irregular first part may have taken the room that the last one might need.
            return length + (stem.Length - length >= last.Length + 2 ? Stem(last, stem[length..]) : Copy(last, stem[length..]));
        }

        return word.Length is < 2 or > InflectionRules.MaxWordLength
            ? Copy(word, stem)
            : rules.Stem(RussianSpelling.WithoutReflexive(word, out var reflexive), reflexive, stem);
    }

    /// <inheritdoc/>
    public int StemAlternative(ReadOnlySpan<char> word, Span<char> stem) =>
        word.Length is < 2 or > InflectionRules.MaxWordLength || word.Contains('-')
            ? 0
            : rules.StemAlternative(RussianSpelling.WithoutReflexive(word, out var reflexive), reflexive, stem);

    private static int Copy(ReadOnlySpan<char> letters, Span<char> stem)
    {
        letters.CopyTo(stem);
        return letters.Length;
    }
}
