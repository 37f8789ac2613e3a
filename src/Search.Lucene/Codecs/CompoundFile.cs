using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>
/// The files of a segment in one, as Lucene writes small segments; read here, never written.
/// <code>
/// .cfs  header · the files, each with its own header and footer · footer
/// .cfe  header · VInt files · each: string name without the segment's · long place · long length · footer
/// </code>
/// </summary>
internal sealed class CompoundFile
{
    private readonly Dictionary<string, IndexInput> _files = new(StringComparer.Ordinal);

    public CompoundFile(SegmentInput segment, string name)
    {
        var entries = segment.Map(name + ".cfe");
        var data = segment.Map(name + ".cfs");
        CodecFrame.CheckFooter(entries, whole: true);
        CodecFrame.CheckFooter(data);
        CodecFrame.ReadHeader(entries, "Lucene50CompoundEntries", 0, 0, segment.Id, "");
        CodecFrame.ReadHeader(data, "Lucene50CompoundData", 0, 0, segment.Id, "");
        for (var left = entries.ReadCount(17); left > 0; left--)
        {
            var file = name + entries.ReadString();
            var offset = entries.ReadLong();
            _files[file] = data.Slice(offset, entries.ReadLong());
        }

        CodecFrame.CheckAtFooter(entries);
    }

    /// <summary>The file of this name.</summary>
    public IndexInput? Find(string name) => _files.TryGetValue(name, out var input) ? input.Clone() : null;
}
