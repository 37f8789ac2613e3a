using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// Writes the terms index: a trie of prefixes in Lucene's FST format, each prefix with its output whole at its last byte.
/// <code>
/// .tip: nodes, each written backwards, children before parents; a node's address is its last byte, read downwards
///   few arcs: arc after arc: byte flags (1 final · 2 last · 4 target is the node written before · 8 target has no arcs
///             · 16 output · 32 final output) · byte label · [VInt length · output] · [VInt length · final output] · [VLong target]
///   many arcs: byte 64 · VInt span of labels · VInt bytes an arc · a bit for every label of the span · byte first label
///             · arcs without label, each padded to the same length
/// .tmd: header "FST" · byte 1 · VInt length · output of the empty prefix, backwards · byte 0 (labels are bytes) · VLong root · VLong bytes in .tip
/// </code>
/// </summary>
internal sealed class FstWriter
{
    public const string Codec = "FST";
    public const int MinVersion = 6;
    public const int Version = 7;
    public const byte ArcsForBinarySearch = 32;
    public const byte ArcsForDirectAddressing = 64;
    public const int FinalArc = 1;
    public const int LastArc = 2;
    public const int TargetNext = 4;
    public const int StopNode = 8;
    public const int HasOutput = 16;
    public const int HasFinalOutput = 32;

    // From this many arcs on a jump beats a walk; a span of four labels an arc bounds the waste.
    private const int MinDirectArcs = 6;
    private const int MaxSpanPerArc = 4;

    private readonly IndexOutput _nodes = new(4096);
    private readonly IndexOutput _scratch = new();
    private readonly List<Node> _frontier = [new()];
    private readonly List<byte> _lastKey = [];
    private long _lastNode;

    public FstWriter() => _nodes.WriteByte(0); // address 0 means "no arcs"

    /// <summary>Adds a prefix; prefixes come in unsigned byte order, the empty one first.</summary>
    public void Add(ReadOnlySpan<byte> key, byte[] output)
    {
        var common = 0;
        while (common < key.Length && common < _lastKey.Count && _lastKey[common] == key[common])
        {
            common++;
        }

        CloseDownTo(common);
        for (var i = common; i < key.Length; i++)
        {
            if (_frontier.Count <= i + 1)
            {
                _frontier.Add(new());
            }

            _frontier[i].Arcs.Add(new(key[i]));
            _lastKey.Add(key[i]);
        }

        _frontier[key.Length].Output = output;
    }

    /// <summary>Writes the nodes to <paramref name="index"/> and what finds them to <paramref name="meta"/>.</summary>
    public void Finish(IndexOutput meta, IndexOutput index)
    {
        CloseDownTo(0);
        var root = _frontier[0];
        var rootAddress = root.Arcs.Count == 0 ? 0 : WriteNode(root);

        meta.WriteInt(0x3FD76C17);
        meta.WriteString(Codec);
        meta.WriteInt(Version);
        meta.WriteByte(1);
        var empty = root.Output ?? throw new InvalidOperationException("The index has no root block.");
        _scratch.Reset();
        _scratch.WriteVInt(empty.Length);
        _scratch.WriteBytes(empty);
        var backwards = _scratch.Written.ToArray();
        Array.Reverse(backwards);
        meta.WriteVInt(backwards.Length);
        meta.WriteBytes(backwards);
        meta.WriteByte(0);
        meta.WriteVLong(rootAddress);
        meta.WriteVLong(_nodes.Position);
        index.WriteBytes(_nodes.Written);
    }

    private void CloseDownTo(int depth)
    {
        for (var i = _lastKey.Count; i > depth; i--)
        {
            var node = _frontier[i];
            var arcs = _frontier[i - 1].Arcs;
            arcs[^1] = arcs[^1] with { Target = node.Arcs.Count == 0 ? 0 : WriteNode(node), Output = node.Output };
            node.Arcs.Clear();
            node.Output = null;
        }

        _lastKey.RemoveRange(depth, _lastKey.Count - depth);
    }

    private long WriteNode(Node node)
    {
        var arcs = node.Arcs;
        var span = arcs[^1].Label - arcs[0].Label + 1;
        _scratch.Reset();
        if (arcs.Count >= MinDirectArcs && span <= arcs.Count * MaxSpanPerArc)
        {
            WriteDirect(arcs, span);
        }
        else
        {
            for (var i = 0; i < arcs.Count; i++)
            {
                WriteArc(arcs[i], isLast: i == arcs.Count - 1, withLabel: true, mayFollow: true);
            }
        }

        var written = _scratch.Written;
        var target = _nodes.Append(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            target[i] = written[written.Length - 1 - i];
        }

        return _lastNode = _nodes.Position - 1;
    }

    private void WriteDirect(List<Arc> arcs, int span)
    {
        var longest = 0;
        for (var i = 0; i < arcs.Count; i++)
        {
            _scratch.Reset();
            WriteArc(arcs[i], isLast: i == arcs.Count - 1, withLabel: false, mayFollow: false);
            longest = Math.Max(longest, (int)_scratch.Position);
        }

        _scratch.Reset();
        _scratch.WriteByte(ArcsForDirectAddressing);
        _scratch.WriteVInt(span);
        _scratch.WriteVInt(longest);
        Span<byte> presence = stackalloc byte[32];
        presence.Clear();
        foreach (var arc in arcs)
        {
            var bit = arc.Label - arcs[0].Label;
            presence[bit >> 3] |= (byte)(1 << (bit & 7));
        }

        _scratch.WriteBytes(presence[..((span + 7) >> 3)]);
        _scratch.WriteByte(arcs[0].Label);
        for (var i = 0; i < arcs.Count; i++)
        {
            var start = _scratch.Position;
            WriteArc(arcs[i], isLast: i == arcs.Count - 1, withLabel: false, mayFollow: false);
            _scratch.Append(longest - (int)(_scratch.Position - start)).Clear();
        }
    }

    private void WriteArc(Arc arc, bool isLast, bool withLabel, bool mayFollow)
    {
        var follows = mayFollow && arc.Target > 0 && arc.Target == _lastNode;
        var flags = (isLast ? LastArc : 0)
            | (follows ? TargetNext : 0)
            | (arc.Output is null ? 0 : FinalArc | HasFinalOutput)
            | (arc.Target == 0 ? StopNode : 0);
        _scratch.WriteByte((byte)flags);
        if (withLabel)
        {
            _scratch.WriteByte(arc.Label);
        }

        if (arc.Output is not null)
        {
            _scratch.WriteVInt(arc.Output.Length);
            _scratch.WriteBytes(arc.Output);
        }

        if (arc.Target > 0 && !follows)
        {
            _scratch.WriteVLong(arc.Target);
        }
    }

    private sealed class Node
    {
        public List<Arc> Arcs { get; } = [];

        public byte[]? Output { get; set; }
    }

    private readonly record struct Arc(byte Label)
    {
        public long Target { get; init; }

        public byte[]? Output { get; init; }
    }
}
