using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
using Search.Retrieval.Understanding;
using Search.Text;
using Search.Text.Analysis;

namespace Search.Retrieval.Highlighting;

/// <summary>Where a concept stands in a text as a phrase: "e-government" as «электронного правительства», whose words alone mean something else.</summary>
internal static class PhraseHits
{
    /// <summary>Every word of every phrase of stems that stands for a concept, and whether the phrase is made of the query's own words.</summary>
    public static IEnumerable<(TextSpan Span, bool IsOwn)> In(IReadOnlyList<AnalyzedToken> tokens, string text, SearchConcept concept)
    {
        var phrases = Phrases(concept.Body).Where(phrase => phrase.Field == Fields.Terms && phrase.Terms.Count > 1).ToList();
        if (phrases.Count == 0)
        {
            yield break;
        }

        var wanted = phrases.SelectMany(phrase => phrase.Terms).ToHashSet(StringComparer.Ordinal);
        var places = tokens.SelectMany(token => MarkedTerm.Of(token, text).Where(wanted.Contains).Select(term => (term, token))).ToLookup(pair => pair.term, pair => pair.token, StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            var isOwn = phrase.Terms.All(concept.OwnStems.Contains);
            foreach (var first in places[phrase.Terms[0]])
            {
                foreach (var token in From(first, phrase, places))
                {
                    yield return (token.Span, isOwn);
                }
            }
        }
    }

    /// <summary>The tokens of a phrase that begins with a token; empty where it does not go on.</summary>
    private static List<AnalyzedToken> From(AnalyzedToken first, IndexQuery.Phrase phrase, ILookup<string, AnalyzedToken> places)
    {
        var found = new List<AnalyzedToken> { first };
        foreach (var term in phrase.Terms.Skip(1))
        {
            var last = found[^1].Position;
            var next = places[term].Where(token => token.Position > last && token.Position <= last + 1 + phrase.Slop).Take(1).ToList();
            if (next.Count == 0)
            {
                return [];
            }

            found.Add(next[0]);
        }

        return found;
    }

    private static IEnumerable<IndexQuery.Phrase> Phrases(IndexQuery query) => query switch
    {
        IndexQuery.Phrase phrase => [phrase],
        IndexQuery.Boost boost => Phrases(boost.Query),
        IndexQuery.Constant constant => Phrases(constant.Query),
        IndexQuery.BestOf best => best.Clauses.SelectMany(Phrases),
        IndexQuery.Boolean all => all.Must.Concat(all.Should).SelectMany(Phrases),
        _ => [],
    };
}
