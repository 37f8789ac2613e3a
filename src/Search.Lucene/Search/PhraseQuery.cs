namespace Search.Lucene.Search;

/// <summary>
/// Documents that hold terms at given distances from one another, or near to it: each term may stand some places away
/// from where the phrase has it, and nearer ones score higher. Scored by BM25 with the sum of the terms' idf.
/// </summary>
/// <param name="Field">The field; it has to keep positions.</param>
/// <param name="Terms">The terms with their places in the phrase.</param>
/// <param name="Slop">Places that the terms may be moved by, all together; 0 for the phrase as it stands. Default 0.</param>
public sealed record PhraseQuery(string Field, IReadOnlyList<PhraseTerm> Terms, int Slop = 0) : Query
{
    /// <inheritdoc cref="PhraseQuery(string, IReadOnlyList{PhraseTerm}, int)"/>
    public int Slop { get; init; } = Slop >= 0
        ? Slop
        : throw new ArgumentOutOfRangeException(nameof(Slop), Slop, "A slop is 0 or more.");

    /// <summary>Terms that follow one another.</summary>
    public PhraseQuery(string field, int slop, params IEnumerable<string> terms)
        : this(field, [.. terms.Select((term, place) => new PhraseTerm(term, place))], slop) { }

    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost)
    {
        if (Terms.Count == 0)
        {
            return new EmptyWeight();
        }

        if (Terms.Count == 1)
        {
            return new TermQuery(Field, Terms[0].Text).CreateWeight(context, mode, boost);
        }

        var states = Terms.Select(term => new TermStates(new Term(Field, term.Text), context.Reader)).ToArray();
        return new PhraseWeight(context, this, states, boost);
    }
}

/// <summary>A term of a phrase.</summary>
/// <param name="Text">The term, written in UTF-8 in the index.</param>
/// <param name="Place">Its place in the phrase, 0 or more; gaps and repeats are allowed.</param>
public readonly record struct PhraseTerm(string Text, int Place);
