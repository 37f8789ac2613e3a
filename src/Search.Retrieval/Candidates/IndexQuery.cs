using Search.Text;

namespace Search.Retrieval.Candidates;

/// <summary>
/// What an index is asked: a tree over terms, knowing fields and numbers but nothing of languages. Every node has one meaning,
/// the same in every <see cref="IPassageIndex"/>.
/// </summary>
public abstract record IndexQuery
{
    private IndexQuery()
    {
    }

    /// <summary>Passages that hold a term; scored by BM25.</summary>
    /// <param name="Field">Field of the schema.</param>
    /// <param name="Text">The term, as indexed.</param>
    public sealed record Term(string Field, string Text) : IndexQuery;

    /// <summary>
    /// One concept and the weighted terms that may stand for it, scored as if it were one term: tf = Σ weight·tf, df = Σ weight·df, at most the field's passages.
    /// </summary>
    /// <remarks>Probabilistic structured queries: Darwish and Oard, SIGIR 2003.</remarks>
    /// <param name="Field">Field of the schema.</param>
    /// <param name="Terms">Terms without repeats; the best weight is 1.</param>
    public sealed record Concept(string Field, IReadOnlyList<ConceptTerm> Terms) : IndexQuery
    {
        /// <summary>How it is scored. Default <see cref="Bm25.Passages"/>.</summary>
        public Bm25 Scoring { get; init; } = Bm25.Passages;
    }

    /// <summary>Terms in order, or near one another.</summary>
    /// <param name="Field">Field of the schema; must be indexed with positions.</param>
    /// <param name="Terms">Terms in order.</param>
    /// <param name="Slop">Moves allowed to bring the terms into order, as in Lucene; 0 is an exact phrase.</param>
    public sealed record Phrase(string Field, IReadOnlyList<string> Terms, int Slop) : IndexQuery;

    /// <summary>Passages that hold a term starting with the text; constant score 1.</summary>
    /// <param name="Field">Field of the schema.</param>
    /// <param name="Text">Start of the term.</param>
    public sealed record Prefix(string Field, string Text) : IndexQuery;

    /// <summary>Passages that hold a term matching a pattern; constant score 1.</summary>
    /// <param name="Field">Field of the schema.</param>
    /// <param name="Pattern"><c>*</c> for any run, <c>?</c> for one character, <c>\</c> before either for itself.</param>
    public sealed record Wildcard(string Field, string Pattern) : IndexQuery;

    /// <summary>Passages that hold a term within some edits of the text; constant score 1.</summary>
    /// <param name="Field">Field of the schema.</param>
    /// <param name="Text">The term as typed.</param>
    /// <param name="MaxEdits">1 or 2 insertions, deletions, substitutions or transpositions.</param>
    public sealed record Fuzzy(string Field, string Text, int MaxEdits) : IndexQuery;

    /// <summary>Passages whose number lies in a range; constant score 1.</summary>
    /// <param name="Field">A numeric field of the schema.</param>
    /// <param name="From">Lowest value, inclusive.</param>
    /// <param name="To">Highest value, inclusive.</param>
    public sealed record Range(string Field, long From, long To) : IndexQuery;

    /// <summary>Clauses combined. Scores of <paramref name="Must"/> and <paramref name="Should"/> add up; filters and exclusions score nothing.</summary>
    /// <param name="Must">All must match.</param>
    /// <param name="Should">At least <paramref name="MinimumShouldMatch"/> must match; at least one where there is neither a must nor a filter.</param>
    /// <param name="MustNot">None may match.</param>
    /// <param name="Filter">All must match.</param>
    /// <param name="MinimumShouldMatch">0 or more.</param>
    public sealed record Boolean(
        IReadOnlyList<IndexQuery> Must,
        IReadOnlyList<IndexQuery> Should,
        IReadOnlyList<IndexQuery> MustNot,
        IReadOnlyList<IndexQuery> Filter,
        int MinimumShouldMatch = 0) : IndexQuery
    {
        /// <summary>Any of the clauses.</summary>
        public static Boolean AnyOf(IReadOnlyList<IndexQuery> clauses) => new([], clauses, [], [], 1);

        /// <summary>All of the clauses.</summary>
        public static Boolean AllOf(IReadOnlyList<IndexQuery> clauses) => new(clauses, [], [], []);
    }

    /// <summary>The best of the clauses' scores.</summary>
    /// <param name="Clauses">At least one must match.</param>
    public sealed record BestOf(IReadOnlyList<IndexQuery> Clauses) : IndexQuery;

    /// <summary>A query whose score is multiplied.</summary>
    /// <param name="Query">The query.</param>
    /// <param name="Factor">Above 0.</param>
    public sealed record Boost(IndexQuery Query, float Factor) : IndexQuery;

    /// <summary>A query whose matches all score 1.</summary>
    /// <param name="Query">The query.</param>
    public sealed record Constant(IndexQuery Query) : IndexQuery;

    /// <summary>Every passage; constant score 1.</summary>
    public sealed record All : IndexQuery;
}

/// <summary>A term that stands for a concept.</summary>
/// <param name="Text">The term, as indexed.</param>
/// <param name="Weight">Above 0, at most 1.</param>
public readonly record struct ConceptTerm(string Text, float Weight);
