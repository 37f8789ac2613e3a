using Search.Lucene.Automata;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>
/// Finds the terms that an automaton accepts by walking the tree of term blocks: a block is read only if the automaton
/// may go on from the beginning that its terms share.
/// </summary>
internal sealed class TermIntersection
{
    private readonly Terms _terms;
    private readonly ByteAutomaton _automaton;
    private readonly SearchBudget _budget;
    private readonly TermVisitor _take;
    private readonly List<TermsBlock> _blocks = [];
    private byte[] _term = new byte[64];

    private TermIntersection(Terms terms, ByteAutomaton automaton, SearchBudget budget, TermVisitor take)
    {
        _terms = terms;
        _automaton = automaton;
        _budget = budget;
        _take = take;
    }

    /// <summary>Hands over the accepted terms of a segment in byte order.</summary>
    public static void Visit(Terms terms, ByteAutomaton automaton, SearchBudget budget, TermVisitor take)
    {
        if (automaton.Start != ByteAutomaton.Dead)
        {
            new TermIntersection(terms, automaton, budget, take).VisitFloor(0, 0, automaton.Start);
        }
    }

    /// <summary>Visits all blocks of one prefix: the first, and those that follow it for later bytes.</summary>
    /// <param name="start">Place of the first; 0 for the root, whose place the index knows.</param>
    private bool VisitFloor(int depth, int prefixLength, int state, long start = 0)
    {
        if (depth == _blocks.Count)
        {
            _blocks.Add(new TermsBlock(_terms));
        }

        var block = _blocks[depth];
        BlockFloor? floor = null;
        if (depth == 0)
        {
            floor = BlockFloor.Of(_terms, []);
            start = floor.First;
        }

        block.Load(start);
        if (!VisitBlock(block, depth, prefixLength, state))
        {
            return false;
        }

        if (block.IsLastOfFloor)
        {
            return true;
        }

        floor ??= BlockFloor.Of(_terms, _term.AsSpan(0, prefixLength));
        for (var i = 0; i < floor.Count; i++)
        {
            var live = _automaton.NextLiveByte(state, floor.FirstByte(i));
            if (live < 0)
            {
                return true;
            }

            if (i + 1 < floor.Count && live >= floor.FirstByte(i + 1))
            {
                continue;
            }

            block.Load(floor.Start(i));
            if (!VisitBlock(block, depth, prefixLength, state))
            {
                return false;
            }
        }

        return true;
    }

    private bool VisitBlock(TermsBlock block, int depth, int prefixLength, int state)
    {
        if (_budget.Check())
        {
            return false;
        }

        for (var entry = 0; entry < block.Count; entry++)
        {
            var suffix = block.Suffix(entry);
            var after = _automaton.Run(state, suffix);
            if (after == ByteAutomaton.Dead)
            {
                continue;
            }

            var child = block.Child(entry);
            if (child == 0 && !_automaton.IsAccepting(after))
            {
                continue;
            }

            var length = prefixLength + suffix.Length;
            if (length > _term.Length)
            {
                Array.Resize(ref _term, length * 2);
            }

            suffix.CopyTo(_term.AsSpan(prefixLength));
            if (child == 0 ? !_take(_term.AsSpan(0, length), block.State(entry)) : !VisitFloor(depth + 1, length, after, child))
            {
                return false;
            }
        }

        return true;
    }
}
