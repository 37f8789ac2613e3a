using Search.Retrieval.Candidates;
using Search.Retrieval.Schema;
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

        var whole = query.Concepts.Sum(concept => concept.Weight * concept.InverseDocumentFrequency);
        var exact = ExactScores(query, index, candidates);
        var matches = new ConceptMatches(query.Concepts);
        var ranked = new List<Candidate>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var forward = index.Forward(candidate.Passage);
            matches.Read(forward.Title.Span);
            var inTitle = matches.Positions.Select(positions => positions.Count > 0).ToArray();
            matches.Read(forward.Body.Span);
            var coverage = Coverage(query.Concepts, matches, inTitle);
            var score = (candidate.Score * (1 + (weights.Coverage * coverage)))
                + (weights.Proximity * whole * matches.Proximity())
                + (weights.Exact * exact[candidate.Passage]);
            ranked.Add(new Candidate(candidate.Passage, (float)score));
        }

        return [.. ranked.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Passage)];
    }

    /// <summary>The best passage of one page, the first where none matches.</summary>
    public static int BestOf(int document, UnderstoodQuery query, IPassageIndex index, RankingWeights weights)
    {
        int[] passages = [.. index.PassagesOf(document)];
        var scores = new float[passages.Length];
        index.Score(Candidates(query, weights), passages, scores);
        return passages[Array.IndexOf(scores, scores.Max())];
    }

    /// <summary>Share of the concepts that stand in the text, those in the title alone counting half; 0 to 1.</summary>
    private static double Coverage(IReadOnlyList<SearchConcept> concepts, ConceptMatches matches, bool[] inTitle)
    {
        var (found, whole) = (0.0, 0.0);
        for (var i = 0; i < concepts.Count; i++)
        {
            whole += concepts[i].Weight;
            found += matches.Positions[i].Count > 0 ? concepts[i].Weight : inTitle[i] ? concepts[i].Weight / 2 : 0;
        }

        return found / whole;
    }

    private static Dictionary<int, float> ExactScores(UnderstoodQuery query, IPassageIndex index, IReadOnlyList<Candidate> candidates)
    {
        var terms = query.Concepts.SelectMany(concept => concept.ExactForms).Distinct().ToList();
        int[] passages = [.. candidates.Select(candidate => candidate.Passage).Order()];
        var scores = new float[passages.Length];
        if (terms.Count > 0)
        {
            index.Score(IndexQuery.Boolean.AnyOf([.. terms.Select(term => new IndexQuery.Term(Fields.Exact, term))]), passages, scores);
        }

        return passages.Zip(scores).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
