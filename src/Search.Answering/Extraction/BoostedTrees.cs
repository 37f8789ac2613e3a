using System.IO.Compression;

namespace Search.Answering.Extraction;

/// <summary>A sum of decision trees over numbers. Immutable; safe for concurrent use.</summary>
internal sealed class BoostedTrees
{
    // "TREG": "TREE" and the version of the layout below.
    private const int Magic = 0x54524547;

    private readonly int[] _roots;
    private readonly Node[] _nodes;

    /// <summary>Trees as flat arrays: node <c>n</c> sends values up to its threshold to <c>n + 1</c>, others to <c>root + right</c>; a leaf has <c>right</c> 0 and its value as threshold.</summary>
    public BoostedTrees(int[] roots, ushort[] features, float[] thresholds, ushort[] right)
        : this(roots, [.. features.Select((feature, node) => new Node(thresholds[node], feature, right[node]))])
    {
    }

    private BoostedTrees(int[] roots, Node[] nodes)
    {
        _roots = roots;
        _nodes = nodes;
    }

    /// <summary>No tree: every score is 0.</summary>
    public static BoostedTrees None { get; } = new([], [], [], []);

    /// <summary>Trees whose score is the mean of several models' scores; the models take turns, tree by tree.</summary>
    public static BoostedTrees Mean(IReadOnlyList<BoostedTrees> models)
    {
        var roots = new List<int>();
        var nodes = new List<Node>();
        for (var tree = 0; tree < models.Max(model => model.Count); tree++)
        {
            foreach (var model in models.Where(model => tree < model.Count))
            {
                var from = model._roots[tree];
                var end = tree + 1 < model.Count ? model._roots[tree + 1] : model._nodes.Length;
                roots.Add(nodes.Count);
                nodes.AddRange(model._nodes[from..end].Select(node => node.Right == 0 ? node with { Threshold = node.Threshold / models.Count } : node));
            }
        }

        return new BoostedTrees([.. roots], [.. nodes]);
    }

    /// <summary>Number of trees.</summary>
    public int Count => _roots.Length;

    /// <summary>The score of a description: higher is better.</summary>
    public float Score(ReadOnlySpan<float> description)
    {
        float score = 0;
        Score(description, description.Length, [0], 0, Count, new Span<float>(ref score));
        return score;
    }

    /// <summary>The part of the scores of several descriptions that some of the trees give; the earlier trees give most of it.</summary>
    /// <remarks>Every description goes down one tree before the next tree is read: that one stays in the nearest cache.</remarks>
    /// <param name="descriptions">All descriptions, one behind the other.</param>
    /// <param name="width">Numbers of a description.</param>
    /// <param name="rows">Which of the descriptions to score, counted from 0.</param>
    /// <param name="first">The first tree, from 0.</param>
    /// <param name="end">Just behind the last; cut to the number of trees.</param>
    /// <param name="scores">Receives a score for each of <paramref name="rows"/>.</param>
    public void Score(ReadOnlySpan<float> descriptions, int width, ReadOnlySpan<int> rows, int first, int end, Span<float> scores)
    {
        scores[..rows.Length].Clear();
        for (var tree = first; tree < Math.Min(end, _roots.Length); tree++)
        {
            var nodes = _nodes.AsSpan(_roots[tree]);
            for (var i = 0; i < rows.Length; i++)
            {
                var description = descriptions.Slice(rows[i] * width, width);
                var at = 0;
                var node = nodes[0];
                while (node.Right != 0)
                {
                    at = description[node.Feature] <= node.Threshold ? at + 1 : node.Right;
                    node = nodes[at];
                }

                scores[i] += node.Threshold;
            }
        }
    }

    /// <summary>Writes the trees, packed by Brotli: magic, counts, then roots, features, right children and thresholds.</summary>
    public void Save(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(_roots.Length);
        writer.Write(_nodes.Length);
        foreach (var root in _roots)
        {
            writer.Write(root);
        }

        // Like beside like: what repeats is packed.
        foreach (var node in _nodes)
        {
            writer.Write(node.Feature);
        }

        foreach (var node in _nodes)
        {
            writer.Write(checked((byte)node.Right));
        }

        foreach (var node in _nodes)
        {
            writer.Write(node.Threshold);
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
        using var packed = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(packed);
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("These are no boosted trees of this version.");
        }

        var roots = new int[reader.ReadInt32()];
        var count = reader.ReadInt32();
        for (var i = 0; i < roots.Length; i++)
        {
            roots[i] = reader.ReadInt32();
        }

        ushort[] features = [.. Enumerable.Range(0, count).Select(_ => reader.ReadUInt16())];
        ushort[] right = [.. Enumerable.Range(0, count).Select(_ => (ushort)reader.ReadByte())];
        float[] thresholds = [.. Enumerable.Range(0, count).Select(_ => reader.ReadSingle())];
        return new BoostedTrees(roots, features, thresholds, right);
    }

    private readonly record struct Node(float Threshold, ushort Feature, ushort Right);
}
