using Search.Lucene;
using Search.Lucene.Search;

namespace Lucene.Tests.Search;

/// <summary>Random queries of every kind over the fields of <see cref="ModelDocument"/>.</summary>
internal sealed class RandomQueries(int seed)
{
    private readonly Random _random = new(seed * 7919);
    private readonly RandomText _text = new(seed);

    /// <summary>A query of at most three levels.</summary>
    public Query Next() => Next(_random.Next(3));

    private Query Next(int depth) => depth > 0 && _random.Next(3) > 0 ? Compound(depth - 1) : Leaf();

    private Query Leaf() => _random.Next(15) switch
    {
        0 or 1 or 2 => new TermQuery(TextField(), Word()),
        3 => new TermQuery("tag", $"t{_random.Next(13)}"),
        4 => new PrefixQuery(TextField(), Beginning()),
        5 => new WildcardQuery(TextField(), Pattern()),
        6 => new FuzzyQuery(
            new Term(TextField(), Word()), _random.Next(3), _random.Next(3), _random.Next(4) == 0 ? 5 : 50,
            (Transpositions)_random.Next(2)),
        7 => Range(),
        8 => new NumericRangeQuery("number", _random.Next(-60, 600), _random.Next(0, 1000)),
        9 => new NumericSetQuery("number", [.. Enumerable.Range(0, 1 + _random.Next(40)).Select(_ => (long)_random.Next(-50, 1000)).Distinct()]),
        10 => new SortedRangeQuery("language", End("a", "be", "en"), End("pl", "ru", "z"), RandomEnd(), RandomEnd()),
        11 => new SortedSetQuery("language", [.. new[] { "be", "de", "en", "ru" }.Where(_ => _random.Next(2) == 0).DefaultIfEmpty("pl")]),
        12 => _random.Next(4) == 0 ? new MatchAllDocsQuery() : Phrase(),
        13 => Phrase(),
        _ => new SynonymQuery(TextField(), [.. Words(1 + _random.Next(4)).Select(word => new WeightedTerm(word, Weight()))]),
    };

    private Query Compound(int depth) => _random.Next(8) switch
    {
        0 => new ConstantScoreQuery(Next(depth)),
        1 => new BoostQuery(Next(depth), _random.Next(10) == 0 ? 0f : (float)(_random.NextDouble() * 3)),
        2 => new DisjunctionMaxQuery([.. Several(1 + _random.Next(4), depth)], _random.Next(3) * 0.3f),
        3 => BooleanQuery.Of(Occur.Should, Several(2 + _random.Next(8), depth)),
        4 => BooleanQuery.Of(Occur.Must, Several(1 + _random.Next(3), depth)),
        _ => Boolean(depth),
    };

    private BooleanQuery Boolean(int depth)
    {
        var clauses = Several(1 + _random.Next(5), depth).Select(query => new BooleanClause(query, _random.Next(8) switch
        {
            0 or 1 => Occur.Must,
            2 => Occur.Filter,
            3 => Occur.MustNot,
            _ => Occur.Should,
        })).ToArray();
        var should = clauses.Count(clause => clause.Occur == Occur.Should);
        return new BooleanQuery(clauses, _random.Next(2) == 0 ? 0 : _random.Next(should + 1));
    }

    private IEnumerable<Query> Several(int count, int depth)
    {
        for (; count > 0; count--)
        {
            yield return Next(depth);
        }
    }

    private PhraseQuery Phrase()
    {
        var words = Words(1 + _random.Next(4));
        if (_random.Next(3) == 0)
        {
            words = [.. words, words[0]];
        }

        var place = 0;
        var terms = new List<PhraseTerm>();
        foreach (var word in words)
        {
            terms.Add(new PhraseTerm(word, place));
            place += _random.Next(8) == 0 ? 2 : 1;
        }

        return new PhraseQuery("body", terms, _random.Next(2) == 0 ? 0 : _random.Next(8));
    }

    private TermRangeQuery Range()
    {
        var ends = Words(2);
        Array.Sort(ends, StringComparer.Ordinal);
        return new TermRangeQuery(
            TextField(), _random.Next(6) == 0 ? null : ends[0], _random.Next(6) == 0 ? null : ends[1], RandomEnd(), RandomEnd());
    }

    private string? End(params string[] values) => _random.Next(4) == 0 ? null : values[_random.Next(values.Length)];

    private RangeEnd RandomEnd() => (RangeEnd)_random.Next(2);

    private string Beginning()
    {
        var word = Word();
        return string.Concat(word.EnumerateRunes().Take(_random.Next(3)).Select(rune => rune.ToString()));
    }

    private string Pattern()
    {
        var pattern = "";
        foreach (var rune in Word().EnumerateRunes())
        {
            pattern += _random.Next(5) switch { 0 => "?", 1 => "*", 2 => "\\" + rune, _ => rune.ToString() };
        }

        return pattern + (_random.Next(2) == 0 ? "*" : "");
    }

    private string TextField() => _random.Next(3) == 0 ? "title" : "body";

    private float Weight() => (1 + _random.Next(10)) / 10f;

    private string Word() => _random.Next(12) == 0 ? _text.AnyWord() + "б" : _random.Next(3) == 0 ? _text.AnyWord() : _text.Word();

    private string[] Words(int count) => [.. Enumerable.Range(0, count * 3).Select(_ => Word()).Distinct(StringComparer.Ordinal).Take(count)];
}
