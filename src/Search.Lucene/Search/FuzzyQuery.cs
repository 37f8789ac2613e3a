using Search.Lucene.Automata;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>
/// Documents with a term within some edits of the one given. The nearest terms (at most <paramref name="MaxExpansions"/>)
/// are searched for, each with its own frequencies but all with the document frequency of the commonest, and boosted
/// by <c>1 − edits / length</c> of the shorter term, in code points. So a misspelling does not score for its rarity.
/// </summary>
/// <param name="Term">The term.</param>
/// <param name="MaxEdits">0 to 2. Default 2.</param>
/// <param name="PrefixLength">Code points at the start that have to be equal. Default 0.</param>
/// <param name="MaxExpansions">Terms to search for; 1 or more. Default 50, Lucene's.</param>
/// <param name="Transpositions">Whether the exchange of two neighbours is one edit. Default yes.</param>
public sealed record FuzzyQuery(
    Term Term, int MaxEdits = 2, int PrefixLength = 0, int MaxExpansions = 50, Transpositions Transpositions = Transpositions.OneEdit)
    : Query
{
    /// <inheritdoc/>
    internal override Weight CreateWeight(SearchContext context, ScoreMode mode, float boost)
    {
        var expansions = Expand(context);
        if (expansions.Count == 0)
        {
            return new EmptyWeight();
        }

        var docFreq = expansions.Max(expansion => expansion.States.DocFreq);
        var weights = expansions.Select(expansion => new TermWeight(
            context, expansion.States, docFreq, mode, boost * Math.Max(0f, expansion.Similarity))).ToArray<Weight>();
        return weights.Length == 1 ? weights[0] : new BooleanWeight(context, [], weights, [], [], 1, mode);
    }

    /// <summary>The terms to search for: nearest first for the choice, byte order in the list.</summary>
    private List<FuzzyExpansion> Expand(SearchContext context)
    {
        var text = System.Text.Encoding.UTF8.GetString(Term.Bytes.Span);
        var length = LevenshteinAutomaton.CodePointCount(text);
        if (MaxEdits == 0 || PrefixLength >= length)
        {
            var states = new TermStates(Term, context.Reader);
            return states.DocFreq == 0 ? [] : [new FuzzyExpansion(states, 1f)];
        }

        var nearest = new FuzzyExpansions(Term.Field, MaxExpansions, context.Reader.Leaves.Count);
        var automata = new ByteAutomaton[MaxEdits + 1];
        for (var edits = 1; edits <= MaxEdits; edits++)
        {
            automata[edits] = new ByteAutomaton(
                new LevenshteinAutomaton(text, edits, PrefixLength, Transpositions == Transpositions.OneEdit));
        }

        var term = Term.Bytes;
        foreach (var leaf in context.Reader.Leaves)
        {
            if (leaf.Reader.Terms(Term.Field) is not { } terms)
            {
                continue;
            }

            TermIntersection.Visit(terms, automata[MaxEdits], context.Budget, (ReadOnlySpan<byte> candidate, in TermState state) =>
            {
                nearest.Offer(candidate, state, leaf.Ord, SimilarityOf(candidate));
                return true;
            });
        }

        return nearest.InByteOrder();

        float SimilarityOf(ReadOnlySpan<byte> candidate)
        {
            if (candidate.SequenceEqual(term.Span))
            {
                return 1f;
            }

            var edits = MaxEdits;
            while (edits > 1 && automata[edits - 1].Accepts(candidate))
            {
                edits--;
            }

            return 1f - ((float)edits / Math.Min(LevenshteinAutomaton.CodePointCount(candidate), length));
        }
    }
}

/// <summary>How the exchange of two neighbours counts.</summary>
public enum Transpositions
{
    /// <summary>As one edit.</summary>
    OneEdit,

    /// <summary>As a deletion and an insertion.</summary>
    TwoEdits,
}

/// <summary>A term near the one asked for.</summary>
/// <param name="States">Where it lies.</param>
/// <param name="Similarity">1 for the term itself; may be below 0 for very short terms.</param>
internal sealed record FuzzyExpansion(TermStates States, float Similarity);

/// <summary>The most similar terms so far over the segments read; among equals the first in byte order.</summary>
internal sealed class FuzzyExpansions(string field, int capacity, int leafCount)
{
    private readonly SortedSet<FuzzyExpansion> _kept = new(Comparer<FuzzyExpansion>.Create(BestFirst));
    private readonly Dictionary<Term, FuzzyExpansion> _byTerm = [];

    /// <summary>Considers a term of a segment.</summary>
    public void Offer(ReadOnlySpan<byte> bytes, in TermState state, int leafOrd, float similarity)
    {
        if (_kept.Count == capacity
            && _kept.Max is { } last
            && (similarity < last.Similarity
                || (similarity == last.Similarity && bytes.SequenceCompareTo(last.States.Term.Bytes.Span) > 0)))
        {
            return;
        }

        var term = new Term(field, bytes.ToArray());
        if (!_byTerm.TryGetValue(term, out var expansion))
        {
            expansion = new FuzzyExpansion(new TermStates(term, leafCount), similarity);
            _byTerm.Add(term, expansion);
            _kept.Add(expansion);
            if (_kept.Count > capacity && _kept.Max is { } worst)
            {
                _kept.Remove(worst);
                _byTerm.Remove(worst.States.Term);
            }
        }

        expansion.States.Add(leafOrd, state);
    }

    /// <summary>What was kept, by the bytes of the terms.</summary>
    public List<FuzzyExpansion> InByteOrder() =>
        [.. _kept.Order(Comparer<FuzzyExpansion>.Create((a, b) => a.States.Term.Bytes.Span.SequenceCompareTo(b.States.Term.Bytes.Span)))];

    private static int BestFirst(FuzzyExpansion a, FuzzyExpansion b) => a.Similarity != b.Similarity
        ? b.Similarity.CompareTo(a.Similarity)
        : a.States.Term.Bytes.Span.SequenceCompareTo(b.States.Term.Bytes.Span);
}
