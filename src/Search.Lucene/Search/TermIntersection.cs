using Search.Lucene.Automata;
using Search.Lucene.Codecs;

namespace Search.Lucene.Search;

/// <summary>Finds the terms that an automaton accepts, without a look at those whose beginning it refuses.</summary>
internal static class TermIntersection
{
    /// <param name="take">Called with the walk standing at a term; false to end it.</param>
    public static void Visit(Terms terms, ByteAutomaton automaton, Func<TermsEnum, bool> take)
    {
        if (automaton.Start == ByteAutomaton.Dead)
        {
            return;
        }

        var walk = terms.Enumerate();
        var seek = new List<byte>();
        var states = new int[64];
        for (var more = walk.SeekCeil([]) != SeekStatus.End; more;)
        {
            var term = walk.Term;
            if (term.Length >= states.Length)
            {
                Array.Resize(ref states, term.Length * 2);
            }

            var refusedAt = Run(automaton, term, states);
            if (refusedAt < 0)
            {
                if (automaton.IsAccepting(states[term.Length]) && !take(walk))
                {
                    return;
                }

                more = walk.Next();
                continue;
            }

            if (!NextCandidate(automaton, term, states, refusedAt, seek))
            {
                return;
            }

            more = walk.SeekCeil(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(seek)) != SeekStatus.End;
        }
    }

    /// <summary>Runs the term through the automaton, the state after i bytes into <c>states[i]</c>.</summary>
    /// <returns>The place of the byte that was refused; -1 if none was.</returns>
    private static int Run(ByteAutomaton automaton, ReadOnlySpan<byte> term, int[] states)
    {
        states[0] = automaton.Start;
        for (var i = 0; i < term.Length; i++)
        {
            states[i + 1] = automaton.Step(states[i], term[i]);
            if (states[i + 1] == ByteAutomaton.Dead)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Writes the least bytes after the term's refused beginning that the automaton may go on from.</summary>
    private static bool NextCandidate(ByteAutomaton automaton, ReadOnlySpan<byte> term, int[] states, int refusedAt, List<byte> seek)
    {
        for (var place = refusedAt; place >= 0; place--)
        {
            var next = automaton.NextLiveByte(states[place], term[place] + 1);
            if (next >= 0)
            {
                seek.Clear();
                seek.AddRange(term[..place]);
                seek.Add((byte)next);
                return true;
            }
        }

        return false;
    }
}
