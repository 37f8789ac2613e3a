using Search.Text.Analysis;

namespace Search.Text.Languages.Russian;

/// <summary>
/// The Russian stemmer of the Snowball project, to the letter: the known floor, and the stems that other search engines use.
/// </summary>
/// <remarks>
/// M. F. Porter, https://snowballstem.org/algorithms/russian/stemmer.html, with ё read as е.
/// Every step takes the longest ending of its list; where that ending's condition fails, the step fails, shorter endings are not tried.
/// </remarks>
public sealed class SnowballRussianStemmer : IStemmer
{
    // Endings of group 1 stand only after а or я, those of group 2 anywhere.
    private static readonly string[] GerundsAfterVowel = ["вшись", "вши", "в"];
    private static readonly string[] Gerunds = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"];
    private static readonly string[] Adjectives =
    [
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "их", "ых",
        "ую", "юю", "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] ParticiplesAfterVowel = ["ем", "нн", "вш", "ющ", "щ"];
    private static readonly string[] Participles = ["ивш", "ывш", "ующ"];
    private static readonly string[] Reflexives = ["ся", "сь"];
    private static readonly string[] VerbsAfterVowel =
        ["ете", "йте", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н"];

    private static readonly string[] Verbs =
    [
        "ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь",
        "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую", "ю",
    ];

    private static readonly string[] Nouns =
    [
        "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий", "ям", "ем", "ам", "ом",
        "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю", "я",
    ];

    private static readonly string[] Derivations = ["ость", "ост"];
    private static readonly string[] Superlatives = ["ейше", "ейш"];

    /// <inheritdoc/>
    public int Stem(ReadOnlySpan<char> word, Span<char> stem)
    {
        word.CopyTo(stem);
        var letters = stem[..word.Length];
        letters.Replace('ё', 'е');
        var (verbal, second) = Regions(letters);

        var length = InflectionRemoved(letters, verbal);
        if (length > verbal && letters[length - 1] == 'и')
        {
            length--;
        }

        var derivation = EndingLength(letters[..length], verbal, Derivations);
        if (derivation > 0 && length - derivation >= second)
        {
            length -= derivation;
        }

        return Tidied(letters[..length], verbal);
    }

    /// <summary>Where the regions RV and R2 of the algorithm begin; the word's length where a region is empty.</summary>
    private static (int Verbal, int Second) Regions(ReadOnlySpan<char> word)
    {
        var verbal = PastVowel(word, 0);
        var second = PastConsonant(word, PastVowel(word, PastConsonant(word, verbal)));
        return (verbal, second);
    }

    private static int PastVowel(ReadOnlySpan<char> word, int start)
    {
        var vowel = start < word.Length ? word[start..].IndexOfAny("аеиоуыэюя") : -1;
        return vowel < 0 ? word.Length : start + vowel + 1;
    }

    private static int PastConsonant(ReadOnlySpan<char> word, int start)
    {
        var consonant = start < word.Length ? word[start..].IndexOfAnyExcept("аеиоуыэюя") : -1;
        return consonant < 0 ? word.Length : start + consonant + 1;
    }

    private static int InflectionRemoved(ReadOnlySpan<char> word, int verbal)
    {
        var gerund = EndingLength(word, verbal, Gerunds, GerundsAfterVowel);
        if (gerund > 0)
        {
            return word.Length - gerund;
        }

        word = word[..(word.Length - EndingLength(word, verbal, Reflexives))];
        var adjective = EndingLength(word, verbal, Adjectives);
        if (adjective > 0)
        {
            word = word[..^adjective];
            return word.Length - EndingLength(word, verbal, Participles, ParticiplesAfterVowel);
        }

        var verb = EndingLength(word, verbal, Verbs, VerbsAfterVowel);
        return verb > 0 ? word.Length - verb : word.Length - EndingLength(word, verbal, Nouns);
    }

    private static int Tidied(ReadOnlySpan<char> word, int verbal)
    {
        var superlative = EndingLength(word, verbal, Superlatives);
        if (superlative > 0)
        {
            word = word[..^superlative];
        }
        else if (word.Length > verbal && word[^1] == 'ь')
        {
            return word.Length - 1;
        }

        return word.Length - 2 >= verbal && word.EndsWith("нн") ? word.Length - 1 : word.Length;
    }

    /// <summary>Length of the longest ending of either list inside RV, 0 where none fits or the longest is not allowed here.</summary>
    private static int EndingLength(ReadOnlySpan<char> word, int verbal, string[] anywhere, string[]? afterVowel = null)
    {
        var free = Longest(word, verbal, anywhere);
        var bound = afterVowel is null ? 0 : Longest(word, verbal, afterVowel);
        if (free >= bound)
        {
            return free;
        }

        var before = word.Length - bound - 1;
        return before >= verbal && word[before] is 'а' or 'я' ? bound : 0;
    }

    private static int Longest(ReadOnlySpan<char> word, int verbal, string[] endingsLongestFirst)
    {
        var region = word[Math.Min(verbal, word.Length)..];
        foreach (var ending in endingsLongestFirst)
        {
            if (region.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending.Length;
            }
        }

        return 0;
    }
}
