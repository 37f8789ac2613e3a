using Search.Lucene.Store;

namespace Search.Lucene.Codecs;

/// <summary>Whether a file's checksum is counted when it is opened.</summary>
internal enum WholeCheck
{
    /// <summary>If the file is small (<see cref="CodecFrame.WholeCheckBytes"/>).</summary>
    IfSmall,

    /// <summary>Whatever its length: metadata that all else hangs on.</summary>
    Always,
}

/// <summary>The opened files of one segment, its own or those within its compound file. Holds the mappings until disposed.</summary>
internal sealed class SegmentInput : IDisposable
{
    private readonly FSDirectory _directory;
    private readonly string _segment;
    private readonly List<MappedFile> _mapped = [];
    private readonly List<(string Name, IndexInput Input)> _opened = [];
    private readonly CompoundFile? _compound;

    public SegmentInput(FSDirectory directory, SegmentInfo info)
    {
        _directory = directory;
        _segment = info.Name;
        Id = info.Id;
        if (info.IsCompound)
        {
            _compound = new(this, _segment);
        }
    }

    /// <summary>The id that stands in the header of every file of the segment.</summary>
    public byte[] Id { get; }

    /// <summary>Files opened so far, by name.</summary>
    public IReadOnlyList<(string Name, IndexInput Input)> Opened => _opened;

    /// <summary>Opens a file of the segment, checks its footer, and stands at its first byte.</summary>
    public IndexInput Open(string extension, string suffix, WholeCheck check = WholeCheck.IfSmall)
    {
        var name = SegmentFiles.Name(_segment, suffix, extension);
        var input = _compound?.Find(name) ?? Map(name);
        CodecFrame.CheckFooter(input, check == WholeCheck.Always);
        _opened.Add((name, input));
        return input;
    }

    /// <summary>True if the segment's compound file holds a file of this name.</summary>
    public bool HasCompound(string name) => _compound?.Find(name) is not null;

    /// <summary>Opens a file of the folder as it is.</summary>
    public IndexInput Map(string name)
    {
        var mapped = _directory.OpenInput(name);
        _mapped.Add(mapped);
        return mapped.Input();
    }

    public void Dispose()
    {
        foreach (var mapped in _mapped)
        {
            mapped.Dispose();
        }
    }
}
