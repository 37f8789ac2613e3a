using System.Numerics;
using System.Runtime.CompilerServices;

namespace Search.Text.Languages.Inflection;

/// <summary>Suffixes read from their last letter backwards, each with the numbers of its rules. Immutable; 14 bytes a node, so that all rules of a language stay in the cache.</summary>
internal sealed class SuffixTrie
{
    public const int Root = 0;
    public const int NoNode = -1;

    private readonly ulong[] children;
    private readonly int[] firstChild;
    private readonly int[] firstRule;
    private readonly int[] rules;

    /// <param name="suffixes">Suffix, with <c>^</c> first where it is a whole word, and the number of its rule; equal suffixes keep their order.</param>
    public SuffixTrie(IEnumerable<(string Suffix, int Rule)> suffixes)
    {
        var root = new Node();
        foreach (var (suffix, rule) in suffixes)
        {
            var node = root;
            for (var i = suffix.Length - 1; i >= 0; i--)
            {
                var letter = suffix[i] == '^' ? Letters.WordStart : Letters.IndexOf(suffix[i]);
                if (letter == Letters.None)
                {
                    throw new FormatException($"'{suffix}' has a character that no word has.");
                }

                if (!node.Children.TryGetValue(letter, out var child))
                {
                    node.Children.Add(letter, child = new Node());
                }

                node = child;
            }

            node.Rules.Add(rule);
        }

        // Breadth first: the children of a node lie side by side, in the order of their letters.
        var nodes = new List<Node> { root };
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes.AddRange(nodes[i].Children.Values);
        }

        children = new ulong[nodes.Count];
        firstChild = new int[nodes.Count];
        firstRule = new int[nodes.Count + 1];
        var allRules = new List<int>();
        var nextChild = 1;
        for (var i = 0; i < nodes.Count; i++)
        {
            firstChild[i] = nextChild;
            nextChild += nodes[i].Children.Count;
            foreach (var letter in nodes[i].Children.Keys)
            {
                children[i] |= 1UL << letter;
            }

            firstRule[i] = allRules.Count;
            allRules.AddRange(nodes[i].Rules);
        }

        firstRule[nodes.Count] = allRules.Count;
        rules = [.. allRules];
    }

    /// <summary>The node one letter further back, or <see cref="NoNode"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Step(int node, int letter)
    {
        var set = children[node];
        return (set >> letter & 1) == 0 ? NoNode : firstChild[node] + BitOperations.PopCount(set & ((1UL << letter) - 1));
    }

    /// <summary>Rules of the suffix that ends at a node; mostly none or one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> RulesAt(int node) => rules.AsSpan(firstRule[node], firstRule[node + 1] - firstRule[node]);

    private sealed class Node
    {
        public SortedDictionary<int, Node> Children { get; } = [];

        public List<int> Rules { get; } = [];
    }
}
