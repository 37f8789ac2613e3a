using Search.Retrieval.Candidates;
using Search.Retrieval.Understanding;

namespace Search.Retrieval.Ranking;

/// <summary>Puts candidates into their final order: by words first, then by how many of them, how close together, and in which form.</summary>
internal static class PassageRanker
{
    /// <summary>What an index is asked for to get the candidates of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="weights">How features count.</param>
    /// <param name="shareOfConcepts">Least share of the concepts that a passage or its title must hold, 0 to 1; one of them always.</param>
    public static IndexQuery Candidates(UnderstoodQuery query, RankingWeights weights, double shareOfConcepts = 0)
    {
        var should = query.Concepts
            .Select(concept => (IndexQuery)IndexQuery.Boolean.AnyOf(
            [
                new IndexQuery.Boost(concept.Body, (float)concept.Weight),
                new IndexQuery.Boost(concept.Title, (float)(concept.Weight * weights.Title)),
            ]))
            .ToList();
        var filter = query.Required.Concat(query.Filter.Clauses()).ToList();
        var needed = Math.Max(query.Required.Count > 0 ? 0 : 1, (int)Math.Ceiling(should.Count * shareOfConcepts));
        return should.Count == 0
            ? new IndexQuery.Boolean([new IndexQuery.All()], [], query.Excluded, filter)
            : new IndexQuery.Boolean([], should, query.Excluded, filter, needed);
    }

    /// <summary>The best passages, best first; ties by ordinal.</summary>
    /// <param name="query">The query.</param>
    /// <param name="index">Where to look.</param>
    /// <param name="count">Candidates that are looked at.</param>
    /// <param name="weights">How features count.</param>
    /// <param name="cancellation">Observed while searching.</param>
    public static IReadOnlyList<Candidate> Rank(UnderstoodQuery query, IPassageIndex index, int count, RankingWeights weights, CancellationToken cancellation)
    {
        var candidates = index.Search(Candidates(query, weights), count, cancellation);
        if (query.Concepts.Count == 0)
        {
            return candidates;
        }

        var matches = new ConceptMatches(query.Concepts);
        var forward = new ForwardEntry();
        var whole = query.Concepts.Sum(concept => concept.Weight * concept.InverseDocumentFrequency);
        return [.. candidates
            .Select(candidate =>
            {
                index.ReadForward(candidate.Passage, forward);
                return candidate with { Score = (float)Score(candidate, whole, matches, forward, query.Concepts, weights) };
            })
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Passage)];
    }

    /// <summary>The passage of a page that holds most of a query; the first among equals.</summary>
    public static int BestOf(int document, UnderstoodQuery query, IPassageIndex index)
    {
        var matches = new ConceptMatches(query.Concepts);
        var forward = new ForwardEntry();
        return index.PassagesOf(document).MaxBy(passage =>
        {
            index.ReadForward(passage, forward);
            matches.Read(forward.Body);
            return query.Concepts.Select((concept, i) => concept.Weight * concept.InverseDocumentFrequency * matches.Strength[i]).Sum();
        });
    }

    private static double Score(Candidate candidate, double whole, ConceptMatches matches, ForwardEntry forward, IReadOnlyList<SearchConcept> concepts, RankingWeights weights)
    {
        matches.Read(forward.Title);
        var inTitle = matches.Strength.ToArray();
        matches.Read(forward.Body);
        var coverage = 1 + (weights.Coverage * Coverage(concepts, matches.Strength, inTitle));
        var own = 1 + (weights.Own * matches.OwnWeight() / whole);

        // The passage that says the same as a sentence says little else; one that answers a question says more.
        var explained = concepts[0].IsOfStatement ? 1 + (weights.Explained * matches.Explained) : 1;
        return (candidate.Score * coverage * own * explained)
            + (weights.Proximity * whole * matches.Proximity())
            + (weights.Exact * matches.ExactWeight());
    }

    /// <summary>Share of the concepts that stand in the text, those in the title alone counting half; 0 to 1.</summary>
    private static double Coverage(IReadOnlyList<SearchConcept> concepts, IReadOnlyList<float> inBody, float[] inTitle)
    {
        var (found, whole) = (0.0, 0.0);
        for (var i = 0; i < concepts.Count; i++)
        {
            whole += concepts[i].Weight;
            found += concepts[i].Weight * Math.Max(inBody[i], inTitle[i] / 2);
        }

        return found / whole;
    }
}
