using Search.Text.Analysis;

namespace Search.Text.Mending;

/// <summary>One way to read what stands in a search box while it is being typed.</summary>
/// <param name="Words">Its words with their letters normalised, each with the spellings it may stand for, the likeliest first.</param>
public sealed record TypedReading(IReadOnlyList<IReadOnlyList<string>> Words);

/// <summary>What is being typed, and what it may have been meant to be: on another keyboard layout, in Latin letters. Which of them is meant shows in what they find.</summary>
public static class TypedReadings
{
    // The right reading is mostly among the first ten.
    private const int MaxSpellings = 12;

    /// <summary>The readings, the text as it stands first; empty for a text without letters and digits.</summary>
    /// <param name="typed">What has been typed; its last word may be unfinished.</param>
    public static IEnumerable<TypedReading> Of(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var asTyped = Words(typed);
        if (asTyped.Count == 0)
        {
            yield break;
        }

        yield return Plain(asTyped);
        foreach (var mistake in KeyboardLayouts.Mistakes)
        {
            if (Words(mistake.Retype(typed)) is { Count: > 0 } retyped && !retyped.SequenceEqual(asTyped))
            {
                yield return Plain(retyped);
            }
        }

        if (typed.Any(letter => char.IsLetter(letter) && letter < '\u0250'))
        {
            foreach (var language in new[] { Language.Russian, Language.Belarusian })
            {
                yield return new TypedReading([.. asTyped.Select(word => Spellings(word, language))]);
            }
        }
    }

    private static TypedReading Plain(IReadOnlyList<string> words) => new([.. words.Select(word => (IReadOnlyList<string>)[word])]);

    private static IReadOnlyList<string> Spellings(string word, Language language) =>
        Transliteration.For(language).Readings(word) is { Count: > 0 } readings ? [.. readings.Take(MaxSpellings).Select(reading => LetterNormalizer.Normalize(reading, language))] : [word];

    // Signs at the edges of a word are no letters of it; with a wrong layout on they were read before.
    private static List<string> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => LetterNormalizer.Normalize(string.Concat(word.SkipWhile(letter => !char.IsLetterOrDigit(letter)).Reverse().SkipWhile(letter => !char.IsLetterOrDigit(letter)).Reverse()), Language.Russian))
            .Where(word => word.Length > 0)];
}
