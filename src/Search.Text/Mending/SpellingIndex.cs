using System.Numerics;
using Search.Text.Analysis;

namespace Search.Text.Mending;

/// <summary>
/// Finds the words of an archive that are spelled nearly like a given one. Stems are compared, so an inflected form is found by any
/// other; each stem stands under itself with up to two letters left out, as the question does, so that equal leavings meet
/// (Garbe's symmetric deletion). Built once from a vocabulary: about a second and 20 MB for 200,000 forms. Immutable.
/// </summary>
internal sealed class SpellingIndex
{
    // Misspelt beginnings are as good as whole words for finding candidates, and keep the index small.
    private const int ComparedLetters = 7;

    private const int ShortestWord = 3;
    private const int LongestWord = 40;

    // Each edit adds a letter to the set of letters, takes one away, or both.
    private const int MostEdits = 2;

    // Below four letters a stem alone says too little; then the whole forms must be alike.
    private const int ShortestSureStem = 4;

    private const double OtherEnding = 2;

    private readonly string[] units;
    private readonly ulong[] letterSets;
    private readonly int[] firstForm;
    private readonly (string Form, int Frequency)[] forms;
    private readonly uint[] leavings;
    private readonly int[] leavingUnits;

    /// <summary>Reads every form of a vocabulary.</summary>
    public SpellingIndex(IVocabulary vocabulary)
    {
        var grouped = new SortedDictionary<string, List<(string Form, int Frequency)>>(StringComparer.Ordinal);
        foreach (var (form, frequency) in vocabulary.Forms())
        {
            if (form.Length is >= ShortestWord and <= LongestWord && IsWord(form))
            {
                foreach (var unit in UnitsOf(form))
                {
                    if (!grouped.TryGetValue(unit, out var members))
                    {
                        grouped.Add(unit, members = new List<(string, int)>(2));
                    }

                    members.Add((form, frequency));
                }
            }
        }

        units = [.. grouped.Keys];
        letterSets = [.. units.Select(LetterSet)];
        firstForm = new int[units.Length + 1];
        var allForms = new List<(string, int)>();
        var keys = new List<uint>(units.Length * 12);
        var owners = new List<int>(units.Length * 12);
        var at = 0;
        foreach (var (unit, members) in grouped)
        {
            firstForm[at] = allForms.Count;
            allForms.AddRange(members.OrderByDescending(member => member.Frequency).ThenBy(member => member.Form, StringComparer.Ordinal));
            var owner = at++;
            Leave(unit, EditsFor(unit.Length), key =>
            {
                keys.Add(key);
                owners.Add(owner);
            });
        }

        firstForm[units.Length] = allForms.Count;
        forms = [.. allForms];
        leavings = [.. keys];
        leavingUnits = [.. owners];
        Array.Sort(leavings, leavingUnits);
    }

    /// <summary>Letters of a stem alone: a misspelt word seldom keeps the marks of its stem.</summary>
    public static IEnumerable<string> UnitsOf(string form)
    {
        if (form.Any(letter => letter is >= 'a' and <= 'z'))
        {
            // Porter's rules cut a misspelt ending elsewhere: digitla, digit-al.
            return new[] { Letters(form, Language.English), form }.Distinct();
        }

        var belarusian = form.AsSpan().ContainsAny("іў'") ? true : form.AsSpan().ContainsAny("ищъ") ? false : (bool?)null;
        var units = new List<string>(2);
        if (belarusian != true)
        {
            units.Add(Letters(form, Language.Russian));
        }

        if (belarusian != false && Letters(form, Language.Belarusian) is var unit && !units.Contains(unit))
        {
            units.Add(unit);
        }

        return units;
    }

