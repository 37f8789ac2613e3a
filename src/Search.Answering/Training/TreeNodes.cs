using Search.Answering.Extraction;

namespace Search.Answering.Training;

/// <summary>Collects grown trees as the flat arrays of <see cref="BoostedTrees"/>.</summary>
internal sealed class TreeNodes
{
    private readonly List<int> _roots = [];
    private readonly List<ushort> _features = [];
    private readonly List<float> _thresholds = [];
    private readonly List<byte> _bins = [];
    private readonly List<ushort> _right = [];

    /// <summary>Nodes so far.</summary>
    public int Count => _features.Count;

    /// <summary>Adds a tree.</summary>
    public void Add(BoostedTreesTrainer.Leaf root, float[][] edges, double rate, double ridge)
    {
        _roots.Add(Count);
        AddNode(root, Count, edges, rate, ridge);
    }

    /// <summary>Value of the tree that starts at a node for a binned row.</summary>
    public float ValueOf(int root, byte[][] binned, int row)
    {
        var node = root;
        while (_right[node] != 0)
        {
            node = binned[_features[node]][row] <= _bins[node] ? node + 1 : root + _right[node];
        }

        return _thresholds[node];
    }

    /// <summary>The trees.</summary>
    public BoostedTrees ToTrees() => new([.. _roots], [.. _features], [.. _thresholds], [.. _right]);

    private void AddNode(BoostedTreesTrainer.Leaf leaf, int root, float[][] edges, double rate, double ridge)
    {
        var node = Count;
        if (leaf.Left is null || leaf.Right is null)
        {
            _features.Add(0);
            _bins.Add(0);
            _thresholds.Add((float)(-rate * leaf.Gradient / (leaf.Hessian + ridge)));
            _right.Add(0);
            return;
        }

        _features.Add(checked((ushort)leaf.Split.Feature));
        _bins.Add(checked((byte)leaf.Split.Bin));
        _thresholds.Add(edges[leaf.Split.Feature][leaf.Split.Bin]);
        _right.Add(0);
        AddNode(leaf.Left, root, edges, rate, ridge);
        _right[node] = checked((ushort)(Count - root));
        AddNode(leaf.Right, root, edges, rate, ridge);
    }
}
