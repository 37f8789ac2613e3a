using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Gathers the prefixes of one field with their codes as blocks are written, from below, and writes them as one FST.</summary>
internal sealed class FstWriterInput
{
    private readonly List<(byte[] Prefix, byte[] Code)> _entries = [];

    public byte[] RootCode { get; private set; } = [];

    public void Add(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> code)
    {
        if (prefix.IsEmpty)
        {
            RootCode = code.ToArray();
        }

        _entries.Add((prefix.ToArray(), code.ToArray()));
    }

    public void WriteTo(IndexOutput meta, IndexOutput index)
    {
        _entries.Sort((a, b) => a.Prefix.AsSpan().SequenceCompareTo(b.Prefix));
        var fst = new FstWriter();
        foreach (var (prefix, code) in _entries)
        {
            fst.Add(prefix, code);
        }

        fst.Finish(meta, index);
    }
}
