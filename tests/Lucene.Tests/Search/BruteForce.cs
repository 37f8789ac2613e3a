using System.Text;
using System.Text.RegularExpressions;
using Lucene.Tests.Automata;
using Search.Lucene.Search;

namespace Lucene.Tests.Search;

/// <summary>Which documents match, found the slow and plain way, without an index.</summary>
internal static class BruteForce
{
    /// <summary>Whether a document matches; null where only the order of positions tells (a sloppy phrase) or the choice of expansions.</summary>
    public static bool? Matches(Query query, ModelDocument document) => query switch
    {
        MatchAllDocsQuery => true,
        TermQuery term => Terms(document, term.Term.Field).Contains(Text(term.Term)),
        PrefixQuery prefix => Terms(document, prefix.Field).Any(term => term.StartsWith(prefix.Prefix, StringComparison.Ordinal)),
        WildcardQuery wildcard => Terms(document, wildcard.Field).Any(term => IsLike(wildcard.Pattern, term)),
        FuzzyQuery fuzzy => fuzzy.MaxExpansions < 50 || fuzzy.MaxEdits == 2 ? null : Terms(document, fuzzy.Term.Field).Any(term => IsNear(fuzzy, term)),
        TermRangeQuery range => Terms(document, range.Field)
            .Any(term => IsBetween(term, range.Lower, range.Upper, range.LowerEnd, range.UpperEnd)),
        NumericRangeQuery range => document.Number >= range.Low && document.Number <= range.High,
        NumericSetQuery set => document.Number is { } number && set.Numbers.Contains(number),
        SortedRangeQuery range => document.Language is { } language
            && IsBetween(language, range.Lower, range.Upper, range.LowerEnd, range.UpperEnd),
        SortedSetQuery set => document.Language is { } language && set.Values.Contains(language),
        PhraseQuery phrase => IsPhrase(phrase, document),
        SynonymQuery synonym => Terms(document, synonym.Field).Any(term => synonym.Terms.Any(other => other.Text == term)),
        WeightedSynonymQuery synonym => synonym.Alternatives.Any(other => Terms(document, other.Term.Field).Contains(Text(other.Term))),
        ConstantScoreQuery constant => Matches(constant.Inner, document),
        BoostQuery boost => Matches(boost.Inner, document),
        DisjunctionMaxQuery max => IsAny(max.Queries, document),
        BooleanQuery boolean => IsBoolean(boolean, document),
        _ => throw new ArgumentException(query.GetType().Name, nameof(query)),
    };

    private static bool? IsAny(IEnumerable<Query> queries, ModelDocument document)
    {
        var answers = queries.Select(query => Matches(query, document)).ToArray();
        return answers.Contains(true) ? true : answers.Contains(null) ? null : false;
    }

    private static bool? IsBoolean(BooleanQuery boolean, ModelDocument document)
    {
        var answers = boolean.Clauses.Select(clause => (clause.Occur, Matches: Matches(clause.Query, document))).ToArray();
        if (answers.Any(answer => answer.Matches is null))
        {
            return null;
        }

        var required = answers.Where(answer => answer.Occur is Occur.Must or Occur.Filter).ToArray();
        var should = answers.Count(answer => answer.Occur == Occur.Should && answer.Matches == true);
        var minimum = Math.Max(boolean.MinimumShouldMatch, required.Length == 0 ? 1 : 0);
        return required.All(answer => answer.Matches == true)
            && !answers.Any(answer => answer.Occur == Occur.MustNot && answer.Matches == true)
            && should >= minimum;
    }

    private static bool? IsPhrase(PhraseQuery phrase, ModelDocument document)
    {
        if (phrase.Terms.Count == 1)
        {
            return document.Body.Contains(phrase.Terms[0].Text);
        }

        return phrase.Slop > 0 ? null : Enumerable.Range(-phrase.Terms[0].Place, document.Body.Length)
            .Any(start => phrase.Terms.All(term => document.Body.ElementAtOrDefault(start + term.Place) == term.Text));
    }

    private static bool IsNear(FuzzyQuery fuzzy, string term)
    {
        var wanted = Text(fuzzy.Term);
        if (fuzzy.MaxEdits == 0 || fuzzy.PrefixLength >= wanted.EnumerateRunes().Count())
        {
            return term == wanted;
        }

        var (a, b) = (Head(wanted, fuzzy.PrefixLength), Head(term, fuzzy.PrefixLength));
        return a.Head == b.Head
            && AutomatonTests.Distance(a.Tail, b.Tail, fuzzy.Transpositions == Transpositions.OneEdit) <= fuzzy.MaxEdits;
    }

    private static (string Head, string Tail) Head(string text, int codePoints)
    {
        var head = string.Concat(text.EnumerateRunes().Take(codePoints).Select(rune => rune.ToString()));
        return (head, text[head.Length..]);
    }

    private static bool IsLike(string pattern, string term)
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            expression.Append(pattern[i] switch
            {
                '?' => "(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])",
                '*' => ".*",
                '\\' when i + 1 < pattern.Length => Regex.Escape(pattern[++i].ToString()),
                var letter => Regex.Escape(letter.ToString()),
            });
        }

        return Regex.IsMatch(term, expression.Append("\\z").ToString(), RegexOptions.Singleline);
    }

    private static bool IsBetween(string value, string? lower, string? upper, RangeEnd lowerEnd, RangeEnd upperEnd)
    {
        var above = lower is null ? 1 : Compare(value, lower);
        var below = upper is null ? -1 : Compare(value, upper);
        return (above > 0 || (above == 0 && lowerEnd == RangeEnd.Included)) && (below < 0 || (below == 0 && upperEnd == RangeEnd.Included));
    }

    private static int Compare(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));

    private static string[] Terms(ModelDocument document, string field) => field switch
    {
        "body" => document.Body,
        "title" => document.Title,
        "tag" => [document.Tag],
        _ => [document.Id],
    };

    private static string Text(global::Search.Lucene.Term term) => Encoding.UTF8.GetString(term.Bytes.Span);
}
