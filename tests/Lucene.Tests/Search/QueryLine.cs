using System.Globalization;
using Search.Lucene.Search;

namespace Lucene.Tests.Search;

/// <summary>Writes a query as the Java program reads it (see Queries.java).</summary>
internal static class QueryLine
{
    public static string Of(Query query) => string.Join('\t', Parts(query));

    private static IEnumerable<string> Parts(Query query) => query switch
    {
        MatchAllDocsQuery => ["all"],
        TermQuery term => ["term", term.Term.Field, Text(term.Term)],
        PrefixQuery prefix => ["prefix", prefix.Field, prefix.Prefix],
        WildcardQuery wildcard => ["wildcard", wildcard.Field, wildcard.Pattern],
        // Lucene merges a fuzzy query's terms into the boolean query around it, and there counts a term that stands beside it
        // once, with the statistics of either. Another query around it prevents that.
        FuzzyQuery fuzzy =>
        [
            "max", "0", "2", "term", "none", "none", "fuzzy", fuzzy.Term.Field, Text(fuzzy.Term), Number(fuzzy.MaxEdits), Number(fuzzy.PrefixLength),
            Number(fuzzy.MaxExpansions), Flag(fuzzy.Transpositions == Transpositions.OneEdit),
        ],
        TermRangeQuery range => ["range", range.Field, .. Range(range.Lower, range.Upper, range.LowerEnd, range.UpperEnd)],
        SortedRangeQuery range => ["strings", range.Field, .. Range(range.Lower, range.Upper, range.LowerEnd, range.UpperEnd)],
        NumericRangeQuery range => ["numbers", range.Field, Number(range.Low), Number(range.High)],
        NumericSetQuery set => ["numberset", set.Field, Number(set.Numbers.Count), .. set.Numbers.Select(Number)],
        SortedSetQuery set => ["stringset", set.Field, Number(set.Values.Count), .. set.Values],
        PhraseQuery phrase =>
        [
            "phrase", phrase.Field, Number(phrase.Slop), Number(phrase.Terms.Count),
            .. phrase.Terms.SelectMany(term => new[] { Number(term.Place), term.Text }),
        ],
        SynonymQuery synonym =>
        [
            "synonym", synonym.Field, Number(synonym.Terms.Count),
            .. synonym.Terms.SelectMany(term => new[] { term.Text, Number(term.Weight) }),
        ],
        ConstantScoreQuery constant => ["constant", .. Parts(constant.Inner)],
        BoostQuery boost => ["boost", Number(boost.Boost), .. Parts(boost.Inner)],
        DisjunctionMaxQuery max => ["max", Number(max.TieBreaker), Number(max.Queries.Count), .. max.Queries.SelectMany(Parts)],
        BooleanQuery boolean =>
        [
            "bool", Number(boolean.MinimumShouldMatch), Number(boolean.Clauses.Count),
            .. boolean.Clauses.SelectMany(clause => new[] { Name(clause.Occur) }.Concat(Parts(clause.Query))),
        ],
        _ => throw new ArgumentException($"Java knows no {query.GetType().Name}.", nameof(query)),
    };

    private static string[] Range(string? lower, string? upper, RangeEnd lowerEnd, RangeEnd upperEnd) =>
        [lower ?? "-", upper ?? "-", Flag(lowerEnd == RangeEnd.Included), Flag(upperEnd == RangeEnd.Included)];

    private static string Name(Occur occur) => occur switch
    {
        Occur.Must => "MUST",
        Occur.Should => "SHOULD",
        Occur.Filter => "FILTER",
        _ => "MUST_NOT",
    };

    private static string Text(global::Search.Lucene.Term term) => System.Text.Encoding.UTF8.GetString(term.Bytes.Span);

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
