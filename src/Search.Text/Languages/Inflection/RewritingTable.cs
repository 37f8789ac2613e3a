namespace Search.Text.Languages.Inflection;

/// <summary>One change at the end of a stem: the letters cut, those put in their place, and when.</summary>
/// <param name="Length">Letters replaced.</param>
/// <param name="Becomes">What stands there afterwards.</param>
/// <param name="Prefix">Whether only verbal prefixes stand before the pattern.</param>
/// <param name="MinVowels">Vowels the letters before the replaced ones must have.</param>
/// <param name="Condition">Bit of the endings before which the change happens.</param>
internal sealed record RewritingRule(int Length, string Becomes, Prefix Prefix, int MinVowels, ulong Condition);

/// <summary>
/// Changes at the end of a stem, the longest pattern that applies deciding: <c>patterns ⇥ becomes ⇥ when ⇥ why</c>. In a pattern only
/// what follows <c>|</c> is replaced; <c>=</c> in the second column keeps the stem as it is.
/// </summary>
internal sealed class RewritingTable
{
    private readonly RewritingRule[] rules;
    private readonly SuffixTrie trie;

    private RewritingTable(RewritingRule[] rules, SuffixTrie trie) => (this.rules, this.trie) = (rules, trie);

    /// <summary>Reads a table and tells every ending, by a bit, which of the table's conditions it meets.</summary>
    /// <param name="firstBit">The first bit not used yet; advanced past those of this table.</param>
    public static RewritingTable Read(string text, string name, IReadOnlyList<EndingRule> endings, ref int firstBit)
    {
        var rules = new List<RewritingRule>();
        var suffixes = new List<(string, int)>();
        var bits = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var cells in RuleTable.Rows(text, name, 4))
        {
            var tokens = cells[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var minVowels = tokens.Where(token => token.StartsWith("vowels ", StringComparison.Ordinal)).Select(token => int.Parse(token[7..])).FirstOrDefault();
            var when = string.Join(';', tokens.Where(token => !token.StartsWith("vowels ", StringComparison.Ordinal)));
            if (!bits.TryGetValue(when, out var bit))
            {
                if (firstBit > 63)
                {
                    throw new FormatException($"{name}: the tables of a language have more than 64 different conditions.");
                }

                bits.Add(when, bit = 1UL << firstBit++);
                foreach (var ending in endings.Where(ending => Meets(ending, when)))
                {
                    ending.Conditions |= bit;
                }
            }

            foreach (var pattern in RuleTable.Words(cells[0]).SelectMany(RuleTable.Expand))
            {
                var prefix = EndingTable.PrefixOf(pattern);
                var bar = pattern.IndexOf('|');
                var letters = pattern.TrimStart('@', '&').Replace("|", "");
                var length = bar < 0 ? letters.TrimStart('^').Length : pattern.Length - bar - 1;
                suffixes.Add((letters, rules.Count));
                rules.Add(cells[1] == "=" ? new RewritingRule(0, "", prefix, 0, bit) : new RewritingRule(length, cells[1] == "0" ? "" : cells[1], prefix, minVowels, bit));
            }
        }

        return new RewritingTable([.. rules], new SuffixTrie(suffixes));
    }

    /// <summary>Applies the rule with the longest pattern to a stem, in place.</summary>
    /// <param name="stem">Room for the stem and what a rule adds to it.</param>
    /// <returns>The new length of the stem.</returns>
    public int Apply(Span<char> stem, int length, ulong conditions, VerbalPrefixes prefixes)
    {
        RewritingRule? chosen = null;
        var node = SuffixTrie.Root;
        for (var i = length - 1; i >= -1; i--)
        {
            node = Step(node, stem, i);
            if (node == SuffixTrie.NoNode)
            {
                break;
            }

            foreach (var number in trie.RulesAt(node))
            {
                var rule = rules[number];
                if ((rule.Condition & conditions) != 0
                    && prefixes.Allow(rule.Prefix, stem[..Math.Max(i, 0)])
                    && (rule.MinVowels == 0 || Vowels(stem[..(length - rule.Length)]) >= rule.MinVowels))
                {
                    chosen = rule;
                }
            }
        }

        if (chosen is null)
        {
            return length;
        }

        length -= chosen.Length;
        chosen.Becomes.CopyTo(stem[length..]);
        return length + chosen.Becomes.Length;
    }

    public static int Vowels(ReadOnlySpan<char> letters)
    {
        var count = 0;
        foreach (var letter in letters)
        {
            count += Letters.IsVowel(letter) ? 1 : 0;
        }

        return count;
    }

    private int Step(int node, ReadOnlySpan<char> stem, int i)
    {
        var letter = i < 0 ? Letters.WordStart : Letters.IndexOf(stem[i]);
        return letter == Letters.None ? SuffixTrie.NoNode : trie.Step(node, letter);
    }

    private static bool Meets(EndingRule ending, string when) => when.Split(';').All(token => token switch
    {
        "" => true,
        "soft" => ending.Soft,
        "hard" => !ending.Soft,
        "verb" => ending.Classes == WordClasses.Verb,
        "not verb" => ending.Classes != WordClasses.Verb,
        "adjective" => ending.Classes.HasFlag(WordClasses.Adjective),
        _ when token.StartsWith("not before ", StringComparison.Ordinal) => !Named(ending, token[11..]),
        _ when token.StartsWith("before ", StringComparison.Ordinal) => Named(ending, token[7..]),
        _ => throw new FormatException($"The condition '{token}' is not known."),
    });

    private static bool Named(EndingRule ending, string names) => RuleTable.Words(names).Any(name =>
        name == "0" ? ending.Ending.Length == 0
        : name.EndsWith('*') ? ending.Ending.StartsWith(name[..^1], StringComparison.Ordinal)
        : name == ending.Ending);
}