    /// <summary>The best words for a misspelt one, the likeliest first.</summary>
    /// <param name="word">With its letters normalised.</param>
    /// <param name="count">Most wanted.</param>
    public IReadOnlyList<SpellingCandidate> Near(string word, int count)
    {
        if (word.Length < ShortestWord || word.Length > LongestWord || !IsWord(word) || IsUnfinished(word))
        {
            return [];
        }

        var best = new Dictionary<int, SpellingCandidate>();
        foreach (var unit in UnitsOf(word).Append(word).Distinct())
        {
            var seen = new HashSet<int>();
            Leave(unit, EditsFor(unit.Length), key => Gather(key, seen));
            foreach (var candidate in seen)
            {
                Weigh(word, unit, candidate, best);
            }
        }

        return [.. best.Values
            .DistinctBy(candidate => candidate.Form)
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Form, StringComparer.Ordinal)
            .Take(count)];
    }

    private void Gather(uint key, HashSet<int> seen)
    {
        var at = Array.BinarySearch(leavings, key);
        if (at < 0)
        {
            return;
        }

        while (at > 0 && leavings[at - 1] == key)
        {
            at--;
        }

        for (; at < leavings.Length && leavings[at] == key; at++)
        {
            seen.Add(leavingUnits[at]);
        }
    }

    private void Weigh(string word, string unit, int candidate, Dictionary<int, SpellingCandidate> best)
    {
        if (Math.Abs(unit.Length - units[candidate].Length) > MostEdits || BitOperations.PopCount(LetterSet(unit) ^ letterSets[candidate]) > 2 * MostEdits)
        {
            return;
        }

        var cost = EditCost.Between(unit, units[candidate], LimitFor(unit.Length));
        if (double.IsPositiveInfinity(cost))
        {
            return;
        }

        // Of the forms of one word the one most like what was written; the frequency of all tells how usual the word is.
        var members = forms.AsSpan(firstForm[candidate], firstForm[candidate + 1] - firstForm[candidate]);
        var (form, distance, frequency) = ("", double.PositiveInfinity, 0);
        foreach (var member in members)
        {
            frequency += member.Frequency;
            var apart = EditCost.Between(word, member.Form, LimitFor(word.Length) + OtherEnding);
            if (apart < distance && AreOfOneAlphabet(word, member.Form))
            {
                (form, distance) = (member.Form, apart);
            }
        }

        if (distance > LimitFor(word.Length) + OtherEndingAfter(unit.Length))
        {
            return;
        }

        // Ten times as frequent outweighs a quarter of a letter; a form further from the written one is less likely.
        var score = -cost - (0.15 * Math.Min(distance, 4)) + (0.25 * Math.Log10(1 + frequency));
        if (!best.TryGetValue(candidate, out var other) || other.Score < score)
        {
            best[candidate] = new SpellingCandidate(form, cost, frequency, score);
        }
    }

    private static int EditsFor(int length) => length < 6 ? 1 : 2;

    /// <summary>The most that may be wrong in a word of a length: one letter in four or five.</summary>
    private static double LimitFor(int length) => length < 5 ? 0.75 : length < 8 ? 1.25 : length < 10 ? 1.75 : 2;

    /// <summary>The form found may be another one of the same word, if the stem is long enough to be sure: мошеники, мошенников, but not вайфай, вайна.</summary>
    private static double OtherEndingAfter(int stemLength) => stemLength < ShortestSureStem ? 0 : stemLength == ShortestSureStem ? 0.5 : OtherEnding;

    /// <summary>Whether a word of the archive goes on where this one ends: somebody is still typing it.</summary>
    private bool IsUnfinished(string word)
    {
        var at = Array.BinarySearch(units, word, StringComparer.Ordinal);
        at = at < 0 ? ~at : at + 1;
        return word.Length > ShortestSureStem && at < units.Length && units[at].StartsWith(word, StringComparison.Ordinal);
    }

    // и щ ъ are no letters of Belarusian: a Belarusian word is not mended to a Russian one. The other way round a Russian keyboard was on.
    private static bool AreOfOneAlphabet(string word, string form) =>
        !(word.AsSpan().ContainsAny('і', 'ў') && form.AsSpan().ContainsAny('и', 'щ', 'ъ'));

    private static bool IsWord(string form)
    {
        foreach (var letter in form)
        {
            if (!char.IsLetter(letter) && letter is not ('\'' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Letters(string form, Language language)
    {
        Span<char> stem = stackalloc char[form.Length + 2];
        var length = Stemmers.For(language).Stem(form, stem);
        while (length > 0 && stem[length - 1] is '~' or '+' or 'ь')
        {
            length--;
        }

        // The stem of an irregular form is a sign, not a spelling.
        return length >= 2 && form.AsSpan().StartsWith(stem[..Math.Min(2, length)]) && !stem[..length].Contains('+') ? new string(stem[..length]) : form;
    }

    /// <summary>The hash of the beginning of a word, and of what remains of it without one letter, or two.</summary>
    private static void Leave(string word, int edits, Action<uint> found)
    {
        Span<char> letters = stackalloc char[ComparedLetters];
        var length = Math.Min(word.Length, ComparedLetters);
        word.AsSpan(0, length).CopyTo(letters);
        letters = letters[..length];
        found(Hash(letters, -1, -1));
        for (var i = 0; i < length; i++)
        {
            found(Hash(letters, i, -1));
            for (var k = i + 1; edits > 1 && k < length; k++)
            {
                found(Hash(letters, i, k));
            }
        }
    }

    private static ulong LetterSet(string word)
    {
        var set = 0UL;
        foreach (var letter in word)
        {
            set |= 1UL << letter;
        }

        return set;
    }

    // FNV-1a; a rare clash only costs one comparison more.
    private static uint Hash(ReadOnlySpan<char> letters, int without, int orWithout)
    {
        var hash = 2166136261u;
        for (var i = 0; i < letters.Length; i++)
        {
            if (i != without && i != orWithout)
            {
                hash = (hash ^ letters[i]) * 16777619u;
            }
        }

        return hash;
    }
}

/// <summary>A word that may have been meant.</summary>
/// <param name="Form">The form most like the one written.</param>
/// <param name="Cost">Edits from the stem written to this one, weighed.</param>
/// <param name="Frequency">Passages that hold forms of it, counted for each form.</param>
/// <param name="Score">Higher is likelier.</param>
internal sealed record SpellingCandidate(string Form, double Cost, int Frequency, double Score);
