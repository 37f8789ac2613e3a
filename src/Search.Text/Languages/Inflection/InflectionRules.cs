namespace Search.Text.Languages.Inflection;

/// <summary>
/// Stems a word by the rule tables of one language. Every pattern that ends the word is found in one walk from its last letter; the
/// rule that sees most letters decides, and one that is refused or fails its guard leaves the word to the next. The stem is then
/// rewritten by the sounds before the ending and by the roots that alternate. Immutable and safe for any number of threads.
/// </summary>
internal sealed class InflectionRules
{
    /// <summary>Longer words are no words of a language and stay as they are.</summary>
    public const int MaxWordLength = 48;

    // Keeps a reflexive verb apart from the plain one: вучыцца from вучыць. No letter of a word.
    private const char ReflexiveMark = '~';

    private readonly EndingRule[] endings;
    private readonly SuffixTrie trie;
    private readonly SuffixTrie alternatives;
    private readonly RewritingTable consonants;
    private readonly RewritingTable roots;
    private readonly VerbalPrefixes prefixes;
    private readonly SoundRules sounds;

    /// <summary>Reads the tables of a language from the files embedded beside its stemmer.</summary>
    /// <param name="table">Gives the text of a table by its name.</param>
    public InflectionRules(Func<string, string> table, SoundRules sounds)
    {
        var rules = new List<EndingRule>();
        var suffixes = new List<(string, int)>();
        EndingTable.ReadEndings(table("endings"), rules, suffixes);
        EndingTable.ReadIrregular(table("irregular"), rules, suffixes);
        var seconds = new List<(string, int)>();
        EndingTable.ReadEndings(table("alternatives"), rules, seconds);
        var bit = 0;
        consonants = RewritingTable.Read(table("consonants"), "consonants", rules, ref bit);
        roots = RewritingTable.Read(table("roots"), "roots", rules, ref bit);
        prefixes = VerbalPrefixes.Read(table("prefixes"));
        endings = [.. rules];
        trie = new SuffixTrie(suffixes.OrderByDescending(suffix => rules[suffix.Item2].Ending.Length));
        alternatives = new SuffixTrie(seconds);
        this.sounds = sounds;
    }

    /// <summary>Stems a word from which the reflexive ending has been taken.</summary>
    /// <param name="word">At least one letter, at most <see cref="MaxWordLength"/>.</param>
    /// <param name="stem">Room for two letters more than the word has.</param>
    /// <returns>Length of the stem.</returns>
    public int Stem(ReadOnlySpan<char> word, bool reflexive, Span<char> stem) => Finish(word, Ending(trie, word, reflexive, out _), reflexive, stem);

    /// <summary>The other stem of a form with two readings, or 0 where there is one.</summary>
    public int StemAlternative(ReadOnlySpan<char> word, bool reflexive, Span<char> stem)
    {
        if (Ending(alternatives, word, reflexive, out var seen) is not { } other)
        {
            return 0;
        }

        // An irregular form has a second reading only where a rule sees as much of it: начала, but not знайшоў.
        var first = Ending(trie, word, reflexive, out var seenFirst);
        return first?.Stem is not null && seenFirst > seen ? 0 : Finish(word, other, reflexive, stem);
    }

    // The rule that sees most letters and holds, or null.
    private EndingRule? Ending(SuffixTrie trie, ReadOnlySpan<char> word, bool reflexive, out int seen)
    {
        Span<int> path = stackalloc int[MaxWordLength + 2];
        seen = 0;
        for (var node = SuffixTrie.Root; node != SuffixTrie.NoNode && seen <= word.Length + 1;)
        {
            path[seen++] = node;
            var next = word.Length - seen;
            var letter = next < -1 ? Letters.None : next < 0 ? Letters.WordStart : Letters.IndexOf(word[next]);
            node = letter == Letters.None ? SuffixTrie.NoNode : trie.Step(node, letter);
        }

        var refused = 0UL;
        while (seen-- > 0)
        {
            foreach (var number in trie.RulesAt(path[seen]))
            {
                var rule = endings[number];
                var length = 1UL << rule.Ending.Length;
                if (((refused & length) != 0 && rule.Stem is null)
                    || !prefixes.Allow(rule.Prefix, word[..Math.Max(word.Length - seen, 0)]))
                {
                    continue;
                }

                if (rule.Refused)
                {
                    refused |= length;
                }
                else if (Allows(rule, word, reflexive))
                {
                    return rule;
                }
            }
        }

        return null;
    }

