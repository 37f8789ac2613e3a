namespace Search.Answering.Extraction;

/// <summary>A sum of decision trees over numbers. Immutable; safe for concurrent use.</summary>
internal sealed class BoostedTrees
{
    // "TREE" and the version of the layout below.
    private const int Magic = 0x54524546;

    private readonly int[] _roots;
    private readonly ushort[] _features;
    private readonly float[] _thresholds;
    private readonly ushort[] _right;

    /// <summary>Trees as flat arrays: node <c>n</c> sends values up to its threshold to <c>n + 1</c>, others to <c>root + right</c>; a leaf has <c>right</c> 0 and its value as threshold.</summary>
    public BoostedTrees(int[] roots, ushort[] features, float[] thresholds, ushort[] right)
    {
        _roots = roots;
        _features = features;
        _thresholds = thresholds;
        _right = right;
    }

    /// <summary>No tree: every score is 0.</summary>
    public static BoostedTrees None { get; } = new([], [], [], []);

    /// <summary>Trees whose score is the mean of several models' scores; the models take turns, tree by tree.</summary>
    public static BoostedTrees Mean(IReadOnlyList<BoostedTrees> models)
    {
        var roots = new List<int>();
        var features = new List<ushort>();
        var thresholds = new List<float>();
        var right = new List<ushort>();
        for (var tree = 0; tree < models.Max(model => model.Count); tree++)
        {
            foreach (var model in models.Where(model => tree < model.Count))
            {
                var from = model._roots[tree];
                var end = tree + 1 < model.Count ? model._roots[tree + 1] : model._features.Length;
                roots.Add(features.Count);
                features.AddRange(model._features[from..end]);
                right.AddRange(model._right[from..end]);
                thresholds.AddRange(Enumerable.Range(from, end - from).Select(node => model._right[node] == 0 ? model._thresholds[node] / models.Count : model._thresholds[node]));
            }
        }

        return new BoostedTrees([.. roots], [.. features], [.. thresholds], [.. right]);
    }

    /// <summary>Number of trees.</summary>
    public int Count => _roots.Length;

    /// <summary>The score of a description: higher is better.</summary>
    public float Score(ReadOnlySpan<float> description) => Score(description, 0, _roots.Length);

    /// <summary>The part of the score that some of the trees give; the earlier trees give most of it.</summary>
    /// <param name="description">The description.</param>
    /// <param name="first">The first tree, from 0.</param>
    /// <param name="end">Just behind the last; cut to the number of trees.</param>
    public float Score(ReadOnlySpan<float> description, int first, int end)
    {
        float sum = 0;
        for (var tree = first; tree < Math.Min(end, _roots.Length); tree++)
        {
            var root = _roots[tree];
            var node = root;
            while (_right[node] != 0)
            {
                node = description[_features[node]] <= _thresholds[node] ? node + 1 : root + _right[node];
            }

            sum += _thresholds[node];
        }

        return sum;
    }

    /// <summary>Writes the trees: magic, counts, then roots, features, thresholds and right children.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(_roots.Length);
        writer.Write(_features.Length);
        foreach (var root in _roots)
        {
            writer.Write(root);
        }

        for (var i = 0; i < _features.Length; i++)
        {
            writer.Write(_features[i]);
            writer.Write(_thresholds[i]);
            writer.Write(checked((byte)_right[i]));
        }
    }

    /// <summary>Trees that travel inside the library.</summary>
    /// <param name="name">File of <c>Models</c>.</param>
    public static BoostedTrees Embedded(string name)
    {
        using var stream = EmbeddedText.Open(name);
        return Load(stream);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    public static BoostedTrees Load(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("These are no boosted trees of this version.");
        }

        var roots = new int[reader.ReadInt32()];
        var nodes = reader.ReadInt32();
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = reader.ReadInt32();
        }

        var features = new ushort[nodes];
        var thresholds = new float[nodes];
        var right = new ushort[nodes];
        for (var i = 0; i < nodes; i++)
        {
            features[i] = reader.ReadUInt16();
            thresholds[i] = reader.ReadSingle();
            right[i] = reader.ReadByte();
        }

        return new BoostedTrees(roots, features, thresholds, right);
    }
}
