namespace Search.Lucene.Search;

/// <summary>The matches of another query, each with the same score: the boost around it, 1 where there is none.</summary>
/// <param name="Inner">Says what matches.</param>
public sealed record ConstantScoreQuery(Query Inner) : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) =>
        new ConstantScoreWeight(Inner.CreateWeight(context, ScoreMode.None, 1f), boost);
}

/// <summary>Every document, with the score 1 (times the boost around it).</summary>
public sealed record MatchAllDocsQuery : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost) => new MatchAllWeight(boost);
}

/// <summary>The matches of a weight, with one score for all.</summary>
internal sealed class ConstantScoreWeight(Weight inner, float score) : Weight
{
    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf) => inner.Scorer(leaf) is { } scorer ? new ConstantScorer(scorer, score) : null;

    /// <inheritdoc/>
    public override int MatchesAtLeast(in LeafContext leaf) => inner.MatchesAtLeast(leaf);

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId) => ExplainByScorer(leaf, docId, "constant score");
}

/// <summary>Matches every document.</summary>
internal sealed class MatchAllWeight(float score) : Weight
{
    /// <inheritdoc/>
    public override Scorer? Scorer(in LeafContext leaf) => new AllDocsScorer(leaf.Reader.MaxDoc, score);

    /// <inheritdoc/>
    public override int MatchesAtLeast(in LeafContext leaf) => leaf.Reader.MaxDoc;

    /// <inheritdoc/>
    public override Explanation Explain(in LeafContext leaf, int docId) => ExplainByScorer(leaf, docId, "score of every document");
}

/// <summary>The matches of another scorer, with one score for all.</summary>
internal sealed class ConstantScorer(Scorer inner, float score) : Scorer
{
    /// <inheritdoc/>
    public override int DocId => inner.DocId;

    /// <inheritdoc/>
    public override long Cost => inner.Cost;

    /// <inheritdoc/>
    public override bool NeedsVerification => inner.NeedsVerification;

    /// <inheritdoc/>
    public override int Advance(int target) => inner.Advance(target);

    /// <inheritdoc/>
    public override bool Matches() => inner.Matches();

    /// <inheritdoc/>
    public override float Score() => score;

    /// <inheritdoc/>
    public override float MaxScore(int upTo) => score;
}

/// <summary>All documents of a segment.</summary>
internal sealed class AllDocsScorer(int maxDoc, float score) : Scorer
{
    private int _doc = -1;

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => maxDoc;

    /// <inheritdoc/>
    public override int Advance(int target) => _doc = target < maxDoc ? target : NoMoreDocs;

    /// <inheritdoc/>
    public override float Score() => score;

    /// <inheritdoc/>
    public override float MaxScore(int upTo) => score;
}
