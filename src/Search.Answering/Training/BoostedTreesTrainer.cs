using Search.Answering.Extraction;

namespace Search.Answering.Training;

/// <summary>Grows boosted trees that put the better candidates of each question first.</summary>
/// <remarks>
/// Gradient boosting on histograms with leaf-wise growth (Friedman 2001; Ke et al., NeurIPS 2017); the loss is the cross entropy between the softmax of a
/// question's scores and the candidates' gains made a distribution (Bruch et al., ICTIR 2019). The same data give the same trees: the generator is seeded.
/// </remarks>
internal sealed class BoostedTreesTrainer
{
    private const int Bins = 64;

    private readonly TreeOptions _options;
    private readonly int _featureCount;
    private readonly float[][] _edges;
    private readonly byte[][] _binned;
    private readonly int[] _groups;
    private readonly float[] _targets;
    private readonly float[] _weights;
    private readonly float[] _gradients;
    private readonly float[] _hessians;

    /// <summary>Takes the examples.</summary>
    /// <param name="rows">Descriptions, <paramref name="featureCount"/> numbers each, grouped by question.</param>
    /// <param name="featureCount">Numbers of a description.</param>
    /// <param name="groups">First row of each question, and the row count as last element.</param>
    /// <param name="targets">Gain of each row, 0 or more.</param>
    /// <param name="weights">Weight of each question.</param>
    /// <param name="options">How trees are grown.</param>
    public BoostedTreesTrainer(float[] rows, int featureCount, int[] groups, float[] targets, float[] weights, TreeOptions options)
    {
        _options = options;
        _featureCount = featureCount;
        _groups = groups;
        _targets = targets;
        _weights = weights;
        var count = rows.Length / featureCount;
        _gradients = new float[count];
        _hessians = new float[count];
        _edges = new float[featureCount][];
        _binned = new byte[featureCount][];
        Parallel.For(0, featureCount, feature => Bin(rows, feature, count));
    }

    /// <summary>Grows several models that differ by their seeds, and takes their mean.</summary>
    public BoostedTrees TrainMean(int models) => BoostedTrees.Mean([.. Enumerable.Range(0, models).Select(i => Grow(_options.Seed + i))]);

    private BoostedTrees Grow(int seed)
    {
        var count = _gradients.Length;
        var scores = new float[count];
        var random = new Random(seed);
        var nodes = new TreeNodes();
        for (var tree = 0; tree < _options.Trees; tree++)
        {
            Gradients(scores);
            var features = Enumerable.Range(0, _featureCount).Where(_ => random.NextDouble() < _options.FeatureShare).ToArray();
            var sampled = SampledRows(random);
            Grow(sampled, features, nodes, scores);
        }

        return nodes.ToTrees();
    }

    private int[] SampledRows(Random random)
    {
        var rows = new List<int>();
        for (var group = 0; group + 1 < _groups.Length; group++)
        {
            if (random.NextDouble() < _options.QuestionShare)
            {
                for (var row = _groups[group]; row < _groups[group + 1]; row++)
                {
                    rows.Add(row);
                }
            }
        }

        return [.. rows];
    }

    private void Gradients(float[] scores)
    {
        Parallel.For(0, _groups.Length - 1, group =>
        {
            var from = _groups[group];
            var to = _groups[group + 1];
            if (_options.Pointwise)
            {
                for (var row = from; row < to; row++)
                {
                    var likely = 1 / (1 + MathF.Exp(-scores[row]));
                    _gradients[row] = _weights[group] * (likely - _targets[row]);
                    _hessians[row] = _weights[group] * Math.Max(1e-4f, likely * (1 - likely));
                }

                return;
            }

            float gain = 0;
            var highest = float.MinValue;
            for (var row = from; row < to; row++)
            {
                gain += _targets[row];
                highest = Math.Max(highest, scores[row]);
            }

            double total = 0;
            for (var row = from; row < to; row++)
            {
                total += Math.Exp(scores[row] - highest);
            }

            for (var row = from; row < to; row++)
            {
                var share = (float)(Math.Exp(scores[row] - highest) / total);
                var wanted = gain > 0 ? _targets[row] / gain : 0;
                _gradients[row] = _weights[group] * (gain > 0 ? share - wanted : 0);
                _hessians[row] = _weights[group] * Math.Max(1e-4f, share * (1 - share));
            }
        });
    }

    private void Bin(float[] rows, int feature, int count)
    {
        var step = Math.Max(1, count / 100_000);
        var sample = new List<float>();
        for (var row = 0; row < count; row += step)
        {
            sample.Add(rows[(row * _featureCount) + feature]);
        }

        sample.Sort();
        var edges = new List<float>();
        var distinct = sample.Distinct().ToList();
        if (distinct.Count <= Bins)
        {
            for (var i = 0; i + 1 < distinct.Count; i++)
            {
                edges.Add((distinct[i] + distinct[i + 1]) / 2);
            }
        }
        else
        {
            for (var bin = 1; bin < Bins; bin++)
            {
                var edge = sample[(int)((long)sample.Count * bin / Bins)];
                if (edges.Count == 0 || edge > edges[^1])
                {
                    edges.Add(edge);
                }
            }
        }

        _edges[feature] = [.. edges];
        var binned = new byte[count];
        for (var row = 0; row < count; row++)
        {
            binned[row] = (byte)LowerBound(_edges[feature], rows[(row * _featureCount) + feature]);
        }

        _binned[feature] = binned;
    }