    private static bool Allows(EndingRule rule, ReadOnlySpan<char> word, bool reflexive)
    {
        if (!(reflexive ? rule.Reflexive : rule.Plain))
        {
            return false;
        }

        if (rule.Stem is not null)
        {
            return true;
        }

        var stem = word[..^rule.Ending.Length];
        if (stem.Length < rule.MinLength)
        {
            return false;
        }

        // An apostrophe or ъ stands between a consonant and я ю е ё of one stem, so no ending begins after it.
        var last = stem[^1];
        return last is not ('\'' or 'ъ')
            && (!rule.AfterConsonant || !Letters.IsVowel(last))
            && (!rule.AfterVowel || Letters.IsVowel(last))
            && (rule.MinVowels == 0 || RewritingTable.Vowels(stem) >= rule.MinVowels);
    }

    private int Finish(ReadOnlySpan<char> word, EndingRule? rule, bool reflexive, Span<char> stem)
    {
        var length = rule is null ? Copy(word, stem)
            : rule.Stem is null ? Rewrite(word, rule, stem)
            : Irregular(word, rule, stem);
        if (reflexive)
        {
            stem[length++] = ReflexiveMark;
        }

        return length;
    }

    private int Irregular(ReadOnlySpan<char> word, EndingRule rule, Span<char> stem)
    {
        var length = 0;
        if (rule.Prefix != Prefix.None)
        {
            prefixes.Spell(word[..^rule.Ending.Length], stem, out length);
        }

        return length + Copy(rule.Stem, stem[length..]);
    }

    private int Rewrite(ReadOnlySpan<char> word, EndingRule rule, Span<char> stem)
    {
        var length = Copy(word[..^rule.Ending.Length], stem);
        length = consonants.Apply(stem, length, rule.Conditions, prefixes);
        length = Undouble(stem, length, rule, out var soft);
        if (length > 2 && stem[length - 1] == 'й' && Letters.IsVowel(stem[length - 2]))
        {
            length--;
        }

        var last = stem[length - 1];
        var marked = soft && rule.Restored.Length == 0 && sounds.Marked.Contains(last)
            && !(last == 'л' && length > 1 && "бпвмф".Contains(stem[length - 2])); // купл-ю: the л itself comes from the softness
        length = roots.Apply(stem, length, rule.Conditions, prefixes);
        if (sounds.ShortU)
        {
            stem[..length].Replace('ў', 'в');
        }

        length += Copy(rule.Restored, stem[length..]);
        if (marked)
        {
            stem[length++] = 'ь';
        }

        return length;
    }

    private int Undouble(Span<char> stem, int length, EndingRule rule, out bool soft)
    {
        soft = rule.Soft;
        if (!sounds.Doubled)
        {
            return length;
        }

        // The longer limit is for дз, written with two letters: стагоддзе.
        if (length > 4 && stem[..length].EndsWith("ддз"))
        {
            stem[length - 2] = 'з';
            soft = true;
            return length - 1;
        }

        if (length > 3 && stem[length - 1] == stem[length - 2] && Letters.IsConsonant(stem[length - 1])
            && (soft || rule.Ending.StartsWith('е')))
        {
            soft = true;
            return length - 1;
        }

        return length;
    }

    private static int Copy(ReadOnlySpan<char> letters, Span<char> stem)
    {
        letters.CopyTo(stem);
        return letters.Length;
    }
}
