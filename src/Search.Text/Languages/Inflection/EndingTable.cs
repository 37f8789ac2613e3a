namespace Search.Text.Languages.Inflection;

/// <summary>Reads <c>endings.tsv</c> and <c>irregular.tsv</c> into rules and the suffixes where they hold.</summary>
internal static class EndingTable
{
    /// <summary>
    /// Reads <c>endings ⇥ classes ⇥ guard ⇥ why</c>. Classes are of N, A, V (verbs stand before the reflexive ending too) and R (only
    /// before the reflexive ending if alone, there too otherwise). The guard is a list of tokens between semicolons.
    /// </summary>
    public static void ReadEndings(string text, List<EndingRule> rules, List<(string Suffix, int Rule)> suffixes)
    {
        var everywhere = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cells in RuleTable.Rows(text, "endings", 4))
        {
            foreach (var cell in RuleTable.Words(cells[0]).SelectMany(RuleTable.Expand))
            {
                var ending = cell == "0" ? "" : cell;
                var rule = Rule(ending, cells[1]);
                var contexts = new List<string>();
                var refusals = new List<string>();
                foreach (var token in cells[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    rule = Guard(rule, token, contexts, refusals);
                }

                if (contexts.Count == 0 && !everywhere.Add(ending))
                {
                    throw new FormatException($"Two rows say what -{cell} is everywhere.");
                }

                Add(rules, suffixes, rule, ending, contexts.Count > 0 ? contexts : [""]);
                Add(rules, suffixes, rule with { Refused = true }, ending, refusals);
            }
        }
    }

    /// <summary>
    /// Reads <c>stem ⇥ forms ⇥ why</c>; a form after <c>@</c> may have verbal prefixes, one after <c>&amp;</c> has at least one; they then
    /// precede the stem.
    /// </summary>
    public static void ReadIrregular(string text, List<EndingRule> rules, List<(string Suffix, int Rule)> suffixes)
    {
        foreach (var cells in RuleTable.Rows(text, "irregular", 3))
        {
            foreach (var form in RuleTable.Words(cells[1]).SelectMany(RuleTable.Expand))
            {
                var prefix = PrefixOf(form);
                var letters = prefix == Prefix.None ? form : form[1..];
                if (cells[0].Length > letters.Length + 2)
                {
                    throw new FormatException($"The stem {cells[0]} is more than two letters longer than its form {letters}.");
                }

                suffixes.Add((prefix == Prefix.None ? "^" + letters : letters, rules.Count));
                rules.Add(new EndingRule { Ending = letters, Stem = cells[0], Prefix = prefix, Plain = true, Reflexive = true });
            }
        }
    }

    public static Prefix PrefixOf(string pattern) => pattern[0] switch { '@' => Prefix.Optional, '&' => Prefix.Needed, _ => Prefix.None };

    private static EndingRule Rule(string ending, string classes) => new()
    {
        Ending = ending,
        Classes = (classes.Contains('N') ? WordClasses.Noun : 0) | (classes.Contains('A') ? WordClasses.Adjective : 0) | (classes.Contains('V') ? WordClasses.Verb : 0),
        Plain = classes != "R",
        Reflexive = classes.Contains('V') || classes.Contains('R'),
        // A stem has a vowel before an ending of two letters; before one letter two letters are enough: дн-і, сн-ы.
        MinVowels = ending.Length >= 2 ? 1 : 0,
        MinLength = ending.Length == 0 ? 1 : 2,
        Soft = ending.Length > 0 && "ьіяюёи".Contains(ending[0]),
    };

    private static EndingRule Guard(EndingRule rule, string token, List<string> contexts, List<string> refusals)
    {
        var words = RuleTable.Words(token);
        switch (words[0])
        {
            case "after": contexts.AddRange(words[1..]); return rule;
            case "not" when words[1] == "after": refusals.AddRange(words[2..]); return rule;
            case "consonant": return rule with { AfterConsonant = true };
            case "vowel": return rule with { AfterVowel = true };
            case "vowels": return rule with { MinVowels = int.Parse(words[1]) };
            case "length": return rule with { MinLength = int.Parse(words[1]) };
            case "soft": return rule with { Soft = true };
            case "hard": return rule with { Soft = false };
            case "gives": return rule with { Restored = words[1] };
            default: throw new FormatException($"The guard '{token}' of -{rule.Ending} is not known.");
        }
    }

    private static void Add(List<EndingRule> rules, List<(string Suffix, int Rule)> suffixes, EndingRule rule, string ending, List<string> contexts)
    {
        if (contexts.Count == 0)
        {
            return;
        }

        suffixes.AddRange(contexts.SelectMany(RuleTable.Expand).Select(context => (context + ending, rules.Count)));
        rules.Add(rule);
    }
}