    // Bin b holds values up to edge b, as a split "value <= edge" sends them.
    private static int LowerBound(float[] edges, float value)
    {
        var low = 0;
        var high = edges.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (value <= edges[middle])
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private void Grow(int[] sampled, int[] features, TreeNodes nodes, float[] scores)
    {
        var root = new Leaf(sampled, Histogram(sampled, features));
        root.Split = BestSplit(root, features);
        var leaves = new List<Leaf> { root };
        while (leaves.Count < _options.Leaves)
        {
            var best = leaves.Where(leaf => leaf.Split.Gain > 0).OrderByDescending(leaf => leaf.Split.Gain).FirstOrDefault();
            if (best is null)
            {
                break;
            }

            var (left, right) = Part(best, features);
            best.Left = left;
            best.Right = right;
            leaves.Remove(best);
            leaves.Add(left);
            leaves.Add(right);
        }

        var start = nodes.Count;
        nodes.Add(root, _edges, _options.Rate, _options.Ridge);
        var all = _gradients.Length;
        Parallel.For(0, 16, part =>
        {
            for (var row = (int)((long)all * part / 16); row < (int)((long)all * (part + 1) / 16); row++)
            {
                scores[row] += nodes.ValueOf(start, _binned, row);
            }
        });
    }

    private (Leaf Left, Leaf Right) Part(Leaf leaf, int[] features)
    {
        var bins = _binned[leaf.Split.Feature];
        var left = new int[leaf.Split.LeftCount];
        var right = new int[leaf.Rows.Length - leaf.Split.LeftCount];
        int l = 0, r = 0;
        foreach (var row in leaf.Rows)
        {
            if (bins[row] <= leaf.Split.Bin)
            {
                left[l++] = row;
            }
            else
            {
                right[r++] = row;
            }
        }

        // The larger side's histogram is the parent's less the smaller side's.
        var small = l <= r ? left : right;
        var smallHistogram = Histogram(small, features);
        var largeHistogram = leaf.Histogram;
        for (var i = 0; i < largeHistogram.Length; i++)
        {
            largeHistogram[i] -= smallHistogram[i];
        }

        var leftLeaf = new Leaf(left, l <= r ? smallHistogram : largeHistogram);
        var rightLeaf = new Leaf(right, l <= r ? largeHistogram : smallHistogram);
        leftLeaf.Split = BestSplit(leftLeaf, features);
        rightLeaf.Split = BestSplit(rightLeaf, features);
        return (leftLeaf, rightLeaf);
    }

    private double[] Histogram(int[] rows, int[] features)
    {
        var histogram = new double[features.Length * Bins * 3];
        Parallel.For(0, features.Length, i =>
        {
            var bins = _binned[features[i]];
            var at = i * Bins * 3;
            foreach (var row in rows)
            {
                var bin = at + (bins[row] * 3);
                histogram[bin] += _gradients[row];
                histogram[bin + 1] += _hessians[row];
                histogram[bin + 2] += 1;
            }
        });
        return histogram;
    }

    private Split BestSplit(Leaf leaf, int[] features)
    {
        double gradient = 0, hessian = 0;
        for (var bin = 0; bin < Bins; bin++)
        {
            gradient += leaf.Histogram[bin * 3];
            hessian += leaf.Histogram[(bin * 3) + 1];
        }

        leaf.Gradient = gradient;
        leaf.Hessian = hessian;
        var best = default(Split);
        var parent = gradient * gradient / (hessian + _options.Ridge);
        for (var i = 0; i < features.Length; i++)
        {
            double leftGradient = 0, leftHessian = 0, leftCount = 0;
            for (var bin = 0; bin < _edges[features[i]].Length; bin++)
            {
                var at = (((i * Bins) + bin) * 3);
                leftGradient += leaf.Histogram[at];
                leftHessian += leaf.Histogram[at + 1];
                leftCount += leaf.Histogram[at + 2];
                var rightHessian = hessian - leftHessian;
                if (leftCount < _options.MinRows || leaf.Rows.Length - leftCount < _options.MinRows || leftHessian < 1e-3 || rightHessian < 1e-3)
                {
                    continue;
                }

                var rightGradient = gradient - leftGradient;
                var gain = (leftGradient * leftGradient / (leftHessian + _options.Ridge)) + (rightGradient * rightGradient / (rightHessian + _options.Ridge)) - parent;
                if (gain > best.Gain + 1e-9)
                {
                    best = new Split(features[i], bin, gain, (int)Math.Round(leftCount));
                }
            }
        }

        return best;
    }

    internal readonly record struct Split(int Feature, int Bin, double Gain, int LeftCount);

    internal sealed class Leaf(int[] rows, double[] histogram)
    {
        public int[] Rows { get; } = rows;

        public double[] Histogram { get; } = histogram;

        public double Gradient { get; set; }

        public double Hessian { get; set; }

        public Split Split { get; set; }

        public Leaf? Left { get; set; }

        public Leaf? Right { get; set; }
    }
}

/// <summary>How trees are grown.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Leaves">Most leaves of a tree.</param>
/// <param name="Rate">Share of each tree's step that is taken.</param>
/// <param name="MinRows">Fewest rows of a leaf.</param>
/// <param name="Ridge">Added to the curvature of a leaf: keeps small leaves modest.</param>
/// <param name="FeatureShare">Share of the features each tree may use.</param>
/// <param name="QuestionShare">Share of the questions each tree sees.</param>
/// <param name="Seed">Seeds the sampling.</param>
/// <param name="Pointwise">Whether each row has a truth of its own, 0 or 1, and its score is a logit, instead of a place among the candidates of its question.</param>
internal sealed record TreeOptions(int Trees, int Leaves, double Rate, int MinRows, double Ridge, double FeatureShare, double QuestionShare, int Seed, bool Pointwise = false);
