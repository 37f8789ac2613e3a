using Search.Text.Languages.English;

namespace Search.Text.Translation;

/// <summary>Dictionary forms that an English form may belong to, by the rules of spelling; the lexicon says which of them exist.</summary>
internal static class EnglishLemmas
{
    // Ending of the form, what stands in its place in the dictionary.
    private static readonly (string Ending, string[] Lemma)[] Rules =
    [
        ("'s", [""]),
        ("ies", ["y", "ie"]),
        ("ves", ["f", "fe", "ve"]),
        ("es", ["", "e", "is"]),
        ("s", [""]),
        ("ied", ["y", "ie"]),
        ("ed", ["", "e"]),
        ("ying", ["ie", "y"]),
        ("ing", ["", "e"]),
        ("iest", ["y"]),
        ("ier", ["y"]),
        ("est", ["", "e"]),
        ("er", ["", "e"]),
        ("ily", ["y"]),
        ("bly", ["ble"]),
        ("ally", ["al", "ic"]),
        ("ly", [""]),
    ];

    public static IEnumerable<string> Of(string form)
    {
        if (IrregularEnglish.LemmaOf(form) is { } lemma)
        {
            yield return lemma;
        }

        foreach (var (ending, replacements) in Rules)
        {
            if (form.Length < ending.Length + 2 || !form.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = form[..^ending.Length];
            foreach (var replacement in replacements)
            {
                yield return stem + replacement;
            }

            // stopped, running, bigger: the consonant is doubled before a vowel.
            if (ending[0] is 'e' or 'i' && stem.Length > 2 && stem[^1] == stem[^2])
            {
                yield return stem[..^1];
            }
        }
    }
}
