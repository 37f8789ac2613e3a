using System.Collections.Frozen;
using Search.Answering.Reading;
using Search.Text;

namespace Search.Answering.Questions;

/// <summary>The patterns of <c>Rules/*.tsv</c>: which words ask for what.</summary>
internal sealed class QuestionRules
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly IReadOnlyList<(string Start, bool IsWhole, AnswerType Type)> _heads;

    private QuestionRules(string code, int headColumn)
    {
        _rules = [.. EmbeddedText.Lines($"Rules.{code}.tsv").Select(Rule.Parse)];
        _heads = [.. EmbeddedText.Lines("Rules.heads.tsv").Select(line => line.Split('\t')).SelectMany(columns => columns[headColumn]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(noun => (ReadingTokenizer.Lower(noun.TrimEnd('*')), !noun.EndsWith('*'), Enum.Parse<AnswerType>(columns[0], ignoreCase: true))))];
    }

    private static readonly FrozenDictionary<Language, QuestionRules> ByLanguage = new Dictionary<Language, QuestionRules>
    {
        [Language.Russian] = new("ru", 1),
        [Language.Belarusian] = new("be", 2),
        [Language.English] = new("en", 3),
    }.ToFrozenDictionary();

    /// <summary>The rules of a language; Russian where it is unknown.</summary>
    public static QuestionRules Of(Language language) => ByLanguage.GetValueOrDefault(language, ByLanguage[Language.Russian]);

    /// <summary>The pattern that matches furthest to the left; of those, the one that stands first in the file.</summary>
    /// <param name="tokens">The question.</param>
    /// <param name="from">Token from which on it may match.</param>
    /// <returns><see langword="null"/> where none matches.</returns>
    public RuleMatch? Match(IReadOnlyList<ReadingToken> tokens, int from = 0)
    {
        RuleMatch? best = null;
        foreach (var rule in _rules)
        {
            var limit = Math.Min(best?.Start ?? tokens.Count, tokens.Count);
            for (var start = from; start < limit; start++)
            {
                if (rule.MatchAt(tokens, start) is { } match)
                {
                    best = match;
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>What "which X" asks for, by its noun; <see cref="AnswerType.Any"/> where the noun is in no list.</summary>
    /// <param name="noun">Lower case.</param>
    public AnswerType TypeOf(string noun)
    {
        foreach (var (start, isWhole, type) in _heads)
        {
            if (isWhole ? noun == start : noun.StartsWith(start, StringComparison.Ordinal))
            {
                return type;
            }
        }

        return AnswerType.Any;
    }
}

/// <summary>Where a rule matched.</summary>
/// <param name="Kind">How the question asks.</param>
/// <param name="Expected">What kind of thing the answer must be.</param>
/// <param name="Start">First token matched.</param>
/// <param name="End">Just behind the last token matched.</param>
/// <param name="Head">Token that names what is asked for, or −1.</param>
/// <param name="Skipped">Tokens between the pattern's words, as indices: they are content.</param>
internal sealed record RuleMatch(QuestionKind Kind, AnswerType Expected, int Start, int End, int Head, IReadOnlyList<int> Skipped);

/// <summary>One line of a rule file.</summary>
internal sealed class Rule
{
    // A gap holds what stands between the question word and its noun: "what is the total planned …".
    private const int MaxGap = 4;

    // Between "how much" and its verb stands the whole subject.
    private const int MaxLongGap = 15;

    private readonly QuestionKind _kind;
    private readonly AnswerType _expected;
    private readonly bool _atStart;
    private readonly Element[] _elements;

    private Rule(QuestionKind kind, AnswerType expected, bool atStart, Element[] elements)
    {
        _kind = kind;
        _expected = expected;
        _atStart = atStart;
        _elements = elements;
    }

    /// <summary>Reads <c>kind ⇥ expected ⇥ pattern ⇥ why</c>.</summary>
    public static Rule Parse(string line)
    {
        var columns = line.Split('\t');
        var words = columns[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var atStart = words[0] == "^";
        var elements = new List<Element>();
        var gap = 0;
        foreach (var word in words.Skip(atStart ? 1 : 0))
        {
            if (word is "~" or "...")
            {
                gap = word == "~" ? MaxGap : MaxLongGap;
                continue;
            }

            var alternatives = word.TrimStart('@', '+').Split('|').SelectMany(item => Misspellings.Of(item).Prepend(item)).Select(item => (ReadingTokenizer.Lower(item.TrimEnd('*')), item.EndsWith('*'))).ToArray();
            elements.Add(new Element(alternatives, word[0] == '@', word[0] == '+', gap));
            gap = 0;
        }

        return new Rule(Enum.Parse<QuestionKind>(columns[0], ignoreCase: true), Enum.Parse<AnswerType>(columns[1], ignoreCase: true), atStart, [.. elements]);
    }

    /// <summary>The match that begins at a token; <see langword="null"/> where there is none.</summary>
    public RuleMatch? MatchAt(IReadOnlyList<ReadingToken> tokens, int start)
    {
        // Words before the first of a question are fillers if none of them is content: "а", "so,".
        if (_atStart && Enumerable.Range(0, start).Any(i => tokens[i].IsContent))
        {
            return null;
        }

        var at = start;
        var head = -1;
        var skipped = new List<int>();
        foreach (var element in _elements)
        {
            var limit = Math.Min(tokens.Count, at + element.Gap + 1);
            var found = at;
            while (found < limit && !element.Matches(tokens[found].Lower))
            {
                found++;
            }

            if (found >= limit)
            {
                return null;
            }

            if (element.IsBehind)
            {
                break;
            }

            skipped.AddRange(Enumerable.Range(at, found - at));
            head = element.IsHead ? found : head;
            at = found + 1;
        }

        return new RuleMatch(_kind, _expected, start, at, head, skipped);
    }

    private sealed record Element((string Text, bool IsStart)[] Alternatives, bool IsHead, bool IsBehind, int Gap)
    {
        public bool Matches(string word)
        {
            foreach (var (text, isStart) in Alternatives)
            {
                if (isStart ? word.StartsWith(text, StringComparison.Ordinal) : word == text)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
