using Search.Lucene.Automata;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>
/// Documents with a term like a pattern: <c>?</c> is any one code point, <c>*</c> any number of them, a backslash takes
/// the meaning from what follows it.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Pattern">The pattern; one that begins with a wildcard reads every term.</param>
public sealed record WildcardQuery(string Field, string Pattern) : MultiTermQuery(Field)
{
    /// <inheritdoc/>
    internal override void VisitTerms(Terms terms, SearchBudget budget, TermVisitor take) =>
        TermIntersection.Visit(terms, new ByteAutomaton(new WildcardAutomaton(Pattern)), budget, take);
}
